package org.icportrait.portrait;

import java.util.Locale;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Colour;
import org.icportrait.view.ViewOptions;
import org.icportrait.work.BadInput;

/** A view as dialogs, macros and the command line say it: words and numbers. */
public final class ViewRequest {

	public static final String ABSOLUTE = "absolute";
	public static final String CHANGE = "change";
	public static final String LIKE = "like another";
	public static final String HEAD = "head";
	public static final String BUST = "bust";
	public static final String KEEP = "keep";
	public static final String TRANSPARENT = "transparent";
	public static final String COLOUR = "colour";

	private ViewRequest() {}

	/**
	 * The pose.
	 *
	 * @param word one of {@link #ABSOLUTE}, {@link #CHANGE}, {@link #LIKE}
	 * @param angles degrees; of no use to {@link #LIKE}
	 * @param other portrait for {@link #LIKE}, or null
	 */
	public static PoseChoice pose(final String word, final Pose angles, final AnalyzedPortrait other) {
		return switch (word) {
			case ABSOLUTE -> checked(new PoseChoice.Absolute(angles));
			case CHANGE -> new PoseChoice.Change(angles);
			case LIKE -> new PoseChoice.Like(requireOther(other));
			default -> throw new BadInput("The angles must be \"absolute\", \"change\" or \"like another\", not \"" + word + "\".");
		};
	}

	/** What turns: "head" or "bust". */
	public static ViewOptions.Turn turn(final String word) {
		return switch (word) {
			case HEAD -> ViewOptions.Turn.HEAD;
			case BUST -> ViewOptions.Turn.BUST;
			default -> throw new BadInput("What turns must be \"head\" or \"bust\", not \"" + word + "\".");
		};
	}

	/**
	 * What is seen behind.
	 *
	 * @param options to change
	 * @param word one of {@link #KEEP}, {@link #TRANSPARENT}, {@link #COLOUR}
	 * @param colour #rrggbb, sRGB; of use to {@link #COLOUR} alone
	 */
	public static PortraitOptions withBackground(final PortraitOptions options, final String word, final String colour) {
		return switch (word) {
			case KEEP -> options.withBackground(ViewOptions.Background.KEEP);
			case TRANSPARENT -> options.withBackground(ViewOptions.Background.REMOVE);
			case COLOUR -> options.withColour(parse(colour));
			default -> throw new BadInput("The background must be \"keep\", \"transparent\" or \"colour\", not \"" + word + "\".");
		};
	}

	/** The word of a background. */
	static String word(final ViewOptions.Background background) {
		return switch (background) {
			case KEEP -> KEEP;
			case REMOVE -> TRANSPARENT;
			case COLOUR -> COLOUR;
		};
	}

	private static PortraitOptions.Rgb parse(final String colour) {
		final String text = colour.trim().toLowerCase(Locale.ROOT);
		if (!text.matches("#[0-9a-f]{6}")) throw new BadInput("The background colour must be written as #rrggbb, not \"" + colour + "\".");
		final int rgb = Integer.parseInt(text.substring(1), 16);
		return new PortraitOptions.Rgb(Colour.byteToLinear(rgb >> 16), Colour.byteToLinear(rgb >> 8 & 255), Colour.byteToLinear(rgb & 255));
	}

	/** Absolute angles can be refused before a photograph is read. */
	private static PoseChoice checked(final PoseChoice choice) {
		ViewOptions.of(choice.resolve(Pose.FRONTAL));
		return choice;
	}

	private static AnalyzedPortrait requireOther(final AnalyzedPortrait other) {
		if (other == null) throw new BadInput("A pose like another photograph's needs that photograph.");
		return other;
	}
}
