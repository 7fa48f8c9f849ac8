package org.icportrait.files;

/** EXIF orientations in words. */
final class Orientations {

	private static final String[] WORDS = { "upright", "mirrored", "upside down", "upside down and mirrored", "on its side and mirrored", "on its side",
		"on its side and mirrored", "on its side" };

	private Orientations() {}

	/** As the end of "it lies". @param orientation 1 to 8 */
	static String words(final int orientation) {
		return WORDS[orientation - 1];
	}
}
