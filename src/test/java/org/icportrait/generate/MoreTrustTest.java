package org.icportrait.generate;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class MoreTrustTest {

	private static final int PIXEL = SIDE / 2 * SIDE + SIDE / 4;
	private static final float HARDLY = 0.05f;

	private static MoreTrust at(final int i, final float share) {
		final Picture out = new Picture(SIDE, SIDE, 1);
		out.data()[i] = share;
		return new MoreTrust(out);
	}

	@Test
	void aTrustIsRaisedAndNeverLowered() {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		condition.maps().buffer().put(PIXEL, HARDLY);
		final Condition trusted = at(PIXEL, 0.7f).trusted(condition);
		assertEquals(0.7f, trusted.trust(PIXEL));
		assertEquals(HARDLY, condition.trust(PIXEL), "what it was made of");
		assertEquals(1, trusted.trust(PIXEL - 1));
		for (int i = 0; i < N; i++) assertEquals(condition.covered(i), trusted.covered(i));
		assertSame(condition, MoreTrust.NONE.trusted(condition));
	}

	/** Half of a pixel of the view is the photograph's. */
	@Test
	void inTheViewNoMoreIsTrustedThanItCovers() {
		final Condition condition = InFrame.condition(InFrame.flat(0.5f));
		final Frame frame = condition.frame();
		final double x = frame.toPicture().x((PIXEL % SIDE + 0.5) / SIDE, (PIXEL / SIDE + 0.5) / SIDE), y = frame.toPicture().y((PIXEL % SIDE + 0.5) / SIDE, (PIXEL / SIDE + 0.5) / SIDE);
		final Picture known = new Picture(1, 1, 3, new float[] { HARDLY, 0.5f, 0 }), all = new Picture(SIDE, SIDE, 1, InFrame.flat(1));
		final Area pixel = new Area((int) x, (int) y, 1, 1);
		assertArrayEquals(new float[] { 0.5f, 0.5f, 0 }, new MoreTrust(all).known(known, pixel, frame, Progress.NONE).data(), 1e-6f);
		assertSame(known, MoreTrust.NONE.known(known, pixel, frame, Progress.NONE));
	}

	@Test
	void ofTwoTheMoreTrustingOneCounts() {
		final MoreTrust one = at(PIXEL, 0.3f), other = at(PIXEL + 1, 0.6f), both = one.or(other);
		assertEquals(0.3f, both.share().data()[PIXEL]);
		assertEquals(0.6f, both.share().data()[PIXEL + 1]);
		assertEquals(0, one.share().data()[PIXEL + 1], "neither is changed");
		assertSame(one, MoreTrust.NONE.or(one));
		assertSame(one, one.or(MoreTrust.NONE));
	}
}
