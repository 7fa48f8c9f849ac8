package org.icportrait.hair;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What of an area lies beside a fitted head, on coarse cells. Arrays are live.
 *
 * @param block side of a cell, pixels
 * @param beyond how far (dm) each cell lies from the head's silhouette, negative within; beyond {@link #FAR} no more than that is told
 * @param across place of each in the plane of the head's origin, head axes, dm
 * @param height likewise
 * @param partner the cell that shows the place on the head's other side; -1 where that lies outside
 */
public record BesideHead(int block, int columns, int rows, float[] beyond, float[] across, float[] height, int[] partner) {

	/** How far it is measured, dm. */
	static final double FAR = 0.3;
	/** Cells along the longer side of the area. */
	private static final int CELLS = 256;
	/** Where hair hangs, dm: from how far from the silhouette on, and between which heights. */
	private static final float NEAREST = 0.06f, ENDS = -1, TOP = 0.25f;
	/** Radius (dm) about a place of a lock that tells how dense it is, and by how much more than half of it is hair where it closes. */
	private static final double LOCK = 0.04;
	private static final float DENSE = 0.15f;

	/** What of an area of the photograph lies beside a head as it is fitted to it. */
	public static BesideHead of(final FittedHead fitted, final Area area, final HeadCamera camera, final Progress progress) {
		final int block = (Math.max(area.width(), area.height()) + CELLS - 1) / CELLS;
		final int columns = (area.width() + block - 1) / block, rows = (area.height() + block - 1) / block;
		final Similarity toCells = new Similarity(1.0 / block, 0, -area.x() / (double) block, -area.y() / (double) block);
		final DepthBuffer nearest = fitted.occluder().nearest(camera, toCells, columns, rows, progress);
		final boolean[] head = new boolean[columns * rows];
		for (int i = 0; i < head.length; i++) head[i] = nearest.at(i % columns, i / columns) != DepthBuffer.EMPTY;
		final float cell = (float) (block / camera.s());
		final float[] beyond = signed(head, columns, 1 + (int) Math.ceil(FAR / cell), progress), across = new float[head.length], height = new float[head.length];
		final int[] partner = new int[head.length];
		final Rotation toCamera = fitted.rotation(), toHead = toCamera.inverse();
		for (int i = 0; i < head.length; i++) {
			beyond[i] *= cell;
			final double x = camera.liftX(area.x() + (i % columns + 0.5) * block, 0), y = camera.liftY(area.y() + (i / columns + 0.5) * block, 0);
			final double u = toHead.x(x, y, 0), v = toHead.y(x, y, 0), w = toHead.z(x, y, 0), depth = toCamera.z(-u, v, w);
			final double px = camera.x(toCamera.x(-u, v, w), depth), py = camera.y(toCamera.y(-u, v, w), depth);
			final int column = (int) Math.floor(toCells.x(px, py)), row = (int) Math.floor(toCells.y(px, py));
			across[i] = (float) u;
			height[i] = (float) v;
			partner[i] = column < 0 || row < 0 || column >= columns || row >= rows ? -1 : row * columns + column;
		}
		return new BesideHead(block, columns, rows, beyond, across, height, partner);
	}

	/** Distances of cells to a head; of its own, negative, to what is not. */
	private static float[] signed(final boolean[] head, final int columns, final int most, final Progress progress) {
		final float[] out = Distance.to(head, columns, most, progress), in = Distance.to(Dilation.complement(head), columns, most, progress);
		for (int i = 0; i < out.length; i++) out[i] -= in[i];
		return out;
	}

	/** The cell that holds a pixel of the area. */
	int cell(final int x, final int y) {
		return y / block * columns + x / block;
	}

	/** 0 for cells towards negative x of the head's axes, else 1. */
	int side(final int cell) {
		return across[cell] < 0 ? 0 : 1;
	}

	/** Whether a cell lies where hair can hang beside an ear or the neck. */
	boolean mayHang(final int cell) {
		return beyond[cell] >= NEAREST && height[cell] > ENDS && height[cell] < TOP;
	}

	/**
	 * A matte as far as it has a rear: a lock that one sees through is a sheet, and no shell with what is behind it.
	 *
	 * @param matte over the area; not changed
	 * @param dm pixels
	 */
	public Picture closed(final Picture matte, final double dm, final Progress progress) {
		final int radius = Math.max(1, (int) Math.round(LOCK * dm));
		final boolean[] hangs = new boolean[beyond.length];
		for (int i = 0; i < hangs.length; i++) hangs[i] = mayHang(i);
		final Area read = pixels(hangs, 2 * radius).intersect(matte.area());
		if (read.isEmpty()) return matte;
		final Picture mean = BoxBlur.twice(matte.part(read, progress), radius, progress), out = matte.copy();
		Workers.rows(read.height(), progress, row -> {
			final int y = read.y() + row, start = row * read.width() - read.x();
			for (int x = read.x(); x < read.right(); x++) if (mayHang(cell(x, y))) out.set(x, y, 0, mean.data()[start + x] - DENSE);
		});
		return out;
	}

	/** The area of a mask's cells, pixels, and so many around; empty where there are none. */
	Area pixels(final boolean[] mask, final int around) {
		final Area cells = Area.of(mask, columns);
		return cells.isEmpty() ? cells : new Area(cells.x() * block - around, cells.y() * block - around, cells.width() * block + 2 * around, cells.height() * block + 2 * around);
	}
}
