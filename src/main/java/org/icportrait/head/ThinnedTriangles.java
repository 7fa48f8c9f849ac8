package org.icportrait.head;

/** The triangles of a mesh over every second vertex of its grid, its last ones included: a quarter as many. */
final class ThinnedTriangles {

	private static final int STEP = 2;

	private final Mesh mesh;
	/** By a fine cell's upper left vertex: whether it is drawn at all, wholly on the solid matte, and closed behind. */
	private final boolean[] drawn;
	private final boolean[] whole;
	private final boolean[] closed;
	private final int[] acrossVertex;
	private final int[] downVertex;

	private ThinnedTriangles(final Mesh mesh) {
		this.mesh = mesh;
		drawn = cells(mesh.front(), 0, mesh.front().length, 0);
		whole = cells(mesh.front(), 0, mesh.whole(), 0);
		closed = cells(mesh.shell(), 0, mesh.shell().length, mesh.count());
		acrossVertex = every(mesh.columns());
		downVertex = every(mesh.rows());
	}

	static Mesh of(final Mesh mesh) {
		return new ThinnedTriangles(mesh).mesh();
	}

	private static int[] every(final int count) {
		final int[] out = new int[(count - 1 + STEP - 1) / STEP + 1];
		for (int i = 0; i < out.length; i++) out[i] = Math.min(i * STEP, count - 1);
		return out;
	}

	/** The cells whose two triangles, six numbers with the upper left vertex first, stand in a list; walls, which have vertices of the front too, do not count. */
	private boolean[] cells(final int[] list, final int from, final int to, final int base) {
		final boolean[] out = new boolean[mesh.count()];
		for (int t = from; t < to; t += 6) {
			final boolean level = list[t] >= base && list[t + 1] == list[t] + 1 && list[t + 2] == list[t] + mesh.columns();
			if (level) out[list[t] - base] = true;
		}
		return out;
	}

	private Mesh mesh() {
		final int columns = acrossVertex.length, rows = downVertex.length;
		final boolean[] any = new boolean[columns * rows], all = new boolean[any.length], full = new boolean[any.length];
		for (int j = 0; j + 1 < rows; j++) for (int i = 0; i + 1 < columns; i++) {
			any[j * columns + i] = count(drawn, i, j) > 0;
			all[j * columns + i] = count(whole, i, j) == fine(i, j);
			full[j * columns + i] = count(closed, i, j) == fine(i, j);
		}
		final GridTriangles grid = new GridTriangles(columns, rows);
		final int[] inside = fine(grid.cells(any, all, true)), edge = fine(grid.cells(any, all, false));
		return mesh.with(GridTriangles.joined(inside, edge), inside.length, fine(grid.shellOf(full)));
	}

	/** How many fine cells a coarse one has. */
	private int fine(final int i, final int j) {
		return (acrossVertex[i + 1] - acrossVertex[i]) * (downVertex[j + 1] - downVertex[j]);
	}

	/** How many of them are marked. */
	private int count(final boolean[] marked, final int i, final int j) {
		int out = 0;
		for (int row = downVertex[j]; row < downVertex[j + 1]; row++) {
			for (int column = acrossVertex[i]; column < acrossVertex[i + 1]; column++) if (marked[row * mesh.columns() + column]) out++;
		}
		return out;
	}

	/** Vertices of the coarse grid, front and rear, to those of the mesh. */
	private int[] fine(final int[] coarse) {
		final int columns = acrossVertex.length, count = columns * downVertex.length;
		final int[] out = new int[coarse.length];
		for (int k = 0; k < out.length; k++) {
			final int v = coarse[k] % count;
			out[k] = coarse[k] / count * mesh.count() + downVertex[v / columns] * mesh.columns() + acrossVertex[v % columns];
		}
		return out;
	}
}
