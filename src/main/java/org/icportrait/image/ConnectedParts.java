package org.icportrait.image;

import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The parts of a mask that hang together, corners included (its connected components), as the numbers of their pixels: each is given once, either to who asks for the
 * part of a pixel or to who goes through all that are left, row by row. For one thread.
 */
public final class ConnectedParts implements Iterable<int[]> {

	private static final int[] NONE = {};

	/** What is left of the mask, with a pixel more all around, where nothing is. */
	private final boolean[] left;
	private final int width;
	/** From a pixel to those around it. */
	private final int[] around;
	private final int[] found;

	/** @param mask row by row; copied @param width of a row */
	public ConnectedParts(final boolean[] mask, final int width) {
		this.width = width;
		final int row = width + 2, height = mask.length / width;
		left = new boolean[row * (height + 2)];
		for (int y = 0; y < height; y++) System.arraycopy(mask, y * width, left, (y + 1) * row + 1, width);
		around = new int[] { -row - 1, -row, -row + 1, -1, 1, row - 1, row, row + 1 };
		found = new int[mask.length];
	}

	/** Takes the part that a pixel belongs to; empty where it is not of the mask or was taken before. */
	public int[] take(final int pixel) {
		return takeAt((pixel / width + 1) * (width + 2) + pixel % width + 1);
	}

	/** The largest part of a mask, the first of several; a new mask, empty where that is. */
	public static boolean[] largest(final boolean[] mask, final int width) {
		int[] largest = NONE;
		for (final int[] part : new ConnectedParts(mask, width)) if (part.length > largest.length) largest = part;
		final boolean[] out = new boolean[mask.length];
		for (final int i : largest) out[i] = true;
		return out;
	}

	/** Takes all that are left, one after the other. */
	@Override
	public Iterator<int[]> iterator() {
		return new Iterator<>() {

			private int at;

			@Override
			public boolean hasNext() {
				while (at < left.length && !left[at]) at++;
				return at < left.length;
			}

			@Override
			public int[] next() {
				if (!hasNext()) throw new NoSuchElementException();
				return takeAt(at);
			}
		};
	}

	private int[] takeAt(final int begin) {
		if (!left[begin]) return NONE;
		left[begin] = false;
		found[0] = begin;
		int count = 1;
		for (int next = 0; next < count; next++) {
			for (final int step : around) {
				final int i = found[next] + step;
				if (!left[i]) continue;
				left[i] = false;
				found[count++] = i;
			}
		}
		final int[] part = Arrays.copyOf(found, count);
		for (int k = 0; k < count; k++) part[k] = (part[k] / (width + 2) - 1) * width + part[k] % (width + 2) - 1;
		return part;
	}
}
