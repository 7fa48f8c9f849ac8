// The same grid through the facade, for scripts: no dialogs, no windows, every result with its origin.
// Run it in Fiji's script editor (language Groovy) with a photograph open, or give a binding with image, models and folder.
import ij.IJ
import org.icportrait.face.FaceChoice
import org.icportrait.work.Progress
import org.icportrait.generate.Generation
import org.icportrait.imagej.Photograph
import org.icportrait.files.PictureWriter
import org.icportrait.light.LightPreset
import org.icportrait.light.LightReading
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.Person
import org.icportrait.portrait.PortraitEngine
import org.icportrait.portrait.PoseChoice
import org.icportrait.portrait.Scene

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
def source = given("image", null) ?: IJ.getImage()
def folder = new File(given("folder", System.getProperty("java.io.tmpdir")) as String)
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)
// null: the photograph's own light
def lights = [null, LightReading.of(LightPreset.KEY_LEFT.light(), 1), LightReading.of(LightPreset.KEY_ABOVE.light(), 1)]

def written = []
def photograph = Photograph.of(source)
PortraitEngine.open(options).withCloseable { engine ->
    println "Models: ${engine.pack()}. Device: ${engine.device()}."
    def person = Person.of(engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE))
    // What no photograph shows is generated where the models can. Without that, geometry alone: Scene.UNCHANGED.
    def scene = Scene.UNCHANGED.withGeneration(Generation.AUTOMATIC)
    engine.generator(scene.generation()).prepare(person, Progress.NONE).withCloseable { ready ->
        [-30, 0, 30].each { yaw ->
            def view = scene.withPose(PoseChoice.absolute(yaw, 0, 0))
            // Turned once for a view, lit as often as wanted.
            lights.eachWithIndex { light, number ->
                def result = ready.make(view.withLight(light), Progress.NONE)
                def file = new File(folder, "${Photograph.baseName(source.title)}-yaw${yaw}-light${number}.png").toPath()
                PictureWriter.writePng(photograph.derive(result.picture(), "portrait"), result.alpha(), result.provenance(), file)
                written << file
            }
        }
    }
}
println "${written.size()} pictures are in ${folder}"
written
