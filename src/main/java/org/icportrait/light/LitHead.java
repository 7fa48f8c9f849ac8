package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.HeadMaps;
import org.icportrait.head.Occluder;
import org.icportrait.image.Picture;

/**
 * A head in a photograph or a view as far as light needs it. Treat the pictures as read-only.
 *
 * @param picture linear RGB over {@code area}
 * @param area which part of the photograph the picture holds, photograph pixels
 * @param maps of the head
 * @param camera of the photograph
 * @param rotation head axes to camera axes
 * @param guess the network's own light, to fall back on where the picture says little
 * @param box where the head was found
 * @param fitted the closed head laid over this one, which casts shadows too; null where there is none
 */
public record LitHead(Picture picture, Area area, HeadMaps maps, HeadCamera camera, Rotation rotation, Harmonics guess, HeadBox box, Occluder fitted) {

	public LitHead {
		if (picture.channels() != 3) throw new IllegalArgumentException("Light is found in 3 channels, not " + picture.channels() + ".");
		if (picture.width() != area.width() || picture.height() != area.height()) {
			throw new IllegalArgumentException("A picture of " + picture.width() + " x " + picture.height() + " does not fill " + area + ".");
		}
	}

	/** A head that was found in a box and has no fitted one. */
	public LitHead(final Picture picture, final Area area, final HeadMaps maps, final HeadCamera camera, final Rotation rotation, final Harmonics guess,
		final HeadBox box)
	{
		this(picture, area, maps, camera, rotation, guess, box, null);
	}

	/** A head whose box is where its camera sees it. */
	public LitHead(final Picture picture, final Area area, final HeadMaps maps, final HeadCamera camera, final Rotation rotation, final Harmonics guess) {
		this(picture, area, maps, camera, rotation, guess, new HeadBox(camera.x0(), camera.y0(), 2 * camera.s(), 0));
	}

	/** A head in a whole photograph. */
	public LitHead(final Picture photograph, final HeadMaps maps, final HeadCamera camera, final Rotation rotation, final Harmonics guess) {
		this(photograph, new Area(0, 0, photograph.width(), photograph.height()), maps, camera, rotation, guess);
	}

	/** Cells of the maps along one dm at the head origin. */
	double cellsPerDm() {
		return camera.s() * maps.pictureToMaps().scale();
	}
}
