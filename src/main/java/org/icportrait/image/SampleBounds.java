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
		most = new float[width * height];
		for (int i = 0; i < least.length; i++) around(map, channel, i);
	}

	private void around(final Picture map, final int channel, final int cell) {
		float low = Float.MAX_VALUE, high = -Float.MAX_VALUE;
		for (int k = 0; k < 9; k++) {
			final float value = map.get(within(cell % width + k % 3 - 1, width), within(cell / width + k / 3 - 1, height), channel);
			low = Math.min(low, value);
			high = Math.max(high, value);
		}
		final float rounding = ROUNDING * Math.max(Math.abs(low), Math.abs(high));
		least[cell] = low - rounding;
		most[cell] = high + rounding;
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
