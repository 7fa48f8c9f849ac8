package org.icportrait.generate;

import java.nio.FloatBuffer;

/**
 * The bridge between what geometry made and a portrait: flow matching whose far end is the start plus noise. With t from 1 to 0,
 * x(t) = (1 - t) portrait + t (start + spread noise); a denoiser predicts the portrait, and an Euler step from t to s gives
 * x(s) = portrait + s / t (x(t) - portrait). Values run from -1 to 1. Immutable.
 *
 * @param spread standard deviation of the noise at the far end, above 0
 * @param fromStart whether the noise lies about the geometric result; else about mid-grey
 */
public record Bridge(float spread, boolean fromStart) {

	/** Most steps that make sense. */
	public static final int MOST_STEPS = 100;

	/** Later steps are shorter, where detail is made. */
	private static final double BEND = 1.5;
	/** A step from below this time would divide by next to nothing. */
	private static final float SMALLEST_TIME = 0.02f;

	/**
	 * When to look: {@code steps} + 1 times from {@code strength} down to 0.
	 *
	 * @param steps 1 to {@link #MOST_STEPS}
	 * @param strength how far from the geometric result to begin, above 0 and at most 1
	 */
	public static float[] times(final int steps, final float strength) {
		if (steps < 1 || steps > MOST_STEPS || !(strength > 0 && strength <= 1)) {
			throw new IllegalArgumentException(steps + " steps of strength " + strength);
		}
		final float[] times = new float[steps + 1];
		for (int i = 0; i <= steps; i++) times[i] = (float) (strength * Math.pow(1 - (double) i / steps, BEND));
		return times;
	}

	/** The state at a time, with the start for the portrait that is not known yet; {@code state} holds the noise before. */
	public void begin(final FloatBuffer state, final FloatBuffer start, final float time) {
		for (int i = 0; i < state.remaining(); i++) {
			final float centre = fromStart ? start.get(start.position() + i) : (1 - time) * start.get(start.position() + i);
			state.put(state.position() + i, centre + time * spread * state.get(state.position() + i));
		}
	}

	/** Steps a state in place from {@code time} to {@code after}, towards the portrait as predicted at {@code time}. */
	public static void step(final FloatBuffer state, final FloatBuffer portrait, final float time, final float after) {
		final float kept = after / Math.max(time, SMALLEST_TIME);
		for (int i = 0; i < state.remaining(); i++) {
			final float wanted = portrait.get(portrait.position() + i);
			state.put(state.position() + i, wanted + kept * (state.get(state.position() + i) - wanted));
		}
	}
}
