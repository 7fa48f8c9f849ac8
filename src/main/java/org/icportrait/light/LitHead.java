package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * A head in a photograph or a view as far as light needs it. Treat the pictures as read-only.
 *
 * @param picture linear RGB over {@code area}
 * @param area which part of the photograph the picture holds, photograph pixels
 * @param surface of the head; one that is kept makes each further light cheaper
 * @param rotation head axes to camera axes
 * @param guess the network's own light, to fall back on where the picture says little
 * @param box where the head was found
 */
public record LitHead(Picture picture, Area area, LitSurface surface, Rotation rotation, Harmonics guess, HeadBox box) {

	public LitHead {
		if (picture.channels() != 3) throw new IllegalArgumentException("Light is found in 3 channels, not " + picture.channels() + ".");
		if (picture.width() != area.width() || picture.height() != area.height()) {
			throw new IllegalArgumentException("A picture of " + picture.width() + " x " + picture.height() + " does not fill " + area + ".");
		}
	}

	/** Of the head. */
	public HeadMaps maps() {
		return surface.maps();
	}

	/** Of the photograph. */
	public HeadCamera camera() {
		return surface.camera();
	}

	/** Cells of the maps along one dm at the head origin. */
	double cellsPerDm() {
		return camera().s() * maps().pictureToMaps().scale();
	}
}
