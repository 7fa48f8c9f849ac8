package org.icportrait.head;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;

/**
 * Where the vertices of a mesh's front lie in the photograph: a step apart, row by row, the last column and row on the border of the area and so mostly nearer.
 * Live.
 *
 * @param area that the grid spans
 * @param step pixels from one vertex to the next
 * @param x middles of the columns' pixels, photograph pixels
 * @param y middles of the rows' pixels, photograph pixels
 */
record MeshGrid(Area area, int step, float[] x, float[] y) {

	/** Vertices along the longer side of the area, at most: a little finer than the network's maps. */
	private static final int MOST = 160;

	static MeshGrid of(final Area area) {
		final int step = Math.max(1, (Math.max(area.width(), area.height()) + MOST - 1) / MOST);
		return new MeshGrid(area, step, middles(area.x(), area.width(), step), middles(area.y(), area.height(), step));
	}

	private static float[] middles(final int begin, final int length, final int step) {
		final float[] out = new float[(length - 1 + step - 1) / step + 1];
		for (int i = 0; i < out.length; i++) out[i] = begin + Math.min(i * step, length - 1) + 0.5f;
		return out;
	}

	int columns() {
		return x.length;
	}

	int rows() {
		return y.length;
	}

	/** Number of vertices. */
	int count() {
		return x.length * y.length;
	}

	/** Of vertex {@code v}, photograph pixels. */
	float x(final int v) {
		return x[v % x.length];
	}

	/** Of vertex {@code v}, photograph pixels. */
	float y(final int v) {
		return y[v / x.length];
	}

	/** The column of the area's pixels that a column of vertices lies in. */
	int pixelX(final int column) {
		return (int) x[column] - area.x();
	}

	/** The row of the area's pixels that a row of vertices lies in. */
	int pixelY(final int row) {
		return (int) y[row] - area.y();
	}

	/** Pixels from one column to the next, in the mean. */
	double meanStep() {
		return x.length < 2 ? 1 : (x[x.length - 1] - x[0]) / (x.length - 1);
	}

	/** So many dm at the head's origin, in steps of the grid. */
	double cells(final double dm, final HeadCamera camera) {
		return dm * camera.s() / meanStep();
	}
}
