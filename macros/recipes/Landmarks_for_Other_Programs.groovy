// The 68 landmarks of every open portrait, as other programs read them: landmarks.tps (tpsDig, geomorph; one specimen for each portrait),
// NAME.pts (300-W, dlib; as MATLAB counts), NAME.tem (WebMorph, Psychomorph) and landmarks.csv (a row for each portrait).
// Our y runs down and the centre of the first pixel is (0.5, 0.5). In tps y runs up from the lower edge; in pts that centre is (1, 1), in tem (0, 0).
// Run it in Fiji's script editor (language Groovy), or give a binding with images, models and folder.
import ij.IJ
import ij.WindowManager
import org.icportrait.face.FaceChoice
import org.icportrait.face.Landmarks
import org.icportrait.imagej.Photograph
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.PortraitEngine
import org.icportrait.work.Progress

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
def images = given("images", null) ?: (WindowManager.IDList ?: []).collect { WindowManager.getImage(it) }
def folder = new File((given("folder", null) ?: IJ.getDirectory("Folder for the landmarks")) as String)
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)
def number = { String.format(Locale.ROOT, "%.3f", it as double) }
def quoted = { "\"" + it.replace("\"", "\"\"") + "\"" }

def all = 0..<Landmarks.COUNT
def tps = new StringBuilder()
def csv = new StringBuilder("file,yaw,pitch,roll,confidence," + ["x", "y", "c"].collect { axis -> all.collect { "${axis}_${it}" }.join(",") }.join(",") + "\n")
def names = [] as Set
PortraitEngine.open(options).withCloseable { engine ->
    images.each { image ->
        def photograph = Photograph.of(image)
        def profile = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE)
        def points = profile.reading().landmarks()
        def places = { dx, dy -> all.collect { [number(points.x(it) + dx), number(points.y(it) + dy)] } }
        def upwards = all.collect { number(points.x(it)) + " " + number(image.height - points.y(it)) }
        tps << "LM=${Landmarks.COUNT}\n" << upwards.join("\n") << "\nIMAGE=${image.title}\nID=${names.size()}\n"
        def pose = profile.pose(), seen = all.collect { number(points.confidence(it)) }
        def x = all.collect { number(points.x(it)) }, y = all.collect { number(points.y(it)) }
        csv << ([quoted(image.title)] + [pose.yaw(), pose.pitch(), pose.roll(), profile.reading().confidence()].collect(number) + x + y + seen).join(",") << "\n"
        def base = Photograph.baseName(image.title).replaceAll("[\\\\/:*?\"<>|]", "_")
        def name = ([base] + (2..images.size() + 1).collect { base + "-" + it }).find { names.add(it.toLowerCase()) }
        new File(folder, name + ".pts").setText("version: 1\nn_points: ${Landmarks.COUNT}\n{\n" + places(0.5, 0.5)*.join(" ").join("\n") + "\n}\n", "UTF-8")
        new File(folder, name + ".tem").setText("${Landmarks.COUNT}\n" + places(-0.5, -0.5)*.join("\t").join("\n") + "\n0\n", "UTF-8")
    }
}
new File(folder, "landmarks.tps").setText(tps as String, "UTF-8")
new File(folder, "landmarks.csv").setText(csv as String, "UTF-8")
println "landmarks of ${names.size()} portraits are in ${folder}"
names.size()
