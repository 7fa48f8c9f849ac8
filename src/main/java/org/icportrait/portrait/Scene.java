package org.icportrait.portrait;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Generation;
import org.icportrait.light.LightReading;
import org.icportrait.turn.Turn;
import org.icportrait.view.Background;
import org.icportrait.view.Detail;

/**
 * What a portrait shall become. Immutable; {@link #UNCHANGED} changes nothing, and each {@code with...} gives a changed copy.
 *
 * @param pose where the head shall look
 * @param turn what turns
 * @param background what is seen behind
 * @param light the light wanted, read already; null for the photograph's own
 * @param generation how what no photograph shows is generated, {@link Generation#AUTOMATIC} where a pack can; null where geometry alone is wanted
 * @param detail how finely a turned view is drawn
 */
public record Scene(PoseChoice pose, Turn turn, Background background, LightReading light, Generation generation, Detail detail) {

	/** The photograph as it is. */
	public static final Scene UNCHANGED = new Scene(PoseChoice.KEEP, Turn.HEAD, Background.KEEP, null, null, Detail.FULL);

	public Scene withPose(final PoseChoice other) {
		return new Scene(other, turn, background, light, generation, detail);
	}

	public Scene withTurn(final Turn other) {
		return new Scene(pose, other, background, light, generation, detail);
	}

	public Scene withBackground(final Background other) {
		return new Scene(pose, turn, other, light, generation, detail);
	}

	public Scene withLight(final LightReading other) {
		return new Scene(pose, turn, background, other, generation, detail);
	}

	public Scene withGeneration(final Generation other) {
		return new Scene(pose, turn, background, light, other, detail);
	}

	/** All may change, and nothing is wanted beside the picture; generated in any case, or by geometry alone for null. */
	public Scene withGeneration(final Denoising other) {
		return withGeneration(other == null ? null : Generation.of(other));
	}

	public Scene withDetail(final Detail other) {
		return new Scene(pose, turn, background, light, generation, other);
	}
}
