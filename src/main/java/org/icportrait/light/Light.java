package org.icportrait.light;

import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Rotation;
import org.icportrait.work.BadInput;

/**
 * The light on a head, in camera axes of the picture: a soft surrounding as spherical harmonics, and lamps. Immutable.
 *
 * @param harmonics the soft surrounding, finite; without the lamps
 * @param lamps those that cast shadows
 */
public record Light(Harmonics harmonics, List<Lamp> lamps) {

	/** Coefficients that people give may not be larger; a picture is white at a handful. */
	private static final double LARGEST_COEFFICIENT = 1000;
	/** Less light than this, as a mean over all directions, is no light. */
	private static final double LEAST = 1e-6;
	/** The first basis function, the same in all directions. */
	private static final double B0 = 0.282095;
	/** Share of a lamp's colour that all normals of a sphere get in the mean. */
	private static final double LAMP_MEAN = 0.25;

	public Light {
		if (!harmonics.isFinite()) throw new IllegalArgumentException("The coefficients of a light are finite.");
		lamps = List.copyOf(lamps);
	}

	/** The soft surrounding alone. */
	public static Light of(final Harmonics harmonics) {
		return new Light(harmonics, List.of());
	}

	/**
	 * Nine grey coefficients, or 27 of red, green, blue in turn. Throws {@link BadInput} for any other number of them, for what is no
	 * number or beyond -1000 to 1000, and for coefficients that give no light.
	 */
	public static Light ofCoefficients(final double... values) {
		if (values.length != Harmonics.COUNT && values.length != Harmonics.ALL) {
			throw new BadInput("Light takes 9 coefficients (grey) or 27 (red, green, blue in turn), not " + values.length + ".");
		}
		final double[] all = new double[Harmonics.ALL];
		for (int i = 0; i < all.length; i++) {
			all[i] = values.length == all.length ? values[i] : values[i / 3];
			if (!(Math.abs(all[i]) <= LARGEST_COEFFICIENT)) {
				throw new BadInput("A light coefficient must lie between -1000 and 1000, not at " + all[i] + ".");
			}
		}
		final Light light = of(Harmonics.of(all));
		if (light.mean() < LEAST) throw new BadInput("These coefficients give no light; the first, the light from everywhere, must be above 0.");
		return light;
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
		return new Light(Harmonics.even(fill, fill, fill), List.of(Lamp.from(azimuth, elevation, 1, hardness)));
	}

	public Light scaled(final double factor) {
		return new Light(harmonics.scaled(factor), lamps.stream().map(lamp -> lamp.scaled(factor)).toList());
	}

	/** The same light as seen in turned axes: what came from d comes from R d. */
	public Light rotated(final Rotation rotation) {
		return new Light(harmonics.rotated(rotation), lamps.stream().map(lamp -> lamp.rotated(rotation)).toList());
	}

	/** What a surface of albedo 1 with this unit normal shows in a channel where nothing casts a shadow on it. */
	public double at(final int channel, final double nx, final double ny, final double nz) {
		double sum = harmonics.at(channel, nx, ny, nz);
		for (final Lamp lamp : lamps) sum += lamp.colour(channel) * lamp.falloff(nx, ny, nz);
		return sum;
	}

	/** What normals of all directions get in the mean, over the channels. */
	double mean() {
		double mean = 0;
		for (int c = 0; c < 3; c++) mean += B0 * harmonics.get(0, c) / 3;
		for (final Lamp lamp : lamps) mean += LAMP_MEAN * (lamp.red() + lamp.green() + lamp.blue()) / 3;
		return mean;
	}
}
