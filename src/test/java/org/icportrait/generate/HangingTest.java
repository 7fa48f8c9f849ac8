package org.icportrait.generate;

import static org.icportrait.generate.HeadSide.COLLAR;
import static org.icportrait.generate.HeadSide.cell;
import static org.icportrait.generate.InFrame.N;
import static org.icportrait.generate.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}: a pony tail below the ear, which the photograph shows askance. */
class HangingTest {

	/** Canonical depths between which it is seen, and height where it begins. */
	private static final double REAR = -0.3, FRONT = -0.1, TOP = -0.45;
	private static final int HAIR = cell(-0.8, -0.2), BEHIND = cell(-0.8, -0.35), ABOVE = cell(0.1, -0.35), FAR = cell(-0.8, -0.85), THROAT = cell(-0.8, 0.2);

	private static Condition condition() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		for (int i = 0; i < N; i++) if (isHair(i)) condition.maps().buffer().put(i, 0.05f).put(N + i, 1);
		return condition;
	}

	private static boolean isHair(final int i) {
		return HeadSide.z(i % SIDE) > REAR && HeadSide.z(i % SIDE) < FRONT && i >= cell(TOP, -0.9);
	}

	private static Picture share() {
		final Picture share = InFrame.share(0);
		for (int i = 0; i < N; i++) share.data()[i] = isHair(i) ? 1 : 0;
		return share;
	}

	private static Hanging hanging() {
		return new Hanging(null, share(), Hanging.rear(share(), condition(), Progress.NONE));
	}

	@Test
	void whatThePhotographShowsOfItIsItsOwnAndMirrorImagesAreNot() {
		final Condition condition = condition();
		condition.maps().buffer().put(2 * N + HAIR + SIDE, 1);
		final FloatBuffer trusted = hanging().trusted(condition).maps().buffer();
		assertEquals(1, trusted.get(HAIR), 1e-6);
		assertEquals(0.05f, trusted.get(HAIR + SIDE), 1e-6, "a mirror image");
		assertEquals(condition.maps().buffer().get(BEHIND), trusted.get(BEHIND), 0);
		assertEquals(0.05f, condition.maps().buffer().get(HAIR), 0, "the condition itself stays");
		assertSame(condition, Hanging.NONE.trusted(condition));
	}

	@Test
	void theSameOfWhatIsKnownInTheView() {
		final Picture known = new Picture(2, 1, 3, new float[] { 0.05f, 0.05f, 1, 0.5f, 0, 0 }), out = new Hanging(new Picture(2, 1, 1, new float[] { 1, 1 }), null, null).known(known);
		assertEquals(1, out.data()[0], 1e-6);
		assertEquals(0.5f, out.data()[1], 1e-6, "of what is shown by half, half");
	}

	@Test
	void behindItIsItsUnseenSide() {
		final Picture rear = hanging().rear();
		assertEquals(1, rear.data()[BEHIND], 0.15);
		for (final int i : new int[] { ABOVE, FAR, THROAT }) assertEquals(0, rear.data()[i], 0.05);
	}

	@Test
	void neitherItNorItsUnseenSideIsSkin() {
		final Ears none = new Ears(InFrame.share(0), InFrame.share(0), null);
		final Condition bald = HeadSide.condition(COLLAR, 0);
		final Picture skin = BareSkin.of(bald, SeenSkin.of(bald), none, 1, hanging(), Form.of(bald, Progress.NONE), false, Progress.NONE).share();
		final Picture without = BareSkin.of(bald, SeenSkin.of(bald), none, 1, Hanging.NONE, Form.of(bald, Progress.NONE), false, Progress.NONE).share();
		for (final int i : new int[] { HAIR, BEHIND }) {
			assertEquals(1, without.data()[i], 0.05, "a neck");
			assertEquals(0, skin.data()[i], 0.15);
		}
	}

	/** Half of what is seen of it gleams. */
	@Test
	void itsUnseenSideHasTheColourOfItsBodyAndStrands() {
		final float[] seen = InFrame.flat(0.7f);
		for (int i = 0; i < N; i++) if (isHair(i)) seen[i] = i % SIDE % 2 == 0 ? 0.2f : 0.8f;
		final Hanging hair = hanging();
		final Picture made = InFrame.grey(InFrame.flat(0.7f)), out = hair.over(made, InFrame.grey(seen), condition(), Progress.NONE);
		assertTrue(out.data()[BEHIND] < 0.1f, "behind it " + out.data()[BEHIND]);
		assertEquals(made.data()[FAR], out.data()[FAR], 0.01);
		assertEquals(1, hair.with(InFrame.share(0)).data()[BEHIND], 0.15);
		assertSame(made, Hanging.NONE.over(made, made, condition(), Progress.NONE));
	}
}
