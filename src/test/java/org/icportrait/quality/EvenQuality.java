package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.light.FaceLight;
import org.icportrait.light.LightEstimator;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.light.LitHead;
import org.icportrait.light.OwnShading;
import org.icportrait.light.PixelMask;
import org.icportrait.light.Shading;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/**
 * Even light for renders in hard light: relit by the preset <em>flat</em> against the renderer's reflectance in that light, bare skin alone, on the cells of
 * its maps; and how much of the old light is left.
 */
final class EvenQuality {

	private static final int CELLS = ShadowShot.CELLS, PIXELS = HeldOut.SIZE / CELLS;
	/** How many times as bright the brightest tenth of the skin is lit as its darkest one, at least. */
	private static final double CONTRAST = 3;
	private static final double DARKEST = 1e-3;
	private static final String[] FIGURES = { "si-MSE", "shade left", "dark beside lit" };

	private final Map<String, List<List<Double>>> rows = new LinkedHashMap<>();

	private EvenQuality() {}

	/** @param read the surface of a view, or null where it cannot be read */
	static String measure(final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final EvenQuality all = new EvenQuality();
		int shots = 0;
		for (final ShadowShot shot : ShadowShot.of(scenes, groups)) {
			final HeadReading reading = contrast(shot) < CONTRAST ? null : read.apply(shot.view());
			if (reading == null) continue;
			shots++;
			final LitHead truth = RelightQuality.lit(shot.view(), shot.view().truth()), found = RelightQuality.lit(shot.view(), reading);
			final Picture even = even(truth);
			all.add("unchanged", shot, shot.view().picture(), even);
			all.add("as shipped", shot, flat(found, own(found)), even);
			all.add("the same, true surface", shot, flat(truth, own(truth)), even);
			all.add("the renderer's own shading", shot, flat(truth, shot.shading()), even);
		}
		return all.table(shots);
	}

	/** The brightest to the darkest tenth of the shading of skin. */
	static double contrast(final ShadowShot shot) {
		final List<Double> all = new ArrayList<>();
		for (int i = 0; i < CELLS * CELLS; i++) if (shot.isSkin(i)) all.add(luminance(shot.shading(), i));
		return Statistics.quantile(all, 0.9) / Math.max(DARKEST, Statistics.quantile(all, 0.1));
	}

	/** What the renderer's reflectance looks like in flat light. */
	static Picture even(final LitHead truth) {
		final Picture out = Shading.of(truth.surface(), LightPreset.FLAT.light(), Progress.NONE);
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= truth.maps().albedo().data()[i];
		return out;
	}

	private static Picture own(final LitHead head) {
		return OwnShading.of(head, LightEstimator.estimate(head, PixelMask.ALL, Progress.NONE), Progress.NONE);
	}

	static Picture flat(final LitHead head, final Picture own) {
		return RelightQuality.relit(head, own, LightReading.of(LightPreset.FLAT.light(), 1).on(head, own, FaceLight.of(head.maps(), own), Progress.NONE));
	}

	/** @param even the truth, over the cells */
	void add(final String name, final ShadowShot shot, final Picture made, final Picture even) {
		final Picture cells = cells(made);
		final boolean[] skin = new boolean[CELLS * CELLS];
		for (int i = 0; i < skin.length; i++) skin[i] = shot.isSkin(i);
		final double[] figures = { Metrics.scaleInvariantError(cells, even, skin), left(shot, cells, even), dark(shot, cells, even) };
		final List<List<Double>> row = rows.computeIfAbsent(name, n -> List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
		for (int k = 0; k < figures.length; k++) row.get(k).add(figures[k]);
	}

	/** Share of the old shading that is left: the slope of the logarithm of picture to truth on that of the renderer's shading. */
	private static double left(final ShadowShot shot, final Picture cells, final Picture even) {
		double x = 0, y = 0, xx = 0, xy = 0;
		int count = 0;
		for (int i = 0; i < CELLS * CELLS; i++) {
			if (!shot.isSkin(i)) continue;
			final double shade = log(shot.shading(), i), off = log(cells, i) - log(even, i);
			x += shade;
			y += off;
			xx += shade * shade;
			xy += shade * off;
			count++;
		}
		return (xy - x * y / count) / (xx - x * x / count);
	}

	/** Logarithm by which the darkest third of the skin, by the renderer's shading, is too bright beside the brightest one; below 0 too dark. */
	private static double dark(final ShadowShot shot, final Picture cells, final Picture even) {
		final List<Double> shades = new ArrayList<>();
		for (int i = 0; i < CELLS * CELLS; i++) if (shot.isSkin(i)) shades.add(luminance(shot.shading(), i));
		final double low = Statistics.quantile(shades, 1 / 3.0), high = Statistics.quantile(shades, 2 / 3.0);
		final List<Double> dark = new ArrayList<>(), lit = new ArrayList<>();
		for (int i = 0; i < CELLS * CELLS; i++) {
			if (!shot.isSkin(i)) continue;
			final double shade = luminance(shot.shading(), i), off = log(cells, i) - log(even, i);
			if (shade <= low) dark.add(off);
			else if (shade >= high) lit.add(off);
		}
		return Statistics.mean(dark) - Statistics.mean(lit);
	}

	/** Means of the pixels of each cell. */
	static Picture cells(final Picture picture) {
		final Picture out = new Picture(CELLS, CELLS, 3);
		for (int i = 0; i < picture.data().length; i++) {
			final int c = i / picture.planeSize(), x = i % picture.width() / PIXELS, y = i / picture.width() % picture.height() / PIXELS;
			out.data()[(c * CELLS + y) * CELLS + x] += picture.data()[i] / (PIXELS * PIXELS);
		}
		return out;
	}

	private static double log(final Picture picture, final int i) {
		return Math.log(Math.max(DARKEST, luminance(picture, i)));
	}

	private static double luminance(final Picture picture, final int i) {
		final int n = picture.planeSize();
		return Colour.luminance(picture.data()[i], picture.data()[n + i], picture.data()[2 * n + i]);
	}

	String table(final int shots) {
		final StringBuilder out = new StringBuilder(shots + " renders; mean, median\n\n| | " + String.join(" | ", FIGURES) + " |\n|---|---|---|---|\n");
		rows.forEach((name, row) -> {
			out.append("| ").append(name);
			for (final List<Double> figure : row) out.append(String.format(" | %.4f, %.4f", Statistics.mean(figure), Statistics.median(figure)));
			out.append(" |\n");
		});
		return out.toString();
	}
}
