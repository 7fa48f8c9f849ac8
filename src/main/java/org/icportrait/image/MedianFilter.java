package org.icportrait.image;

import java.util.Arrays;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Medians over squares: edges stay where they are, and spots of less than half a square are gone. Stateless. */
public final class MedianFilter {

	private MedianFilter() {}

	/**
	 * @param source any channels, each by itself
	 * @param radius of squares of (2 radius + 1) pixels, smaller at the border
	 * @param inside which pixels count, [y * width + x]
	 * @return a new picture; 0 where a pixel does not count
	 */
	public static Picture of(final Picture source, final int radius, final boolean[] inside, final Progress progress) {
		final int w = source.width(), h = source.height();
		final Picture out = new Picture(w, h, source.channels());
		Workers.bands(h, progress, (from, to) -> {
			final float[] values = new float[(2 * radius + 1) * (2 * radius + 1)];
			for (int i = from * w; i < to * w; i++) {
				if (!inside[i]) continue;
				for (int c = 0; c < source.channels(); c++) out.data()[c * w * h + i] = median(source, radius, inside, i, c, values);
			}
		});
		return out;
	}

	private static float median(final Picture source, final int radius, final boolean[] inside, final int at, final int channel, final float[] values) {
		final int w = source.width(), x = at % w, y = at / w, plane = channel * source.planeSize();
		int count = 0;
		for (int j = Math.max(0, y - radius); j <= Math.min(source.height() - 1, y + radius); j++) {
			for (int i = j * w + Math.max(0, x - radius); i <= j * w + Math.min(w - 1, x + radius); i++) {
				if (inside[i]) values[count++] = source.data()[plane + i];
			}
		}
		Arrays.sort(values, 0, count);
		return (values[(count - 1) / 2] + values[count / 2]) / 2;
	}
}
