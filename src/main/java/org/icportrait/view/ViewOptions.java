package org.icportrait.view;

import org.icportrait.geometry.Pose;
import org.icportrait.work.BadInput;

/**
 * How a head is to be turned. Immutable; start from {@link #of(Pose)} and change what differs.
 *
 * @param pose the pose wanted, degrees: yaw -75..75, pitch -40..40, roll -45..45
 * @param turn what turns with the head; default {@link Turn#HEAD}
 * @param background what stands behind the head; default {@link Background#KEEP}
 * @param colour linear RGB for {@link Background#COLOUR}; default white
 * @param mirror whether the head's symmetry completes what the photograph does not show; default true
 */
public record ViewOptions(Pose pose, Turn turn, Background background, float[] colour, boolean mirror) {

	public static final double LARGEST_YAW = 75, LARGEST_PITCH = 40, LARGEST_ROLL = 45;

	/** What turns. */
	public enum Turn {
		/** the head alone: shoulders and clothes stay, the neck twists between */
		HEAD,
		/** everything, as if the camera went around the person */
		BUST
	}

	/** What stands behind the head. */
	public enum Background {
		/** the photograph's own, filled in behind the moved head */
		KEEP,
		/** nothing: colour 0, alpha tells the person */
		REMOVE,
		/** one colour */
		COLOUR
	}

	public ViewOptions {
		check("yaw", pose.yaw(), LARGEST_YAW);
		check("pitch", pose.pitch(), LARGEST_PITCH);
		check("roll", pose.roll(), LARGEST_ROLL);
		colour = colour.clone();
	}

	/** The head turned to an absolute pose, everything else at its default. */
	public static ViewOptions of(final Pose pose) {
		return new ViewOptions(pose, Turn.HEAD, Background.KEEP, new float[] { 1, 1, 1 }, true);
	}

	public ViewOptions withTurn(final Turn value) {
		return new ViewOptions(pose, value, background, colour, mirror);
	}

	public ViewOptions withBackground(final Background value) {
		return new ViewOptions(pose, turn, value, colour, mirror);
	}

	/** Puts one linear RGB colour behind the head. */
	public ViewOptions withColour(final float red, final float green, final float blue) {
		return new ViewOptions(pose, turn, Background.COLOUR, new float[] { red, green, blue }, mirror);
	}

	public ViewOptions withMirror(final boolean value) {
		return new ViewOptions(pose, turn, background, colour, value);
	}

	private static void check(final String name, final double degrees, final double largest) {
		if (!(Math.abs(degrees) <= largest + 1e-6)) {
			throw new BadInput(String.format(java.util.Locale.ROOT, "The head would stand at %s %.1f degrees; choose one from -%.0f to %.0f.",
				name, degrees, largest, largest));
		}
	}
}
