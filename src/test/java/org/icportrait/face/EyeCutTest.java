package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** Eyes are cut out upright and of one size wherever they look, and both alike. */
class EyeCutTest {

	private static final HeadCamera CAMERA = new HeadCamera(200, 210, 100, 0.08);
	private static final Picture PICTURE = new Picture(400, 400, 3);
	private static final int SIDE = FaceNetworks.EYE_SIDE;

	@Test
	void theMiddleOfAnEyeIsTheMiddleOfItsSquareAndItsTopIsUp() {
		for (final Pose pose : new Pose[] { Pose.FRONTAL, new Pose(0, 0, 40), new Pose(30, 0, -25), new Pose(0, 0, 180) }) {
			for (final boolean left : new boolean[] { false, true }) {
				final Similarity toSquare = new EyeCut(Heads.withEyes(pose, CAMERA, 1), left).toPicture().inverse();
				final double aside = left ? Heads.EYE_ASIDE : -Heads.EYE_ASIDE;
				final double[] middle = Heads.seenAt(pose, CAMERA, aside, Heads.EYE_UP, Heads.EYE_FRONT);
				final double[] above = Heads.seenAt(pose, CAMERA, aside, Heads.EYE_UP + 0.1, Heads.EYE_FRONT);
				assertEquals(0.5, toSquare.x(middle[0], middle[1]), 0.01, pose + " " + left);
				assertEquals(0.5, toSquare.y(middle[0], middle[1]), 0.01, pose + " " + left);
				assertEquals(0.5, toSquare.x(above[0], above[1]), 0.02, pose + " " + left);
				assertEquals(0.5 - 0.1 / EyeCut.WIDTH, toSquare.y(above[0], above[1]), 0.01, pose + " " + left);
			}
		}
	}

	/** A face that is its own mirror image shows the network one eye twice; one that is not shows the left eye mirrored. */
	@Test
	void bothEyesLookLikeARightOne() {
		final HeadCamera middle = new HeadCamera(200, 200, 100, 0);
		final Picture alike = new Picture(400, 400, 3);
		for (int c = 0; c < 3; c++) for (int y = 0; y < 400; y++) for (int x = 0; x < 400; x++) alike.set(x, y, c, (float) Math.abs(x + 0.5 - 200) / 200);
		final HeadReading reading = Heads.withEyes(Pose.FRONTAL, middle, 1);
		final float[] right = written(alike, reading, false), left = written(alike, reading, true);
		assertArrayEquals(right, left, 1e-5f);
		assertTrue(right[0] > right[SIDE - 1] + 0.2f, "the nose, in the dark middle, is to the right");
		assertEquals(Colour.toSrgb((float) (Heads.EYE_ASIDE * 100 / 200)), (right[SIDE / 2 - 1] + right[SIDE / 2]) / 2, 1e-3, "of the middle, sRGB");
	}

	@Test
	void anEyeThatIsTurnedAwayIsNotSeen() {
		assertTrue(cut(new Pose(45, 0, 0), 1, false).isSeen(PICTURE) && cut(new Pose(44, 0, 0), 1, true).isSeen(PICTURE));
		assertTrue(cut(new Pose(60, 0, 0), 1, false).isSeen(PICTURE), "the near eye");
		assertFalse(cut(new Pose(60, 0, 0), 1, true).isSeen(PICTURE), "the far eye");
		assertFalse(cut(new Pose(-60, 0, 0), 1, false).isSeen(PICTURE), "the far eye of the other side");
		assertEquals(20, cut(Pose.FRONTAL, 1, true).turnedBy(), 1e-6);
	}

	@Test
	void anEyeThatIsHiddenOrOutsideIsNotSeen() {
		assertFalse(cut(Pose.FRONTAL, 0.45, false).isSeen(PICTURE), "hidden");
		assertTrue(cut(Pose.FRONTAL, 0.55, false).isSeen(PICTURE));
		assertFalse(cut(Pose.FRONTAL, 1, true).isSeen(new Picture(220, 400, 3)), "the picture ends before it");
	}

	private static EyeCut cut(final Pose pose, final double seen, final boolean left) {
		return new EyeCut(Heads.withEyes(pose, CAMERA, seen), left);
	}

	private static float[] written(final Picture picture, final HeadReading reading, final boolean left) {
		final FloatBuffer target = FloatBuffer.allocate(3 * SIDE * SIDE);
		new EyeCut(reading, left).write(picture, SIDE, target);
		return target.array();
	}
}
