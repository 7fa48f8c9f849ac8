// Two photographs of one person, joined: the first gives camera, light and background, the second shows what the first does not.
// Run it in Fiji's script editor (language Groovy) with both open, the first active, or give a binding with images, models, yaw.
import ij.IJ
import ij.WindowManager
import org.icportrait.face.FaceChoice
import org.icportrait.files.PictureWriter
import org.icportrait.generate.Generation
import org.icportrait.imagej.Photograph
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.Person
import org.icportrait.portrait.PortraitEngine
import org.icportrait.portrait.PoseChoice
import org.icportrait.portrait.Scene
import org.icportrait.work.Progress

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
def open = given("images", null)
if (open == null) {
    def first = IJ.getImage()
    open = [first] + WindowManager.IDList.collect { WindowManager.getImage(it) }.findAll { it !== first }
}
if (open.size() < 2) throw new IllegalStateException("Open two photographs of one person.")
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)
double yaw = given("yaw", 30)

def result = null
PortraitEngine.open(options).withCloseable { engine ->
    def photographs = open.take(2).collect { Photograph.of(it) }
    def profiles = photographs.collect { engine.analyze(it.picture(), FaceChoice.largest(), Progress.NONE) }
    def scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(yaw, 0, 0)).withGeneration(Generation.AUTOMATIC)
    def made = engine.make(new Person(profiles), scene, Progress.NONE)
    result = photographs[0].derive(made.picture(), "joined")
    PictureWriter.mark(result, made.provenance())
    // The third plane of the correspondence tells which photograph a pixel comes from.
    def places = made.view().correspondence()
    def second = (0..<places.planeSize()).count { places.data()[2 * places.planeSize() + it] == 1 }
    println "${second} pixels come from the second photograph"
}
if (!java.awt.GraphicsEnvironment.headless) result.show()
result
