// Brings every open portrait to one canvas, with both eyes at one place: turned, scaled and moved as a whole, and not otherwise changed.
// The defaults are WebMorph's: eyes at (496.98, 825.688) and (853.02, 825.688) of 1350 x 1800 pixels. What lies beyond a photograph is grey.
// Run it in Fiji's script editor (language Groovy), or give a binding with images, models, width, height, left, right (each x, y in pixels).
import ij.WindowManager
import org.icportrait.face.FaceChoice
import org.icportrait.files.PictureWriter
import org.icportrait.image.AreaScale
import org.icportrait.image.Colour
import org.icportrait.image.Picture
import org.icportrait.imagej.Photograph
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.PortraitEngine
import org.icportrait.work.Progress

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
def images = given("images", null) ?: (WindowManager.IDList ?: []).collect { WindowManager.getImage(it) }
int width = given("width", 1350), height = given("height", 1800)
double[] left = given("left", [496.98, 825.688]), right = given("right", [853.02, 825.688])
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)

// The middle of an eye's six points, pixels; the one on the picture's left comes first.
def eye = { points, first -> [(first..first + 5).sum { points.x(it) } / 6, (first..first + 5).sum { points.y(it) } / 6] as double[] }
def aligned = { Picture picture, double[] from, double[] to ->
    double dx = right[0] - left[0], dy = right[1] - left[1], ex = to[0] - from[0], ey = to[1] - from[1], square = dx * dx + dy * dy
    // A step of the canvas, to the right, in the photograph; one down is (-b, a).
    double a = (ex * dx + ey * dy) / square, b = (ey * dx - ex * dy) / square, step = Math.max(1, Math.hypot(a, b))
    // What gets smaller is averaged first, or fine hair would glitter.
    def small = step == 1 ? picture : AreaScale.scale(picture, (int) Math.round(picture.width() / step), (int) Math.round(picture.height() / step))
    double across = small.width() / (double) picture.width(), down = small.height() / (double) picture.height()
    def out = new Picture(width, height, 3)
    float[] pixel = new float[3]
    float grey = Colour.byteToLinear(128)
    for (int j = 0; j < height; j++) for (int i = 0; i < width; i++) {
        double x = i + 0.5 - left[0], y = j + 0.5 - left[1]
        double u = (from[0] + a * x - b * y) * across, v = (from[1] + b * x + a * y) * down
        boolean inside = u >= 0 && v >= 0 && u <= small.width() && v <= small.height()
        if (inside) small.sample(u, v, 0, pixel)
        for (int c = 0; c < 3; c++) out.data()[c * width * height + j * width + i] = inside ? pixel[c] : grey
    }
    out
}

def made = []
PortraitEngine.open(options).withCloseable { engine ->
    images.each { image ->
        def photograph = Photograph.of(image)
        def points = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE).reading().landmarks()
        def from = eye(points, 36), to = eye(points, 42)
        def result = photograph.derive(aligned(photograph.picture(), from, to), "aligned")
        // Pixels of the canvas are no longer those of the scale; a result of ours stays marked as one.
        result.calibration = new ij.measure.Calibration()
        def origin = PictureWriter.origin(image)
        if (origin != null) PictureWriter.markBelowInfo(result, origin)
        made << result
        println "${result.title}: eyes were ${String.format(Locale.ROOT, '%.1f', Math.hypot(to[0] - from[0], to[1] - from[1]))} pixels apart"
    }
}
if (!java.awt.GraphicsEnvironment.headless) made.each { it.show() }
made
