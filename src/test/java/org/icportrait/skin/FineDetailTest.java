package org.icportrait.skin;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A mole on skin: the photograph shows it, and other skin is laid there. */
class FineDetailTest {

	private static final int COLUMN = 12, ROW = 30;
	private static final float SKIN = 0.3f, LAID = 0.32f;

	private static Picture skin(final float brightness, final float mole) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < 3 * N; i++) out.data()[i] = brightness;
		for (int c = 0; c < 3; c++) out.set(COLUMN, ROW, c, mole * brightness);
		return out;
	}

	private static float over(final Picture shown, final int column, final float share) {
		return over(shown, true, column, share);
	}

	private static float over(final Picture shown, final boolean skin, final int column, final float share) {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		final boolean[] where = new boolean[N];
		Arrays.fill(where, skin);
		final FineDetail detail = FineDetail.of(shown, Flecks.hidden(condition), where, condition.frame(), Progress.NONE);
		return detail.over(LAID, shown.get(column, ROW, 1), column + 0.5, ROW + 0.5, 1, share);
	}

	@Test
	void aMoleStaysOnTheSkinThatIsLaidThere() {
		final Picture shown = skin(SKIN, 0.4f);
		assertTrue(over(shown, COLUMN, 1) < 0.6f * LAID, "mole " + over(shown, COLUMN, 1));
		assertEquals(LAID, over(shown, COLUMN + 12, 1), 1e-4);
		assertEquals(LAID, over(shown, COLUMN, 0), 1e-6);
	}

	/** A gleam and a nostril are no pores. */
	@Test
	void aPixelIsAtMostSoMuchBrighterOrDarkerThanItsSurroundings() {
		assertEquals(1.2f * LAID, over(skin(SKIN, 3), COLUMN, 1), 0.01f * LAID);
		assertEquals(0.25f * LAID, over(skin(SKIN, 0), COLUMN, 1), 0.01f * LAID);
	}

	/** Else the strands of hair that skin is laid on would leave their outlines. */
	@Test
	void nothingStaysOfWhatIsMuchDarker() {
		assertEquals(LAID, over(skin(0.1f, 0.4f), COLUMN, 1), 1e-6);
	}

	@Test
	void nothingStaysOfALockAmidOtherThings() {
		assertEquals(LAID, over(skin(SKIN, 0.4f), false, COLUMN, 1), 1e-6);
	}

	/** Colours of what the photograph does not show are no surroundings of what it does. */
	@Test
	void hiddenPixelsAreNeverRead() {
		final Picture shown = skin(SKIN, 0.4f), other = shown.copy();
		for (int i = 0; i < 3 * N; i++) if (!InFrame.isShown(i % N)) other.data()[i] = Float.NaN;
		for (final int column : new int[] { COLUMN, InFrame.MIDDLE - 1 }) assertEquals(over(shown, column, 1), over(other, column, 1), 0);
	}
}
