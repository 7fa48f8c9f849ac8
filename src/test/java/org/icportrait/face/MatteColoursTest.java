package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A brown ball before green, of which the network is unsure here and there. */
class MatteColoursTest {

	private static final int SIDE = 256;
	private static final float[] BROWN = { 0.45f, 0.3f, 0.2f }, GREEN = { 0.3f, 0.5f, 0.25f }, BLUE = { 0.1f, 0.1f, 0.8f };
	private static final Picture ALL = new Picture(600, 500, 3);
	/** Patches of 14 px: beside the ball, and within its rim. */
	private static final int BESIDE = 40 * SIDE + 60, WITHIN = 128 * SIDE + 80, PATCH = 14;

	private final HeadReading head = Heads.sphere();
	private final float[] srgb = new float[3 * SIDE * SIDE];

	MatteColoursTest() {
		for (int i = 0; i < SIDE * SIDE; i++) paint(i, head.matte().data()[i] > 0.5f ? BROWN : GREEN);
	}

	private void paint(final int i, final float[] colour) {
		for (int c = 0; c < 3; c++) srgb[c * SIDE * SIDE + i] = colour[c];
	}

	/** The pixels of a patch. */
	private static int[] patch(final int corner) {
		final int[] out = new int[PATCH * PATCH];
		for (int k = 0; k < out.length; k++) out[k] = corner + k / PATCH * SIDE + k % PATCH;
		return out;
	}

	private void doubt(final int corner, final float matte) {
		for (final int i : patch(corner)) head.matte().data()[i] = matte;
	}

	private float told(final int corner, final Picture picture) {
		return MatteColours.told(head, srgb, picture, Progress.NONE).matte().data()[corner + PATCH / 2 * SIDE + PATCH / 2];
	}

	@Test
	void whatHasTheColourOfSureGroundIsGroundAndOfSurePersonPerson() {
		doubt(BESIDE, 0.5f);
		doubt(WITHIN, 0.5f);
		assertTrue(told(BESIDE, ALL) < 0.05, "beside: " + told(BESIDE, ALL));
		assertTrue(told(WITHIN, ALL) > 0.95, "within: " + told(WITHIN, ALL));
	}

	@Test
	void aColourThatNeitherHasSaysNothing() {
		doubt(BESIDE, 0.4f);
		for (final int i : patch(BESIDE)) paint(i, BLUE);
		assertEquals(0.4f, told(BESIDE, ALL), 1e-4f);
	}

	@Test
	void aColourThatBothHaveSaysLittle() {
		for (int i = 0; i < SIDE * SIDE; i++) paint(i, i % 2 == 0 ? BROWN : GREEN);
		doubt(BESIDE, 0.4f);
		assertEquals(0.4f, told(BESIDE, ALL), 0.05f);
	}

	/** A single pixel is grain. */
	@Test
	void oneNeighbourAloneDecidesNothing() {
		doubt(BESIDE, 0.5f);
		final int middle = BESIDE + PATCH / 2 * SIDE + PATCH / 2;
		paint(middle, BROWN);
		assertTrue(MatteColours.told(head, srgb, ALL, Progress.NONE).matte().data()[middle] < 0.6f);
	}

	@Test
	void theNetworkIsTakenAtItsWordWhereItIsSure() {
		for (final int i : patch(BESIDE)) paint(i, BROWN);
		for (final int i : patch(WITHIN)) paint(i, GREEN);
		assertEquals(0, told(BESIDE, ALL));
		assertEquals(1, told(WITHIN, ALL));
	}

	@Test
	void beyondThePictureNothingChanges() {
		doubt(BESIDE, 0.5f);
		assertEquals(0.5f, told(BESIDE, new Picture(180, 500, 3)), "the crop begins at 120 px, the patch at 204");
	}

	@Test
	void theReadingStaysAsItWasAndTheRestIsKept() {
		doubt(BESIDE, 0.5f);
		final float[] before = head.matte().data().clone();
		final HeadReading told = MatteColours.told(head, srgb, ALL, Progress.NONE);
		assertArrayEquals(before, head.matte().data());
		assertEquals(head.depth(), told.depth());
		assertEquals(head.wide(), told.wide());
	}

	@Test
	void canBeCancelled() {
		final Progress stopped = new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> MatteColours.told(head, srgb, ALL, stopped));
	}
}
