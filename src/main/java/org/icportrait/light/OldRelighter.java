package org.icportrait.light;

import java.util.stream.IntStream;

import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * Brings new light onto a picture: picture * new / old shading, so that every detail of skin and hair stays. The ratio is limited,
 * highlights are bent towards white instead of clipped, and the background keeps its light. Stateless.
 */
public final class OldRelighter {

	/** How far a pixel may be darkened or brightened. */
	private static final float DARKEST = 0.02f, BRIGHTEST = 6;
	/** From this linear value on highlights are bent. */
	private static final float SHOULDER = 0.8f;

	private OldRelighter() {}

	/**
	 * @param picture linear RGB
	 * @param maps of the head in this picture; the matte says where the light changes
	 * @param oldShading over the rectangle of the maps, 3 channels: the light that the picture has
	 * @param newShading likewise: the light that it is to have
	 * @return a new picture
	 */
	public static Picture apply(final Picture picture, final HeadMaps maps, final Picture oldShading, final Picture newShading) {
		final Picture out = picture.copy();
		final int n = maps.width() * maps.height();
		final float floor = 0.03f * mean(oldShading, maps.matte());
		IntStream.range(0, maps.height()).parallel().forEach(y -> {
			for (int x = 0; x < maps.width(); x++) {
				final int i = y * maps.width() + x;
				final float matte = maps.matte().data()[i];
				if (matte <= 0) continue;
				final int at = (maps.y() + y) * picture.width() + maps.x() + x;
				for (int c = 0; c < 3; c++) {
					final float ratio = Math.max(DARKEST, Math.min(BRIGHTEST, (newShading.data()[c * n + i] + floor) / (oldShading.data()[c * n + i] + floor)));
					final float before = picture.data()[c * picture.planeSize() + at];
					out.data()[c * picture.planeSize() + at] = before + matte * (bend(before * ratio, before) - before);
				}
			}
		});
		return out;
	}

	/** Values that were bright already stay; those that become so approach 1 without reaching it. */
	private static float bend(final float value, final float before) {
		final float start = Math.max(SHOULDER, Math.min(before, 1));
		if (value <= start || start >= 0.999f) return Math.min(value, Math.max(before, 1));
		final float room = 1 - start;
		return start + room * (1 - (float) Math.exp(-(value - start) / room));
	}

	private static float mean(final Picture shading, final Picture matte) {
		double sum = 0, weight = 1e-6;
		for (int i = 0; i < matte.planeSize(); i += 7) {
			sum += matte.data()[i] * shading.data()[matte.planeSize() + i];
			weight += matte.data()[i];
		}
		return (float) (sum / weight);
	}
}
