package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.FloatBuffer;

import org.junit.jupiter.api.Test;

import org.icportrait.generate.Condition;

/** On the {@link HeadSide}: what no photograph shows lies on the side of positive x. */
class CheekColourTest {

	/** Columns that {@code every} divides show the cheek of the other side, lit by a lamp. */
	private static Condition lamp(final int every) {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (HeadSide.z(i % SIDE) <= 0 || i % SIDE % every != 0) continue;
			maps.put(3 * N + i, -maps.get(3 * N + i));
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(1.8f * SKIN[c]));
		}
		return condition;
	}

	@Test
	void aLampOnOneCheekIsNotOnTheOther() {
		for (int c = 0; c < 3; c++) assertEquals(SKIN[c], CheekColour.of(lamp(2))[c], 0.02f * SKIN[c]);
	}

	@Test
	void whereThatSidesCheekIsNotSeenTheOtherTells() {
		for (int c = 0; c < 3; c++) assertEquals(1.8f * SKIN[c], CheekColour.of(lamp(1))[c], 0.02f * SKIN[c]);
	}

	/** What is seen askance is greyer and darker. */
	@Test
	void itIsMoreOfWhatIsSeenStraight() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (HeadSide.z(i % SIDE) <= 0 || HeadSide.z(i % SIDE) > 0.35f) continue;
			condition.maps().buffer().put(i, 0.5f);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(0.4f * (SKIN[c] + 0.2f)));
		}
		final float[] cheek = CheekColour.of(condition);
		for (int c = 0; c < 3; c++) assertEquals(SKIN[c], cheek[c], 0.04f * SKIN[c]);
	}

	@Test
	void nothingSeenTellsNothing() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		for (int i = 0; i < N; i++) condition.maps().buffer().put(i, 0);
		assertNull(CheekColour.of(condition));
	}
}
