package org.icportrait.light;

import org.icportrait.geometry.Rotation;

/**
 * A far light that casts shadows. Immutable.
 *
 * @param x direction towards the lamp, camera axes, unit
 * @param y up
 * @param z towards the viewer
 * @param red linear irradiance / pi on a surface that faces it, so that linear pixel = albedo * colour there
 * @param green likewise
 * @param blue likewise
 * @param hardness 1: a bare lamp; 0: as wide as half the sky
 */
public record Lamp(double x, double y, double z, double red, double green, double blue, double hardness) {

	public Lamp {
		final double length = Math.sqrt(x * x + y * y + z * z);
		if (!(length > 1e-9)) throw new IllegalArgumentException("A lamp needs a direction.");
		x /= length;
		y /= length;
		z /= length;
	}

	/**
	 * White light from an angle.
	 *
	 * @param azimuth degrees: 0 in front, 90 from the picture's right, -90 from its left, 180 from behind
	 * @param elevation degrees: 90 from above
	 */
	public static Lamp from(final double azimuth, final double elevation, final double strength, final double hardness) {
		final double a = Math.toRadians(azimuth), e = Math.toRadians(elevation);
		return new Lamp(Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e), strength, strength, strength, hardness);
	}

	double colour(final int channel) {
		return channel == 0 ? red : channel == 1 ? green : blue;
	}

	/** Cosine falloff, wrapped around the terminator as wide lamps and skin do it; 0..1. */
	double falloff(final double nx, final double ny, final double nz) {
		final double wrap = 0.06 + 0.34 * (1 - hardness);
		final double t = Math.max(0, (nx * x + ny * y + nz * z + wrap) / (1 + wrap));
		return t * (wrap > 0 ? Math.min(1, 0.4 + 0.6 * t / wrap) : 1);
	}

	Lamp scaled(final double factor) {
		return new Lamp(x, y, z, red * factor, green * factor, blue * factor, hardness);
	}

	Lamp rotated(final Rotation r) {
		return new Lamp(r.x(x, y, z), r.y(x, y, z), r.z(x, y, z), red, green, blue, hardness);
	}
}
