package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.AreaScale;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import java.util.List;

/** Which face is meant, which boxes are one face, and the sentences for pictures and faces that cannot be used. */
class FaceChoiceTest {

	private static final FaceBox SURE = new FaceBox(100, 100, 80, 0, 0.9);
	private static final FaceBox LARGE = new FaceBox(400, 100, 120, 0, 0.7);
	private static final List<FaceBox> TWO = List.of(SURE, LARGE);

	@Test
	void allOrTheLargestOrTheOneInside() {
		assertEquals(TWO, FaceChoice.all().select(TWO));
		assertEquals(LARGE, FaceChoice.largest().selectOne(TWO));
		assertEquals(SURE, FaceChoice.inside(0, 0, 200, 200).selectOne(TWO));
		assertEquals(LARGE, FaceChoice.inside(430, 110, 20, 20).selectOne(TWO), "a small selection on a cheek");
		assertEquals(SURE, FaceChoice.all().selectOne(List.of(SURE)));
	}

	@Test
	void noFace() {
		for (final FaceChoice choice : List.of(FaceChoice.all(), FaceChoice.largest())) {
			assertSentence("No face was found in the picture", () -> choice.selectOne(List.of()));
		}
	}

	/** The pixel at a border counts, the one beyond it does not. */
	@Test
	void aRectangleMustTouchThePicture() {
		for (final FaceChoice in : List.of(FaceChoice.largest(), FaceChoice.inside(199, 99, 9, 9), FaceChoice.inside(-9, -9, 10, 10))) assertDoesNotThrow(() -> in.requireTouches(200, 100));
		for (final FaceChoice out : List.of(FaceChoice.inside(200, 0, 9, 9), FaceChoice.inside(0, 100, 9, 9), FaceChoice.inside(-9, 0, 9, 9), FaceChoice.inside(0, -9, 9, 9))) {
			assertSentence("lies outside of the picture, which has 200 x 100 pixels; draw it around a face.", () -> out.requireTouches(200, 100));
		}
	}

	@Test
	void aRectangleWithoutAFindIsABoxOfItsOwn() {
		for (final List<FaceBox> faces : List.of(TWO, List.<FaceBox>of())) {
			final FaceBox drawn = FaceChoice.inside(200, 300, 50, 60).selectOne(faces);
			assertEquals(new FaceBox(225, 330, 60, 0, 0), drawn);
			assertTrue(drawn.drawn());
		}
		assertFalse(SURE.drawn());
	}

	@Test
	void severalFaces() {
		assertSentence("2 faces were found; draw a selection around one of them or choose the largest.", () -> FaceChoice.all().selectOne(TWO));
		assertSentence("2 faces were found inside the selection", () -> FaceChoice.inside(0, 0, 900, 900).selectOne(TWO));
	}

	@Test
	void boxesOfOneFaceAreJoined() {
		final FaceBox shifted = new FaceBox(110, 95, 85, 3, 0.8);
		final FaceBox within = new FaceBox(105, 105, 30, 0, 0.6);
		final FaceBox beside = new FaceBox(175, 100, 80, 0, 0.55);
		assertEquals(List.of(SURE, LARGE, beside), BoxSuppression.keepBest(List.of(beside, within, LARGE, shifted, SURE)));
	}

	@Test
	void smallFace() {
		assertSentence("The face is too small (47 px); it needs at least 48 px.", () -> FaceCheck.requireLargeEnough(box(50, 50, 47.4)));
		assertDoesNotThrow(() -> FaceCheck.requireLargeEnough(box(50, 50, 48)));
		assertSentence("too small", () -> FaceCheck.requireLargeEnough(box(50, 50, Double.NaN)));
		assertSentence("No face was found in the selection, which is too small for one (3 px)", () -> FaceCheck.requireLargeEnough(FaceBox.drawn(2, 2, 3, 3)));
	}

	@Test
	void middleOfTheFaceOutside() {
		for (final FaceBox out : List.of(box(10, 100, 100), box(100, 10, 100), box(195, 100, 100), box(100, 195, 100), box(-50, 100, 100))) {
			assertSentence("cut by the border", () -> FaceCheck.requireMiddleInside(out, 200, 200));
		}
		assertDoesNotThrow(() -> FaceCheck.requireMiddleInside(box(30, 30, 100), 200, 200));
	}

	@Test
	void landmarksOutside() {
		assertTrue(FaceCheck.isWhole(Heads.withLandmarksOutside(6), 100, 640, 480));
		assertFalse(FaceCheck.isWhole(Heads.withLandmarksOutside(7), 100, 640, 480));
		assertDoesNotThrow(() -> FaceCheck.requireFeatures(Heads.withLandmarksOutside(27 + 2), 100, 640, 480), "jaw and brows");
		assertSentence("cut by the border", () -> FaceCheck.requireFeatures(Heads.withLandmarksOutside(27 + 3), 100, 640, 480));
	}

	@Test
	void picturesThatCannotBeUsed() {
		assertSentence("The picture is too small (1 x 1 px)", () -> PictureCheck.requireSize(new Picture(1, 1, 3)));
		assertSentence("too small (500 x 20 px)", () -> PictureCheck.requireSize(new Picture(500, 20, 3)));
		assertSentence("too large (20001 x 48 px); scale it to at most 20000 px", () -> PictureCheck.requireSize(new Picture(20_001, 48, 1)));
		assertDoesNotThrow(() -> PictureCheck.requireSize(new Picture(20_000, 48, 1)));
	}

	@Test
	void oneBadPixelAnywhereIsSeen() {
		for (final float bad : new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY }) {
			final Picture picture = new Picture(999, 777, 3);
			picture.set(998, 776, 2, bad);
			assertSentence("not numbers", () -> PictureCheck.requireFinite(AreaScale.scale(picture, 320, 249).data()));
			final Picture small = new Picture(100, 80, 3);
			small.set(99, 0, 1, bad);
			assertSentence("not numbers", () -> PictureCheck.requireFinite(AreaScale.scale(small, 320, 256).data()));
		}
	}

	private static FaceBox box(final double x, final double y, final double side) {
		return new FaceBox(x, y, side, 0, 1);
	}

	private static void assertSentence(final String part, final Executable work) {
		final String message = assertThrows(BadInput.class, work).getMessage();
		assertTrue(message.contains(part), message);
		assertTrue(message.endsWith("."), message);
	}
}
