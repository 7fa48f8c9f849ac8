package org.icportrait.head;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * How well a photograph shows each vertex of a fitted head: by the cosine between normal and line of sight, 0 where another part of the
 * head stands before it. Folds of the face (between the lips, below the nose) are shown as well as what is around them: a fit knows where they are by less than
 * they are wide, and of a mouth hardly how far it is open.
 */
final class FittedSight {

	/** Side of a cell of the depth buffer, and how far (dm) behind the nearest surface a vertex may lie and still be seen. */
	private static final double CELL = 0.025, BEHIND = 0.05;
	private static final int CELLS = 160;
	/** Edges of triangles (3 mm long) from a fold's middle to its border. */
	private static final int FOLD = 3;
	/** How far aside on the mean head (dm) mouth, nose and eyes reach: beyond, a fold is an ear's, which a photograph from the front shows askance. */
	private static final float ASIDE = 0.5f;
	private static final float GRAZING = 0.1f, FACING = 0.5f;

	private final FittedHead head;
	private final HeadCamera camera;
	/** Vertices on the screen of an eye at the camera's place, cells, and their depth, dm. */
	private final float[] x;
	private final float[] y;
	private final float[] z;
	private final DepthBuffer nearest = new DepthBuffer(CELLS, CELLS);

	private FittedSight(final FittedHead head, final HeadCamera camera) {
		this.head = head;
		this.camera = camera;
		x = new float[head.model().size()];
		y = new float[x.length];
		z = new float[x.length];
		for (int v = 0; v < x.length; v++) {
			final double scale = camera.scale(head.points()[3 * v + 2]) / camera.s();
			x[v] = (float) (CELLS / 2.0 + head.points()[3 * v] * scale / CELL);
			y[v] = (float) (CELLS / 2.0 + head.points()[3 * v + 1] * scale / CELL);
			z[v] = head.points()[3 * v + 2];
		}
	}

	/** 0..1 for each vertex. */
	static float[] of(final FittedHead head, final HeadCamera camera, final Progress progress) {
		final FittedSight sight = new FittedSight(head, camera);
		final int[] triangles = head.model().triangles();
		for (int t = 0; t < triangles.length; t += 3) {
			if (t % 3072 == 0) progress.check();
			sight.draw(triangles[t], triangles[t + 1], triangles[t + 2]);
		}
		return sight.withoutFolds(sight.confidence(head.normals()));
	}

	/** A morphological closing over the face: what is hidden grows smaller from all sides and then, where something is left, as large again. */
	private float[] withoutFolds(final float[] confidence) {
		float[] out = confidence;
		for (int ring = 0; ring < FOLD; ring++) out = grown(out, 1);
		for (int v = 0; v < out.length; v++) if (head.model().isInside(v)) out[v] = 1; // what nobody sees is no border
		for (int ring = 0; ring < FOLD; ring++) out = grown(out, -1);
		return out;
	}

	/** Takes each vertex of the face to the largest of its neighbours' values or, by a sign of -1, to the least. */
	private float[] grown(final float[] values, final int sign) {
		final float[] out = values.clone();
		final int[] t = head.model().triangles();
		for (int i = 0; i < t.length; i += 3) {
			if (!isFace(t[i]) || !isFace(t[i + 1]) || !isFace(t[i + 2])) continue;
			final float most = Math.max(sign * values[t[i]], Math.max(sign * values[t[i + 1]], sign * values[t[i + 2]]));
			for (int k = i; k < i + 3; k++) out[t[k]] = sign * Math.max(sign * out[t[k]], most);
		}
		return out;
	}

	private boolean isFace(final int vertex) {
		final boolean middle = Math.abs(head.model().neutral()[3 * vertex]) < ASIDE;
		return middle && (head.model().region(vertex) == HeadModel.FACE || head.model().isInside(vertex));
	}

	/**
	 * The same of a photograph that ends: what lies beyond its border it does not show.
	 *
	 * @param sight of the vertices, not changed
	 * @param width of the photograph, pixels
	 * @param height of the photograph, pixels
	 */
	static float[] within(final float[] sight, final FittedHead head, final HeadCamera camera, final int width, final int height) {
		final float[] out = sight.clone(), p = head.points();
		for (int v = 0; v < out.length; v++) {
			final double x = camera.x(p[3 * v], p[3 * v + 2]), y = camera.y(p[3 * v + 1], p[3 * v + 2]);
			if (x < 0 || y < 0 || x > width || y > height) out[v] = 0;
		}
		return out;
	}

	private void draw(final int a, final int b, final int c) {
		final float size = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
		if (size > 0) nearest.draw(x, y, z, a, b, c); // others are seen from inside
	}

	private float[] confidence(final float[] normals) {
		final float[] out = new float[x.length], p = head.points();
		final double k = camera.k();
		for (int v = 0; v < out.length; v++) {
			final double vx = -k * p[3 * v], vy = -k * p[3 * v + 1], vz = 1 - k * p[3 * v + 2];
			final double cosine = (normals[3 * v] * vx + normals[3 * v + 1] * vy + normals[3 * v + 2] * vz) / Math.sqrt(vx * vx + vy * vy + vz * vz);
			final boolean hidden = nearest.at((int) Math.floor(x[v]), (int) Math.floor(y[v])) > z[v] + BEHIND;
			out[v] = hidden ? 0 : Smooth.step(GRAZING, FACING, (float) cosine);
		}
		return out;
	}
}
