package org.icportrait.light;

import java.util.List;

import org.icportrait.work.BadInput;

/**
 * The light on a head, in camera axes of the picture: a soft surrounding as spherical harmonics, and lamps. Immutable.
 *
 * @param harmonics 27 numbers as in {@link SphericalHarmonics}; without the lamps
 * @param lamps those that cast shadows
 */
public record Light(double[] harmonics, List<Lamp> lamps) {

	public Light {
		if (harmonics.length != SphericalHarmonics.ALL) throw new IllegalArgumentException("Light needs 27 coefficients, not " + harmonics.length + ".");
		for (final double c : harmonics) {
			if (!Double.isFinite(c)) throw new BadInput("A light coefficient is not a number; give finite numbers.");
		}
		harmonics = harmonics.clone();
		lamps = List.copyOf(lamps);
	}

	/** The soft surrounding alone. */
	public static Light of(final double[] harmonics) {
		return new Light(harmonics, List.of());
	}

	/** The same from everywhere. */
	public static Light even(final double red, final double green, final double blue) {
		final double[] c = new double[SphericalHarmonics.ALL];
		c[0] = red / 0.282095;
		c[1] = green / 0.282095;
		c[2] = blue / 0.282095;
		return of(c);
	}

	/** Nine grey coefficients, or 27 of red, green, blue in turn. Throws {@link BadInput} for any other number of them. */
	public static Light ofCoefficients(final double[] values) {
		if (values.length == SphericalHarmonics.ALL) return of(values);
		if (values.length != SphericalHarmonics.COUNT) {
			throw new BadInput("Light takes 9 coefficients (grey) or 27 (red, green, blue in turn), not " + values.length + ".");
		}
		final double[] all = new double[SphericalHarmonics.ALL];
		for (int i = 0; i < all.length; i++) all[i] = values[i / 3];
		return of(all);
	}

	/**
	 * One lamp with some fill: soft light fills more.
	 *
	 * @param azimuth degrees: 0 in front, 90 from the picture's right, -90 from its left
	 * @param elevation degrees, 90 from above
	 * @param hardness 0..1
	 */
	public static Light from(final double azimuth, final double elevation, final double hardness) {
		if (!(hardness >= 0 && hardness <= 1)) throw new BadInput("Hardness " + hardness + " is out of range; choose 0 (soft) to 1 (hard).");
		final double fill = 0.34 - 0.26 * hardness;
		return new Light(even(fill, fill, fill).harmonics, List.of(Lamp.from(azimuth, elevation, 1, hardness)));
	}

	public Light scaled(final double factor) {
		final double[] h = harmonics.clone();
		for (int i = 0; i < h.length; i++) h[i] *= factor;
		return new Light(h, lamps.stream().map(lamp -> lamp.scaled(factor)).toList());
	}

	/** The same light as seen in turned axes: what came from d comes from R d. */
	public Light turned(final double[] rotation) {
		return new Light(SphericalHarmonics.rotate(harmonics, rotation), lamps.stream().map(lamp -> lamp.turned(rotation)).toList());
	}
}
