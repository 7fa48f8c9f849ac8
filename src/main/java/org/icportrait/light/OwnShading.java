package org.icportrait.light;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.MedianFilter;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * The shading that a photograph itself has: between what its estimated light explains and what picture / albedo says at low
 * frequencies, so that hard shadows go as far as the albedo estimate allows, and pores and wrinkles stay in the picture. Stateless.
 */
public final class OwnShading {

	/** Share of picture / albedo in the result (geometric). */
	private static final double TRUST = 0.9;
	/** Radius of the blur that leaves the low frequencies (done twice), dm, and the matte from which a cell counts. */
	private static final double RADIUS = 0.1;
	private static final float INSIDE = 0.9f;
	/** By how much more hard light varies than it seems: the estimate of albedo takes a part of it for colour. */
	private static final double MORE = 0.1;
	/** Radius of the median that follows borders of shadows, dm. */
	private static final double FINE = 0.06;
	/** Albedo below this is taken to be this. */
	private static final float DARKEST = 0.02f;

	private OwnShading() {}

	/**
	 * @param own the photograph's own light, from {@link LightEstimator}
	 * @return linear RGB over the grid of the head's maps, above 0
	 */
	public static Picture of(final LitHead head, final Light own, final Progress progress) {
		final HeadMaps maps = head.maps();
		final Picture shading = Shading.of(head.surface(), own, progress);
		LightColours.drawIn(maps, shading, progress);
		final CellColours shown = CellColours.of(head, PixelMask.ALL, progress);
		final Picture both = shownAndExplained(maps, shown, shading);
		final Picture rest = rest(both, RADIUS * head.cellsPerDm(), progress);
		final Picture explained = shading.copy();
		multiply(shading, rest, TRUST);
		final float hardness = HardLight.of(maps, shading);
		if (hardness > 0) {
			follow(maps, shading, both, rest, FINE * head.cellsPerDm(), hardness, progress);
			if (shown.isGrey()) Colour.takeAway(shading);
			else HardLight.keepColours(maps, shading, hardness, progress);
		}
		DeepShade.raise(maps, shading, both, explained, head.surface().normals(progress), head.cellsPerDm(), progress);
		return shading;
	}

	/** Lets a shading follow hard light: borders of shadows, and all of what is shown. */
	private static void follow(final HeadMaps maps, final Picture shading, final Picture both, final Picture rest, final double radius, final float hardness,
		final Progress progress)
	{
		final Picture detail = sharpRest(both, radius, progress);
		final int n = both.planeSize();
		for (int i = 0; i < 3 * n; i++) detail.data()[i] = both.data()[3 * n + i] > 0 ? detail.data()[i] - rest.data()[i] : 0;
		HardLight.keepBorders(maps, detail, progress);
		for (int i = 0; i < detail.data().length; i++) detail.data()[i] += (float) (1 - TRUST) * rest.data()[i];
		multiply(shading, detail, hardness);
		multiply(shading, LogRatios.grey(shading), hardness * MORE);
	}

	/** Logarithms of what is shown over what is explained, each blurred with a radius in cells. */
	private static Picture rest(final Picture both, final double radius, final Progress progress) {
		return logRatio(BoxBlur.twice(both, Math.max(1, (int) Math.round(radius)), progress));
	}

	/** The same with its edges and without its spots, as moles are. */
	private static Picture sharpRest(final Picture both, final double radius, final Progress progress) {
		final int n = both.planeSize();
		final boolean[] inside = new boolean[n];
		for (int i = 0; i < n; i++) inside[i] = both.data()[3 * n + i] > 0;
		final Picture medians = MedianFilter.of(logRatio(both), Math.max(1, (int) Math.round(radius)), inside, progress), sums = new Picture(both.width(), both.height(), 4);
		for (int i = 0; i < n; i++) {
			if (!inside[i]) continue;
			for (int c = 0; c < 3; c++) sums.data()[c * n + i] = medians.data()[c * n + i];
			sums.data()[3 * n + i] = 1;
		}
		final Picture smooth = BoxBlur.blur(sums, 1, progress);
		for (int i = 0; i < n; i++) {
			for (int c = 0; c < 3; c++) medians.data()[c * n + i] = inside[i] ? smooth.data()[c * n + i] / smooth.data()[3 * n + i] : 0;
		}
		return medians;
	}

	private static Picture logRatio(final Picture both) {
		final Picture out = new Picture(both.width(), both.height(), 3);
		final int n = out.data().length;
		for (int i = 0; i < n; i++) {
			out.data()[i] = (float) Math.log(Math.max(0.1, Math.min(10, (both.data()[i] + 1e-4) / (both.data()[n + i] + 1e-4))));
		}
		return out;
	}

	private static void multiply(final Picture shading, final Picture logs, final double share) {
		for (int i = 0; i < logs.data().length; i++) shading.data()[i] *= (float) Math.exp(share * logs.data()[i]);
	}

	/** What the cells inside the head show (3 channels), and what the light explains of it (3 channels). */
	private static Picture shownAndExplained(final HeadMaps maps, final CellColours shown, final Picture explained) {
		final int n = maps.size();
		final Picture out = new Picture(maps.width(), maps.height(), 6);
		for (int i = 0; i < n; i++) {
			if (maps.matte().data()[i] <= INSIDE) continue;
			for (int c = 0; c < 3; c++) {
				out.data()[c * n + i] = shown.share(i) * shown.get(i, c);
				out.data()[(3 + c) * n + i] = shown.share(i) * Math.max(DARKEST, maps.albedo().data()[c * n + i]) * explained.data()[c * n + i];
			}
		}
		return out;
	}
}
