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
			throw new BadInput("The face is too small (" + Math.round(box.side()) + " px); it needs at least " + SMALLEST_SIDE + " px.");
		}
	}

	/** By the box alone, before the face is read: throws where the middle of the face lies outside of the picture. */
	static void requireMiddleInside(final FaceBox box, final int width, final int height) {
		final double half = CORE * box.side();
		if (box.x() < half || box.y() < half || box.x() > width - half || box.y() > height - half) throw cut();
	}

	/** By the landmarks of a face that was read: throws where more than six of the 68 lie outside of the picture. */
	static void requireWhole(final HeadReading surface, final double boxSide, final int width, final int height) {
		final double margin = MARGIN * boxSide;
		int outside = 0;
		for (int i = 0; i < Landmarks.COUNT; i++) {
			final double x = surface.landmarks().x(i);
			final double y = surface.landmarks().y(i);
			if (x < -margin || y < -margin || x > width + margin || y > height + margin) outside++;
		}
		if (outside > MOST_OUTSIDE) throw cut();
	}

	private static BadInput cut() {
		return new BadInput("The face is cut by the border of the picture; use a picture that shows the whole face.");
	}
}
