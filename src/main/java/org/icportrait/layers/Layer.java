package org.icportrait.layers;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * Anything that is known of a source place by place: colour, shading, network features, uncertainty. Any number of channels, any
 * resolution; beyond its border it counts as its border. Live; treat as read-only.
 *
 * @param pictureToLayer picture pixels of the source to pixels of {@code fine}, where pixel i covers [i, i + 1)
 * @param fine what is shown where the source shows it
 * @param coarse the same extent without detail, at any resolution: stands for it where only a guess is possible, as at the rear
 */
public record Layer(Similarity pictureToLayer, Picture fine, Picture coarse) {

	public Layer {
		if (fine.channels() != coarse.channels()) throw new IllegalArgumentException("A layer has as many channels fine as coarse.");
	}

	/** A layer at picture resolution over a part of the picture. */
	public static Layer over(final Area area, final Picture fine, final Picture coarse) {
		return new Layer(new Similarity(1, 0, -area.x(), -area.y()), fine, coarse);
	}

	/** A smooth layer over the grid of a head's maps, such as its shading. */
	public static Layer over(final HeadMaps maps, final Picture smooth) {
		return new Layer(maps.pictureToMaps(), smooth, smooth);
	}

	public int channels() {
		return fine.channels();
	}
}
