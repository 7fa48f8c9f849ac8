package org.icportrait.generate;

import static org.icportrait.generate.InFrame.MIDDLE;
import static org.icportrait.generate.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The photograph shows the left half, and a few pixels amid the right one. */
class FlecksTest {

	private static final int FLECK = 32 * SIDE + MIDDLE + 20;

	private static Picture without(final float skin) {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		for (int row = -1; row <= 1; row++) for (int channel = 0; channel < 2; channel++) condition.maps().buffer().put(channel * SIDE * SIDE + FLECK + row * SIDE, 1);
		return Flecks.without(InFrame.share(0.8f), InFrame.share(skin), condition, Progress.NONE);
	}

	@Test
	void amidDrawnSkinTheyGiveWayAndWhatIsBroadStays() {
		final Picture own = without(1);
		assertEquals(0, own.data()[FLECK], 1e-6);
		for (int column = 2; column < MIDDLE - 4; column++) assertEquals(0.8f, own.get(column, 32, 0), 1e-6, "column " + column);
	}

	@Test
	void elsewhereTheyStay() {
		assertEquals(0.8f, without(0).data()[FLECK], 1e-6);
	}
}
