package org.icportrait.maps;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A reading and, where there is one, the wider one around it on one grid: cells of the nearer one, as many of them around it as the area
 * needs.
 *
 * @param toGrid picture pixels to cells
 * @param matte of the networks, one channel over the grid, as are the others
 * @param depth of the front
 * @param rear depth of the rear
 * @param normals unit vectors
 * @param coordinates canonical
 * @param albedo linear RGB
 */
public record JoinedMaps(Similarity toGrid, Picture matte, Picture depth, Picture rear, Picture normals, Picture coordinates, Picture albedo) {

	/** Width of the band inside the crop's border (share of its side) in which the wider look takes over. */
	static final float JOIN = 0.08f;

	/** @param area of the picture that the grid is to cover, as far as the wider look sees it */
	public static JoinedMaps of(final HeadReading reading, final Area area, final Progress progress) {
		final int n = reading.mapSize();
		final Similarity toNear = new Similarity(n, 0, 0, 0).after(reading.cropToPicture().inverse());
		if (reading.wide() == null) {
			return new JoinedMaps(toNear, shrunk(reading.matte(), n), reading.depth(), reading.backDepth(), reading.normals(), reading.coordinates(),
				reading.albedo());
		}
		return new Join(reading, area, toNear, progress).maps();
	}

	/** How much of a place is seen by the nearer look, by how deep it lies inside the crop (share of its side; negative beyond). */
	public static float nearer(final double u, final double v) {
		return Smooth.step(0, JOIN, (float) Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v)));
	}

	private static Picture shrunk(final Picture matte, final int n) {
		final Picture out = new Picture(n, n, 1);
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = matte.sample((i % n + 0.5) * matte.width() / n, (i / n + 0.5) * matte.height() / n, 0);
		return out;
	}

	/** Two readings becoming one. */
	private static final class Join {

		private final HeadReading near;
		private final HeadReading wide;
		private final int n;
		private final int left;
		private final int top;
		private final int columns;
		private final int rows;
		private final Similarity toGrid;
		private final Similarity gridToWide;
		private final Progress progress;

		Join(final HeadReading near, final Area area, final Similarity toNear, final Progress progress) {
			this.near = near;
			wide = near.wide();
			n = near.mapSize();
			this.progress = progress;
			final Similarity wideToNear = toNear.after(wide.cropToPicture());
			final Area held = toNear.area(area.x(), area.y(), area.right(), area.bottom());
			left = Math.max((int) Math.floor(Math.min(0, wideToNear.x(0, 0))), Math.min(0, held.x()));
			top = Math.max((int) Math.floor(Math.min(0, wideToNear.y(0, 0))), Math.min(0, held.y()));
			columns = Math.min((int) Math.ceil(Math.max(n, wideToNear.x(1, 1))), Math.max(n, held.right())) - left;
			rows = Math.min((int) Math.ceil(Math.max(n, wideToNear.y(1, 1))), Math.max(n, held.bottom())) - top;
			toGrid = new Similarity(1, 0, -left, -top).after(toNear);
			gridToWide = wide.cropToPicture().inverse().after(toGrid.inverse());
		}

		JoinedMaps maps() {
			return new JoinedMaps(toGrid, join(near.matte(), wide.matte(), 0), join(near.depth(), wide.depth(), nearerBy(near.depth(), wide.depth())),
				join(near.backDepth(), wide.backDepth(), nearerBy(near.backDepth(), wide.backDepth())), join(near.normals(), wide.normals(), 0),
				join(near.coordinates(), wide.coordinates(), 0), join(near.albedo(), wide.albedo(), 0));
		}

		/** @param offset added to the wider map */
		private Picture join(final Picture nearMap, final Picture wideMap, final float offset) {
			final Picture out = new Picture(columns, rows, nearMap.channels());
			Workers.rows(rows, progress, j -> {
				for (int i = 0; i < columns; i++) {
					final double u = (left + i + 0.5) / n, v = (top + j + 0.5) / n;
					final float share = nearer(u, v);
					for (int c = 0; c < out.channels(); c++) {
						final float own = share > 0 ? nearMap.sample(u * nearMap.width(), v * nearMap.height(), c) : 0;
						out.set(i, j, c, share >= 1 ? own : share * own + (1 - share) * (offset + at(wideMap, i + 0.5, j + 0.5, c)));
					}
				}
			});
			return out;
		}

		private float at(final Picture wideMap, final double column, final double row, final int channel) {
			final double u = gridToWide.x(column, row), v = gridToWide.y(column, row);
			return wideMap.sample(u * wideMap.width(), v * wideMap.height(), channel);
		}

		/** By how much the nearer look sees the person closer to the viewer where it hands over, mean over the band. */
		private float nearerBy(final Picture nearMap, final Picture wideMap) {
			double sum = 0, weight = 1e-6;
			for (int j = 0; j < n; j++) for (int i = 0; i < n; i++) {
				final double u = (i + 0.5) / n, v = (j + 0.5) / n;
				if (nearer(u, v) >= 1) continue;
				final float a = near.matte().sample(u * near.matte().width(), v * near.matte().height(), 0);
				sum += a * (nearMap.get(i, j, 0) - at(wideMap, i + 0.5 - left, j + 0.5 - top, 0));
				weight += a;
			}
			return (float) (sum / weight);
		}
	}
}
