package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** When a wider look is believed. */
class WiderLookTest {

	private static final int SIDE = 256;

	/** A sphere of 0.8 dm in a crop of 3.6 dm, looked at from farther off: a disc of this radius (dm) in its middle. */
	private static HeadReading wide(final HeadReading near, final double radius) {
		final Picture matte = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < matte.planeSize(); i++) {
			final double x = (i % SIDE + 0.5) / SIDE - 0.5, y = (i / SIDE + 0.5) / SIDE - 0.5;
			matte.data()[i] = Math.hypot(x, y) * 3.6 * WiderLook.WIDER < radius ? 1 : 0;
		}
		return new HeadReading(WiderLook.box(near).cropToPicture(), matte, near.coordinates(), near.depth(), near.backDepth(), near.normals(), near.albedo(), near.rotation(),
			near.camera(), near.light(), near.landmarks(), 1);
	}

	@Test
	void theSamePersonIsBelievedAndADiscAroundTheHeadIsNot() {
		final HeadReading near = Heads.sphere();
		assertFalse(WiderLook.contradicts(near, wide(near, 0.8)));
		assertFalse(WiderLook.contradicts(near, wide(near, 0.9)), "edges are coarse");
		assertTrue(WiderLook.contradicts(near, wide(near, 1.5)));
	}

	@Test
	void aHeadThatFillsItsCropTellsNothing() {
		final HeadReading near = Heads.sphere();
		java.util.Arrays.fill(near.matte().data(), 1);
		assertFalse(WiderLook.contradicts(near, wide(near, 1.5)));
	}

	/** Of a gap of two hundredths, too. */
	@Test
	void aHeadThatNearlyFillsItsCropTellsNothing() {
		final HeadReading near = Heads.sphere();
		final int side = near.matte().width();
		java.util.Arrays.fill(near.matte().data(), 1);
		for (int y = 2 * side / 5; y < 3 * side / 5; y++) for (int x = side / 10; x < side / 5; x++) near.matte().set(x, y, 0, 0);
		assertFalse(WiderLook.contradicts(near, wide(near, 1.5)));
	}
}
