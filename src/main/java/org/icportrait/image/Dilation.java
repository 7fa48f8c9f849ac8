package org.icportrait.image;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Grows a mask (morphological dilation), shrinks it (erosion), or turns it round. Stateless. */
public final class Dilation {

	private static final int STRIP = 256;

	private Dilation() {}

	/**
	 * By a square; the radius costs nothing.
	 *
	 * @param mask of width x height pixels, row by row; not changed
	 * @param radius pixels, 0 or more
	 * @return a new mask: set where any pixel of the square of (2 radius + 1) around is set
	 */
	public static boolean[] grow(final boolean[] mask, final int width, final int radius, final Progress progress) {
		return grow(mask, true, width, radius, progress);
	}

	/** The reverse: set where all pixels of the square are set, as far as it lies within the mask. */
	public static boolean[] shrink(final boolean[] mask, final int width, final int radius, final Progress progress) {
		return grow(mask, false, width, radius, progress);
	}

	/** What a mask leaves out; new. */
	public static boolean[] complement(final boolean[] mask) {
		final boolean[] out = new boolean[mask.length];
		for (int i = 0; i < out.length; i++) out[i] = !mask[i];
		return out;
	}

	/** @param set what grows: the pixels that are set, or the others */
	private static boolean[] grow(final boolean[] mask, final boolean set, final int width, final int radius, final Progress progress) {
		final int height = mask.length / width;
		final boolean[] out = new boolean[mask.length];
		Workers.rows(height, progress, row -> row(mask, set, out, row * width, (row + 1) * width, radius));
		Workers.parts((width + STRIP - 1) / STRIP, progress, part -> strip(out, set, part * STRIP, Math.min(width, (part + 1) * STRIP), width, radius));
		return out;
	}

	/** Run by run, of which there are few. @param out not set as yet */
	private static void row(final boolean[] in, final boolean set, final boolean[] out, final int start, final int end, final int radius) {
		for (int i = start, done = start; i < end; i++) {
			if (in[i] != set) continue;
			final int from = Math.max(done, i - radius);
			while (i < end && in[i] == set) i++;
			done = Math.min(end, i + radius);
			Arrays.fill(out, from, done, true);
		}
	}

	/** In place: a row is written over when it has been noted. @param grown which pixels are reached within their rows; becomes what is asked for */
	private static void strip(final boolean[] grown, final boolean set, final int left, final int right, final int width, final int radius) {
		final int height = grown.length / width;
		final int[] until = new int[right - left]; // the last row that is known to be reached
		Arrays.fill(until, -1);
		for (int y = 0; y < Math.min(radius, height); y++) note(grown, y * width + left, until, y + radius);
		for (int y = 0; y < height; y++) {
			if (y + radius < height) note(grown, (y + radius) * width + left, until, y + 2 * radius);
			for (int x = 0; x < until.length; x++) grown[y * width + left + x] = y <= until[x] == set;
		}
	}

	private static void note(final boolean[] in, final int start, final int[] until, final int row) {
		for (int x = 0; x < until.length; x++) if (in[start + x]) until[x] = row;
	}
}
