package org.icportrait.hair;

import org.icportrait.geometry.Area;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** What colour loose hair and what lies behind it have, on the cells beside a head, and where that tells one from the other. For one thread. */
final class StrandColours {

	/** Below this matte lies background, from this on hair may lie. */
	private static final float EMPTY = 0.03f, PERSON = 0.5f;
	/** Radii, dm: of what a background's and hair's colours are means of. */
	private static final double BEHIND = 0.2, HAIR = 0.3;
	/** Distances (dm) from the fitted head's silhouette between which hair begins to be loose. */
	private static final float SKIN = 0, FREE = 0.05f;
	/** Just within it: distances between which a cheek's rim begins, how far off hair may hang, and which share of hair about a cell is enough. */
	private static final float DEEP = -0.16f, WITHIN = -0.1f, BESIDE = 0.15f;
	private static final double RIM = 0.12;
	/** Heights (dm, head axes) between which shoulders end and hair is beside a neck: of clothes and background colour tells nothing. */
	private static final float SHOULDERS = -1.15f, NECK = -0.95f;
	/** Differences of hair and background (sRGB) between which they are told apart, and so many deviations of the background. */
	private static final float ALIKE = 0.15f, APART = 0.3f;
	private static final float DEVIATIONS = 6;
	/** So many pixels of a cell, along a side, are read. */
	private static final int READ = 3;

	private final Picture photograph;
	private final Area area;
	private final Picture matte;
	private final BesideHead beside;
	private final double dm;
	/** Of cells. */
	private final int n;
	private final Progress progress;

	/** @param photograph linear RGB @param matte over {@code area} @param beside of the area @param dm pixels of the photograph */
	StrandColours(final Picture photograph, final Area area, final Picture matte, final BesideHead beside, final double dm, final Progress progress) {
		this.photograph = photograph;
		this.area = area;
		this.matte = matte;
		this.beside = beside;
		this.dm = dm;
		this.progress = progress;
		n = beside.columns() * beside.rows();
	}

	private int cells(final double radius) {
		return Math.max(1, (int) Math.round(radius * dm / beside.block()));
	}

	/** A pixel of the area, sRGB. */
	float encoded(final int x, final int y, final int channel) {
		return Colour.toSrgb(Math.max(0, Math.min(1, photograph.get(area.x() + x, area.y() + y, channel))));
	}

	/** How surely each cell lies beside or above the fitted head and not below it, 0..1. */
	float[] loose() {
		final float[] out = new float[n];
		for (int i = 0; i < n; i++) out[i] = Smooth.step(SKIN, FREE, beside.beyond()[i]) * Smooth.step(SHOULDERS, NECK, beside.height()[i]);
		return out;
	}

	/** Sums over pixels of each cell: {@link #READ} by as many, or all. */
	private interface Sum {

		void add(int x, int y, int cell);
	}

	private void cells(final Sum sum) {
		Workers.rows(beside.rows(), progress, row -> {
			final int step = Math.max(1, beside.block() / READ);
			for (int y = row * beside.block(); y < Math.min(matte.height(), (row + 1) * beside.block()); y += step) {
				for (int x = 0, cell = row * beside.columns(), end = beside.block(); x < matte.width(); x += step) {
					if (x >= end) {
						cell++;
						end += beside.block();
					}
					sum.add(x, y, cell);
				}
			}
		});
	}

	/** What lies behind the person, sRGB, and its deviation; four channels of cells. */
	Picture behind() {
		final Picture sums = new Picture(beside.columns(), beside.rows(), 5);
		cells((x, y, cell) -> {
			if (matte.get(x, y, 0) > EMPTY) return;
			for (int c = 0; c < 3; c++) {
				final float value = encoded(x, y, c);
				sums.data()[c * n + cell] += value;
				sums.data()[3 * n + cell] += value * value;
			}
			sums.data()[4 * n + cell]++;
		});
		final float[] mean = BoxBlur.blur(sums, cells(BEHIND), progress).data(), known = new float[n];
		final Picture out = new Picture(beside.columns(), beside.rows(), 4);
		for (int i = 0; i < n; i++) {
			if (sums.data()[4 * n + i] == 0) continue;
			known[i] = 1;
			double squares = mean[3 * n + i] / mean[4 * n + i];
			for (int c = 0; c < 3; c++) {
				final float value = mean[c * n + i] / mean[4 * n + i];
				out.data()[c * n + i] = value;
				squares -= value * value;
			}
			out.data()[3 * n + i] = (float) Math.sqrt(Math.max(0, squares));
		}
		return PushPull.fill(out, known, progress);
	}

	/** The colour of hair near by, sRGB, the more of a pixel the more unlike the background it is; three channels of cells; null where there is none. */
	Picture hair(final Picture behind, final float[] loose) {
		final Picture sums = new Picture(beside.columns(), beside.rows(), 4);
		cells((x, y, cell) -> {
			if (loose[cell] <= 0 || matte.get(x, y, 0) < PERSON) return;
			double weight = 0;
			for (int c = 0; c < 3; c++) weight += Math.pow(encoded(x, y, c) - behind.data()[c * n + cell], 2);
			for (int c = 0; c < 3; c++) sums.data()[c * n + cell] += (float) weight * encoded(x, y, c);
			sums.data()[3 * n + cell] += (float) weight;
		});
		final float[] mean = BoxBlur.twice(sums, cells(HAIR), progress).data(), known = new float[n];
		final Picture out = new Picture(beside.columns(), beside.rows(), 3);
		boolean any = false;
		for (int i = 0; i < n; i++) {
			known[i] = mean[3 * n + i] > 1e-6f ? 1 : 0;
			any |= known[i] > 0;
			for (int c = 0; known[i] > 0 && c < 3; c++) out.data()[c * n + i] = mean[c * n + i] / mean[3 * n + i];
		}
		return any ? PushPull.fill(out, known, progress) : null;
	}

	/** How surely each cell lies just within the silhouette with hair beside it, 0..1: a cheek and the wall seen between both may lie there. */
	private float[] rim(final float[] loose) {
		final Picture hair = new Picture(beside.columns(), beside.rows(), 1);
		final int read = Math.min(READ, beside.block());
		cells((x, y, cell) -> hair.data()[cell] += matte.get(x, y, 0) > PERSON ? loose[cell] / (read * read) : 0);
		final float[] near = BoxBlur.blur(hair, cells(RIM), progress).data(), out = new float[n];
		for (int i = 0; i < n; i++) out[i] = (1 - Smooth.step(SKIN, FREE, beside.beyond()[i])) * Smooth.step(DEEP, WITHIN, beside.beyond()[i]) * Smooth.step(0, BESIDE, near[i]);
		return out;
	}

	/** How surely colour tells hair from what lies behind it, 0..1 for each cell, where hair is loose or beside a rim; and how much of that is a rim. */
	Picture apart(final Picture behind, final Picture hair, final float[] loose) {
		final float[] rim = rim(loose);
		final Picture out = new Picture(beside.columns(), beside.rows(), 2);
		for (int i = 0; i < n; i++) {
			final float far = distance(hair.data(), behind.data(), i);
			out.data()[n + i] = rim[i];
			out.data()[i] = Math.max(loose[i], rim[i]) * Smooth.step(ALIKE, APART, far) * Smooth.step(DEVIATIONS / 2, DEVIATIONS, far / Math.max(1e-3f, behind.data()[3 * n + i]));
		}
		return out;
	}

	private float distance(final float[] a, final float[] b, final int i) {
		return (float) Math.sqrt(Math.pow(a[i] - b[i], 2) + Math.pow(a[n + i] - b[n + i], 2) + Math.pow(a[2 * n + i] - b[2 * n + i], 2));
	}
}
