package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntPredicate;

import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Narrow gaps in something bright. */
class ClosingTest {

	private static final int SIDE = 40;

	/** @param bright by column, but for one pixel in the middle */
	private static Picture picture(final IntPredicate bright, final float middle) {
		final Picture out = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = bright.test(i % SIDE) ? 1 : 0.2f;
		out.set(20, 20, 0, middle);
		return out;
	}

	private static Picture closed(final Picture source) {
		return Closing.of(source, 2, Progress.NONE);
	}

	@Test
	void aSpeckAndANarrowGapAreClosed() {
		for (final float value : closed(picture(x -> x < 24 || x > 27, 0.3f)).data()) assertEquals(1, value);
	}

	@Test
	void anEdgeAndAWideGapStay() {
		final Picture edge = picture(x -> x < 25, 1), gap = picture(x -> x < 24 || x > 30, 1);
		assertArrayEquals(edge.data(), closed(edge).data());
		assertArrayEquals(gap.data(), closed(gap).data());
	}

	@Test
	void whatIsBrightAloneStaysAlone() {
		final Picture spot = picture(x -> false, 1);
		assertArrayEquals(spot.data(), closed(spot).data());
	}

	@Test
	void aGapBetweenRowsIsClosedAsOneBetweenColumnsIs() {
		final Picture columns = picture(x -> x < 24 || x > 27, 1), rows = columns.copy();
		for (int i = 0; i < rows.planeSize(); i++) rows.data()[i] = columns.data()[i % SIDE * SIDE + i / SIDE];
		for (final float value : closed(rows).data()) assertEquals(1, value);
	}
}
