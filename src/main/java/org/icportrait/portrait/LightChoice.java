package org.icportrait.portrait;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;

/** The light that is wanted. It is given in camera axes of the result (x right, y up, z to the viewer). Immutable. */
public sealed interface LightChoice {

	/** The light of the photograph stays. */
	LightChoice KEEP = new Keep();

	/** The light of the photograph stays. */
	record Keep() implements LightChoice {}

	/**
	 * A ready-made light.
	 *
	 * @param preset which
	 * @param strength brightness relative to the photograph's own light
	 */
	record Preset(LightPreset preset, double strength) implements LightChoice {}

	/**
	 * One lamp with a little fill light.
	 *
	 * @param azimuth degrees: 0 from the camera, positive from the picture's right
	 * @param elevation degrees: positive from above
	 * @param hardness 0 (large and soft) to 1 (a bare lamp with sharp shadows)
	 * @param strength brightness relative to the photograph's own light
	 */
	record Lamp(double azimuth, double elevation, double hardness, double strength) implements LightChoice {}

	/**
	 * Spherical harmonics with the cosine lobe folded in, [k * 3 + channel].
	 *
	 * @param values 27 numbers
	 */
	record Coefficients(double[] values) implements LightChoice {

		@Override
		public boolean equals(final Object other) {
			return other instanceof Coefficients that && Arrays.equals(values, that.values);
		}

		@Override
		public int hashCode() {
			return Arrays.hashCode(values);
		}
	}

	/**
	 * The light of another portrait, found by the lighting-aware stitch.
	 *
	 * @param portrait the other one
	 * @param options how much of it is masked
	 */
	record Reference(AnalyzedPortrait portrait, StitchOptions options) implements LightChoice {}

	/**
	 * The light of surroundings.
	 *
	 * @param panorama equirectangular, linear light, twice as wide as high
	 * @param strength brightness relative to the photograph's own light
	 */
	record Environment(Picture panorama, double strength) implements LightChoice {}
}
