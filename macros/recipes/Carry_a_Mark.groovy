// Draw around something on a photograph (a mole, a marker, a region of interest) and run this: where is it when the head has turned?
// It gives an image of shares: 1 where the turned view shows the mark, 0 where it does not. A mirror image does not count as seen.
// Run it in Fiji's script editor (language Groovy), or give a binding with image, models, yaw.
import ij.IJ
import ij.ImagePlus
import ij.process.FloatProcessor
import org.icportrait.face.FaceChoice
import org.icportrait.geometry.Similarity
import org.icportrait.image.Picture
import org.icportrait.imagej.MapImages
import org.icportrait.imagej.Photograph
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.Person
import org.icportrait.portrait.PortraitEngine
import org.icportrait.portrait.PoseChoice
import org.icportrait.portrait.Scene
import org.icportrait.layers.Layer
import org.icportrait.work.Progress

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
ImagePlus source = given("image", null) ?: IJ.getImage()
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)
double yaw = given("yaw", 25)

def drawn = source.roi
if (drawn == null || !drawn.area) throw new IllegalStateException("Draw around what you want to find again.")
// The mark as a layer of the photograph: 1 inside, 0 outside, nothing to guess from.
def inside = new FloatProcessor(source.width, source.height)
inside.value = 1
inside.fill(drawn)
def mark = new Picture(source.width, source.height, 1, inside.pixels as float[])
def layer = new Layer(new Similarity(1, 0, 0, 0), mark, new Picture(source.width, source.height, 1))

def found = null
PortraitEngine.open(options).withCloseable { engine ->
    def photograph = Photograph.of(source)
    def person = Person.of(engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE))
    def view = engine.turn(person, Scene.UNCHANGED.withPose(PoseChoice.change(yaw, 0, 0)), Progress.NONE).view()
    def carried = view.carry([layer], Progress.NONE)
    if (!view.unchanged) {
        def mirrored = view.mirrored()
        carried.planeSize().times { i -> carried.data()[i] *= 1 - mirrored.data()[i] }
    }
    def area = view.area()
    found = photograph.named(MapImages.of(MapImages.inFrame(carried, area.x(), area.y(), source.width, source.height), "mark", "share"), "mark")
}
if (!java.awt.GraphicsEnvironment.headless) found.show()
found
