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
		final double[] along = new double[side * means.width()], across = new double[along.length];
		for (int k = 0; k < along.length; k++) {
			final double u = k / side + (k % side + 0.5) / side;
			along[k] = toPicture.a() * u;
			across[k] = toPicture.b() * u;
		}
		Workers.rows(means.height(), progress, row -> {
			for (int down = 0; down < side; down++) {
				final double v = row + (down + 0.5) / side;
				add(head, visible, toPicture, along, across, v, means, row);
			}
			for (int i = row * means.width(); i < (row + 1) * means.width(); i++) divide(means, i, side * side);
		});
		return new CellColours(means);
	}

	/** Adds one line of pixels to a row of cells. @param along what the turn makes of its places alone, pixels to the right @param across likewise, down @param v its place, cells */
	private static void add(final LitHead head, final PixelMask visible, final Similarity toPicture, final double[] along, final double[] across, final double v,
		final Picture means, final int row)
	{
		final Area area = head.area();
		final float[] picture = head.picture().data(), out = means.data();
		final int plane = head.picture().planeSize(), n = means.planeSize(), side = along.length / means.width();
		final double right = toPicture.b() * v, down = toPicture.a() * v;
		for (int k = 0; k < along.length; k++) {
			final int x = (int) Math.floor(along[k] - right + toPicture.tx()), y = (int) Math.floor(across[k] + down + toPicture.ty());
			final int at = area.index(x, y), to = row * means.width() + k / side;
			if (at < 0 || !visible.shows(x, y)) continue;
			final float r = picture[at], g = picture[plane + at], b = picture[2 * plane + at];
			out[to] += r;
			out[n + to] += g;
			out[2 * n + to] += b;
			out[3 * n + to]++;
			if (r > CLIPPED || g > CLIPPED || b > CLIPPED) out[4 * n + to]++;
		}
	}

	/** Makes a cell's sums its means, and its counts shares of so many pixels. */
	private static void divide(final Picture means, final int cell, final int pixels) {
		final float[] data = means.data();
		final int n = means.planeSize();
		final float some = Math.max(1, data[3 * n + cell]);
		for (int c = 0; c < 3; c++) data[c * n + cell] /= some;
		for (int c = 3; c < 5; c++) data[c * n + cell] /= pixels;
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
