package org.icportrait.light;

import org.icportrait.image.Picture;

/**
 * Gleams under a new light. Where a lamp's image stands on skin says nothing of how another lamp's light falls there: what gleams is not brightened with
 * the skin below it, and fades with it in the shade. Thread-safe.
 */
public final class HeldGleams {

	/** All is lit as skin is. */
	public static final HeldGleams NONE = new HeldGleams(null, null, Float.POSITIVE_INFINITY);

	/** No gleam falls behind the skin below it by more than to this share: eyes and grey beards look like gleams. */
	private static final float LEAST = 0.4f;

	private final Gleams gleams;
	private final RatioLines where;
	private final float most;

	/**
	 * @param where 0..1, how far a place is skin
	 * @param most factor up to which gleams are brightened
	 */
	HeldGleams(final Gleams gleams, final RatioLines where, final float most) {
		this.gleams = gleams;
		this.where = where;
		this.most = most;
	}

	/** The same under another light. */
	public HeldGleams under(final WantedLight wanted) {
		return gleams == null ? NONE : new HeldGleams(gleams, where, (float) wanted.strength());
	}

	/**
	 * Takes from a lit row what gleams would have too much.
	 *
	 * @param x photograph place of the row's first pixel
	 * @param y likewise
	 * @param person before it was lit
	 * @param row of it
	 * @param first pixel that is lit
	 * @param end the one after the last
	 * @param factors what the row was multiplied by: all red, then green, then blue
	 * @param skin as long as a row; overwritten
	 * @param lit row, like the factors; changed
	 */
	void hold(final double x, final double y, final Picture person, final int row, final int first, final int end, final float[] factors, final float[] skin, final float[] lit) {
		if (gleams == null) return;
		final int w = person.width(), n = person.planeSize();
		final float[] gleam = new float[3], p = person.data();
		where.read(x, y, first, end, skin);
		for (int k = first, i = row * w + first; k < end; k++, i++) {
			if (skin[k] <= 0) continue;
			final float mean = (factors[k] + factors[w + k] + factors[2 * w + k]) / 3;
			if (mean <= most) continue;
			final float less = skin[k] * (1 - Math.max(LEAST, most / mean));
			gleams.part(p[i], p[n + i], p[2 * n + i], gleam);
			for (int c = 0; c < 3; c++) lit[c * w + k] -= less * gleam[c] * factors[c * w + k];
		}
	}
}
