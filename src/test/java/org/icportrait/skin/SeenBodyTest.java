package org.icportrait.skin;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.generate.Condition;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class SeenBodyTest {

	/** @param height canonical, dm, everywhere @param times by how much it is drawn out */
	private static float share(final float height, final float times) {
		final Condition condition = InFrame.condition(InFrame.flat(0.8f));
		for (int i = 0; i < N; i++) condition.maps().buffer().put(Condition.Y * N + i, height);
		return SeenBody.of(InFrame.share(times), condition, Progress.NONE).share().get(MIDDLE / 2, MIDDLE, 0);
	}

	@Test
	void foldsOfShouldersThatHardlyMoveAreThePhotographsOwn() {
		assertEquals(1, share(-1.3f, 1), 1e-3);
		assertEquals(1, share(-1.3f, 2), 1e-3, "raised beside a neck that turns");
	}

	@Test
	void whatIsDrawnOutIsNotNorHeadsAndNecks() {
		assertEquals(0, share(-1.3f, 4), 1e-3);
		assertEquals(0, share(-1.3f, Float.POSITIVE_INFINITY), 1e-3, "its end");
		assertEquals(0, share(-0.8f, 1), 1e-3, "a neck");
	}
}
