// The same grid through the facade, for scripts: no dialogs, no windows, every result with its origin.
// Run it in Fiji's script editor (language Groovy) with a photograph open, or give a binding with image, models and folder.
import ij.IJ
import org.icportrait.face.FaceChoice
import org.icportrait.work.Progress
import org.icportrait.imagej.Photograph
import org.icportrait.imagej.PictureFiles
import org.icportrait.light.LightPreset
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.LightChoice
import org.icportrait.portrait.PortraitEngine
import org.icportrait.portrait.PortraitOptions
import org.icportrait.portrait.PoseChoice

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
def source = given("image", null) ?: IJ.getImage()
def folder = new File(given("folder", System.getProperty("java.io.tmpdir")) as String)
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)
def lights = [LightChoice.KEEP, new LightChoice.Preset(LightPreset.KEY_LEFT, 1), new LightChoice.Preset(LightPreset.KEY_ABOVE, 1)]

def written = []
def photograph = Photograph.of(source)
PortraitEngine.open(options).withCloseable { engine ->
    println "Models: ${engine.pack()}. Device: ${engine.device()}."
    def person = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE)
    [-30, 0, 30].each { yaw ->
        lights.eachWithIndex { light, number ->
            def wanted = PortraitOptions.DEFAULT.withPose(PoseChoice.absolute(yaw, 0, 0)).withLight(light)
            def result = engine.generate(person, wanted, Progress.NONE)
            def file = new File(folder, "${Photograph.baseName(source.title)}-yaw${yaw}-light${number}.png").toPath()
            PictureFiles.writePng(photograph.derive(result.picture(), "portrait"), result.alpha(), result.provenance(), file)
            written << file
        }
    }
}
println "${written.size()} pictures are in ${folder}"
written
