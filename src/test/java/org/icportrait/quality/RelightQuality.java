package org.icportrait.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.light.OldLightEstimator;
import org.icportrait.light.OldLightingStitch;
import org.icportrait.light.OldLitHead;
import org.icportrait.light.OldOwnShading;
import org.icportrait.light.PatchMask;
import org.icportrait.light.OldRelighter;
import org.icportrait.light.OldShading;
import org.icportrait.light.StitchOptions;
import org.icportrait.quality.HeldOut.Scene;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.view.HeadMaps;
import org.icportrait.view.SurfaceUpsampler;

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
			final OldLitHead profile = lit(source, a), reference = lit(target, b);
			final boolean[] head = head(source);
			add(table, "unchanged", source.picture(), target, head);
			add(table, "low-frequency ratio", lowFrequencyRatio(source, target), target, head);
			add(table, "spherical harmonics alone", harmonicsAlone(profile, reference), target, head);
			add(table, "stitch, told that it is one person", stitch(profile, reference, true), target, head);
			add(table, "lighting-aware stitch", stitch(profile, reference, false), target, head);
			add(table, "lighting-aware stitch given the true surfaces", stitch(lit(source, source.truth()), lit(target, target.truth()), false), target, head);
		}
		return format(table) + missed + " pairs not read\n";
	}

	private static OldLitHead lit(final View view, final HeadReading surface) {
		return OldLitHead.of(view.picture(), SurfaceUpsampler.upsample(view.picture(), surface), surface);
	}

	private static Picture stitch(final OldLitHead profile, final OldLitHead reference, final boolean samePerson) {
		final Light own = OldLightEstimator.estimate(profile.picture(), profile.maps(), profile.camera(), null, profile.guess());
		final Picture shading = OldOwnShading.of(profile.picture(), profile.maps(), profile.camera(), own);
		return OldLightingStitch.stitch(profile, shading, reference, StitchOptions.DEFAULT.withSamePerson(samePerson)).relit();
	}

	private static boolean[] head(final View view) {
		final boolean[] out = new boolean[HeldOut.SIZE * HeldOut.SIZE];
		for (int i = 0; i < out.length; i++) {
			out[i] = view.head().get(i % HeldOut.SIZE * HeldOut.MAP / HeldOut.SIZE, i / HeldOut.SIZE * HeldOut.MAP / HeldOut.SIZE, 0) > 0.9f;
		}
		return out;
	}

	/** The quotient of both pictures' means over the visible part of the person, each channel by itself; no geometry. */
	private static Picture lowFrequencyRatio(final View source, final View target) {
		final int side = HeldOut.SIZE, n = side * side, radius = (int) (3 * SIGMA);
		final boolean[] visible = new PatchMask(side, side, PatchMask.DEFAULT_RATIO, 0, 1).toArray();
		final Picture out = source.picture().copy();
		for (int c = 0; c < 3; c++) {
			final double[] a = new double[n], b = new double[n];
			for (int i = 0; i < n; i++) {
				final double weight = visible[i] ? source.matte().data()[i] : 0;
				a[i] = weight * source.picture().data()[c * n + i];
				b[i] = weight * target.picture().data()[c * n + i];
			}
			final double[] before = Metrics.blur(a, side, side, SIGMA, radius), after = Metrics.blur(b, side, side, SIGMA, radius);
			for (int i = 0; i < n; i++) out.data()[c * n + i] *= (float) ((after[i] + 1e-5) / (before[i] + 1e-5));
		}
		return out;
	}

	/** Nine coefficients a channel for either picture, the reference's from its visible patches; nothing else. */
	private static Picture harmonicsAlone(final OldLitHead profile, final OldLitHead reference) {
		final boolean[] visible = new PatchMask(HeldOut.SIZE, HeldOut.SIZE, PatchMask.DEFAULT_RATIO, 0, 1).toArray();
		return OldRelighter.apply(profile.picture(), profile.maps(), harmonics(profile, null, profile.maps()), harmonics(reference, visible, profile.maps()));
	}

	private static Picture harmonics(final OldLitHead head, final boolean[] visible, final HeadMaps on) {
		return OldShading.of(on, head.camera(), OldLightEstimator.soft(head.picture(), head.maps(), visible, head.guess()));
	}

	private static void add(final Map<String, List<List<Double>>> table, final String method, final Picture candidate, final View truth, final boolean[] head) {
		final List<List<Double>> columns = table.computeIfAbsent(method, m -> List.of(new ArrayList<>(), new ArrayList<>()));
		columns.get(0).add(Metrics.scaleInvariantError(candidate, truth.picture(), head));
		columns.get(1).add(Metrics.dissimilarity(candidate, truth.picture(), head));
	}

	private static String format(final Map<String, List<List<Double>>> table) {
		final StringBuilder out = new StringBuilder("| relighting | si-MSE | DSSIM | pairs |\n|---|---|---|---|\n");
		table.forEach((method, columns) -> out.append(String.format("| %s | %.5f | %.4f | %d |%n", method, Statistics.mean(columns.get(0)),
			Statistics.mean(columns.get(1)), columns.get(0).size())));
		return out.toString();
	}
}
