package org.icportrait.portrait;

import org.icportrait.geometry.Pose;
import org.icportrait.view.ViewOptions.Background;
import org.icportrait.view.ViewOptions.Turn;
import org.icportrait.view.ViewOptions;

/**
 * What a portrait shall become. Immutable; {@link #DEFAULT} changes nothing, and each {@code with...} gives a changed copy.
 *
 * @param pose where the head shall look; default: as it does
 * @param turn what turns; default: the head on its neck
 * @param background what is seen behind; default: the photograph's own, filled where the head was
 * @param colour of the background, where it is one; default: white
 * @param light the light that is wanted; default: the photograph's own
 */
public record PortraitOptions(PoseChoice pose, Turn turn, Background background, Rgb colour, LightChoice light) {

	/**
	 * A linear colour.
	 *
	 * @param red 0..1
	 * @param green 0..1
	 * @param blue 0..1
	 */
	public record Rgb(float red, float green, float blue) {}

	public static final PortraitOptions DEFAULT = new PortraitOptions(PoseChoice.KEEP, Turn.HEAD, Background.KEEP, new Rgb(1, 1, 1), LightChoice.KEEP);

	public PortraitOptions withPose(final PoseChoice other) {
		return new PortraitOptions(other, turn, background, colour, light);
	}

	public PortraitOptions withTurn(final Turn other) {
		return new PortraitOptions(pose, other, background, colour, light);
	}

	public PortraitOptions withBackground(final Background other) {
		return new PortraitOptions(pose, turn, other, colour, light);
	}

	/** Puts a colour behind the person. */
	public PortraitOptions withColour(final Rgb other) {
		return new PortraitOptions(pose, turn, Background.COLOUR, other, light);
	}

	public PortraitOptions withLight(final LightChoice other) {
		return new PortraitOptions(pose, turn, background, colour, other);
	}

	/** Whether the view stays as it is, background included. */
	boolean keepsView() {
		return pose.equals(PoseChoice.KEEP) && background == Background.KEEP;
	}

	/** For the warp, given where the head looks now. */
	ViewOptions view(final Pose now) {
		final ViewOptions view = ViewOptions.of(pose.resolve(now)).withTurn(turn);
		return background == Background.COLOUR ? view.withColour(colour.red, colour.green, colour.blue) : view.withBackground(background);
	}
}
