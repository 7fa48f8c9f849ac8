package org.icportrait.light;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * Brings new light to a photograph's exposure and white balance: the face stays as bright on average, and white light looks as the
 * photograph's own light does, because what is white in a photograph cannot be told from its skin. Coloured light stays coloured.
 */
final class Exposure {

	private Exposure() {}

	/**
	 * Afterwards wanted / own is grey for white light, wherever the albedo estimate takes colour for light; of a picture in hard light it takes away
	 * what colours of that its own shading knows.
	 *
	 * @param maps of the head as it is seen
	 * @param own shading that it is seen in, over the maps
	 * @param face light of the photograph, by which all its views are exposed
	 * @param wanted shading, over the maps
	 * @param strength 1: as bright as the photograph
	 * @return the wanted shading, exposed; a new picture
	 */
	static Picture match(final HeadMaps maps, final Picture own, final FaceLight face, final Picture wanted, final double strength) {
		final double gain = strength * face.level() / Math.max(1e-6, FaceLight.level(maps, wanted));
		final Picture out = wanted.copy();
		final int n = wanted.planeSize();
		for (int i = 0; i < n; i++) {
			final float factor = (float) (gain / Math.max(1e-6f, Colour.luminance(own, i)));
			for (int c = 0; c < 3; c++) out.data()[c * n + i] *= factor * own.data()[c * n + i];
			if (face.hardness() > 0) whiten(own, i, face.colour(), face.hardness(), out);
		}
		return out;
	}

	/** Of hard light what one place has beside the face's mean colour is its own, and goes. */
	private static void whiten(final Picture own, final int i, final float[] mean, final float hardness, final Picture out) {
		final int n = out.planeSize();
		final float luminance = Math.max(1e-6f, Colour.luminance(own, i)), before = Colour.luminance(out, i);
		for (int c = 0; c < 3; c++) {
			final float white = mean[c] * luminance / Math.max(1e-6f, own.data()[c * n + i]);
			out.data()[c * n + i] *= hardness >= 1 ? white : (float) Math.pow(white, hardness);
		}
		final float gain = before / Math.max(1e-6f, Colour.luminance(out, i));
		for (int c = 0; c < 3; c++) out.data()[c * n + i] *= gain;
	}

	/** Scales a shading in place so that the face's mean luminance is that of the photograph's: a reference tells of light, not of its exposure. */
	static void keep(final HeadMaps maps, final FaceLight face, final Picture wanted) {
		final float gain = (float) (face.level() / Math.max(1e-6, FaceLight.level(maps, wanted)));
		for (int i = 0; i < wanted.data().length; i++) wanted.data()[i] *= gain;
	}
}
