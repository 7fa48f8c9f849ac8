package org.icportrait.face;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;

/**
 * Takes what was read from a turned head crop into the axes of the picture: the crop's camera axes, turned about the line of
 * sight (z) by the crop's roll, counter-clockwise as seen, are those of the picture.
 */
final class CropTurn {

	private final Rotation turn;

	/** @param roll of the crop in degrees, positive counter-clockwise as seen */
	CropTurn(final double roll) {
		turn = Rotation.about(0, 0, 1, Math.toRadians(roll));
	}

	/** Head axes to the picture's camera axes. */
	Rotation rotation(final Rotation inCrop) {
		return turn.after(inCrop);
	}

	Harmonics light(final Harmonics inCrop) {
		return inCrop.rotated(turn);
	}

	/** A map of vectors, 3 channels, in place. */
	void vectors(final Picture map) {
		final float[] data = map.data();
		final int plane = map.planeSize();
		for (int i = 0; i < plane; i++) {
			final float x = data[i];
			final float y = data[plane + i];
			data[i] = (float) turn.x(x, y, 0);
			data[plane + i] = (float) turn.y(x, y, 0);
		}
	}
}
