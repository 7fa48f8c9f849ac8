package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.SKIN;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}: a yellow earring where the photograph shows the ear. */
class JewelleryTest {

	private static final float[] GOLD = { 0.8f, 0.6f, 0.05f };
	private static final int RING = cell(-0.1, -0.1);

	/** @param trust how straight the photograph shows it @param colour linear RGB */
	private static float[] start(final float trust, final float[] colour) {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			if (Math.abs(i % SIDE - RING % SIDE) > 8) continue;
			maps.put(i, trust).put(N + i, 1);
			for (int c = 0; c < 3; c++) if (Math.abs(i % SIDE - RING % SIDE) < 2 && Math.abs(i / SIDE - RING / SIDE) < 2) start.put(c * N + i, Condition.signed(colour[c]));
		}
		Jewellery.remove(condition, Progress.NONE);
		final float[] out = new float[3];
		for (int c = 0; c < 3; c++) out[c] = Condition.linear(start.get(c * N + RING));
		return out;
	}

	@Test
	void whatIsSeenAskanceGoesOnWithoutIt() {
		final float[] out = start(0.2f, GOLD);
		for (int c = 0; c < 3; c++) assertEquals(SKIN[c], out[c], 0.1f * SKIN[c], "channel " + c);
	}

	@Test
	void whereThePhotographIsKeptItStays() {
		final float[] out = start(1, GOLD);
		for (int c = 0; c < 3; c++) assertEquals(GOLD[c], out[c], 0.01, "channel " + c);
	}

	/** Shade, brown hair and a grey wall have no colour that would be noticed. */
	@Test
	void dullColoursStay() {
		for (final float[] colour : new float[][] { { 0.1f, 0.05f, 0.03f }, { 0.05f, 0.03f, 0.005f }, { 0.6f, 0.6f, 0.62f } }) {
			final float[] out = start(0.2f, colour);
			for (int c = 0; c < 3; c++) assertEquals(colour[c], out[c], 0.01, "channel " + c);
		}
	}
}
