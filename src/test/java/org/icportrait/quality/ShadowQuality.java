package org.icportrait.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.light.Lamp;
import org.icportrait.light.Light;
import org.icportrait.light.LitHead;
import org.icportrait.light.LitSurface;
import org.icportrait.light.Shading;
import org.icportrait.morphable.HeadModel;
import org.icportrait.quality.HeldOut.View;
import org.icportrait.work.Progress;

/** The shadows of a hard lamp whose direction is known against the renderer's: which places are dark, where the edge lies, how dark it is. */
final class ShadowQuality {

	private static final int CELLS = ShadowShot.CELLS;
	/** Fewest cells, or places of an edge, that are worth a number. */
	private static final int FEWEST = 30;
	/** Depths of neighbours (dm) that differ by more have a silhouette between them. */
	private static final double STEP = 0.2;
	/** Shares of a lamp below and above which a place is dark and lit. */
	private static final double DARK = 0.1, LIT = 0.9;

	private final Map<String, List<Double>> figures = new LinkedHashMap<>();
	private int missed;

	private ShadowQuality() {}

	/** @param read the surface of a view, or null where it cannot be read */
	static String measure(final Path scenes, final int groups, final Function<View, HeadReading> read) throws IOException {
		final Map<String, ShadowQuality> rows = new LinkedHashMap<>();
		final List<ShadowShot> shots = ShadowShot.of(scenes, groups);
		for (final ShadowShot shot : shots) {
			final HeadReading reading = read.apply(shot.view());
			final LitHead truth = RelightQuality.lit(shot.view(), shot.view().truth()), found = reading == null ? null : RelightQuality.lit(shot.view(), reading);
			row(rows, "true surface, what it shows alone").add(shot, alone(truth));
			row(rows, "true surface, and the fitted head").add(shot, truth);
			row(rows, "read surface, what it shows alone").add(shot, alone(found));
			row(rows, "read surface, and the fitted head").add(shot, found);
		}
		final StringBuilder out = new StringBuilder(shots.size() + " renders; mean, median\n");
		rows.forEach((name, row) -> out.append(row.line(name)));
		return out.toString();
	}

	private static ShadowQuality row(final Map<String, ShadowQuality> rows, final String name) {
		return rows.computeIfAbsent(name, n -> new ShadowQuality());
	}

	private static LitHead alone(final LitHead head) {
		return head == null ? null : new LitHead(head.picture(), head.area(), LitSurface.of(head.maps(), head.camera()), head.rotation(), head.guess(), head.box());
	}

	private void add(final ShadowShot shot, final LitHead head) {
		if (head == null) {
			missed++;
			return;
		}
		final float[] seen = seen(shot, head);
		add("IoU of all that is dark", overlap(shot, seen, shot::isSkin));
		add("IoU of cast shadows", overlap(shot, seen, shot::isFacing));
		edges(shot, seen);
		final double theirs = ratio(shot, shot.seen(), shot.shading(), null), ours = ratio(shot, seen, Shading.of(head.surface(), shot.light(), Progress.NONE), head);
		if (Double.isNaN(theirs) || Double.isNaN(ours)) return;
		add("lit to dark, true", theirs);
		add("ours", ours);
		add("off by a factor", Math.exp(Math.abs(Math.log(ours / theirs))));
	}

	private void add(final String name, final double value) {
		if (!Double.isNaN(value)) figures.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
	}

	/** Share of the lamp that each true cell sees by our shadows, 0 where its surface turns away. */
	private static float[] seen(final ShadowShot shot, final LitHead head) {
		final Light alone = new Light(Harmonics.NONE, List.of(new Lamp(shot.lamp().x(), shot.lamp().y(), shot.lamp().z(), 1, 1, 1, 1)));
		final Picture shaded = Shading.of(head.surface(), alone, Progress.NONE), share = new Picture(shaded.width(), shaded.height(), 1);
		final float[] n = head.surface().normals(Progress.NONE).data(), out = new float[CELLS * CELLS];
		final int size = share.planeSize();
		for (int i = 0; i < size; i++) {
			final double open = alone.at(0, n[i], n[size + i], n[2 * size + i]);
			share.data()[i] = open < 0.02 ? 0 : (float) Math.min(1, shaded.data()[i] / open);
		}
		for (int i = 0; i < out.length; i++) out[i] = share.sample(head.maps().column(x(i), y(i)), head.maps().row(x(i), y(i)), 0);
		return out;
	}

	/** Picture pixels of a cell's middle. */
	private static double x(final int i) {
		return (i % CELLS + 0.5) * ShadowShot.CELL;
	}

	private static double y(final int i) {
		return (i / CELLS + 0.5) * ShadowShot.CELL;
	}

	/** Intersection over union of what is dark here and there. */
	private static double overlap(final ShadowShot shot, final float[] seen, final IntPredicate counts) {
		int both = 0, any = 0;
		for (int i = 0; i < seen.length; i++) {
			if (!counts.test(i)) continue;
			final boolean theirs = shot.seen()[i] < 0.5, ours = seen[i] < 0.5;
			if (theirs && ours) both++;
			if (theirs || ours) any++;
		}
		return any < FEWEST ? Double.NaN : both / (double) any;
	}

	/** Distances between the edges of cast shadows, per cent of the mean head's outer eye distance. */
	private void edges(final ShadowShot shot, final float[] seen) {
		final double[] theirs = crossings(shot, shot.seen()), ours = crossings(shot, seen);
		if (theirs.length < 2 * FEWEST) return;
		final double unit = eyes() * shot.view().camera().s() / ShadowShot.CELL / 100;
		final boolean none = ours.length == 0;
		add("from a true edge to ours", none ? 100 : nearest(theirs, ours) / unit);
		add("from ours to a true one", none ? 100 : nearest(ours, theirs) / unit);
	}

	private static double eyes() {
		final HeadModel model = HeadModel.standard();
		final int a = 3 * model.landmarks()[36], b = 3 * model.landmarks()[45];
		final float[] n = model.neutral();
		return Math.hypot(n[a] - n[b], Math.hypot(n[a + 1] - n[b + 1], n[a + 2] - n[b + 2]));
	}

	/** Where a share passes one half between neighbouring cells of one surface that face the lamp: x, y of each, cells. */
	private static double[] crossings(final ShadowShot shot, final float[] share) {
		final List<Double> out = new ArrayList<>();
		final float[] depth = shot.view().depth().data();
		for (int i = 0; i < share.length; i++) {
			for (final int step : new int[] { 1, CELLS }) {
				final int j = i + step;
				if (j >= share.length || step == 1 && j % CELLS == 0 || share[i] < 0.5 == share[j] < 0.5) continue;
				if (!shot.isFacing(i) || !shot.isFacing(j) || Math.abs(depth[i] - depth[j]) > STEP) continue;
				final double t = (0.5 - share[i]) / (share[j] - share[i]);
				out.add(i % CELLS + (step == 1 ? t : 0));
				out.add(i / CELLS + (step == 1 ? 0 : t));
			}
		}
		return out.stream().mapToDouble(Double::doubleValue).toArray();
	}

	/** Median distance of places to the nearest of others, cells. */
	private static double nearest(final double[] from, final double[] to) {
		final List<Double> out = new ArrayList<>();
		for (int i = 0; i < from.length; i += 2) {
			double least = Double.MAX_VALUE;
			for (int k = 0; k < to.length; k += 2) least = Math.min(least, Math.hypot(from[i] - to[k], from[i + 1] - to[k + 1]));
			out.add(least);
		}
		return Statistics.median(out);
	}

	/** Mean luminance of a shading where a lamp reaches to where something hides it, both facing it; each by its own shadows. */
	private static double ratio(final ShadowShot shot, final float[] seen, final Picture shading, final LitHead head) {
		double lit = 0, dark = 0;
		int litCells = 0, darkCells = 0;
		for (int i = 0; i < seen.length; i++) {
			if (!shot.isFacing(i) || seen[i] >= DARK && seen[i] <= LIT) continue;
			final double x = head == null ? i % CELLS + 0.5 : head.maps().column(x(i), y(i)), y = head == null ? i / CELLS + 0.5 : head.maps().row(x(i), y(i));
			final double light = Colour.luminance(shading.sample(x, y, 0), shading.sample(x, y, 1), shading.sample(x, y, 2));
			if (seen[i] > LIT) {
				lit += light;
				litCells++;
			}
			else {
				dark += light;
				darkCells++;
			}
		}
		return Math.min(litCells, darkCells) < FEWEST ? Double.NaN : lit / litCells / (dark / darkCells);
	}

	private String line(final String name) {
		final StringBuilder out = new StringBuilder(name);
		figures.forEach((what, values) -> out.append(String.format("; %s %.3f, %.3f (%d)", what, Statistics.mean(values), Statistics.median(values), values.size())));
		return out.append("; ").append(missed).append(" not read\n").toString();
	}
}
