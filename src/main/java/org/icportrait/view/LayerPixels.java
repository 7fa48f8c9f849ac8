package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The pixels of a picture that a layer over a part of it covers, each once, by several threads. */
@FunctionalInterface
public interface LayerPixels {

	/** @param i pixel of the area @param to of the picture @param share of it that is covered, above 0 */
	void at(int i, int to, float share);

	/** The same with the layer's colours. */
	@FunctionalInterface
	interface Coloured {

		/** @param x pixel of the row @param to of the picture @param share of it that is covered, above 0 @param line colours of the row: all red, then green, then blue */
		void at(int x, int to, float share, float[] line);
	}

	/** @param share over the area, one channel @param width of the picture, in which the area lies */
	static void each(final Area area, final Picture share, final int width, final LayerPixels pixel) {
		Workers.rows(area.height(), Progress.NONE, row -> row(area, share, width, row, pixel));
	}

	/** @param colours over the area, whose rows are made as they are laid */
	static void each(final Area area, final Picture share, final PictureRows colours, final int width, final Coloured pixel) {
		Workers.bands(area.height(), Progress.NONE, (from, to) -> {
			final PictureRows.Reader reader = colours.reader();
			final float[] line = new float[3 * area.width()];
			for (int row = from; row < to; row++) {
				final int start = row * area.width();
				reader.read(row, line);
				row(area, share, width, row, (i, at, own) -> pixel.at(i - start, at, own, line));
			}
		});
	}

	private static void row(final Area area, final Picture share, final int width, final int row, final LayerPixels pixel) {
		for (int i = row * area.width(), to = (area.y() + row) * width + area.x(), end = i + area.width(); i < end; i++, to++) {
			if (share.data()[i] > 0) pixel.at(i, to, share.data()[i]);
		}
	}
}
