// A series through the facade, for scripts: a person read once, every cell handed over as it is made, nothing shown.
// Run it in Fiji's script editor (language Groovy) with a photograph open, or give a binding with image, models and folder.
import ij.IJ
import org.icportrait.face.FaceChoice
import org.icportrait.geometry.Pose
import org.icportrait.imagej.Photograph
import org.icportrait.portrait.EngineOptions
import org.icportrait.portrait.Person
import org.icportrait.portrait.PortraitEngine
import org.icportrait.request.LightWords
import org.icportrait.request.MethodWords
import org.icportrait.request.PortraitRequest
import org.icportrait.request.Source
import org.icportrait.request.ViewWords
import org.icportrait.series.*
import org.icportrait.work.Progress

def given = { name, otherwise -> binding.hasVariable(name) ? binding.getVariable(name) : otherwise }
def source = given("image", null) ?: IJ.getImage()
def folder = new File(given("folder", System.getProperty("java.io.tmpdir")) as String).toPath()
def options = EngineOptions.DEFAULT.withPack(given("models", null) as java.nio.file.Path)

def photograph = Photograph.of(source)
def name = Photograph.baseName(source.title)
// The views of Radboud in two lights; empty words would leave the set's own.
def plan = SeriesPlan.of("radboud", "", "", "key left, key right", null)
def view = ViewWords.of(ViewWords.ABSOLUTE, Pose.FRONTAL, null, ViewWords.HEAD, ViewWords.KEEP, null)
def asked = new PortraitRequest(PortraitRequest.GENERATE, [Source.titled(source.title)], null, view, LightWords.KEEP, MethodWords.DEFAULT, null)
def written = []
def table = new SeriesTable(plan)
PortraitEngine.open(options).withCloseable { engine ->
    def profile = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE)
    def images = new CellImages(plan, photograph, SeriesFrame.of(plan, profile))
    def files = new SeriesFolder(folder, plan, name, false, false)
    files.prepare([])
    SeriesRun.of(engine, plan, asked, null).measured(new CellReader(engine)).run(Person.of(profile), { cell ->
        written << files.put(cell, images, images.origin(cell))
        table.add(cell)
    }, Progress.NONE)
    files.put(table)
}
println plan.notes().join("\n")
println table.summary()
written
