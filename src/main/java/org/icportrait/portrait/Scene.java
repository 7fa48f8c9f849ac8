package org.icportrait.portrait;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Generation;
import org.icportrait.light.LightReading;
import org.icportrait.view.Background;
import org.icportrait.view.Turn;

/**
 * What a portrait shall become. Immutable; {@link #UNCHANGED} changes nothing, and each {@code with...} gives a changed copy.
 *
 * @param pose where the head shall look
 * @param turn what turns
 * @param background what is seen behind
 * @param light the light wanted, read already; null for the photograph's own
 * @param generation how what no photograph shows is generated; null where geometry alone is wanted
 */
public record Scene(PoseChoice pose, Turn turn, Background background, LightReading light, Generation generation) {

	/** The photograph as it is. */
	public static final Scene UNCHANGED = new Scene(PoseChoice.KEEP, Turn.HEAD, Background.KEEP, null, null);

	public Scene withPose(final PoseChoice other) {
		return new Scene(other, turn, background, light, generation);
	}

	public Scene withTurn(final Turn other) {
		return new Scene(pose, other, background, light, generation);
	}

	public Scene withBackground(final Background other) {
		return new Scene(pose, turn, other, light, generation);
	}

	public Scene withLight(final LightReading other) {
		return new Scene(pose, turn, background, other, generation);
	}

	public Scene withGeneration(final Generation other) {
		return new Scene(pose, turn, background, light, other);
	}

	/** All may change, and nothing is wanted beside the picture; null for geometry alone. */
	public Scene withGeneration(final Denoising other) {
		return withGeneration(other == null ? null : Generation.of(other));
	}
}
