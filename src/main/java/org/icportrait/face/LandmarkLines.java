package org.icportrait.face;

import java.util.List;

/** Which of the 68 landmarks (order of 300-W) are joined to lines, for overlays. */
public final class LandmarkLines {

	/**
	 * A run of landmarks.
	 *
	 * @param name of the part
	 * @param first index
	 * @param last index, included
	 * @param closed whether the last is joined to the first
	 */
	public record Line(String name, int first, int last, boolean closed) {}

	/** From jaw to inner lips; "left" and "right" are those of the subject. */
	public static final List<Line> ALL = List.of(new Line("jaw", 0, 16, false), new Line("right brow", 17, 21, false),
		new Line("left brow", 22, 26, false), new Line("nose bridge", 27, 30, false), new Line("nostrils", 31, 35, false),
		new Line("right eye", 36, 41, true), new Line("left eye", 42, 47, true), new Line("outer lips", 48, 59, true),
		new Line("inner lips", 60, 67, true));

	private LandmarkLines() {}
}
