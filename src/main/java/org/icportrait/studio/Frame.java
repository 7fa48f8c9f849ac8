package org.icportrait.studio;

import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * One rendered picture.
 *
 * @param state that it shows
 * @param picture sRGB
 * @param knowledge what the view knows of the person; null where nobody asked
 * @param thorough whether it was made at the size of a screen
 * @param perSecond pictures a second at the pace of the last drafts; 0 where that is not known
 */
record Frame(StudioState state, BufferedImage picture, Knowledge knowledge, boolean thorough, double perSecond) {

	/** How fine the picture is and how many come while the mouse moves, in a line. */
	String said() {
		final int side = Math.max(picture.getWidth(), picture.getHeight());
		final String pace = perSecond > 0 ? String.format(Locale.ROOT, "%.0f drafts/s", perSecond) : null;
		if (thorough) return "In full detail, " + side + " pixels" + (pace == null ? "" : "; " + pace + " while you drag");
		return pace == null ? "Drag the head, or the lamp" : pace + " at " + side + " pixels";
	}
}
