package org.icportrait.maps;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The network's maps made fit to be read between cells: what lies outside of the matte is replaced by a smooth continuation of what lies
 * inside, so that no place of the silhouette falls back onto the background.
 */
public final class ReadingMaps {

	/** The matte from which a cell counts as seen. */
	private static final float SEEN = 0.6f;
	/** Places along a cell's side, at most, at which its matte is read. */
	private static final int TAPS = 4;

	private ReadingMaps() {}

	/** @param matte at the photograph's resolution over {@code area} */
	public static HeadMaps of(final JoinedMaps read, final Picture matte, final Area area, final Progress progress) {
		final float[] seen = seen(read);
		final Picture depth = PushPull.fill(DepthSmoother.smooth(read.depth(), seen, progress), seen, progress);
		final Picture normals = PushPull.fill(read.normals(), seen, progress);
		Normals.toUnit(normals);
		return new HeadMaps(read.toGrid(), shrink(matte, area, read, progress), depth, normals, PushPull.fill(read.coordinates(), seen, progress),
			PushPull.fill(read.albedo(), seen, progress));
	}

	/** The rearmost surface, continued off the matte, on the grid of the maps. */
	public static Picture rear(final JoinedMaps read, final Progress progress) {
		return PushPull.fill(read.rear(), seen(read), progress);
	}

	/** 1 for cells inside the matte, 0 outside. */
	private static float[] seen(final JoinedMaps read) {
		final float[] seen = new float[read.matte().planeSize()];
		for (int i = 0; i < seen.length; i++) seen[i] = read.matte().data()[i] > SEEN ? 1 : 0;
		return seen;
	}

	/** The mean of the matte in each cell; 0 beyond its area. */
	private static Picture shrink(final Picture matte, final Area area, final JoinedMaps read, final Progress progress) {
		final Similarity toPicture = read.toGrid().inverse();
		final int taps = (int) Math.max(1, Math.min(TAPS, Math.round(toPicture.scale()))), columns = read.matte().width();
		final Picture out = new Picture(columns, read.matte().height(), 1);
		Workers.rows(out.height(), progress, row -> {
			for (int i = row * columns; i < (row + 1) * columns; i++) out.data()[i] = mean(matte, area, toPicture, i % columns, row, taps);
		});
		return out;
	}

	private static float mean(final Picture matte, final Area area, final Similarity toPicture, final int column, final int row, final int taps) {
		float sum = 0;
		for (int k = 0; k < taps * taps; k++) {
			final double u = column + (k % taps + 0.5) / taps, v = row + (k / taps + 0.5) / taps;
			final int x = (int) Math.floor(toPicture.x(u, v)) - area.x(), y = (int) Math.floor(toPicture.y(u, v)) - area.y();
			if (x >= 0 && y >= 0 && x < matte.width() && y < matte.height()) sum += matte.get(x, y, 0);
		}
		return sum / (taps * taps);
	}
}
