package org.icportrait.face;

import java.util.Arrays;


/**
 * A head as triangles, for overlays. Vertex i is seen at picture pixel (x[i], y[i]); the arrays are live, treat them as read-only.
 *
 * @param x picture pixels
 * @param y picture pixels, down
 * @param triangles 3 vertex indices each, counter-clockwise as seen
 */
public record HeadMesh(float[] x, float[] y, int[] triangles) {

	private static final double LEAST_MATTE = 0.5;
	/** A step in depth of more than so many steps aside is an edge, behind which another surface begins. */
	private static final double STEEPEST = 4;

	/**
	 * A mesh over every {@code step}-th pixel of the maps, where the matte is over one half and depth does not jump.
	 *
	 * @param step 1 or more
	 */
	public static HeadMesh of(final HeadReading surface, final int step) {
		if (step < 1) throw new IllegalArgumentException("The step of a mesh is at least 1, not " + step + ".");
		return new Builder(surface, step).build();
	}

	/** Collects the grid's vertices and triangles. */
	private static final class Builder {

		private final HeadReading surface;
		private final int step;
		private final int columns;
		private final int[] vertexOf;
		private final int[] mapPixelOf;
		private int vertices;
		private final int[] triangles;
		private int corners;

		Builder(final HeadReading surface, final int step) {
			this.surface = surface;
			this.step = step;
			columns = (surface.mapSize() - 1) / step + 1;
			vertexOf = new int[columns * columns];
			mapPixelOf = new int[columns * columns];
			triangles = new int[6 * columns * columns];
		}

		HeadMesh build() {
			for (int cell = 0; cell < vertexOf.length; cell++) vertexOf[cell] = addVertex(cell % columns * step, cell / columns * step);
			for (int row = 0; row + 1 < columns; row++) for (int column = 0; column + 1 < columns; column++) addQuad(row * columns + column);
			return finish();
		}

		private int addVertex(final int i, final int j) {
			final double n = surface.mapSize();
			final int side = surface.matte().width();
			if (surface.matte().sample((i + 0.5) / n * side, (j + 0.5) / n * side, 0) <= LEAST_MATTE) return -1;
			mapPixelOf[vertices] = j * surface.mapSize() + i;
			return vertices++;
		}

		private void addQuad(final int cell) {
			final int a = vertexOf[cell];
			final int b = vertexOf[cell + 1];
			final int c = vertexOf[cell + columns];
			final int d = vertexOf[cell + columns + 1];
			addTriangle(a, c, b);
			addTriangle(b, c, d);
		}

		private void addTriangle(final int a, final int b, final int c) {
			if (a < 0 || b < 0 || c < 0) return;
			final float[] depth = surface.depth().data();
			final float da = depth[mapPixelOf[a]];
			final float db = depth[mapPixelOf[b]];
			final float dc = depth[mapPixelOf[c]];
			final double jump = Math.max(da, Math.max(db, dc)) - Math.min(da, Math.min(db, dc));
			if (!(jump <= STEEPEST * step * pixelWidth())) return;
			triangles[corners++] = a;
			triangles[corners++] = b;
			triangles[corners++] = c;
		}

		/** Width of a map pixel at the head origin, dm. */
		private double pixelWidth() {
			return surface.cropToPicture().scale() / surface.mapSize() / surface.camera().s();
		}

		private HeadMesh finish() {
			final int n = surface.mapSize();
			final float[] x = new float[vertices];
			final float[] y = new float[vertices];
			for (int v = 0; v < vertices; v++) {
				final int pixel = mapPixelOf[v];
				final double u = (pixel % n + 0.5) / n;
				final double w = (pixel / n + 0.5) / n;
				x[v] = (float) surface.cropToPicture().x(u, w);
				y[v] = (float) surface.cropToPicture().y(u, w);
			}
			return new HeadMesh(x, y, Arrays.copyOf(triangles, corners));
		}
	}
}
