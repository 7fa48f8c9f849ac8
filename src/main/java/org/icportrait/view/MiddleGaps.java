package org.icportrait.view;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Where along the middle of a mouth neither the side that a photograph shows nor its mirror image tells anything, line by line across the face. One thread. */
final class MiddleGaps {

	/**
	 * How surely (confidence) both sides must be seen, and how surely the photograph's own where it stands alone, for it may be a rim of what is behind; for how far
	 * (dm), and what lies so near the gap may be such a rim too.
	 */
	private static final float SEEN = 0.2f, ALONE = 0.45f;
	private static final double LONG = 0.12, RIM = 0.04;
	/** The widest gap, and how far off the middle its ends may lie, dm. */
	private static final double WIDEST = 0.6;
	private static final float ASIDE = 0.26f;
	/** Canonical places (dm) of the face: in front, and heights between which the mouth begins and ends: beards below it, drawn out, are streaks. */
	private static final float FRONT = 0.4f, NOSE = -0.2f, UPPER = -0.26f, LOWER = -0.48f, BEARD = -0.56f;
	/** Lines so near (dm) have one gap: ragged ends are streaks. */
	private static final double BESIDE = 0.06;
	/** Share of an image in a pixel below which it stands for nothing there. */
	private static final float ALL = 0.02f;

	private final AcrossLines lines;
	private final Area area;
	private final float[] known;
	private final Picture coordinates;
	private final double cell;
	private final int n, run, rim, widest;
	/** First and last column of each line's gap; from > to where it has none. How surely it is one, 0..1. */
	private int[] from, to;
	private float[] fits;

	/**
	 * @param known what {@link View#known} says of the sights alone
	 * @param coordinates canonical, dm, on a grid over the area, of so many pixels a cell
	 * @param scale picture pixels of a dm
	 */
	MiddleGaps(final AcrossLines lines, final Area area, final Picture known, final Picture coordinates, final double cell, final double scale,
		final Progress progress)
	{
		this.lines = lines;
		this.area = area;
		this.known = known.data();
		this.coordinates = coordinates;
		this.cell = cell;
		n = area.size();
		run = Math.max(3, (int) Math.round(LONG * scale));
		rim = Math.max(1, (int) Math.round(RIM * scale));
		widest = (int) Math.round(WIDEST * scale);
		from = new int[lines.count()];
		to = new int[from.length];
		fits = new float[from.length];
		Arrays.fill(from, 1);
		Workers.rows(from.length, progress, this::find);
		widen(Math.max(1, (int) Math.round(BESIDE * scale)));
	}

	/** How surely there is a gap in a line, 0..1. */
	float fits(final int line) {
		return fits[line];
	}

	/** Column of the first end of a line's gap. */
	int from(final int line) {
		return from[line];
	}

	/** Column of its last end. */
	int to(final int line) {
		return to[line];
	}

	private boolean isSure(final int i) {
		if (i < 0 || known[n + i] <= 0.5f) return false;
		final float mirrored = known[2 * n + i];
		return known[i] > known[n + i] * (mirrored < ALL ? ALONE : SEEN);
	}

	/** From each run of what is surely seen to the next one. */
	private void find(final int line) {
		int before = -1, length = 0;
		for (int x = 0; x < area.width(); x++) {
			length = isSure(lines.at(line, x)) ? length + 1 : 0;
			if (length < run) continue;
			final int begin = x - length + 1;
			if (length == run && before >= 0 && begin > before + 1) gap(line, before - rim, begin + rim);
			before = x;
		}
	}

	private void gap(final int line, final int first, final int last) {
		if (last - first > widest || last - first <= to[line] - from[line]) return;
		final int a = lines.at(line, first), b = lines.at(line, last);
		if (a < 0 || b < 0 || known[2 * n + a] > 0.5f == known[2 * n + b] > 0.5f) return;
		final float fit = Math.min(place(a), place(b));
		if (fit <= 0) return;
		from[line] = first;
		to[line] = last;
		fits[line] = fit;
	}

	/** Whether an end lies beside the middle of a mouth, 0..1. */
	private float place(final int i) {
		final double u = (i % area.width() + 0.5) / cell, v = (i / area.width() + 0.5) / cell;
		if (Math.abs(coordinates.sample(u, v, 0)) > ASIDE || coordinates.sample(u, v, 2) < FRONT) return 0;
		final float y = coordinates.sample(u, v, 1);
		return Smooth.step(NOSE, UPPER, y) * Smooth.step(BEARD, LOWER, y);
	}

	/** Each line's gap becomes as wide as those of the lines beside it; a line between two with a gap has one too. */
	private void widen(final int reach) {
		final int[] first = from.clone(), last = to.clone();
		final float[] fit = fits.clone();
		for (int line = 0; line < fit.length; line++) {
			boolean above = false, below = false;
			for (int k = Math.max(0, line - reach); k <= Math.min(fit.length - 1, line + reach); k++) {
				above |= k <= line && fits[k] > 0;
				below |= k >= line && fits[k] > 0;
			}
			if (!above || !below) continue;
			for (int k = Math.max(0, line - reach); k <= Math.min(fit.length - 1, line + reach); k++) {
				if (fits[k] <= 0) continue;
				first[line] = fit[line] > 0 ? Math.min(first[line], from[k]) : from[k];
				last[line] = fit[line] > 0 ? Math.max(last[line], to[k]) : to[k];
				fit[line] = Math.max(fit[line], fits[line] > 0 ? fits[line] : fits[k]);
			}
		}
		from = first;
		to = last;
		fits = fit;
	}
}
