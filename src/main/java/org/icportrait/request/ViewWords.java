package org.icportrait.request;

import java.util.Locale;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Colour;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.turn.Turn;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;

/**
 * A view in words and numbers. What the words do not use is null. Immutable.
 *
 * @param pose "absolute", "change" or "like another"
 * @param yaw degrees; null with "like another", as are the other angles
 * @param pitch degrees
 * @param roll degrees
 * @param like the photograph whose pose is taken, with "like another"
 * @param turn "head" or "bust"
 * @param background "keep", "transparent" or "colour"
 * @param colour #rrggbb, sRGB, with "colour"
 */
public record ViewWords(String pose, Double yaw, Double pitch, Double roll, Source like, String turn, String background, String colour) {

	public static final String ABSOLUTE = "absolute";
	public static final String CHANGE = "change";
	public static final String LIKE = "like another";
	public static final String HEAD = "head";
	public static final String BUST = "bust";
	public static final String KEEP = "keep";
	public static final String TRANSPARENT = "transparent";
	public static final String COLOUR = "colour";
	/** The view stays as it is. */
	public static final ViewWords UNCHANGED = new ViewWords(CHANGE, 0.0, 0.0, 0.0, null, HEAD, KEEP, null);

	/**
	 * Checks every value, also those that the words do not use, and keeps those that they use; words count in any case.
	 *
	 * @throws BadInput with one sentence for the first that is wrong
	 */
	public static ViewWords of(final String pose, final Pose angles, final Source like, final String turn, final String background,
		final String colour)
	{
		return known(Choices.of(pose, ABSOLUTE, CHANGE, LIKE), angles, like, Choices.of(turn, HEAD, BUST), Choices.of(background, KEEP, TRANSPARENT, COLOUR), colour);
	}

	private static ViewWords known(final String pose, final Pose angles, final Source like, final String turn, final String background, final String colour) {
		if (!pose.equals(ABSOLUTE) && !pose.equals(CHANGE) && !pose.equals(LIKE)) {
			throw new BadInput("The angles must be \"absolute\", \"change\" or \"like another\", not \"" + pose + "\".");
		}
		final boolean changed = pose.equals(CHANGE);
		Ranges.require("yaw", angles.yaw(), changed ? -180 : -PoseChoice.LARGEST_YAW, changed ? 180 : PoseChoice.LARGEST_YAW);
		Ranges.require("pitch", angles.pitch(), changed ? -180 : -PoseChoice.LARGEST_PITCH, changed ? 180 : PoseChoice.LARGEST_PITCH);
		Ranges.require("roll", angles.roll(), changed ? -180 : -PoseChoice.LARGEST_ROLL, changed ? 180 : PoseChoice.LARGEST_ROLL);
		final boolean alike = pose.equals(LIKE);
		if (alike && like == null) throw new BadInput("A pose like another photograph's needs that photograph.");
		final ViewWords words = new ViewWords(pose, alike ? null : angles.yaw(), alike ? null : angles.pitch(), alike ? null : angles.roll(),
			alike ? like : null, turn, background, background.equals(COLOUR) ? colour : null);
		words.turned();
		words.behind();
		return words;
	}

	/** The same with the photograph of the pose named otherwise. */
	ViewWords withLike(final Source other) {
		return new ViewWords(pose, yaw, pitch, roll, other, turn, background, colour);
	}

	/** The pose; not for "like another", which needs that photograph. */
	PoseChoice angles() {
		final Pose angles = new Pose(yaw, pitch, roll);
		return pose.equals(ABSOLUTE) ? new PoseChoice.Absolute(angles) : new PoseChoice.Change(angles);
	}

	Turn turned() {
		return switch (turn) {
			case HEAD -> Turn.HEAD;
			case BUST -> Turn.BUST;
			default -> throw new BadInput("What turns must be \"head\" or \"bust\", not \"" + turn + "\".");
		};
	}

	Background behind() {
		return switch (background) {
			case KEEP -> Background.KEEP;
			case TRANSPARENT -> Background.REMOVE;
			case COLOUR -> parse(colour);
			default -> throw new BadInput("The background must be \"keep\", \"transparent\" or \"colour\", not \"" + background + "\".");
		};
	}

	private static Background parse(final String colour) {
		final String text = colour == null ? "" : colour.trim().toLowerCase(Locale.ROOT);
		if (!text.matches("#[0-9a-f]{6}")) throw new BadInput("The background colour must be written as #rrggbb, not \"" + colour + "\".");
		final int rgb = Integer.parseInt(text.substring(1), 16);
		return Background.colour(Colour.byteToLinear(rgb >> 16), Colour.byteToLinear(rgb >> 8 & 255), Colour.byteToLinear(rgb & 255));
	}
}
