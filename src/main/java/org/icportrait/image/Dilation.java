package org.icportrait.image;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Grows a mask (morphological dilation), shrinks it (erosion), or turns it round. Stateless. */
public final class Dilation {

	private static final int STRIP = 64;

	private Dilation() {}

	/**
	 * By a square; the radius costs nothing.
	 *
	 * @param mask of width x height pixels, row by row; not changed
	 * @param radius pixels, 0 or more
	 * @return a new mask: set where any pixel of the square of (2 radius + 1) around is set
	 */
	public static boolean[] grow(final boolean[] mask, final int width, final int radius, final Progress progress) {
		final int height = mask.length / width;
		final boolean[] rows = new boolean[mask.length], out = new boolean[mask.length];
		Workers.rows(height, progress, row -> row(mask, rows, row * width, width, radius));
		Workers.parts((width + STRIP - 1) / STRIP, progress, part -> strip(rows, out, part * STRIP, Math.min(width, (part + 1) * STRIP), width, radius));
		return out;
	}

	/** The reverse: set where all pixels of the square are set, as far as it lies within the mask. */
	public static boolean[] shrink(final boolean[] mask, final int width, final int radius, final Progress progress) {
		return complement(grow(complement(mask), width, radius, progress));
	}

	/** What a mask leaves out; new. */
	public static boolean[] complement(final boolean[] mask) {
		final boolean[] out = new boolean[mask.length];
		for (int i = 0; i < out.length; i++) out[i] = !mask[i];
		return out;
	}

	private static void row(final boolean[] in, final boolean[] out, final int start, final int length, final int radius) {
		int until = -1; // the last pixel that is known to be set
		for (int i = 0; i < Math.min(radius, length); i++) if (in[start + i]) until = i + radius;
		for (int i = 0; i < length; i++) {
			if (i + radius < length && in[start + i + radius]) until = i + 2 * radius;
			out[start + i] = i <= until;
		}
	}

	private static void strip(final boolean[] in, final boolean[] out, final int left, final int right, final int width, final int radius) {
		final int height = in.length / width;
		final int[] until = new int[right - left];
		Arrays.fill(until, -1);
		for (int y = 0; y < Math.min(radius, height); y++) note(in, y * width + left, until, y + radius);
		for (int y = 0; y < height; y++) {
			if (y + radius < height) note(in, (y + radius) * width + left, until, y + 2 * radius);
			for (int x = 0; x < until.length; x++) out[y * width + left + x] = y <= until[x];
		}
	}

	private static void note(final boolean[] in, final int start, final int[] until, final int row) {
		for (int x = 0; x < until.length; x++) if (in[start + x]) until[x] = row;
	}
}
