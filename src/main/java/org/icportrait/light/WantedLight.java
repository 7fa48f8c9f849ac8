package org.icportrait.light;

import org.icportrait.image.Picture;

/**
 * How a head is to be lit.
 *
 * @param shading linear RGB over the head's maps, above 0
 * @param light that it comes from, in camera axes
 * @param strength by which the photograph as a whole grows brighter
 */
public record WantedLight(Picture shading, Light light, double strength) {

	/** A light that leaves the exposure as it is. */
	WantedLight(final Picture shading, final Light light) {
		this(shading, light, 1);
	}
}
