package org.icportrait.portrait;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.FaceReader;
import org.icportrait.face.FoundFace;
import org.icportrait.image.Picture;
import org.icportrait.inference.DeviceChoice;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.light.OldLitHead;
import org.icportrait.light.StitchOptions;
import org.icportrait.models.ModelPack;
import org.icportrait.models.PackManifest;
import org.icportrait.view.ViewOptions;
import org.icportrait.view.ViewWarp;
import org.icportrait.view.WarpResult;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * The whole pipeline, for scripts: find faces, read a head, see it from elsewhere, in another light.
 *
 * <pre>{@code
 * try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
 *     AnalyzedPortrait person = engine.analyze(picture, FaceChoice.largest(), Progress.NONE);
 *     PortraitResult result = engine.generate(person, PortraitOptions.DEFAULT.withPose(PoseChoice.absolute(30, 0, 0)), Progress.NONE);
 * }
 * }</pre>
 *
 * Pictures are linear light, 1 or 3 channels (see {@code Picture}), and are never changed; results always have 3 channels. Thread-safe; on the CPU several
 * threads run networks at once.
 * Every method throws {@link org.icportrait.work.BadInput} with one sentence for what it cannot use, {@link
 * org.icportrait.work.Fault} where the machine cannot, and
 * {@link java.util.concurrent.CancellationException} when the progress says so. Close it; what it returned stays usable.
 */
public final class PortraitEngine implements AutoCloseable {

	private final PackManifest manifest;
	private final String packSource;
	private final DeviceChoice device;
	private final FaceReader faces;

	private PortraitEngine(final ModelPack pack, final OnnxRuntime runtime) {
		manifest = pack.manifest();
		packSource = pack.source();
		device = runtime.choice();
		faces = FaceReader.open(runtime, pack);
	}

	/**
	 * Verifies the model pack, chooses the device and loads the networks. Throws {@link org.icportrait.work.BadInput} where an option cannot
	 * be used and {@link org.icportrait.work.Fault} where the machine cannot.
	 */
	public static PortraitEngine open(final EngineOptions options) {
		final ModelPack pack = ModelPack.open(options.packFolder());
		return new PortraitEngine(pack, OnnxRuntime.open(options.runtime()));
	}

	/** What the networks run on, and why: one line. */
	public String device() {
		return device.line();
	}

	/** Name and version of the model pack. */
	public String pack() {
		return manifest.name() + " " + manifest.version();
	}

	/** Where the pack lies: the jar or a folder. */
	public String packSource() {
		return packSource;
	}

	/** Names, licences and hashes of the pack. */
	public PackManifest manifest() {
		return manifest;
	}

	/** All faces of a picture, best first; empty where there is none. An unsure find is read, and dropped where it reads as no head. */
	public List<FaceBox> findFaces(final Picture picture, final Progress progress) {
		return boxes(faces.find(picture, progress));
	}

	private static List<FaceBox> boxes(final List<FoundFace> found) {
		return found.stream().map(FoundFace::box).toList();
	}

	/** Finds the one face that is meant and reads it. */
	public AnalyzedPortrait analyze(final Picture picture, final FaceChoice choice, final Progress progress) {
		progress.report(0, "Finding the face");
		final List<FoundFace> found = faces.find(picture, progress);
		final FaceBox box = choice.selectOne(boxes(found));
		progress.report(0.4, "Reading the head");
		final AnalyzedPortrait portrait = read(picture, box, found, progress);
		progress.report(1, "Head read");
		return portrait;
	}

	/** Finds all faces that are meant, at least one, and reads them; one that cannot be read ends it all. */
	public List<AnalyzedPortrait> analyzeAll(final Picture picture, final FaceChoice choice, final Progress progress) {
		final List<FoundFace> found = faces.find(picture, progress);
		return choice.select(boxes(found)).stream().map(box -> read(picture, box, found, progress)).toList();
	}

	private AnalyzedPortrait read(final Picture picture, final FaceBox box, final List<FoundFace> found, final Progress progress) {
		final Picture colour = inColour(picture);
		final FoundFace face = found.stream().filter(candidate -> candidate.box().equals(box)).findFirst().orElse(new FoundFace(box, null));
		return new AnalyzedPortrait(colour, box, faces.read(colour, face, progress));
	}

	/** Light and views work on three channels. */
	private static Picture inColour(final Picture picture) {
		if (picture.channels() == 3) return picture;
		if (picture.channels() != 1) throw new BadInput("The picture must have 1 or 3 channels, not " + picture.channels() + ".");
		final Picture colour = new Picture(picture.width(), picture.height(), 3);
		for (int c = 0; c < 3; c++) System.arraycopy(picture.data(), 0, colour.data(), c * picture.planeSize(), picture.planeSize());
		return colour;
	}

	/** Turns the head alone; the light of the options is not looked at. The result always has {@link PortraitResult#warp()}. */
	public PortraitResult view(final AnalyzedPortrait portrait, final PortraitOptions options, final Progress progress) {
		final WarpResult warp = ViewWarp.warp(portrait.prepared(), options.view(portrait.pose()), progress);
		return new PortraitResult(warp.picture(), cutOut(options, warp), warp, null, null, origin("warp", portrait, options.withLight(LightChoice.KEEP)));
	}

	/** A new view in a new light. */
	public PortraitResult generate(final AnalyzedPortrait portrait, final PortraitOptions options, final Progress progress) {
		if (options.light().equals(LightChoice.KEEP)) return view(portrait, options, progress);
		progress.report(0, "Turning the head");
		final WarpResult warp = options.keepsView() ? null : ViewWarp.warp(portrait.preparedWithShading(), options.view(portrait.pose()), progress);
		progress.report(0.8, "Lighting the head");
		final Relighting relit = warp == null ? Relighting.of(portrait.head(), portrait.shading(), options.light()) : relight(portrait, warp, options);
		final Provenance origin = origin("generate", portrait, options).with("light_coefficients", relit.coefficients())
			.with("light_lamps", relit.lamps());
		progress.report(1, "Portrait done");
		return new PortraitResult(relit.picture(), warp == null ? null : cutOut(options, warp), warp == null ? null : withoutShading(warp),
			relit.canvas(), relit.light(), origin);
	}

	/** Brings the light of a reference onto a portrait, the view kept. The result has {@link PortraitResult#canvas()}. */
	public PortraitResult stitch(final AnalyzedPortrait portrait, final AnalyzedPortrait reference, final StitchOptions options,
		final Progress progress)
	{
		return generate(portrait, PortraitOptions.DEFAULT.withLight(new LightChoice.Reference(reference, options)), progress);
	}

	private static Relighting relight(final AnalyzedPortrait portrait, final WarpResult warp, final PortraitOptions options) {
		final OldLitHead head = new OldLitHead(ShadedPicture.picture(warp.picture()), warp.maps(), warp.camera(), warp.rotation(),
			portrait.surface().light().toArray());
		return Relighting.of(head, ShadedPicture.shading(warp.picture(), warp.maps()), options.light());
	}

	private static WarpResult withoutShading(final WarpResult both) {
		return new WarpResult(ShadedPicture.picture(both.picture()), both.alpha(), both.visibility(), both.mirrored(), both.correspondence(),
			both.maps(), both.rotation(), both.camera());
	}

	private static Picture cutOut(final PortraitOptions options, final WarpResult warp) {
		return options.background() == ViewOptions.Background.REMOVE ? warp.alpha() : null;
	}

	private Provenance origin(final String action, final AnalyzedPortrait portrait, final PortraitOptions options) {
		return provenance(action, OptionTexts.describe(options, portrait.pose()));
	}

	/** The origin of something that this engine made. */
	public Provenance provenance(final String action, final Map<String, Object> parameters) {
		final Map<String, String> hashes = new LinkedHashMap<>();
		manifest.models().values().forEach(model -> hashes.put(model.file(), model.sha256()));
		return new Provenance(action, parameters, Provenance.pluginVersion(), pack(), hashes, device());
	}

	@Override
	public void close() {
		faces.close();
	}
}
