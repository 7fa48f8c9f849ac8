package org.icportrait.head;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.work.Progress;

/**
 * What closes a head where its photograph shows nothing: the unseen part of the fitted head, and for each of its vertices a place of
 * the photograph that may lend its colour without detail: its own or the other side's where they are seen, else the nearest one over the
 * surface that is. Lies a little inside the fitted head, so that it shows in gaps only. Arrays are live; treat as read-only.
 *
 * @param points camera axes, dm, [3 v], of the model's vertices
 * @param canonical the model's mean head, dm, [3 v]
 * @param placeX photograph pixels
 * @param placeY photograph pixels
 * @param triangles three vertices each
 */
public record Closure(float[] points, float[] canonical, float[] placeX, float[] placeY, int[] triangles) {

	/** Vertices that are seen so well lend their own place. */
	private static final float SEEN = 0.3f;
	/** How far (dm) inside the fitted head it lies, and where it ends below. */
	private static final float INSET = 0.05f, LOWEST = -1.3f;

	static Closure of(final FittedHead head, final float[] sight, final HeadCamera camera, final Progress progress) {
		final HeadModel model = head.model();
		final float[] points = head.points().clone(), normals = head.normals();
		for (int i = 0; i < points.length; i++) points[i] -= INSET * normals[i];
		final int[] from = lenders(model, sight);
		progress.check();
		final float[] x = new float[model.size()], y = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final int p = 3 * from[v];
			x[v] = (float) camera.x(head.points()[p], head.points()[p + 2]);
			y[v] = (float) camera.y(head.points()[p + 1], head.points()[p + 2]);
		}
		return new Closure(points, model.neutral(), x, y, unseen(model, sight));
	}

	/** For each vertex the one whose place it takes: by breadth over the surface from those that are seen, in the order of their numbers. */
	private static int[] lenders(final HeadModel model, final float[] sight) {
		final int count = model.size();
		final int[] from = new int[count], queue = new int[count];
		int end = 0;
		for (int v = 0; v < count; v++) {
			final int other = model.partner()[v];
			from[v] = sight[v] > SEEN ? v : sight[other] > SEEN ? other : -1;
			if (from[v] >= 0) queue[end++] = v;
		}
		final Neighbours neighbours = new Neighbours(count, model.triangles());
		for (int at = 0; at < end; at++) {
			final int v = queue[at];
			for (int k = neighbours.first(v); k < neighbours.first(v + 1); k++) {
				final int next = neighbours.at(k);
				if (from[next] >= 0) continue;
				from[next] = from[v];
				queue[end++] = next;
			}
		}
		for (int v = 0; v < count; v++) if (from[v] < 0) from[v] = v;
		return from;
	}

	private static int[] unseen(final HeadModel model, final float[] sight) {
		final int[] all = model.triangles(), out = new int[all.length];
		int length = 0;
		for (int t = 0; t < all.length; t += 3) {
			final int a = all[t], b = all[t + 1], c = all[t + 2];
			final float lowest = Math.min(model.neutral()[3 * a + 1], Math.min(model.neutral()[3 * b + 1], model.neutral()[3 * c + 1]));
			if (model.region(a) == HeadModel.EYE || lowest < LOWEST || Math.min(sight[a], Math.min(sight[b], sight[c])) > SEEN) continue;
			out[length++] = a;
			out[length++] = b;
			out[length++] = c;
		}
		return java.util.Arrays.copyOf(out, length);
	}
}
