package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;

import org.icportrait.image.Picture;

import org.junit.jupiter.api.Test;

/** How pictures are laid out for the finder, and its boxes laid back. */
class FaceFinderTest {

	@Test
	void letterboxIsTopLeftAndGreyBeside() {
		final Picture small = new Picture(320, 100, 3);
		java.util.Arrays.fill(small.data(), 0, 32000, 1f);
		final FloatBuffer target = FloatBuffer.allocate(3 * 320 * 320);
		FaceFinder.letterbox(small, target);
		assertEquals(0, target.remaining());
		assertEquals(1, target.get(0));
		assertEquals(1, target.get(99 * 320 + 319));
		assertEquals(0.5, target.get(100 * 320));
		assertEquals(0, target.get(320 * 320), "green is black here");
		assertEquals(0.5, target.get(320 * 320 + 319 * 320 + 319));
	}

	/** A head that is seen upright in the crop of a tilted square leans as the square does. */
	@Test
	void boxesOfATurnedSquareGoBack() {
		final FaceBox square = new FaceBox(400, 300, 640 / FaceBox.CROP, 35, 1);
		final FaceBox middle = FaceFinder.fromTurned(new FaceBox(160, 160, 50, 4, 0.8), square);
		assertEquals(400, middle.x(), 1e-9);
		assertEquals(300, middle.y(), 1e-9);
		assertEquals(100, middle.side(), 1e-9);
		assertEquals(39, middle.roll(), 1e-9);
		// Up in the crop is up and to the left in the picture.
		final FaceBox above = FaceFinder.fromTurned(new FaceBox(160, 60, 50, 0, 0.8), square);
		assertEquals(400 - 200 * Math.sin(Math.toRadians(35)), above.x(), 1e-9);
		assertEquals(300 - 200 * Math.cos(Math.toRadians(35)), above.y(), 1e-9);
	}
}
