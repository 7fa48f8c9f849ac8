package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The pixels of a picture that a layer over a part of it covers, each once, by several threads. */
@FunctionalInterface
interface LayerPixels {

	/** @param i pixel of the area @param to of the picture @param share of it that is covered, above 0 */
	void at(int i, int to, float share);

	/** @param share over the area, one channel @param width of the picture, in which the area lies */
	static void each(final Area area, final Picture share, final int width, final LayerPixels pixel) {
		Workers.rows(area.height(), Progress.NONE, row -> {
			for (int i = row * area.width(), to = (area.y() + row) * width + area.x(), end = i + area.width(); i < end; i++, to++) {
				if (share.data()[i] > 0) pixel.at(i, to, share.data()[i]);
			}
		});
	}
}
