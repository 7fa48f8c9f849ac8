package org.icportrait.image;

/** The parts of a mask that hang together, corners included (its connected components), taken one after the other. For one thread. */
public final class ConnectedParts {

	private final boolean[] left;
	private final int width;
	private final int[] part;

	/** @param mask row by row; copied @param width of a row */
	public ConnectedParts(final boolean[] mask, final int width) {
		left = mask.clone();
		this.width = width;
		part = new int[mask.length];
	}

	/** Takes the part that a pixel belongs to; how many pixels that has, 0 where it is not of the mask or was taken before. */
	public int take(final int first) {
		if (!left[first]) return 0;
		left[first] = false;
		part[0] = first;
		int count = 1;
		for (int next = 0; next < count; next++) {
			final int x = part[next] % width, y = part[next] / width;
			for (int v = Math.max(0, y - 1); v <= Math.min(left.length / width - 1, y + 1); v++) {
				for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
					final int i = v * width + u;
					if (!left[i]) continue;
					left[i] = false;
					part[count++] = i;
				}
			}
		}
		return count;
	}

	/** Pixel k of the part that was taken last. */
	public int pixel(final int k) {
		return part[k];
	}
}
