package org.icportrait.light;

import org.icportrait.image.Picture;

/**
 * How a head is to be lit.
 *
 * @param shading linear RGB over the head's maps, above 0
 * @param light that it comes from, in camera axes
 * @param support 0..1 over the head's maps: how far a reference had visible pixels to read there; null where no photograph was read
 * @param strength by which the photograph as a whole grows brighter
 */
public record WantedLight(Picture shading, Light light, Picture support, double strength) {

	/** A light that leaves the exposure as it is. */
	WantedLight(final Picture shading, final Light light, final Picture support) {
		this(shading, light, support, 1);
	}
}
