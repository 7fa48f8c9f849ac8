package org.icportrait.face;

import org.icportrait.work.BadInput;

/** Whether a face can be read: large enough, and not cut by the border of the picture. */
final class FaceCheck {

	/** Smallest face box (2 dm of head), pixels. */
	static final int SMALLEST_SIDE = 48;

	/** So many landmarks may lie outside: a chin or a cheek that touches the border does no harm. */
	private static final int MOST_OUTSIDE = 6;
	/** A landmark counts as outside when it is off the picture by more than this share of the face box. */
	private static final double MARGIN = 0.02;
	/** Half the square about the middle of a box, as a share of its side, that holds eyes and mouth of a face seen from in front. */
	private static final double CORE = 0.2;

	private FaceCheck() {}

	static void requireLargeEnough(final FaceBox box) {
		if (!(box.side() >= SMALLEST_SIDE)) {
			throw new BadInput((box.drawn() ? "No face was found in the selection, which is too small for one (" : "The face is too small (") + Math.round(box.side()) +
				" px); it needs at least " + SMALLEST_SIDE + " px" + (box.drawn() ? ": draw it around the head, or remove it." : "."));
		}
	}

	/** By the box alone, before the face is read: throws where the middle of the face lies outside of the picture. */
	static void requireMiddleInside(final FaceBox box, final int width, final int height) {
		final double half = CORE * box.side();
		if (box.x() < half || box.y() < half || box.x() > width - half || box.y() > height - half) throw cut();
	}

	/**
	 * By the landmarks of a face that was read: throws where eyes, nose or mouth lie outside of the picture. Jaw and brows may, as long as they do not.
	 *
	 * @param boxSide of the box that was read
	 */
	static void requireFeatures(final HeadReading surface, final double boxSide, final int width, final int height) {
		if (!isWhole(surface, boxSide, width, height) && !LandmarkOffsets.ofVertices(surface).showFeatures(width, height, MARGIN * boxSide)) throw cut();
	}

	/** Whether no more than six of the 68 landmarks lie outside of the picture. */
	static boolean isWhole(final HeadReading surface, final double boxSide, final int width, final int height) {
		return LandmarkOffsets.ofVertices(surface).outside(width, height, MARGIN * boxSide) <= MOST_OUTSIDE;
	}

	private static BadInput cut() {
		return new BadInput("The face is cut by the border of the picture; use a wider crop that shows both eyes, the nose and the mouth, and better the whole head.");
	}
}
