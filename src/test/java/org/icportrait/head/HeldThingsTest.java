package org.icportrait.head;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.face.MadeParts;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.HeldThing.Way;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Blue cards before a head of grey skin. */
class HeldThingsTest {

	private static final int SIDE = 256, CELLS = 128;
	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
	private static final HeadCamera CAMERA = READING.camera();
	private static final float[] SKIN = { 0.5f, 0.4f, 0.35f }, BLUE = { 0.02f, 0.05f, 0.8f };
	private static final double LOW = -1.95;

	/** A card between places (dm, head axes) is held, as surely as is said. */
	private static boolean isHeld(final double x, final double y, final double[] card) {
		final double px = (x - CAMERA.x0()) / CAMERA.s(), py = (CAMERA.y0() - y) / CAMERA.s();
		return card.length > 0 && px >= card[0] && px <= card[1] && py >= card[2] && py <= card[3];
	}

	private static Picture photograph(final double... card) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < SIDE * SIDE; i++) {
			final boolean blue = isHeld(i % SIDE + 0.5, i / SIDE + 0.5, card);
			final boolean head = READING.matte().sample((i % SIDE + 0.5) * READING.matte().width() / SIDE, (i / SIDE + 0.5) * READING.matte().height() / SIDE, 0) > 0.5;
			for (int c = 0; c < 3; c++) out.data()[c * SIDE * SIDE + i] = blue ? BLUE[c] : head ? SKIN[c] : 0.9f;
		}
		return out;
	}

	private static Picture share(final float sure, final double... card) {
		final Picture out = new Picture(CELLS, CELLS, 1);
		for (int i = 0; i < CELLS * CELLS; i++) {
			if (isHeld((i % CELLS + 0.5) * SIDE / CELLS, (i / CELLS + 0.5) * SIDE / CELLS, card)) out.data()[i] = sure;
		}
		return out;
	}

	private static HeldThings held(final double... card) {
		return HeldThings.of(photograph(card), MadeParts.held(READING, share(1, card)), Progress.NONE);
	}

	private static Way way(final double... card) {
		final List<HeldThing> things = held(card).things();
		assertEquals(1, things.size());
		return things.get(0).way();
	}

	@Test
	void whatIsUnknownSmallOrUnsureIsNotHeld() {
		final Picture photograph = photograph(-0.3, 0.3, -0.7, -0.1);
		assertNull(HeldThings.of(photograph, READING, Progress.NONE));
		assertNull(HeldThings.of(photograph, MadeParts.held(READING, share(0.6f, -0.3, 0.3, -0.7, -0.1)), Progress.NONE));
		assertNull(HeldThings.of(photograph, MadeParts.held(READING, share(1, -0.1, 0.1, -0.4, -0.2)), Progress.NONE));
	}

	/** Of half a thing the other half would stay behind. */
	@Test
	void whatIsSureInPartAloneIsNotHeld() {
		final Picture share = share(0.6f, -0.3, 0.3, -0.8, 0.2), sure = share(1, -0.3, 0.3, -0.8, -0.4);
		for (int i = 0; i < share.planeSize(); i++) share.data()[i] = Math.max(share.data()[i], sure.data()[i]);
		assertNull(HeldThings.of(photograph(), MadeParts.held(READING, share), Progress.NONE));
	}

	/** Somebody's cheek beside this one: a network may call it held, but a person is none, wherever the colours differ. What is held before both is held. */
	@Test
	void whoStandsBesideIsNotHeld() {
		final double[] card = { -0.3, 0.3, -0.7, -0.1 };
		assertNull(HeldThings.of(photograph(card), beside(share(1, -0.4, 0.4, -0.8, 0), share(1, card)), Progress.NONE));
		assertEquals(1, HeldThings.of(photograph(card), beside(share(1, 0.2, 0.6, -0.7, -0.1), share(1, card)), Progress.NONE).things().size());
	}

	/** @param others over the crop */
	private static HeadReading beside(final Picture others, final Picture held) {
		final HeadReading r = MadeParts.held(READING, held);
		return new HeadReading(r.cropToPicture(), r.matte(), r.coordinates(), r.depth(), r.backDepth(), r.normals(), r.albedo(), r.rotation(), r.camera(), r.light(), r.landmarks(),
			r.confidence(), r.interval(), r.eyelids(), r.wide(), others, null, r.parts());
	}

	private static Picture either(final Picture one, final Picture other) {
		final Picture out = one.copy();
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = Math.max(out.data()[i], other.data()[i]);
		return out;
	}

	/** A network is sure of the upper end alone, unsure of the middle, and says next to nothing of the lower end. */
	@Test
	void aThingReachesAsFarAsItsColours() {
		final double[] card = { -0.15, 0.15, -0.9, -0.1 };
		final Picture told = either(either(share(1, -0.15, 0.15, -0.4, -0.1), share(0.55f, -0.15, 0.15, -0.6, -0.1)), share(0.04f, -0.6, 0.6, -1.2, 0.3));
		final HeldThing whole = held(card).things().get(0), grown = HeldThings.of(photograph(card), MadeParts.heldBeforeSkin(READING, told), Progress.NONE).things().get(0);
		assertEquals(whole.corners()[5], grown.corners()[5], 4, "the lower end");
		assertEquals(whole.corners()[1], grown.corners()[1], 4, "the upper end");
		assertEquals(whole.corners()[2] - whole.corners()[0], grown.corners()[2] - grown.corners()[0], 5, "its width");
	}

	/** A network takes the neck beside a microphone's stand for held. */
	@Test
	void skinIsNotHeld() {
		final double[] card = { -0.3, 0.3, -0.7, -0.1 };
		assertNull(HeldThings.of(photograph(), MadeParts.heldBeforeSkin(READING, share(1, card)), Progress.NONE));
		assertEquals(1, HeldThings.of(photograph(card), MadeParts.heldBeforeSkin(READING, share(1, card)), Progress.NONE).things().size());
	}

	/** Skin beside a thing that is told to be of it stays skin. */
	@Test
	void skinBesideAThingIsNoneOfIt() {
		final double[] card = { -0.3, 0.3, -0.7, -0.1 };
		final HeldThings wide = HeldThings.of(photograph(card), MadeParts.heldBeforeSkin(READING, share(1, -0.35, 0.35, -0.75, 0.05)), Progress.NONE);
		assertEquals(0, wide.hidden(CAMERA.x(0, 0), CAMERA.y(0.02, 0)), 0.01);
		assertEquals(1, wide.hidden(CAMERA.x(0, 0), CAMERA.y(-0.4, 0)), 0.01);
	}

	@Test
	void itLiesBeforeWhatItHides() {
		final HeldThing thing = held(-0.3, 0.3, -0.7, -0.1).things().get(0);
		final Picture depth = READING.depth();
		int behind = 0, all = 0;
		for (int y = -60; y <= -20; y += 5) for (int x = -25; x <= 25; x += 5) {
			final double px = CAMERA.x0() + x / 100.0 * CAMERA.s(), py = CAMERA.y0() - y / 100.0 * CAMERA.s(), u = (px - thing.corners()[0]) / (thing.corners()[2] - thing.corners()[0]);
			final double v = (py - thing.corners()[1]) / (thing.corners()[7] - thing.corners()[1]), top = thing.depths()[0] + u * (thing.depths()[1] - thing.depths()[0]);
			final double card = top + v * (thing.depths()[3] - thing.depths()[0]);
			if (depth.sample(px * depth.width() / SIDE, py * depth.height() / SIDE, 0) < card - 0.04) behind++;
			all++;
		}
		assertTrue(behind > 0.8 * all, behind + " of " + all);
	}

	/** Ball and cone of an ice: a network doubts the edge between them. */
	@Test
	void partsOfAThingAreOne() {
		final Picture two = share(1, -0.3, 0.3, -0.35, -0.1), below = share(1, -0.3, 0.3, -0.7, -0.41);
		for (int i = 0; i < two.planeSize(); i++) two.data()[i] += below.data()[i];
		assertEquals(1, HeldThings.of(photograph(), MadeParts.held(READING, two), Progress.NONE).things().size());
	}

	/** Turbans and hats, which networks take for held. */
	@Test
	void whatCoversTheScalpIsWorn() {
		final Picture band = share(1, -0.9, 0.9, 0.75, 1.3), mask = share(1, -0.5, 0.5, -0.7, -0.1);
		assertNull(HeldThings.of(photograph(), MadeParts.held(READING, band), Progress.NONE));
		for (int i = 0; i < band.planeSize(); i++) band.data()[i] += mask.data()[i];
		assertEquals(1, HeldThings.of(photograph(), MadeParts.held(READING, band), Progress.NONE).things().size());
	}

	/** A scarf to the shoulders, little of which lies over the scalp. */
	@Test
	void aScarfThatCoversTheScalpIsWorn() {
		assertNull(HeldThings.of(photograph(), MadeParts.held(READING, share(1, -1.8, 1.8, -1.9, 1.5)), Progress.NONE));
	}

	@Test
	void photographAndReadingGoOnWithoutIt() {
		final double[] card = { -0.3, 0.3, -0.7, -0.1 };
		final HeldThings held = held(card);
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (!isHeld(i % SIDE + 0.5, i / SIDE + 0.5, card)) continue;
			for (int c = 0; c < 3; c++) assertEquals(SKIN[c], held.bare().data()[c * SIDE * SIDE + i], 0.02, "at " + i % SIDE + ", " + i / SIDE);
			assertEquals(1, held.hidden(i % SIDE + 0.5, i / SIDE + 0.5), 0);
		}
		assertEquals(0, held.hidden(SIDE / 2.0, SIDE / 3.0), 0);
	}

	/** Beside the head the matte ends behind a thing as it does above and below it, although the thing is read as the person's. */
	@Test
	void theSilhouetteGoesOnBehindIt() {
		final double[] card = { 0.3, 1.5, -0.3, 0.2 };
		final Picture matte = READING.matte().copy();
		for (int i = 0; i < matte.planeSize(); i++) {
			if (isHeld((i % matte.width() + 0.5) * SIDE / matte.width(), (i / matte.width() + 0.5) * SIDE / matte.height(), card)) matte.data()[i] = 1;
		}
		final HeldThings held = HeldThings.of(photograph(card), MadeParts.held(READING.withMatte(matte, null), share(1, card)), Progress.NONE);
		final Picture under = held.reading().matte();
		int wrong = 0;
		for (int i = 0; i < under.planeSize(); i++) if (Math.abs(under.data()[i] - READING.matte().data()[i]) > 0.5) wrong++;
		assertTrue(wrong < 0.015 * under.planeSize(), wrong + " cells of " + under.planeSize());
		assertTrue(under.sample((CAMERA.x(1.3, 0)) * under.width() / SIDE, CAMERA.y(0, 0) * under.height() / SIDE, 0) < 0.1);
	}

	@Test
	void whatIsBehindIsNotShown() {
		final double[] card = { -0.3, 0.3, -0.7, -0.1 };
		final PreparedHead head = PreparedHead.of(photograph(card), MadeParts.held(READING, share(1, card)), Progress.NONE);
		final Mesh mesh = head.mesh(0);
		int behind = 0, beside = 0;
		for (int v = 0; v < mesh.count(); v++) {
			if (isHeld(mesh.textureX()[v], mesh.textureY()[v], card)) {
				assertEquals(0, mesh.confidence()[v], 0);
				assertEquals(0, mesh.mirrorConfidence()[v], 0);
				behind++;
			}
			else if (mesh.confidence()[v] > 0.9) beside++;
		}
		assertTrue(behind > 100 && beside > 1000, behind + " behind, " + beside + " beside");
	}

	@Test
	void whatLiesBeforeTheFaceTurnsWithIt() {
		assertEquals(Way.TURNS, way(-0.3, 0.3, -0.7, -0.1));
	}

	@Test
	void whatComesFromTheBorderIsHingedThere() {
		assertEquals(Way.HINGED, way(-0.2, 0.2, LOW, -0.3));
	}

	@Test
	void whatIsBelowTheFaceStays() {
		assertEquals(Way.STAYS, way(-0.5, 0.5, LOW, -1.2));
	}

	/** The wider look sees rows of its own making below the picture's border. */
	@Test
	void whatTheWiderLookAloneTakesForHeldIsNot() {
		final Picture below = share(1, -2, 2, -2, -1.4), nothing = new Picture(CELLS, CELLS, 1);
		final HeadReading half = HeldShareTest.half();
		assertNull(HeldThings.of(photograph(), MadeParts.held(half, nothing).withMatte(half.matte(), MadeParts.held(READING, below)), Progress.NONE));
		assertEquals(1, HeldThings.of(photograph(), MadeParts.held(READING, below), Progress.NONE).things().size());
	}

	@Test
	void aHingeStaysWhereItIsAndTheOtherEndGoesWithTheHead() {
		final HeldThing thing = held(-0.2, 0.2, LOW, -0.3).things().get(0);
		final double[] at = thing.corners(), placed = thing.placed(new Pose(20, 0, 0).toRotation(), CAMERA, false).corners();
		for (int i = 4; i < 8; i++) assertEquals(at[i], placed[i], 1e-9);
		final double moved = placed[0] - at[0];
		assertTrue(moved > 0.2 * CAMERA.s() && moved < 0.6 * CAMERA.s(), "moved by " + moved);
		assertEquals(at[2] - at[0], placed[2] - placed[0], 1e-9);
	}

	@Test
	void whatStaysGoesWithTheBustAlone() {
		final HeldThing thing = held(-0.5, 0.5, LOW, -1.2).things().get(0);
		final Rotation turn = new Pose(20, 0, 0).toRotation();
		assertArrayEquals(thing.corners(), thing.placed(turn, CAMERA, false).corners());
		assertTrue(thing.placed(turn, CAMERA, true).corners()[0] != thing.corners()[0]);
	}

	@Test
	void whatIsTurnedAwayIsNotSeen() {
		assertNull(held(-0.3, 0.3, -0.7, -0.1).things().get(0).placed(new Pose(90, 0, 0).toRotation(), CAMERA, false));
	}

	@Test
	void whatStaysIsSeenWhereverTheHeadLooks() {
		final HeldThing thing = held(-0.5, 0.5, LOW, -1.2).things().get(0);
		assertArrayEquals(thing.corners(), thing.placed(new Pose(90, 0, 0).toRotation(), CAMERA, false).corners());
	}

	/** A card that falls away to one side like the cheek behind it is seen from its edge before the head is, and would be mirrored from behind. */
	@Test
	void noCardIsSeenFromBehind() {
		final float far = (float) (1 - 0.6 * 40 / CAMERA.s());
		final HeldThing thing = new HeldThing(new Area(110, 110, 40, 40), new Picture(40, 40, 1), new Picture(40, 40, 3), Way.TURNS,
			new double[] { 110, 110, 150, 110, 150, 150, 110, 150 }, new double[] { 1, far, far, 1 });
		assertNull(thing.placed(new Pose(70, 0, 0).toRotation(), CAMERA, false));
		final double[] seen = thing.placed(new Pose(-70, 0, 0).toRotation(), CAMERA, false).corners();
		assertTrue(seen[2] > seen[0], "its right end is on the right");
	}
}
