package org.icportrait.layers;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Layers averaged in whole blocks, so that a coarse grid takes no single pixels from them. */
public final class ShrunkLayer {

	private ShrunkLayer() {}

	/** @param cell picture pixels per cell of the grid that will read it @return the layer itself where it is no finer than that */
	public static Layer of(final Layer layer, final double cell, final Progress progress) {
		final int block = (int) (cell * layer.pictureToLayer().scale());
		if (block < 2) return layer;
		final Picture fine = layer.fine();
		final int w = (fine.width() + block - 1) / block, h = (fine.height() + block - 1) / block;
		final Picture means = new Picture(w, h, fine.channels());
		Workers.rows(h * fine.channels(), progress, line -> mean(fine, means, block, line / h, line % h));
		return new Layer(new Similarity(1.0 / block, 0, 0, 0).after(layer.pictureToLayer()), means, layer.coarse());
	}

	private static void mean(final Picture fine, final Picture means, final int block, final int channel, final int row) {
		final int bottom = Math.min(fine.height(), (row + 1) * block);
		for (int column = 0; column < means.width(); column++) {
			final int right = Math.min(fine.width(), (column + 1) * block);
			float sum = 0;
			for (int y = row * block; y < bottom; y++) {
				final int start = (channel * fine.height() + y) * fine.width();
				for (int x = column * block; x < right; x++) sum += fine.data()[start + x];
			}
			means.set(column, row, channel, sum / ((right - column * block) * (bottom - row * block)));
		}
	}
}
