package org.icportrait.body;

import java.util.Arrays;

import org.icportrait.head.PreparedHead;

/**
 * Which vertex of a body's grid lends each its colour: the nearest one over the surface that the photograph shows, cloth to what is under cloth and skin to
 * what is bare, so that a garment ends where it does. Hair that hangs before the body lends nothing. Stateless.
 */
final class BodyLenders {

	/** How far (dm) from the other kind a vertex lends, as colours without detail are mixed beside it, and how many must be left that do. */
	private static final double CLEAR = 0.35;
	private static final int FEWEST = 12;
	/** How far (dm) from loose hair. */
	private static final double BESIDE = 0.15;
	private static final int DIRECTIONS = 8;

	private BodyLenders() {}

	/** Vertices that are seen and have no loose hair beside them. */
	static boolean[] shown(final BodyGrid grid) {
		final boolean[] out = new boolean[grid.x.length];
		for (int v = 0; v < out.length; v++) out[v] = grid.seen[v] && !isHaired(grid, v);
		return out;
	}

	private static boolean isHaired(final BodyGrid grid, final int v) {
		final PreparedHead head = grid.head;
		final double far = BESIDE * head.camera().s();
		for (int k = 0; k < DIRECTIONS; k++) {
			final double turn = 2 * Math.PI * k / DIRECTIONS;
			final int x = (int) (grid.x[v] + far * Math.cos(turn)) - head.area().x(), y = (int) (grid.y[v] + far * Math.sin(turn)) - head.area().y();
			if (x >= 0 && y >= 0 && x < head.area().width() && y < head.area().height() && head.hair().isLoose(x, y)) return true;
		}
		return false;
	}

	/** One for each vertex; itself where the photograph shows nothing. @param shown {@link #shown} */
	static int[] of(final BodyGrid grid, final boolean[] shown, final BodyCloth cloth) {
		final int[] from = new int[shown.length];
		Arrays.fill(from, -1);
		for (int kind = 0; kind < 2 && cloth.dressed() != null; kind++) {
			final int[] nearest = spread(clear(grid, shown, cloth.dressed(), kind == 1));
			for (int v = 0; v < from.length; v++) if (Body.isDressed(v) == (kind == 1)) from[v] = nearest[v];
		}
		final int[] any = spread(shown);
		for (int v = 0; v < from.length; v++) if (from[v] < 0) from[v] = any[v] < 0 ? v : any[v];
		return from;
	}

	/** Vertices of a kind as far from those of the other as leaves some. */
	private static boolean[] clear(final BodyGrid grid, final boolean[] shown, final boolean[] dressed, final boolean kind) {
		for (double clear = CLEAR * grid.head.camera().s();; clear /= 2) {
			final boolean[] out = new boolean[shown.length];
			int found = 0;
			for (int v = 0; v < out.length; v++) {
				out[v] = shown[v] && dressed[v] == kind && (clear < 1 || isClear(grid, shown, dressed, v, clear));
				if (out[v]) found++;
			}
			if (found >= FEWEST || clear < 1) return out;
		}
	}

	/** Whether no vertex of the other kind is seen within so many pixels. */
	private static boolean isClear(final BodyGrid grid, final boolean[] shown, final boolean[] dressed, final int v, final double clear) {
		for (int w = 0; w < shown.length; w++) if (shown[w] && dressed[w] != dressed[v] && Math.hypot(grid.x[w] - grid.x[v], grid.y[w] - grid.y[v]) < clear) return false;
		return true;
	}

	/** The nearest lender of each vertex, by breadth over the grid; -1 where there is none at all. */
	private static int[] spread(final boolean[] lenders) {
		final int[] nearest = new int[lenders.length], queue = new int[lenders.length];
		Arrays.fill(nearest, -1);
		int end = 0;
		for (int v = 0; v < lenders.length; v++) {
			if (!lenders[v]) continue;
			nearest[v] = v;
			queue[end++] = v;
		}
		for (int at = 0; at < end; at++) {
			for (final int next : BodyGrid.neighbours(queue[at])) {
				if (nearest[next] >= 0) continue;
				nearest[next] = nearest[queue[at]];
				queue[end++] = next;
			}
		}
		return nearest;
	}
}
