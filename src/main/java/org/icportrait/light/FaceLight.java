package org.icportrait.light;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * How bright and how hard the light on a person is, as a photograph shows it: what each view of that photograph is exposed by, so that a head that turns
 * its dark side to the viewer is not taken for a dark one. Immutable.
 *
 * @param level mean luminance of the face's shading, above 0
 * @param mean of the shading of all that is shown of the person, green, above 0
 * @param hardness 0 to 1, as {@link HardLight#of} tells it
 * @param colour mean of the face's shading, red, green and blue over the luminance; treat as read-only
 */
public record FaceLight(double level, float mean, float hardness, float[] colour) {

	/** The face, canonical heights in dm. */
	private static final float LOW = -0.8f, HIGH = 0.9f;

	/**
	 * Of a head as its photograph shows it.
	 *
	 * @param maps of the head
	 * @param own shading that the photograph has, 3 channels over the maps
	 */
	public static FaceLight of(final HeadMaps maps, final Picture own) {
		return new FaceLight(level(maps, own), mean(maps, own), HardLight.of(maps, own), HardLight.meanColour(maps, own));
	}

	/** Mean luminance of a shading over the face; 0 where no face is. */
	static double level(final HeadMaps maps, final Picture shading) {
		final int n = shading.planeSize();
		double sum = 0, weight = 1e-9;
		for (int i = 0; i < n; i++) {
			final float y = maps.coordinates().data()[n + i];
			if (y < LOW || y > HIGH) continue;
			weight += maps.matte().data()[i];
			sum += maps.matte().data()[i] * Colour.luminance(shading, i);
		}
		return sum / weight;
	}

	private static float mean(final HeadMaps maps, final Picture own) {
		final int n = own.planeSize();
		double sum = 0, weight = 1e-6;
		for (int i = 0; i < n; i++) {
			sum += maps.matte().data()[i] * own.data()[n + i];
			weight += maps.matte().data()[i];
		}
		return (float) (sum / weight);
	}
}
