package org.icportrait.identity;

import java.nio.FloatBuffer;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;

/**
 * A face as the embedding sees it, placed by pose and camera: upright, {@value #WIDTH} dm wide about the middle of the face, and 0 where no
 * face is (hair above, neck below, ears behind, background). The numbers are those of training (models/training, identity/faces.py).
 *
 * @param picture linear light, the whole photograph
 * @param reading of the head
 * @param across shift of the face, share of its width, to the right
 * @param down the same, down
 * @param zoom above 1 shows the face larger
 */
record FaceCut(Picture picture, HeadReading reading, double across, double down, double zoom) {

	static final double WIDTH = 2.0;
	/** The middle of a face, canonical, dm. */
	private static final double MIDDLE_Y = 0.05, MIDDLE_Z = 0.75;
	/** Canonical limits of what is face, dm. */
	private static final float LOWEST = -0.95f, HIGHEST = 0.85f, REARMOST = 0.2f;
	private static final float PERSON = 0.5f;

	/** Fractions of the square to picture pixels. */
	Similarity toPicture() {
		final Rotation turn = reading.rotation();
		final double x = turn.x(0, MIDDLE_Y, MIDDLE_Z), y = turn.y(0, MIDDLE_Y, MIDDLE_Z), z = turn.z(0, MIDDLE_Y, MIDDLE_Z);
		final double roll = Math.atan2(-turn.get(0, 1), turn.get(1, 1)), side = WIDTH * reading.camera().scale(z) / zoom;
		final double a = side * Math.cos(roll), b = -side * Math.sin(roll);
		final Similarity turned = new Similarity(a, b, 0, 0);
		final double u = 0.5 + across, v = 0.5 + down;
		return new Similarity(a, b, reading.camera().x(x, z) - turned.x(u, v), reading.camera().y(y, z) - turned.y(u, v));
	}

	/** Fills a tensor [1, 4, side, side]: sRGB 0..1 and the share of face, all 0 where that is 0. */
	void write(final Tensor face) {
		final int side = (int) face.shape()[3];
		final Similarity toPicture = toPicture(), toCrop = reading.cropToPicture().inverse().after(toPicture);
		final Picture crop = CropSampler.crop(picture, toPicture, side), mask = mask();
		final FloatBuffer to = face.buffer();
		final int plane = side * side;
		for (int row = 0, i = 0; row < side; row++) {
			for (int column = 0; column < side; column++, i++) {
				final double u = (column + 0.5) / side, v = (row + 0.5) / side;
				final float share = share(mask, toCrop.x(u, v), toCrop.y(u, v));
				for (int c = 0; c < 3; c++) to.put(c * plane + i, share * Colour.toSrgb(crop.data()[c * plane + i]));
				to.put(3 * plane + i, share);
			}
		}
	}

	/** Places of the crop outside it are no face. */
	private static float share(final Picture mask, final double u, final double v) {
		return u < 0 || v < 0 || u > 1 || v > 1 ? 0 : mask.sample(u * mask.width(), v * mask.height(), 0);
	}

	/** Over the grid of the reading's maps. */
	private Picture mask() {
		final Picture at = reading.coordinates(), matte = reading.matte();
		final Picture mask = new Picture(at.width(), at.height(), 1);
		final double fine = (double) matte.width() / at.width();
		for (int y = 0; y < at.height(); y++) for (int x = 0; x < at.width(); x++) {
			final float height = at.get(x, y, 1);
			final boolean face = height > LOWEST && height < HIGHEST && at.get(x, y, 2) > REARMOST && matte.sample((x + 0.5) * fine, (y + 0.5) * fine, 0) > PERSON;
			mask.set(x, y, 0, face ? 1 : 0);
		}
		return mask;
	}
}
