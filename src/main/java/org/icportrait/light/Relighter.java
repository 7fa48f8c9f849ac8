package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.HeadMaps;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Brings new light onto a person: picture * new / old shading, so that every detail of skin and hair stays. The ratio is limited, and
 * highlights are bent towards white instead of clipped. It knows nothing of the background: who lays the person over one mixes. Stateless.
 */
public final class Relighter {

	/** How far a pixel may be darkened or brightened. */
	private static final float DARKEST = 0.02f, BRIGHTEST = 6;
	/** What is added to both shadings, as a share of the mean old one, so that noise in deep shadow is not raised. */
	private static final float FLOOR = 0.03f;
	/** From this linear value on highlights are bent. */
	private static final float SHOULDER = 0.8f;

	private Relighter() {}

	/**
	 * What a picture is to be multiplied by.
	 *
	 * @param maps of the head
	 * @param own shading that the picture has, 3 channels over the maps
	 * @param wanted shading that it is to have, likewise
	 * @return 3 channels over the maps, 0.02 to 6
	 */
	public static Picture ratio(final HeadMaps maps, final Picture own, final Picture wanted) {
		final Picture out = new Picture(maps.width(), maps.height(), 3);
		final float floor = FLOOR * mean(own, maps.matte());
		for (int i = 0; i < out.data().length; i++) {
			out.data()[i] = Math.max(DARKEST, Math.min(BRIGHTEST, (wanted.data()[i] + floor) / (own.data()[i] + floor)));
		}
		return out;
	}

	/**
	 * The person in the new light; every pixel of the picture is lit, on the head or not.
	 *
	 * @param person linear RGB over {@code area}, unmixed with any background
	 * @param area photograph pixels
	 * @param maps of the head, for their place in the photograph
	 * @param ratio from {@link #ratio}
	 * @return a new picture over {@code area}
	 */
	public static Picture apply(final Picture person, final Area area, final HeadMaps maps, final Picture ratio, final Progress progress) {
		final Picture out = new Picture(person.width(), person.height(), 3);
		final Similarity toMaps = maps.pictureToMaps();
		Workers.bands(out.height(), progress, (from, to) -> {
			final float[] line = new float[3 * out.width()];
			for (int y = from; y < to; y++) {
				read(ratio, toMaps, area.x() + 0.5, area.y() + y + 0.5, line);
				light(person, line, y, out);
			}
		});
		return out;
	}

	/** The ratio along a row of pixels that begins at a place of the photograph: red, green, blue in turn. */
	private static void read(final Picture ratio, final Similarity toMaps, final double x, final double y, final float[] line) {
		final float[] data = ratio.data();
		final int w = ratio.width(), right = w > 1 ? 1 : 0, below = ratio.height() > 1 ? w : 0, n = ratio.planeSize();
		final double startX = toMaps.x(x, y) - 0.5, startY = toMaps.y(x, y) - 0.5;
		for (int i = 0; i < line.length / 3; i++) {
			final float px = clamp(startX + i * toMaps.a(), w - 1), py = clamp(startY + i * toMaps.b(), ratio.height() - 1);
			final int column = Math.min((int) px, Math.max(w - 2, 0)), row = Math.min((int) py, Math.max(ratio.height() - 2, 0));
			final float fx = px - column, fy = py - row;
			for (int c = 0, at = row * w + column; c < 3; c++, at += n) {
				final float top = data[at] + fx * (data[at + right] - data[at]);
				final float bottom = data[at + below] + fx * (data[at + below + right] - data[at + below]);
				line[3 * i + c] = top + fy * (bottom - top);
			}
		}
	}

	private static float clamp(final double x, final int most) {
		return (float) Math.max(0, Math.min(most, x));
	}

	private static void light(final Picture person, final float[] line, final int y, final Picture out) {
		final int w = out.width(), n = out.planeSize();
		for (int c = 0; c < 3; c++) {
			for (int x = 0, at = c * n + y * w; x < w; x++, at++) out.data()[at] = bend(person.data()[at] * line[3 * x + c], person.data()[at]);
		}
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
		for (int i = 0; i < matte.planeSize(); i++) {
			sum += matte.data()[i] * shading.data()[matte.planeSize() + i];
			weight += matte.data()[i];
		}
		return (float) (sum / weight);
	}
}
