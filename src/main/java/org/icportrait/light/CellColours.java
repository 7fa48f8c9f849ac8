package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What a picture shows in each cell of a head's maps: the mean over those pixels of the cell that may be read. No other pixel is read.
 */
final class CellColours {

	/** Pixels read along a cell's side, at most. */
	private static final int MOST = 8;
	/** From this linear value on a pixel says only "at least". */
	private static final float CLIPPED = 0.98f;

	/** Means of linear red, green, blue; share of the cell that was read; share of it that was clipped. */
	private final Picture means;

	private CellColours(final Picture means) {
		this.means = means;
	}

	static CellColours of(final LitHead head, final PixelMask visible, final Progress progress) {
		final Similarity toPicture = head.maps().pictureToMaps().inverse();
		final int side = Math.max(1, Math.min(MOST, (int) Math.ceil(toPicture.scale())));
		final Picture means = new Picture(head.maps().width(), head.maps().height(), 5);
		Workers.rows(means.height(), progress, row -> {
			for (int column = 0; column < means.width(); column++) read(head, visible, toPicture, side, column, row, means);
		});
		return new CellColours(means);
	}

	private static void read(final LitHead head, final PixelMask visible, final Similarity toPicture, final int side, final int column, final int row,
		final Picture means)
	{
		final Area area = head.area();
		final float[] picture = head.picture().data(), out = means.data();
		final int plane = head.picture().planeSize(), n = means.planeSize(), to = row * means.width() + column;
		int count = 0, clipped = 0;
		for (int k = 0; k < side * side; k++) {
			final double u = column + (k % side + 0.5) / side, v = row + (k / side + 0.5) / side;
			final int x = (int) Math.floor(toPicture.x(u, v)), y = (int) Math.floor(toPicture.y(u, v));
			final int at = area.index(x, y);
			if (at < 0 || !visible.shows(x, y)) continue;
			count++;
			if (Math.max(picture[at], Math.max(picture[plane + at], picture[2 * plane + at])) > CLIPPED) clipped++;
			for (int c = 0; c < 3; c++) out[c * n + to] += picture[c * plane + at];
		}
		for (int c = 0; c < 3 && count > 0; c++) out[c * n + to] /= count;
		out[3 * n + to] = count / (float) (side * side);
		out[4 * n + to] = clipped / (float) (side * side);
	}

	/** Whether what was read has no colour. */
	boolean isGrey() {
		return Colour.isGrey(means);
	}

	float get(final int cell, final int channel) {
		return means.data()[channel * means.planeSize() + cell];
	}

	/** 0..1: how much of the cell was read. */
	float share(final int cell) {
		return get(cell, 3);
	}

	/** Whether a good part of what was read says only "at least". */
	boolean isClipped(final int cell) {
		return get(cell, 4) > 0.25f * share(cell);
	}
}
