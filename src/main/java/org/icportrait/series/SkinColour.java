package org.icportrait.series;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Matte;
import org.icportrait.image.Lab;
import org.icportrait.image.Picture;

/** The reflectance of a face's skin as the surface network reads it: forehead, cheeks, nose and chin, without eyes, brows and mouth. */
final class SkinColour {

	private static final int FEWEST = 20;

	private SkinColour() {}

	/** The mean over the places of the skin that the picture shows; null where it shows too few. */
	static Lab of(final HeadReading reading) {
		final Picture albedo = reading.albedo(), at = reading.coordinates();
		final double fine = (double) reading.matte().width() / reading.mapSize();
		final double[] sum = new double[3];
		int count = 0;
		for (int y = 0; y < albedo.height(); y++) for (int x = 0; x < albedo.width(); x++) {
			if (reading.matte().sample((x + 0.5) * fine, (y + 0.5) * fine, 0) < Matte.PERSON) continue;
			if (!isSkin(at.get(x, y, 0), at.get(x, y, 1), at.get(x, y, 2))) continue;
			for (int c = 0; c < 3; c++) sum[c] += albedo.get(x, y, c);
			count++;
		}
		return count < FEWEST ? null : Lab.of(sum[0] / count, sum[1] / count, sum[2] / count);
	}

	/** Canonical places, dm; the boxes enclose brows with eyes, and the lips. */
	private static boolean isSkin(final float x, final float y, final float z) {
		final float side = Math.abs(x);
		if (z < 0.35f || side > 0.55f || y < -0.65f || y > 0.8f) return false;
		final boolean eye = side > 0.1f && y > 0.22f && y < 0.7f;
		final boolean mouth = side < 0.32f && y > -0.5f && y < -0.2f;
		return !eye && !mouth;
	}
}
