package org.icportrait.face;

import org.icportrait.image.Picture;

/**
 * Takes what was read from a turned head crop into the axes of the picture: the crop's camera axes, turned about the line of
 * sight (z) by the crop's roll, counter-clockwise as seen, are those of the picture.
 */
final class CropTurn {

	private final double cos;
	private final double sin;
	private final double cosTwice;
	private final double sinTwice;

	/** @param roll of the crop in degrees, positive counter-clockwise as seen */
	CropTurn(final double roll) {
		final double angle = Math.toRadians(roll);
		cos = Math.cos(angle);
		sin = Math.sin(angle);
		cosTwice = Math.cos(2 * angle);
		sinTwice = Math.sin(2 * angle);
	}

	/** A rotation, 3 x 3 row-major: Rz(roll) times it. */
	double[] rotation(final double[] r) {
		final double[] turned = r.clone();
		for (int k = 0; k < 3; k++) {
			turned[k] = cos * r[k] - sin * r[3 + k];
			turned[3 + k] = sin * r[k] + cos * r[3 + k];
		}
		return turned;
	}

	/** A map of vectors, 3 channels, in place. */
	void vectors(final Picture map) {
		final float[] data = map.data();
		final int plane = map.planeSize();
		for (int i = 0; i < plane; i++) {
			final float x = data[i];
			final float y = data[plane + i];
			data[i] = (float) (cos * x - sin * y);
			data[plane + i] = (float) (sin * x + cos * y);
		}
	}

	/**
	 * Spherical harmonics, [k * 3 + channel]. Turning about z mixes only the two functions of the same band and order: those of order
	 * one by the angle, those of order two by twice the angle.
	 */
	double[] light(final double[] c) {
		final double[] turned = c.clone();
		for (int channel = 0; channel < 3; channel++) {
			mix(c, turned, 3 + channel, 9 + channel, cos, sin);
			mix(c, turned, 15 + channel, 21 + channel, cos, sin);
			mix(c, turned, 12 + channel, 24 + channel, cosTwice, sinTwice);
		}
		return turned;
	}

	private static void mix(final double[] c, final double[] turned, final int sineTerm, final int cosineTerm, final double cos,
		final double sin)
	{
		turned[sineTerm] = cos * c[sineTerm] + sin * c[cosineTerm];
		turned[cosineTerm] = cos * c[cosineTerm] - sin * c[sineTerm];
	}
}
