package org.icportrait.light;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/** A light that is known, exposed as a head's own light is. */
final class GivenLight extends LightReading {

	private final Light light;
	private final double strength;

	GivenLight(final Light light, final double strength) {
		if (!(strength >= 0 && strength < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException("Light has a strength of 0 or more, not " + strength + ".");
		this.light = light;
		this.strength = strength;
	}

	@Override
	public Light light() {
		return light;
	}

	@Override
	public WantedLight on(final LitHead head, final Picture own, final FaceLight face, final Progress progress) {
		final Picture wanted = Shading.of(head.surface(), light, progress);
		return new WantedLight(Exposure.match(head.maps(), own, face, wanted, strength), light, strength);
	}
}
