package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.generate.Canvas;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Frame;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.generate.Merge;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.light.PatchMask;
import org.icportrait.view.Background;
import org.icportrait.view.Parted;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * Makes portraits in context (IC-Portrait): geometry and light first, then what no photograph shows is generated, guided by the photographs'
 * own features. Scenes that ask for geometry alone, and views in which nothing turned, stay as geometry makes them.
 */
final class InContextGenerator implements Generator {

	/** Linear mid-grey, before which a person is generated whose background is taken away. */
	private static final float GREY = 0.2159f;

	private final PortraitEngine engine;
	private final InContextNetworks networks;

	/** @param networks stay their owner's */
	InContextGenerator(final PortraitEngine engine, final InContextNetworks networks) {
		this.engine = engine;
		this.networks = networks;
	}

	@Override
	public String name() {
		return "in-context";
	}

	@Override
	public Prepared prepare(final Person who, final Progress progress) {
		final Generator.Prepared geometry = new GeometricGenerator(engine).prepare(who, progress.sub(0, 0.8));
		return new Ready(who, geometry, features(who, progress.sub(0.8, 1)));
	}

	/** The engine is its owner's to close. */
	@Override
	public void close() {}

	private Tensor features(final Person who, final Progress progress) {
		if (!networks.isGuided()) return null;
		final List<Tensor> canvases = new ArrayList<>();
		for (final Profile profile : who.profiles()) canvases.add(canvas(profile, progress));
		return networks.features(canvases, progress);
	}

	private Tensor canvas(final Profile profile, final Progress progress) {
		final PreparedHead head = profile.head(progress);
		final Frame frame = Frame.of(head.camera(), networks.side());
		final Picture matte = frame.crop(head.matte(), head.area(), head.width(), head.height(), progress);
		return Canvas.profile(CropSampler.crop(profile.picture(), frame.toPicture(), frame.side(), progress), matte);
	}

	/** A person, and what the networks keep of the photographs. */
	private final class Ready implements Prepared {

		private final Person who;
		private final Prepared geometry;
		private final Tensor features;

		Ready(final Person who, final Prepared geometry, final Tensor features) {
			this.who = who;
			this.geometry = geometry;
			this.features = features;
		}

		@Override
		public PortraitResult make(final Scene scene, final Progress progress) {
			final boolean cut = scene.background().equals(Background.REMOVE);
			final Scene before = cut && scene.generation() != null ? scene.withBackground(Background.colour(GREY, GREY, GREY)) : scene;
			final PortraitResult made = geometry.make(before, progress.sub(0, 0.3));
			if (scene.generation() == null) return made;
			if (made.view().isUnchanged()) return cut ? geometry.make(scene, progress.sub(0.3, 1)) : made;
			return generate(made, before, cut, progress.sub(0.3, 1));
		}

		private PortraitResult generate(final PortraitResult made, final Scene scene, final boolean cut, final Progress progress) {
			final View view = made.view();
			final Picture known = view.known();
			final Frame frame = Frame.of(view.camera(), networks.side());
			final Picture behind = behind(who.first(), scene.background(), frame, progress);
			final Condition condition = Condition.of(view, known, made.picture(), behind, frame, progress);
			final InContextNetworks.Guide guide = networks.guide(Canvas.reference(condition.start(), shown(frame.side(), scene.generation())), features,
				progress.sub(0, 0.2));
			final Denoising.Generated generated = scene.generation().run(networks, condition, guide, progress.sub(0.2, 0.9));
			final double turned = who.first().head(progress).rotation().degreesTo(view.rotation());
			final Merge.Merged merged = Merge.over(view, known, made.picture(), condition, generated, turned, progress.sub(0.9, 1));
			final CutOut cutOut = cut ? CutOut.of(merged, view, generated.matte(), frame, GREY) : new CutOut(merged.portrait(), null);
			return new PortraitResult(cutOut.picture(), cutOut.alpha(), view, made.canvas(), made.light(), merged.generated(),
				engine.provenance("generate", facts(made.provenance(), scene.generation())));
		}

		@Override
		public void close() {
			geometry.close();
		}
	}

	/** The paper's share of the reference is hidden, by the seed of the noise. */
	private static boolean[] shown(final int side, final Denoising generation) {
		return new PatchMask(side, side, PatchMask.DEFAULT_RATIO, 0, generation.seed()).toArray();
	}

	private Map<String, Object> facts(final Provenance geometric, final Denoising generation) {
		final Map<String, Object> facts = new LinkedHashMap<>(geometric.facts());
		facts.put("method", name());
		facts.put("generated_by", networks.isGuided() ? "denoiser guided by the photographs" : "denoiser without guidance");
		facts.put("noise", Map.of("seed", generation.seed(), "variant", generation.variant(), "steps", generation.steps()));
		return facts;
	}

	/** What lies behind the person, in the frame. */
	private static Picture behind(final Profile first, final Background background, final Frame frame, final Progress progress) {
		if (background.kind() == Background.Kind.COLOUR) {
			final Picture one = new Picture(1, 1, 3, new float[] { background.red(), background.green(), background.blue() });
			return CropSampler.crop(one, frame.toPicture(), frame.side(), progress);
		}
		final Parted parted = first.parted(progress);
		final Picture out = CropSampler.crop(first.picture(), frame.toPicture(), frame.side(), progress);
		final int w = first.picture().width(), h = first.picture().height();
		final Picture plate = frame.crop(parted.plate(), parted.area(), w, h, progress);
		final Picture whole = new Picture(parted.area().width(), parted.area().height(), 1);
		Arrays.fill(whole.data(), 1);
		final Picture share = frame.crop(whole, parted.area(), w, h, progress);
		for (int i = 0; i < out.data().length; i++) {
			out.data()[i] = plate.data()[i] + (1 - share.data()[i % share.planeSize()]) * out.data()[i];
		}
		return out;
	}
}
