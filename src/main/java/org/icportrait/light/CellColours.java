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
		float red = 0, green = 0, blue = 0;
		for (int down = 0; down < side; down++) for (int across = 0; across < side; across++) {
			final double u = column + (across + 0.5) / side, v = row + (down + 0.5) / side;
			final int x = (int) Math.floor(toPicture.x(u, v)), y = (int) Math.floor(toPicture.y(u, v));
			final int at = area.index(x, y);
			if (at < 0 || !visible.shows(x, y)) continue;
			final float r = picture[at], g = picture[plane + at], b = picture[2 * plane + at];
			count++;
			if (r > CLIPPED || g > CLIPPED || b > CLIPPED) clipped++;
			red += r;
			green += g;
			blue += b;
		}
		final int some = Math.max(1, count);
		out[to] = red / some;
		out[n + to] = green / some;
		out[2 * n + to] = blue / some;
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
