package org.icportrait.body;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.work.Progress;

/**
 * What closes a body where its photograph shows nothing of it: the mean bust laid where the body stands, as wide as the photograph shows it, and behind what
 * that shows. For each vertex a place of the photograph lends its colour without detail: its own where it is seen, else the nearest one over the body.
 * Arrays are live; treat as read-only.
 *
 * @param pose how it stands
 * @param points camera axes, dm, [3 v]
 * @param dressed whether each vertex lies under cloth
 * @param ownX where the photograph would show a vertex, photograph pixels
 * @param ownY likewise
 * @param placeX where the photograph shows what lends its colour, photograph pixels
 * @param placeY likewise
 * @param triangles three vertices each
 */
public record Body(BodyPose pose, float[] points, boolean[] dressed, float[] ownX, float[] ownY, float[] placeX, float[] placeY, int[] triangles) {

	/** Places further apart (dm) do not mix. */
	private static final double APART = 0.3;

	/**
	 * Null where the photograph shows too little of a body to say how it stands.
	 *
	 * @param head not changed
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static Body of(final PreparedHead head, final Progress progress) {
		final BodyPose pose = BodyPose.of(head);
		if (pose == null) return null;
		final BodyWidths widths = BodyWidths.of(head, pose);
		final BodyGrid first = BodyGrid.of(head, pose, widths, BodyGrid.USUAL, progress);
		final double collar = BodyCloth.of(first, BodyLenders.shown(first)).collar();
		final BodyGrid grid = BodyGrid.of(head, pose, widths, collar, progress);
		final boolean[] shown = BodyLenders.shown(grid);
		return of(pose, grid, BodyLenders.of(grid, shown, BodyCloth.of(grid, shown)));
	}

	/** Whether a vertex of the grid lies under cloth, as far as there is any. */
	static boolean isDressed(final int v) {
		return v / BodyGrid.AROUND >= BodyGrid.COLLAR;
	}

	/** Corners of a quad whose places lie far apart, or of which some are bare, would show all that lies between: they get one place. */
	private static Body of(final BodyPose pose, final BodyGrid grid, final int[] from) {
		final int all = grid.x.length, quads = all - BodyGrid.AROUND;
		final int[] triangles = new int[6 * quads], vertex = new int[all + 4 * quads], lender = new int[vertex.length];
		final boolean[] dressed = new boolean[vertex.length];
		int count = 0, length = 0;
		for (; count < all; count++) {
			vertex[count] = count;
			lender[count] = from[count];
			dressed[count] = isDressed(count);
		}
		for (int v = 0; v < quads; v++) {
			final int next = BodyGrid.neighbours(v)[0];
			int[] corners = { v, next, v + BodyGrid.AROUND, next + BodyGrid.AROUND };
			if (isBeyond(corners, grid)) continue;
			if (isApart(corners, from, grid)) {
				for (int k = 0; k < 4; k++) {
					vertex[count + k] = corners[k];
					lender[count + k] = from[v];
					dressed[count + k] = isDressed(v);
				}
				corners = new int[] { count, count + 1, count + 2, count + 3 };
				count += 4;
			}
			System.arraycopy(new int[] { corners[0], corners[1], corners[2], corners[1], corners[3], corners[2] }, 0, triangles, length, 6);
			length += 6;
		}
		final float[] p = new float[3 * count];
		for (int i = 0; i < p.length; i++) p[i] = grid.points[3 * vertex[i / 3] + i % 3];
		return new Body(pose, p, Arrays.copyOf(dressed, count), taken(grid.x, vertex, count), taken(grid.y, vertex, count),
			taken(grid.x, lender, count), taken(grid.y, lender, count), Arrays.copyOf(triangles, length));
	}

	/** Whether a corner lies where the photograph goes on beyond the head's area, which stays as it is. */
	private static boolean isBeyond(final int[] corners, final BodyGrid grid) {
		final Area area = grid.head.area();
		for (final int v : corners) {
			final boolean aside = area.x() > 0 && grid.x[v] < area.x() || area.right() < grid.head.width() && grid.x[v] > area.right();
			if (aside || area.bottom() < grid.head.height() && grid.y[v] > area.bottom()) return true;
		}
		return false;
	}

	private static boolean isApart(final int[] corners, final int[] from, final BodyGrid grid) {
		final int first = from[corners[0]];
		final double most = APART * grid.head.camera().s();
		for (final int corner : corners) {
			if (isDressed(corner) != isDressed(corners[0]) || Math.hypot(grid.x[from[corner]] - grid.x[first], grid.y[from[corner]] - grid.y[first]) > most) return true;
		}
		return false;
	}

	private static float[] taken(final float[] values, final int[] which, final int count) {
		final float[] out = new float[count];
		for (int v = 0; v < count; v++) out[v] = values[which[v]];
		return out;
	}
}
