package org.icportrait.light;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * A head in a photograph as far as light needs it.
 *
 * @param picture linear RGB
 * @param maps of the head
 * @param camera of the picture
 * @param rotation 3 x 3 row-major, head axes to camera axes
 * @param guess 27 light coefficients, the network's own
 */
public record OldLitHead(Picture picture, HeadMaps maps, HeadCamera camera, double[] rotation, double[] guess) {

	public static OldLitHead of(final Picture picture, final HeadMaps maps, final HeadReading surface) {
		return new OldLitHead(picture, maps, surface.camera(), surface.rotation().toArray(), surface.light().toArray());
	}
}
