package org.icportrait.image;


/** Reads a picture between its pixels by the Catmull-Rom cubic (Catmull and Rom 1974); the border repeats. One per thread. */
public final class Resampler {

	private final Picture source;
	private final int[] columns = new int[4];
	private final int[] rows = new int[4];
	private final float[] weightX = new float[4];
	private final float[] weightY = new float[4];

	public Resampler(final Picture source) {
		this.source = source;
	}

	/** Goes to a place, picture coordinates (pixel i covers [i, i + 1)). */
	public void moveTo(final float x, final float y) {
		axis(x - 0.5f, source.width(), columns, weightX);
		axis(y - 0.5f, source.height(), rows, weightY);
	}

	/** The value of a channel there, within the range of the four nearest pixels' neighbourhood: no ringing below 0. */
	public float read(final int channel) {
		float sum = 0;
		final int plane = channel * source.planeSize();
		for (int j = 0; j < 4; j++) {
			final int row = plane + rows[j] * source.width();
			float line = 0;
			for (int i = 0; i < 4; i++) line += weightX[i] * source.data()[row + columns[i]];
			sum += weightY[j] * line;
		}
		return Math.max(0, sum);
	}

	private static void axis(final float at, final int length, final int[] index, final float[] weight) {
		final int base = (int) Math.floor(at);
		final float t = at - base, t2 = t * t, t3 = t2 * t;
		for (int k = 0; k < 4; k++) index[k] = Math.max(0, Math.min(length - 1, base - 1 + k));
		weight[0] = 0.5f * (-t3 + 2 * t2 - t);
		weight[1] = 0.5f * (3 * t3 - 5 * t2 + 2);
		weight[2] = 0.5f * (-3 * t3 + 4 * t2 + t);
		weight[3] = 0.5f * (t3 - t2);
	}
}
