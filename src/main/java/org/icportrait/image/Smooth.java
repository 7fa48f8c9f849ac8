package org.icportrait.image;

/** The smooth step. */
public final class Smooth {

	private Smooth() {}

	/** 0 up to {@code low}, 1 from {@code high} on (or the other way round where high is below low), between them the cubic with level ends. */
	public static float step(final float low, final float high, final float x) {
		final float t = (x - low) / (high - low);
		return t <= 0 ? 0 : t >= 1 ? 1 : t * t * (3 - 2 * t);
	}
}
