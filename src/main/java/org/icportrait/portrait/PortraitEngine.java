package org.icportrait.portrait;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.face.PictureHeads;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Flow;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.identity.Identity;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.models.ModelPack;
import org.icportrait.models.PackManifest;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/**
 * The whole pipeline, for scripts: find faces, read a head, see it from elsewhere, in another light.
 *
 * <pre>{@code
 * try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
 *     Person person = Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE));
 *     TurnedPortrait turned = engine.turn(person, Scene.UNCHANGED.withPose(PoseChoice.absolute(30, 0, 0)), Progress.NONE);
 *     for (LightPreset preset : LightPreset.values()) {
 *         PortraitResult result = engine.light(turned, LightReading.of(preset.light(), 1), Progress.NONE);
 *     }
 * }
 * }</pre>
 *
 * Pictures are linear light, 1 or 3 channels (see {@code Picture}), and are never changed; results always have 3 channels. Thread-safe.
 * Every method throws {@link BadInput} with one sentence for what it cannot use, {@link org.icportrait.work.Fault} where the machine
 * cannot, and {@link java.util.concurrent.CancellationException} when the progress says so. Close it when nobody uses it any more; what
 * it returned stays usable, but for the light of photographs: a network reads it anew for every view.
 */
public final class PortraitEngine implements AutoCloseable {

	private final String packSource;
	private final PackNetworks networks;
	private final PhotographReader reader;
	private final Generators generators;
	private final Origins origins;

	private PortraitEngine(final ModelPack pack, final OnnxRuntime runtime) {
		packSource = pack.source();
		networks = PackNetworks.open(pack, runtime);
		reader = new PhotographReader(networks);
		generators = new Generators(this, networks.inContext());
		origins = new Origins(pack.manifest(), runtime.choice());
	}

	/**
	 * Verifies the model pack, chooses the device and loads the networks. Throws {@link org.icportrait.work.BadInput} where an option cannot
	 * be used and {@link org.icportrait.work.Fault} where the machine cannot.
	 */
	public static PortraitEngine open(final EngineOptions options) {
		final ModelPack pack = ModelPack.open(options.packFolder());
		return new PortraitEngine(pack, OnnxRuntime.open(options.runtime()));
	}

	/** What the networks run on, e.g. "CPU, 2 threads"; where a GPU was asked for in vain, also why. */
	public String device() {
		return origins.device().told();
	}

	/** The same, and why it is this one: one line. */
	public String whyDevice() {
		return origins.device().line();
	}

	/** Name and version of the model pack. */
	public String pack() {
		return origins.pack();
	}

	/** Where the pack lies: the jar or a folder. */
	public String packSource() {
		return packSource;
	}

	/** Names, licences and hashes of the pack. */
	public PackManifest manifest() {
		return origins.manifest();
	}

	/** The faces of a picture, surest first; empty where there is none. An unsure find is read, and dropped where it reads as no head. */
	public List<FaceBox> findFaces(final Picture picture, final Progress progress) {
		return reader.findFaces(picture, progress);
	}

	/**
	 * Finds the one face that is meant and reads it. Throws {@link BadInput} before anything is done where the heap is too small for what
	 * usually follows.
	 */
	public Profile analyze(final Picture picture, final FaceChoice choice, final Progress progress) {
		return analyze(heads(picture), choice, progress);
	}

	/** The same of one of several faces of a picture that are wanted one after another: each head is read once. */
	public Profile analyze(final PictureHeads heads, final FaceChoice choice, final Progress progress) {
		return reader.analyze(heads, choice, progress);
	}

	/** The heads of a picture, to be analysed one after another. @param picture kept, not copied: do not change it */
	public PictureHeads heads(final Picture picture) {
		return reader.heads(picture);
	}

	/** Finds all faces that are meant, at least one, and reads them; one that cannot be read ends it all. */
	public List<Profile> analyzeAll(final Picture picture, final FaceChoice choice, final Progress progress) {
		return analyzeAll(heads(picture), choice, progress);
	}

	/** The same of a picture whose heads may have been read in part. */
	public List<Profile> analyzeAll(final PictureHeads heads, final FaceChoice choice, final Progress progress) {
		return reader.analyzeAll(heads, choice, progress);
	}

	/**
	 * The light of a photograph for other heads, read from what {@code options} leave visible of it. Where the pack has a network for it and
	 * a box is given, nothing that is hidden is looked at; without a box the face is found first, in the whole photograph, and
	 * {@link LightReading#box} says where, so that the next time it can be given. A pack without that network has the whole head read.
	 *
	 * @param reference 1 or 3 channels; kept, not copied
	 * @param box of the face whose light is meant; null for the largest
	 */
	public LightReading readLight(final Picture reference, final HeadBox box, final StitchOptions options, final Progress progress) {
		return reader.readLight(reference, box, options, progress);
	}

	/** The same of a photograph whose head has been read. */
	public LightReading readLight(final Profile reference, final StitchOptions options, final Progress progress) {
		return reader.readLight(reference, options, progress);
	}

	/** Who the face of a photograph is, to be compared with others that this engine reads; empty where the pack has no network for it. */
	public Optional<Identity> identity(final Profile of, final Progress progress) {
		return networks.embedding() == null ? Optional.empty() : Optional.of(networks.embedding().identify(of.picture(), of.reading(), progress));
	}

	/** Sees a person from where the scene wants it; its light is not looked at. Lit any number of times by {@link #light}. */
	public TurnedPortrait turn(final Person who, final Scene scene, final Progress progress) {
		return TurnedPortrait.of(who, scene, progress);
	}

	/**
	 * A turned portrait in a light, before its background.
	 *
	 * @param light read once, usable for any number of portraits; null keeps the photograph's own
	 */
	public PortraitResult light(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		return lit(turned, light, progress).whole();
	}

	/** The same with what is held before the head apart. */
	LitPortrait lit(final TurnedPortrait turned, final LightReading light, final Progress progress) {
		final LitPortrait lit = LitPortrait.of(turned, light, origins, progress);
		return turned.who().doubt(profile -> identity(profile, progress)).map(lit::doubted).orElse(lit);
	}

	/**
	 * A new view in a new light: {@link #turn}, then {@link #light}; where the scene asks for it, what no photograph shows is generated then,
	 * by the {@link #generator} for it.
	 */
	public PortraitResult make(final Person who, final Scene scene, final Progress progress) {
		if (scene.generation() == null) return light(turn(who, scene, progress.sub(0, 0.6)), scene.light(), progress.sub(0.6, 1));
		try (Generator generator = generator(scene.generation()); Generator.Prepared ready = generator.prepare(who, progress.sub(0, 0.2))) {
			return ready.make(scene, progress.sub(0.2, 1));
		}
	}

	/**
	 * Where in the photographs the networks find each place of a scene. Nothing is generated; the seed of the scene's generation decides what of
	 * the reference is hidden. Throws {@link BadInput} where the pack has no networks for it.
	 */
	public Flow flow(final Person who, final Scene scene, final Progress progress) {
		return generators.inContext().flow(who, scene, progress);
	}

	/**
	 * All that is known of a scene before anything is generated, as the denoiser is given it: to train one on. Throws {@link BadInput} where the pack
	 * has no networks for it, whose sizes decide the condition's.
	 */
	public Condition condition(final Person who, final Scene scene, final Progress progress) {
		return generators.inContext().condition(who, scene, progress);
	}

	/** Whether the pack has networks that generate what no photograph shows. */
	public boolean generates() {
		return generators.generates();
	}

	/**
	 * What makes scenes that ask for this, a person prepared once. The one place where automatic becomes a method: in context where the pack has the
	 * networks, else geometric. Throws {@link BadInput} where they are missing and something is wanted that needs them.
	 *
	 * @param wanted as in {@link Scene#generation}
	 */
	public Generator generator(final Generation wanted) {
		return generators.of(wanted);
	}

	/** Portraits in context, a person prepared once. Throws {@link BadInput} where the pack has no networks for it. */
	public Generator inContext() {
		return generators.inContext();
	}

	/** Portraits by geometry and light alone, a person prepared once. */
	public Generator geometric() {
		return generators.geometric();
	}

	/** The origin of something that this engine made. */
	public Provenance provenance(final String action, final Map<String, Object> facts) {
		return origins.of(action, facts);
	}

	@Override
	public void close() {
		networks.close();
	}
}
