package org.icportrait.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.junit.jupiter.api.Test;

/** Faces are cut out as in training, and what is no face never reaches the network. */
class FaceCutTest {

	private static final int SIDE = 112, PICTURE = 100, MAP = 64;

	/** A ball of 0.9 dm in the middle of a picture of 4 dm, as it looks when turned. */
	private static HeadReading ball(final Pose pose) {
		final HeadCamera camera = new HeadCamera(50, 50, 25, 0);
		final Picture matte = new Picture(MAP, MAP, 1), depth = new Picture(MAP, MAP, 1), at = new Picture(MAP, MAP, 3);
		for (int row = 0; row < MAP; row++) for (int column = 0; column < MAP; column++) {
			final double x = ((column + 0.5) / MAP - 0.5) * 4, y = (0.5 - (row + 0.5) / MAP) * 4, z2 = 0.81 - x * x - y * y;
			if (z2 <= 0) continue;
			final double z = Math.sqrt(z2);
			matte.set(column, row, 0, 1);
			depth.set(column, row, 0, (float) z);
			at.set(column, row, 0, (float) pose.toRotation().inverse().x(x, y, z));
			at.set(column, row, 1, (float) pose.toRotation().inverse().y(x, y, z));
			at.set(column, row, 2, (float) pose.toRotation().inverse().z(x, y, z));
		}
		return new HeadReading(new Similarity(PICTURE, 0, 0, 0), matte, at, depth, depth, at, at, pose.toRotation(), camera, Harmonics.NONE, null, 1);
	}

	private static float[] cut(final Picture picture, final HeadReading reading) {
		final Tensor face = Tensor.floats(1, 4, SIDE, SIDE);
		new FaceCut(picture, reading, 0, 0, 1).write(face);
		return face.copy();
	}

	/** Numbers of models/training, identity/faces.py (to_face), for the same pose and camera. */
	@Test
	void placesFacesAsTrainingDoes() {
		final HeadReading reading = new HeadReading(null, null, null, null, null, null, null, new Pose(30, -15, 50).toRotation(), new HeadCamera(40, 55, 25, 0.08), null,
			null, 1);
		final Similarity plain = new FaceCut(null, reading, 0, 0, 1).toPicture(), moved = new FaceCut(null, reading, 0.02, -0.03, 1.1).toPicture();
		assertArrayEquals(new double[] { 48.7699, 49.4599, 11.6475, 52.7077, 46.6816, 68.3459 }, places(plain), 1e-3);
		assertArrayEquals(new double[] { 49.2550, 51.1177, 15.5073, 54.0703, 47.3565, 68.2868 }, places(moved), 1e-3);
	}

	private static double[] places(final Similarity s) {
		return new double[] { s.x(0.5, 0.5), s.y(0.5, 0.5), s.x(0, 0), s.y(0, 0), s.x(0.2, 0.7), s.y(0.2, 0.7) };
	}

	@Test
	void hairNeckAndBackgroundAreNeverGiven() {
		final HeadReading reading = ball(new Pose(20, 10, 0));
		final Picture one = picture(1), other = one.copy();
		int changed = 0;
		for (int y = 0; y < PICTURE; y++) for (int x = 0; x < PICTURE; x++) {
			if (isNearFace(reading, x, y)) continue;
			changed++;
			for (int c = 0; c < 3; c++) other.set(x, y, c, 0.9f - one.get(x, y, c));
		}
		assertTrue(changed > PICTURE * PICTURE / 3);
		assertArrayEquals(cut(one, reading), cut(other, reading));
		other.set(55, 48, 0, 1 - one.get(55, 48, 0));
		assertTrue(differences(cut(one, reading), cut(other, reading)) > 0);
	}

	/** With a margin of two pixels for interpolation. */
	private static boolean isNearFace(final HeadReading reading, final int x, final int y) {
		final double pixel = (double) MAP / PICTURE;
		for (int dy = -2; dy <= 2; dy++) for (int dx = -2; dx <= 2; dx++) {
			final int column = clamp((int) ((x + dx + 0.5) * pixel)), row = clamp((int) ((y + dy + 0.5) * pixel));
			final float height = reading.coordinates().get(column, row, 1);
			if (reading.matte().get(column, row, 0) > 0 && height > -0.95 && height < 0.85 && reading.coordinates().get(column, row, 2) > 0.2) return true;
		}
		return false;
	}

	private static int clamp(final int i) {
		return Math.max(0, Math.min(MAP - 1, i));
	}

	private static int differences(final float[] one, final float[] two) {
		int count = 0;
		for (int i = 0; i < one.length; i++) if (one[i] != two[i]) count++;
		return count;
	}

	/** A face that leans is cut out upright: the picture of a turned ball turns with it. */
	@Test
	void aLeaningFaceStandsUpright() {
		final float[] upright = cut(picture(1), ball(Pose.FRONTAL)), leaning = cut(quarterTurned(picture(1)), ball(new Pose(0, 0, 90)));
		double error = 0, mask = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			error += Math.abs(upright[i] - leaning[i]);
			mask += upright[3 * SIDE * SIDE + i];
		}
		assertTrue(mask > 0.2 * SIDE * SIDE);
		assertEquals(0, error / mask, 0.02);
	}

	/** Counter-clockwise as seen. */
	private static Picture quarterTurned(final Picture picture) {
		final Picture out = new Picture(PICTURE, PICTURE, 3);
		for (int y = 0; y < PICTURE; y++) for (int x = 0; x < PICTURE; x++) for (int c = 0; c < 3; c++) out.set(y, PICTURE - 1 - x, c, picture.get(x, y, c));
		return out;
	}

	private static Picture picture(final int seed) {
		final Picture picture = new Picture(PICTURE, PICTURE, 3);
		for (int y = 0; y < PICTURE; y++) for (int x = 0; x < PICTURE; x++) for (int c = 0; c < 3; c++) {
			picture.set(x, y, c, (float) (0.4 + 0.3 * Math.sin(0.2 * x + c) * Math.cos(0.13 * y + seed)));
		}
		return picture;
	}
}
