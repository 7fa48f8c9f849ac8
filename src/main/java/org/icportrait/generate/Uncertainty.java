package org.icportrait.generate;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How far variants of one picture differ, pixel by pixel, gathered one after the other (Welford 1962), so that no two are held at once.
 * Not thread-safe.
 */
public final class Uncertainty {

	/** As 8-bit pictures count. */
	private static final float LEVELS = 255;

	private final Picture mean;
	private final Picture squares;
	/** Most that any variant generated of a pixel. */
	private final Picture share;
	private int count;

	/** Of pictures of this size. */
	public Uncertainty(final int width, final int height) {
		mean = new Picture(width, height, 3);
		squares = new Picture(width, height, 3);
		share = new Picture(width, height, 1);
	}

	/** @param portrait linear RGB @param generated how much of each pixel was generated, 0..1 */
	public void add(final Picture portrait, final Picture generated, final Progress progress) {
		count++;
		final int w = mean.width(), h = mean.height();
		Workers.rows(3 * h, progress, line -> {
			for (int i = line * w; i < (line + 1) * w; i++) {
				final float value = LEVELS * Colour.toSrgb(portrait.data()[i]), off = value - mean.data()[i];
				mean.data()[i] += off / count;
				squares.data()[i] += off * (value - mean.data()[i]);
			}
		});
		for (int i = 0; i < share.data().length; i++) share.data()[i] = Math.max(share.data()[i], generated.data()[i]);
	}

	/**
	 * Standard deviation over the variants (N - 1), root mean square of red, green and blue, in levels of 8-bit sRGB (0 to 255); one channel;
	 * NaN where nothing was generated.
	 */
	public Picture map() {
		if (count < 2) throw new IllegalStateException("One variant alone says nothing of its uncertainty.");
		final Picture out = new Picture(mean.width(), mean.height(), 1);
		final int n = out.planeSize();
		for (int i = 0; i < n; i++) {
			final double sum = squares.data()[i] + squares.data()[n + i] + squares.data()[2 * n + i];
			out.data()[i] = share.data()[i] > 0 ? (float) Math.sqrt(sum / 3 / (count - 1)) : Float.NaN;
		}
		return out;
	}
}
