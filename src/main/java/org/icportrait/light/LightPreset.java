package org.icportrait.light;

import java.util.List;

import org.icportrait.geometry.Harmonics;

/** Lights of a studio. Left and right are the picture's, as the viewer sees it. */
public enum LightPreset {
	KEY_LEFT("key left", -55, 25, 0.7, 1.05, 0.12),
	KEY_RIGHT("key right", 55, 25, 0.7, 1.05, 0.12),
	KEY_ABOVE("key above", 0, 65, 0.7, 1.1, 0.14),
	KEY_BELOW("key below", 0, -50, 0.6, 1.0, 0.12),
	RIM("rim", 145, 25, 0.8, 1.8, 0.16),
	FLAT("flat", 0, 10, 0, 0.25, 0.62);

	private final String label;
	private final Light light;

	LightPreset(final String label, final double azimuth, final double elevation, final double hardness, final double strength, final double fill) {
		this.label = label;
		light = new Light(Harmonics.even(fill, fill, fill), List.of(Lamp.from(azimuth, elevation, strength, hardness)));
	}

	/** As it stands in dialogs and macros. */
	public String label() {
		return label;
	}

	/** Relative to an exposure at which an even light of 1 shows a surface at its albedo. */
	public Light light() {
		return light;
	}
}
