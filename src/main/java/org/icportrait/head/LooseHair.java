package org.icportrait.head;

import org.icportrait.geometry.Area;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Takes out of a matte what shows between loose strands: networks call curls with all that is seen through them the person's, and turned, that hangs about the
 * head as a pale veil. Beside and above the fitted head, where hair and what lies behind it differ clearly and the latter is even, colour alone says what is
 * hair. For one thread, once.
 */
final class LooseHair {

	/** Below this matte lies background, from this on hair may lie; and what matte about a pixel lets there be hair. */
	private static final float EMPTY = 0.03f, PERSON = 0.5f, NONE = 0.02f, SOME = 0.3f;
	/** Radii, dm: of what a background and a hair's colour are means of, of the matte about a pixel, and how far about what is seen through colour decides. */
	private static final double BEHIND = 0.2, HAIR = 0.3, ABOUT = 0.05, NEAR = 0.06;
	/** Distances (dm) from the fitted head's silhouette between which hair begins to be loose. */
	private static final float SKIN = 0, FREE = 0.05f;
	/** Heights (dm, head axes) between which shoulders end and hair is beside a neck: of clothes and background colour tells nothing. */
	private static final float SHOULDERS = -1.15f, NECK = -0.95f;
	/** Heights (dm, head axes) between which hair lies on the head, and mattes about a pixel between which networks are sure there: what is bright gleams. */
	private static final float EARS = 0.2f, SKULL = 0.6f, DOUBTED = 0.97f, SURE = 0.998f;
	/** Differences of hair and background (sRGB) between which they are told apart, and so many deviations of the background. */
	private static final float ALIKE = 0.15f, APART = 0.3f;
	private static final float DEVIATIONS = 6;
	/** What differs from the background by less (sRGB), or by so many of its deviations, is background. */
	private static final float SAME = 0.035f, SPREAD = 2.5f;
	/** So many pixels of a cell, along a side, are read at least. */
	private static final int READ = 3;
	/** Shares of the way from background to hair between which a pixel becomes hair alone. */
	private static final float THROUGH = 0.12f, STRAND = 0.6f;

	private final Picture photograph;
	private final Area area;
	private final Picture matte;
	private final BesideHead beside;
	private final double dm;
	/** Of cells. */
	private final int n;
	private final Progress progress;

	private LooseHair(final Picture photograph, final Area area, final Picture matte, final BesideHead beside, final double dm, final Progress progress) {
		this.photograph = photograph;
		this.area = area;
		this.matte = matte;
		this.beside = beside;
		this.dm = dm;
		this.progress = progress;
		n = beside.columns() * beside.rows();
	}

	/**
	 * A matte, less what is seen between strands, and with those that lie close about it.
	 *
	 * @param photograph linear RGB
	 * @param matte over {@code area}; not changed
	 * @param beside of the area
	 * @param dm pixels of the photograph
	 */
	static Picture parted(final Picture photograph, final Area area, final Picture matte, final BesideHead beside, final double dm, final Progress progress) {
		return new LooseHair(photograph, area, matte, beside, dm, progress).parted();
	}

	private Picture parted() {
		final float[] loose = loose();
		final Picture behind = behind(), hair = hair(behind, loose);
		if (hair == null) return matte;
		final Picture apart = apart(behind, hair, loose);
		final Picture colour = new Picture(matte.width(), matte.height(), 1), weight = new Picture(matte.width(), matte.height(), 1);
		final boolean[] through = new boolean[matte.planeSize()];
		final Picture about = BoxBlur.blur(matte, pixels(ABOUT), progress), out = matte.copy();
		Workers.rows(matte.height(), progress, y -> {
			for (int x = 0; x < matte.width(); x++) if (about.get(x, y, 0) > NONE) read(x, y, behind, hair, apart, colour, weight, through);
		});
		final int near = pixels(NEAR);
		final Picture seen = BoxBlur.blur(Picture.ofMask(Dilation.grow(through, matte.width(), near, progress), matte.width()), Math.max(1, near / 2), progress);
		Workers.rows(matte.height(), progress, y -> {
			for (int x = 0; x < matte.width(); x++) {
				final int i = y * matte.width() + x;
				final float on = Smooth.step(EARS, SKULL, beside.height()[beside.cell(x, y)]) * Smooth.step(DOUBTED, SURE, about.data()[i]);
				final float share = weight.data()[i] * seen.data()[i] * (1 - on);
				if (share > 0) out.data()[i] += share * (colour.data()[i] * Smooth.step(NONE, SOME, about.data()[i]) - out.data()[i]);
			}
		});
		return out;
	}

	private int pixels(final double radius) {
		return Math.max(1, (int) Math.round(radius * dm));
	}

	private int cells(final double radius) {
		return Math.max(1, (int) Math.round(radius * dm / beside.block()));
	}

	/** How surely each cell lies beside or above the fitted head and not below it, 0..1. */
	private float[] loose() {
		final float[] out = new float[n];
		for (int i = 0; i < n; i++) out[i] = Smooth.step(SKIN, FREE, beside.beyond()[i]) * Smooth.step(SHOULDERS, NECK, beside.height()[i]);
		return out;
	}

	private float encoded(final int x, final int y, final int channel) {
		return Colour.toSrgb(Math.max(0, Math.min(1, photograph.get(area.x() + x, area.y() + y, channel))));
	}

	/** Sums over pixels of each cell: {@link #READ} by as many of a large one. */
	private interface Sum {

		void add(int x, int y, int cell);
	}

	private void cells(final Sum sum) {
		Workers.rows(beside.rows(), progress, row -> {
			final int step = Math.max(1, beside.block() / READ);
			for (int y = row * beside.block(); y < Math.min(matte.height(), (row + 1) * beside.block()); y += step) {
				for (int x = 0; x < matte.width(); x += step) sum.add(x, y, beside.cell(x, y));
			}
		});
	}

	/** What lies behind the person, sRGB, and its deviation; four channels of cells. */
	private Picture behind() {
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
	private Picture hair(final Picture behind, final float[] loose) {
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

	/** How surely colour tells hair from what lies behind it, 0..1 for each cell, where hair is loose. */
	private Picture apart(final Picture behind, final Picture hair, final float[] loose) {
		final Picture out = new Picture(beside.columns(), beside.rows(), 1);
		for (int i = 0; i < n; i++) {
			final float far = distance(hair.data(), behind.data(), i);
			out.data()[i] = loose[i] * Smooth.step(ALIKE, APART, far) * Smooth.step(DEVIATIONS / 2, DEVIATIONS, far / Math.max(1e-3f, behind.data()[3 * n + i]));
		}
		return out;
	}

	private float distance(final float[] a, final float[] b, final int i) {
		return (float) Math.sqrt(Math.pow(a[i] - b[i], 2) + Math.pow(a[n + i] - b[n + i], 2) + Math.pow(a[2 * n + i] - b[2 * n + i], 2));
	}

	/** What colour says of a pixel, how much that counts, and whether it shows the background. */
	private void read(final int x, final int y, final Picture behind, final Picture hair, final Picture apart, final Picture colour, final Picture weight, final boolean[] through) {
		final int cell = beside.cell(x, y), i = y * matte.width() + x;
		final double u = (x + 0.5) / beside.block(), v = (y + 0.5) / beside.block();
		final float share = apart.sample(u, v, 0);
		if (share <= 0) return;
		weight.data()[i] = share;
		float far = 0, length = 0;
		for (int c = 0; c < 3; c++) {
			final float back = behind.sample(u, v, c), own = encoded(x, y, c) - back, all = hair.sample(u, v, c) - back;
			far += own * own;
			length += all * all;
		}
		final float spread = behind.data()[3 * n + cell], same = Math.max(SAME, SPREAD * spread);
		colour.data()[i] = Smooth.step(THROUGH, STRAND, (float) Math.sqrt(far / Math.max(1e-6f, length)));
		through[i] = far < same * same;
	}
}
