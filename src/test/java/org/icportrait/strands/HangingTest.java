package org.icportrait.strands;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Ears;
import org.icportrait.skin.Form;
import org.icportrait.skin.HeadSide;
import org.icportrait.skin.InFrame;
import org.icportrait.skin.SeenSkin;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}: a pony tail of two locks below the ear, which the photograph shows askance. */
class HangingTest {

	/** Canonical depths between which it is seen, and between which a gap lies, and height where it begins. */
	private static final double REAR = -0.4, FRONT = -0.1, GAP_REAR = -0.3, GAP_FRONT = -0.25, TOP = -0.45;
	private static final int HAIR = cell(-0.8, -0.2), AMID = cell(-0.8, -0.27), ABOVE = cell(0.1, -0.35), FAR = cell(-0.8, -0.85), THROAT = cell(-0.8, 0.2);

	private static Condition condition() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		for (int i = 0; i < N; i++) if (isHair(i)) condition.maps().buffer().put(i, 0.05f).put(N + i, 1);
		return condition;
	}

	private static boolean isHair(final int i) {
		final double z = HeadSide.z(i % SIDE);
		return z > REAR && z < FRONT && (z < GAP_REAR || z > GAP_FRONT) && i >= cell(TOP, -0.9);
	}

	private static Picture share() {
		final Picture share = InFrame.share(0);
		for (int i = 0; i < N; i++) share.data()[i] = isHair(i) ? 1 : 0;
		return share;
	}

	private static Hanging hanging() {
		return new Hanging(null, share(), HangingBody.of(share(), share(), condition(), Progress.NONE));
	}

	@Test
	void whatThePhotographShowsOfItIsItsOwnAndMirrorImagesAreNot() {
		final Condition condition = condition();
		condition.maps().buffer().put(2 * N + HAIR + SIDE, 1);
		final FloatBuffer trusted = hanging().trusted(condition).maps().buffer();
		assertEquals(1, trusted.get(HAIR), 1e-6);
		assertEquals(0.05f, trusted.get(HAIR + SIDE), 1e-6, "a mirror image");
		assertEquals(condition.maps().buffer().get(AMID), trusted.get(AMID), 0);
		assertEquals(0.05f, condition.maps().buffer().get(HAIR), 0, "the condition itself stays");
		assertSame(condition, Hanging.NONE.trusted(condition));
	}

	/** @param body of the whole frame @param alpha of both pixels: one that hair covers by half, and one that it does not */
	private static float[] known(final float body, final float rear, final float alpha) {
		final Picture known = new Picture(2, 1, 3, new float[] { 0.05f, 0.05f, 1, 0.5f, 0, 0 }), alphas = new Picture(2, 1, 1, new float[] { alpha, alpha });
		final Hanging hair = new Hanging(new Picture(2, 1, 1, new float[] { 1, 1 }), null, new HangingBody(InFrame.share(body), InFrame.share(1), InFrame.share(rear), InFrame.share(0)));
		return hair.known(known, alphas, new Area(0, 0, 2, 1), condition().frame(), Progress.NONE).data();
	}

	@Test
	void theSameOfWhatIsKnownInTheView() {
		final float[] out = known(1, 0, 1);
		assertEquals(1, out[0], 1e-6);
		assertEquals(0.5f, out[1], 1e-6, "of what is shown by half, half");
		assertEquals(0, known(1, 1, 1)[0], 1e-6, "its unseen side");
		assertEquals(0, known(1, 0, 0.4f)[0], 1e-6, "a thin strand amid it, half of which is a wall");
		assertEquals(1, known(0, 0, 0.5f)[0], 1e-6, "a thin strand elsewhere");
	}

	@Test
	void betweenItsStrandsIsItsUnseenSide() {
		final HangingBody sides = hanging().sides();
		assertEquals(1, sides.rear().data()[AMID], 0.15);
		assertEquals(0, sides.rear().data()[HAIR], 0.05, "what is seen of it");
		assertEquals(1, sides.body().data()[HAIR], 0.15);
		for (final int i : new int[] { ABOVE, FAR, THROAT }) assertEquals(0, sides.body().data()[i], 0.05);
	}

	/** A shirt or a wall between its strands turns along with them, as a white chip; skin between two locks stays the photograph's own. */
	@Test
	void whatIsBrighterThanSkinBetweenItsStrandsIsNotTrusted() {
		assertEquals(0, amid(HeadSide.CLOTH).trusted(amidst(HeadSide.CLOTH)).maps().buffer().get(AMID), 0.15);
		assertEquals(1, amid(HeadSide.SKIN).trusted(amidst(HeadSide.SKIN)).maps().buffer().get(AMID), 0.15);
	}

	private static Hanging amid(final float[] colour) {
		return new Hanging(null, share(), HangingBody.of(share(), share(), amidst(colour), Progress.NONE));
	}

	/** The gap as the photograph shows it straight. */
	private static Condition amidst(final float[] colour) {
		final Condition condition = condition();
		condition.maps().buffer().put(AMID, 1).put(N + AMID, 1);
		for (int c = 0; c < 3; c++) condition.start().buffer().put(c * N + AMID, Condition.signed(colour[c]));
		return condition;
	}

	@Test
	void aHeadWithoutItIsAHeadWithoutItsBody() {
		final boolean[] head = new boolean[N];
		Arrays.fill(head, true);
		final boolean[] bare = hanging().without(head);
		for (final int i : new int[] { HAIR, AMID }) assertFalse(bare[i]);
		for (final int i : new int[] { ABOVE, FAR, THROAT }) assertTrue(bare[i]);
		assertSame(head, Hanging.NONE.without(head));
	}

	@Test
	void itHasRoomAndNoHoles() {
		final Picture room = InFrame.share(0);
		hanging().widen(room);
		assertEquals(1, room.data()[AMID], 0.15);
		assertEquals(0, room.data()[FAR], 0.05);
		assertTrue(hanging().within()[AMID] && !hanging().within()[FAR]);
		assertNull(Hanging.NONE.within());
	}

	@Test
	void neitherItNorItsBodyIsSkin() {
		final Ears none = new Ears(InFrame.share(0), InFrame.share(0), null);
		final Condition bald = HeadSide.condition(COLLAR, 0);
		final Picture skin = BareSkin.of(bald, SeenSkin.of(bald), none, 1, hanging().free(), Form.of(bald, Progress.NONE), false, Progress.NONE).share();
		final Picture without = BareSkin.of(bald, SeenSkin.of(bald), none, 1, null, Form.of(bald, Progress.NONE), false, Progress.NONE).share();
		for (final int i : new int[] { HAIR, AMID }) {
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
		assertTrue(out.data()[AMID] < 0.1f, "amid it " + out.data()[AMID]);
		assertEquals(made.data()[FAR], out.data()[FAR], 0.01);
		assertEquals(1, hair.with(InFrame.share(0)).data()[AMID], 0.15);
		assertSame(made, Hanging.NONE.over(made, made, condition(), Progress.NONE));
	}

	/** The same strands where the photograph shows mostly what is between them: what lies behind is no hair, and single ones leave the skin whole. */
	@Test
	void singleCurlsHaveNoBody() {
		final Hanging curls = new Hanging(null, share(), HangingBody.of(share(), InFrame.share(0), condition(), Progress.NONE));
		for (final int i : new int[] { HAIR, AMID }) {
			assertEquals(0, curls.sides().body().data()[i], 1e-6);
			assertEquals(1, curls.free().data()[i], 1e-6);
		}
		assertEquals(0, curls.sides().rear().data()[AMID], 0.05, "no unseen side");
		assertTrue(curls.within()[HAIR] && !curls.within()[FAR], "strands");
		assertFalse(curls.within()[AMID], "between them");
	}

	@Test
	void aBrightWallBetweenSingleCurlsIsNotTrusted() {
		final Condition condition = amidst(HeadSide.CLOTH);
		final Hanging curls = new Hanging(null, share(), HangingBody.of(share(), InFrame.share(0), condition, Progress.NONE));
		assertEquals(0, curls.trusted(condition).maps().buffer().get(AMID), 0.15);
	}

	/** Its foremost strand is drawn out over the neck that a turn uncovers: networks painted that dark. */
	@Test
	void beforeItIsANeck() {
		final Condition condition = condition();
		for (int i = 0; i < N; i++) if (HeadSide.z(i % SIDE) > REAR && HeadSide.z(i % SIDE) < 0.15) condition.maps().buffer().put(i, 0.05f).put(N + i, 1);
		final int before = cell(-0.8, 0.02);
		final Hanging hair = new Hanging(null, share(), HangingBody.of(share(), share(), condition, Progress.NONE)), curls = new Hanging(null, share(), HangingBody.of(share(), InFrame.share(0), condition, Progress.NONE));
		assertEquals(1, hair.neck().data()[before], 0.1);
		for (final int i : new int[] { HAIR, AMID, ABOVE, FAR, THROAT }) assertEquals(0, hair.neck().data()[i], 0.1);
		assertEquals(0, curls.neck().data()[before], 1e-6, "single curls lie before what is seen");
		assertNull(Hanging.NONE.neck());
	}

	/** Hair is wherever one looks. */
	@Test
	void itsBodyEndsBeforeTheNeckAndAtTheEar() {
		final Condition condition = condition();
		for (int i = 0; i < N; i++) condition.maps().buffer().put(N + i, 1);
		final Picture body = HangingBody.of(InFrame.share(1), InFrame.share(1), condition, Progress.NONE).body();
		assertEquals(0, body.data()[THROAT], 1e-6, "before the neck");
		assertEquals(0, body.data()[cell(-0.1, -0.2)], 1e-6, "an ear");
		assertTrue(body.data()[HAIR] > 0.9, "a tail " + body.data()[HAIR]);
	}

	/** Four columns lie between two locks of as many. */
	@Test
	void aWideGapBetweenLocksIsItsBodyToo() {
		final Condition condition = condition();
		final Picture share = InFrame.share(0);
		final int first = cell(-0.8, -0.42) % SIDE;
		for (int i = cell(TOP, -0.9); i < N; i++) {
			final int column = i % SIDE - first;
			if (column < 0 || column >= 12 || column / 4 == 1) continue;
			share.data()[i] = 1;
			condition.maps().buffer().put(N + i, 1);
		}
		final Picture body = HangingBody.of(share, share, condition, Progress.NONE).body();
		assertTrue(body.data()[cell(-0.8, -0.42) + 5] > 0.8, "amid " + body.data()[cell(-0.8, -0.42) + 5]);
	}

	/** A ball of hair would float beside the neck. */
	@Test
	void whereStrandsCrossIsNoBody() {
		final Picture lock = share(), knot = share();
		final int first = HAIR / SIDE;
		for (int i = 0; i < N; i++) if (Math.abs(i / SIDE - first) > 1 || Math.abs(i % SIDE - HAIR % SIDE) > 1) knot.data()[i] = 0;
		assertTrue(HangingBody.of(lock, lock, condition(), Progress.NONE).body().data()[HAIR] > 0.8, "a tail");
		assertEquals(0, HangingBody.of(knot, knot, condition(), Progress.NONE).body().data()[HAIR], 1e-6, "a knot");
	}
}
