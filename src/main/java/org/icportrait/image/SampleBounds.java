package org.icportrait.image;

/** Between which numbers the bilinear samples of a map lie that are taken near a place, so that whole stretches of a picture are told at once. Immutable. */
public final class SampleBounds {

	/** How far from a place they hold, cells of the map, across and down. */
	public static final double REACH = 0.45;
	/** Samples are rounded: the bounds hold by so much more, share of the larger one. */
	private static final float ROUNDING = 1e-5f;

	private final int width, height;
	private final float[] least, most;

	/** @param map not kept @param channel of it */
	public SampleBounds(final Picture map, final int channel) {
		width = map.width();
		height = map.height();
		least = new float[width * height];
		most = new float[least.length];
		for (int row = 0; row < height; row++) ofRow(map, channel, row);
	}

	private void ofRow(final Picture map, final int channel, final int row) {
		final float[] low = new float[width], high = new float[width];
		for (int x = 0; x < width; x++) {
			final float above = map.get(x, within(row - 1, height), channel), value = map.get(x, row, channel), below = map.get(x, within(row + 1, height), channel);
			low[x] = Math.min(value, Math.min(above, below));
			high[x] = Math.max(value, Math.max(above, below));
		}
		for (int x = 0, i = row * width; x < width; x++, i++) {
			final int left = within(x - 1, width), right = within(x + 1, width);
			least[i] = Math.min(low[x], Math.min(low[left], low[right]));
			most[i] = Math.max(high[x], Math.max(high[left], high[right]));
			final float rounding = ROUNDING * Math.max(Math.abs(least[i]), Math.abs(most[i]));
			least[i] -= rounding;
			most[i] += rounding;
		}
	}

	private static int within(final int place, final int count) {
		return Math.max(0, Math.min(count - 1, place));
	}

	/** No sample within {@link #REACH} of a place (cells; outside, the border's) is less. */
	public float least(final double x, final double y) {
		return least[cell(x, y)];
	}

	/** No sample within {@link #REACH} of a place is more. */
	public float most(final double x, final double y) {
		return most[cell(x, y)];
	}

	private int cell(final double x, final double y) {
		return within((int) y, height) * width + within((int) x, width);
	}
}
