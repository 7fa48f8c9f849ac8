package org.icportrait.face;

import java.nio.FloatBuffer;

import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;

/**
 * One eye as the network of eyelids sees it, placed by landmarks, pose and camera: upright, {@value #WIDTH} dm wide about the middle of its
 * corners, a left eye mirrored, so that both look like a right one. The numbers are those of training (models/training, eyelids/eyes.py).
 *
 * @param reading of the head
 * @param left whether it is the subject's left eye
 */
record EyeCut(HeadReading reading, boolean left) {

	static final double WIDTH = 0.6;
	/** Before the head's origin, dm: where the camera's scale is taken. */
	private static final double FRONT = 0.75;
	/** Its first point in the order of 300-W, and how many it has; the first and the fourth are its corners. */
	private static final int RIGHT_EYE = 36, LEFT_EYE = 42, POINTS = 6, OTHER_CORNER = 3;
	/** By which an eye faces outwards, and most between where it faces and the viewer, degrees. */
	private static final double ASIDE = 20, TURNED_AWAY = 65;
	/** Mean confidence of its points below which it is hidden. */
	private static final double LEAST_SEEN = 0.5;

	/** Whether the eye can be read: it lies in the picture, faces the viewer, and nothing hides it. */
	boolean isSeen(final Picture picture) {
		final double x = middleX(), y = middleY();
		return x >= 0 && y >= 0 && x < picture.width() && y < picture.height() && turnedBy() <= TURNED_AWAY && seen() >= LEAST_SEEN;
	}

	/** Degrees between where the eye faces and the viewer. */
	double turnedBy() {
		final double aside = Math.toRadians(left ? ASIDE : -ASIDE);
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, reading.rotation().z(Math.sin(aside), 0, Math.cos(aside))))));
	}

	private double seen() {
		double sum = 0;
		for (int i = 0; i < POINTS; i++) sum += reading.landmarks().confidence(first() + i);
		return sum / POINTS;
	}

	/** Fractions of the eye's square, not mirrored, to picture pixels. */
	Similarity toPicture() {
		final Rotation turn = reading.rotation();
		final double roll = Math.atan2(-turn.get(0, 1), turn.get(1, 1)), side = WIDTH * reading.camera().scale(FRONT * turn.get(2, 2));
		final Similarity turned = new Similarity(side * Math.cos(roll), -side * Math.sin(roll), 0, 0);
		return new Similarity(turned.a(), turned.b(), middleX() - turned.x(0.5, 0.5), middleY() - turned.y(0.5, 0.5));
	}

	/**
	 * Fills planar sRGB 0..1.
	 *
	 * @param picture linear light, the photograph that was read; beyond its border this repeats
	 * @param side of the square, pixels
	 * @param target [3, side, side]
	 */
	void write(final Picture picture, final int side, final FloatBuffer target) {
		final Picture square = CropSampler.crop(picture, toPicture(), side);
		for (int c = 0, i = 0; c < 3; c++) for (int y = 0; y < side; y++) for (int x = 0; x < side; x++, i++) {
			target.put(i, Colour.toSrgb(square.get(left ? side - 1 - x : x, y, c)));
		}
	}

	private int first() {
		return left ? LEFT_EYE : RIGHT_EYE;
	}

	private double middleX() {
		return (reading.landmarks().x(first()) + reading.landmarks().x(first() + OTHER_CORNER)) / 2;
	}

	private double middleY() {
		return (reading.landmarks().y(first()) + reading.landmarks().y(first() + OTHER_CORNER)) / 2;
	}
}
