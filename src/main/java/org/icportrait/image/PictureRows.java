package org.icportrait.image;

import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A picture of three channels whose rows are made when they are wanted, each once, so that the whole of it need not be held. Thread-safe; its readers are
 * not.
 */
@FunctionalInterface
public interface PictureRows {

	/** Makes the rows that one thread wants; keep it for several, for it may hold buffers. */
	@FunctionalInterface
	interface Reader {

		/**
		 * @param y row
		 * @param line takes all red of it, then green, then blue
		 */
		void read(int y, float[] line);
	}

	/** A reader for one thread. */
	Reader reader();

	/** All of them, as a picture of that size. */
	default Picture whole(final int width, final int height, final Progress progress) {
		final Picture out = new Picture(width, height, 3);
		Workers.bands(height, progress, (from, to) -> {
			final Reader reader = reader();
			final float[] line = new float[3 * width];
			for (int y = from; y < to; y++) {
				reader.read(y, line);
				for (int c = 0; c < 3; c++) System.arraycopy(line, c * width, out.data(), (c * height + y) * width, width);
			}
		});
		return out;
	}

	/** Those of a picture of three channels, which is kept. */
	static PictureRows of(final Picture picture) {
		final int w = picture.width(), h = picture.height();
		return () -> (y, line) -> {
			for (int c = 0; c < 3; c++) System.arraycopy(picture.data(), (c * h + y) * w, line, c * w, w);
		};
	}
}
