package org.icportrait.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.light.FaceLight;
import org.icportrait.light.Gleams;
import org.icportrait.light.HeadBox;
import org.icportrait.light.HeldGleams;
import org.icportrait.light.Light;
import org.icportrait.light.LightEstimator;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.LitSurface;
import org.icportrait.light.OwnShading;
import org.icportrait.light.PatchMask;
import org.icportrait.light.PixelMask;
import org.icportrait.light.Relighter;
import org.icportrait.light.Shading;
import org.icportrait.light.StitchOptions;
import org.icportrait.light.WantedLight;
import org.icportrait.quality.HeldOut.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/** Relighting on held-out pairs: the same view in another light is the reference, four fifths of it masked, and the truth. */
final class RelightQuality {

	/** Sigma of the low-frequency ratio: 12 pixels at 192. */
	private static final double SIGMA = 12.0 * HeldOut.SIZE / 192;

	private RelightQuality() {}

	static String measure(final List<Scene> scenes, final Function<View, HeadReading> read) {
		final Map<String, List<List<Double>>> table = new LinkedHashMap<>();
		int missed = 0;
		for (final Scene scene : scenes) {
			final View source = scene.views()[0][0], target = scene.views()[0][1];
			final HeadReading a = read.apply(source), b = read.apply(target);
			if (a == null || b == null) {
				missed++;
				continue;
			}
			final LitHead profile = lit(source, a), reference = lit(target, b);
			final boolean[] head = head(source);
			add(table, "unchanged", source.picture(), target, head);
			add(table, "low-frequency ratio", lowFrequencyRatio(source, target, StitchOptions.DEFAULT), target, head);
			add(table, "spherical harmonics alone", harmonicsAlone(profile, reference, StitchOptions.DEFAULT), target, head);
			add(table, "stitch, told that it is one person", stitch(profile, reference, StitchOptions.DEFAULT.withSamePerson(true)), target, head);
			add(table, "lighting-aware stitch", stitch(profile, reference, StitchOptions.DEFAULT), target, head);
			add(table, "lighting-aware stitch given the true surfaces", stitch(lit(source, source.truth()), lit(target, target.truth()), StitchOptions.DEFAULT), target, head);
		}
		return format(table) + missed + " pairs not read\n";
	}

	private static LitSurface surface(final PreparedHead head) {
		return LitSurface.of(head.maps(), head.camera(), progress -> head.fitted() == null ? null : head.fitted().occluder());
	}

	static LitHead lit(final View view, final HeadReading reading) {
		final PreparedHead head = PreparedHead.of(view.picture(), reading, Progress.NONE);
		final HeadCamera c = view.camera();
		return new LitHead(view.picture(), new Area(0, 0, HeldOut.SIZE, HeldOut.SIZE), surface(head), head.rotation(), reading.light(), new HeadBox(c.x0(), c.y0(), 2 * c.s(), 0));
	}

	static Picture stitch(final LitHead profile, final LitHead reference, final StitchOptions options) {
		final Light own = LightEstimator.estimate(profile, PixelMask.ALL, Progress.NONE);
		final Picture shading = OwnShading.of(profile, own, Progress.NONE);
		final LightReading reading = LightReading.ofPhotograph(reference, options, Progress.NONE);
		return relit(profile, shading, reading.on(profile, shading, FaceLight.of(profile.maps(), shading), Progress.NONE));
	}

	/** As it ships, gleams held. */
	static Picture relit(final LitHead head, final Picture own, final WantedLight wanted) {
		final FaceLight face = FaceLight.of(head.maps(), own);
		return relit(head, Relighter.ratio(head.maps(), own, face, wanted.shading(), Progress.NONE), Gleams.of(head).on(head.maps(), face).under(wanted));
	}

	static Picture relit(final LitHead head, final Picture own, final Picture wanted) {
		return relit(head, Relighter.ratio(head.maps(), own, FaceLight.of(head.maps(), own), wanted, Progress.NONE), HeldGleams.NONE);
	}

	private static Picture relit(final LitHead head, final Picture ratio, final HeldGleams gleams) {
		return Relighter.rows(head.picture(), head.area(), head.maps(), ratio, gleams, new BorderFade(new Area(0, 0, head.area().right(), head.area().bottom()), head.area().right(), head.area().bottom(), 1)).whole(head.picture().width(), head.picture().height(), Progress.NONE);
	}

	static boolean[] head(final View view) {
		final boolean[] out = new boolean[HeldOut.SIZE * HeldOut.SIZE];
		for (int i = 0; i < out.length; i++) {
			out[i] = view.head().get(i % HeldOut.SIZE * HeldOut.MAP / HeldOut.SIZE, i / HeldOut.SIZE * HeldOut.MAP / HeldOut.SIZE, 0) > 0.9f;
		}
		return out;
	}

	/** The quotient of both pictures' means over the visible part of the person, each channel by itself; no geometry. */
	static Picture lowFrequencyRatio(final View source, final View target, final StitchOptions options) {
		final int side = HeldOut.SIZE, n = side * side, radius = (int) (3 * SIGMA);
		final boolean[] visible = PatchMask.of(side, side, options).toArray();
		final Picture out = source.picture().copy();
		for (int c = 0; c < 3; c++) {
			final double[] a = new double[n], b = new double[n];
			for (int i = 0; i < n; i++) {
				a[i] = visible[i] ? source.matte().data()[i] * source.picture().data()[c * n + i] : 0;
				b[i] = visible[i] ? target.matte().data()[i] * target.picture().data()[c * n + i] : 0;
			}
			final double[] before = Metrics.blur(a, side, side, SIGMA, radius), after = Metrics.blur(b, side, side, SIGMA, radius);
			for (int i = 0; i < n; i++) out.data()[c * n + i] *= (float) ((after[i] + 1e-5) / (before[i] + 1e-5));
		}
		return out;
	}

	/** Nine coefficients a channel for either picture, the reference's from its visible patches; nothing else. */
	static Picture harmonicsAlone(final LitHead profile, final LitHead reference, final StitchOptions options) {
		final PixelMask visible = PatchMask.of(HeldOut.SIZE, HeldOut.SIZE, options);
		return relit(profile, harmonics(profile, PixelMask.ALL, profile), harmonics(reference, visible, profile));
	}

	private static Picture harmonics(final LitHead head, final PixelMask visible, final LitHead on) {
		return Shading.of(LitSurface.of(on.maps(), on.camera()), LightEstimator.soft(head, visible, Progress.NONE), Progress.NONE);
	}

	static void add(final Map<String, List<List<Double>>> table, final String method, final Picture candidate, final View truth, final boolean[] head) {
		final List<List<Double>> columns = table.computeIfAbsent(method, m -> List.of(new ArrayList<>(), new ArrayList<>()));
		columns.get(0).add(Metrics.scaleInvariantError(candidate, truth.picture(), head));
		columns.get(1).add(Metrics.dissimilarity(candidate, truth.picture(), head));
	}

	static String format(final Map<String, List<List<Double>>> table) {
		final StringBuilder out = new StringBuilder("| relighting | si-MSE | DSSIM | pairs |\n|---|---|---|---|\n");
		table.forEach((method, columns) -> out.append(String.format("| %s | %.5f | %.4f | %d |%n", method, Statistics.mean(columns.get(0)),
			Statistics.mean(columns.get(1)), columns.get(0).size())));
		return out.toString();
	}
}
