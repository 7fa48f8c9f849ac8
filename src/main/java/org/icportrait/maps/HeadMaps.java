package org.icportrait.maps;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * What is known of a head place by place, on a grid of its own that may be turned and coarser than the picture: a picture place (x, y)
 * lies at {@code pictureToMaps} of it, where the middle of cell (i, j) is (i + 0.5, j + 0.5). All maps have the same width and height.
 * Depth and normals are in the camera axes of the picture (x right, y up, z to the viewer). Off the matte the maps go on smoothly from
 * what lies inside, so that they can be read between cells up to the edge. Live; treat as read-only.
 *
 * @param pictureToMaps picture pixels to cells
 * @param matte person (1) against background (0)
 * @param depth Qz of the visible surface, dm towards the viewer, relative to the head origin
 * @param normals unit length, 3 channels
 * @param coordinates canonical head coordinates, dm, 3 channels
 * @param albedo linear RGB reflectance 0..1, 3 channels, low in detail
 */
public record HeadMaps(Similarity pictureToMaps, Picture matte, Picture depth, Picture normals, Picture coordinates, Picture albedo) {

	public HeadMaps {
		for (final Picture map : new Picture[] { depth, normals, coordinates, albedo }) {
			if (map.width() != matte.width() || map.height() != matte.height()) throw new IllegalArgumentException("Maps of one head have one size.");
		}
	}

	public int width() {
		return matte.width();
	}

	public int height() {
		return matte.height();
	}

	/** Number of cells. */
	public int size() {
		return matte.planeSize();
	}

	/** Cell columns of a picture place. */
	public double column(final double x, final double y) {
		return pictureToMaps.x(x, y);
	}

	/** Cell rows of a picture place. */
	public double row(final double x, final double y) {
		return pictureToMaps.y(x, y);
	}
}
