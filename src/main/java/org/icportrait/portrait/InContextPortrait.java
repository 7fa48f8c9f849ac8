package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.finish.GeometricPortrait;
import org.icportrait.finish.Merge;
import org.icportrait.generate.Canvas;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.ExtraPictures;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Flow;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Generation;
import org.icportrait.generate.InContextNetworks;
import org.icportrait.generate.StitchedCanvas;
import org.icportrait.generate.Uncertainty;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.layers.Parted;
import org.icportrait.light.PatchMask;
import org.icportrait.outline.SeenOutline;
import org.icportrait.skin.Jewellery;
import org.icportrait.turn.Turn;
import org.icportrait.view.Background;
import org.icportrait.view.View;
import org.icportrait.work.Memory;
import org.icportrait.work.Progress;

/** The way from a geometric result to one in context: what is known is gathered once, and each variant goes through the denoiser. For one thread, once. */
final class InContextPortrait {

	private static final int BYTES_A_COLOUR = 12;
	/** Alpha from which on a pixel shows the person. */
	private static final float SOLID = 0.5f;

	private final InContextNetworks networks;
	private final Person who;
	private final PortraitResult geometric;
	private final Generation generation;
	private final Turn turn;
	private final Frame frame;
	/** Null where the background stays. */
	private final CutOut cut;
	private final Picture before;
	private final Picture known;
	private final Condition condition;
	/** As the photographs show them. */
	private final List<PreparedHead> heads;

	/** @param geometric result of the scene */
	InContextPortrait(final InContextNetworks networks, final Person who, final PortraitResult geometric, final Scene scene, final Progress progress) {
		this.networks = networks;
		this.who = who;
		this.geometric = geometric;
		generation = scene.generation();
		turn = scene.turn();
		final View view = geometric.view();
		frame = Frame.of(view.camera(), networks.side()).reaching(highest(view));
		cut = geometric.alpha() == null ? null : new CutOut(geometric.picture(), geometric.alpha());
		before = cut == null ? geometric.picture() : cut.beforeGrey();
		known = view.known();
		final Background behind = cut == null ? scene.background() : Background.colour(CutOut.GREY, CutOut.GREY, CutOut.GREY);
		condition = Condition.of(view, known, before, behind(behind, progress), frame, progress);
		heads = who.profiles().stream().map(profile -> profile.head(progress)).toList();
		Jewellery.remove(view, heads, condition, progress);
	}

	/** Row of the picture where the person begins. */
	static double highest(final View view) {
		final float[] alpha = view.alpha().data();
		int first = 0;
		while (first < alpha.length && alpha[first] < SOLID) first++;
		return view.area().y() + first / view.area().width();
	}

	/** What is generated from. */
	Condition condition() {
		return condition;
	}

	/** @param features of the photographs; null where nothing guides @param origin facts, to be added to */
	PortraitResult make(final Tensor features, final Map<String, Object> origin, final Progress progress) {
		final Extras extras = generation.extras();
		final Tensor reference = Canvas.reference(condition.start(), shown());
		final InContextNetworks.Guide guide = networks.guide(reference, features, progress.sub(0, 0.2));
		final Outcomes outcomes = new Outcomes(extras, progress);
		final Progress rest = progress.sub(0.2, 1);
		for (int i = 0; i < extras.variants(); i++) outcomes.add(guide, i, rest.sub((double) i / extras.variants(), (i + 1.0) / extras.variants()));
		final Picture uncertainty = outcomes.uncertainty == null ? null : outcomes.uncertainty.map();
		if (uncertainty != null) origin.put("uncertainty", describe(uncertainty, extras.variants()));
		final ExtraPictures beside = extras.equals(Extras.NONE) ? null
			: new ExtraPictures(uncertainty, outcomes.pictures, frame, extras.start() ? condition.startPicture() : null, extras.canvas() ? canvas(reference, progress) : null,
				extras.flow() && guide.flow() != null ? Flow.of(guide.flow(), who.profiles().size(), geometric.view(), frame, outcomes.merged.generated()) : null);
		return new PortraitResult(outcomes.first.picture(), outcomes.first.alpha(), geometric.view(), geometric.canvas(), geometric.light(),
			outcomes.merged.generated(), beside, geometric.provenance());
	}

	/** Where the networks find each place of the geometric result in the photographs; nothing is generated. */
	Flow flow(final Tensor features, final Progress progress) {
		final InContextNetworks.Guide guide = networks.guide(Canvas.reference(condition.start(), shown()), features, progress);
		final Picture nothing = new Picture(before.width(), before.height(), 1);
		return Flow.of(guide.flow(), who.profiles().size(), geometric.view(), frame, nothing);
	}

	/** What the variants come to; the first one is the result. */
	private final class Outcomes {

		private final Merge merge;
		private final Uncertainty uncertainty;
		private final List<Picture> pictures;
		private CutOut first;
		private Merge.Merged merged;

		Outcomes(final Extras extras, final Progress progress) {
			if (extras.stack()) Memory.require((long) BYTES_A_COLOUR * before.planeSize() * extras.variants(), "A stack of " + extras.variants() + " variants");
			final List<Picture> photographs = who.profiles().stream().map(profile -> profile.bare(progress)).toList();
			final SeenOutline seen = SeenOutline.of(photographs, heads, progress);
			merge = new Merge(new GeometricPortrait(geometric.view(), known, before, condition, photographs, heads), seen, turn, generation, progress);
			uncertainty = extras.variants() < 2 ? null : new Uncertainty(before.width(), before.height());
			pictures = extras.stack() ? new ArrayList<>() : null;
		}

		void add(final InContextNetworks.Guide guide, final int number, final Progress progress) {
			final Denoising variant = generation.denoising().withVariant(generation.denoising().variant() + number);
			final Denoising.Generated generated = variant.run(networks, condition, guide, progress.sub(0, 0.9));
			final Merge.Merged one = merge.over(generated, progress.sub(0.9, 1));
			if (uncertainty != null) uncertainty.add(one.portrait(), one.generated(), progress);
			if (number > 0 && pictures == null) return;
			final CutOut shown = cut == null ? new CutOut(one.portrait(), null) : cut.with(one, frame);
			if (pictures != null) pictures.add(number == 0 ? shown.picture().copy() : shown.picture());
			if (number > 0) return;
			first = shown;
			merged = one;
		}
	}

	/** The paper's share of the reference is hidden, by the seed of the noise. */
	private boolean[] shown() {
		return new PatchMask(frame.side(), frame.side(), PatchMask.DEFAULT_RATIO, 0, generation.denoising().seed()).toArray();
	}

	private StitchedCanvas canvas(final Tensor reference, final Progress progress) {
		final List<Tensor> halves = new ArrayList<>();
		for (final Profile profile : who.profiles()) halves.add(profile.canvas(networks.side(), progress));
		halves.add(reference);
		return StitchedCanvas.of(halves);
	}

	private static Map<String, Object> describe(final Picture spread, final int variants) {
		double sum = 0;
		int count = 0;
		for (final float value : spread.data()) {
			if (Float.isNaN(value)) continue;
			sum += value;
			count++;
		}
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("variants", variants);
		facts.put("mean_levels", count == 0 ? 0 : Math.round(100 * sum / count) / 100.0);
		return facts;
	}

	/** What lies behind the person, in the frame. */
	private Picture behind(final Background background, final Progress progress) {
		if (background.kind() == Background.Kind.COLOUR) {
			final Picture one = new Picture(1, 1, 3, new float[] { background.red(), background.green(), background.blue() });
			return CropSampler.crop(one, frame.toPicture(), frame.side(), progress);
		}
		final Profile first = who.first();
		final Parted parted = first.parted(progress);
		final Picture out = CropSampler.crop(first.bare(progress), frame.toPicture(), frame.side(), progress);
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
