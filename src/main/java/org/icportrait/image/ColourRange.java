package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The least and the most of each channel of a picture: what is made of it shall have no colour that nothing there has. Live; not to be changed. */
public record ColourRange(float[] least, float[] most) {

	/** @param where pixels count; null for all of them. Where none does no value is within */
	public static ColourRange of(final Picture picture, final boolean[] where, final Progress progress) {
		final int w = picture.width(), h = picture.height(), channels = picture.channels(), n = picture.planeSize();
		final float[] low = new float[channels * h], high = new float[low.length];
		Workers.rows(low.length, progress, line -> {
			low[line] = Float.MAX_VALUE;
			for (int i = line * w; i < (line + 1) * w; i++) {
				if (where != null && !where[i % n]) continue;
				low[line] = Math.min(low[line], picture.data()[i]);
				high[line] = Math.max(high[line], picture.data()[i]);
			}
		});
		final ColourRange range = new ColourRange(new float[channels], new float[channels]);
		for (int c = 0; c < channels; c++) {
			range.least[c] = Float.MAX_VALUE;
			for (int line = c * h; line < (c + 1) * h; line++) {
				range.least[c] = Math.min(range.least[c], low[line]);
				range.most[c] = Math.max(range.most[c], high[line]);
			}
		}
		return range;
	}

	/** The nearest value, 0 or more, that the channel has. */
	public float within(final float value, final int channel) {
		return Math.max(least[channel], Math.min(most[channel], value));
	}
}
