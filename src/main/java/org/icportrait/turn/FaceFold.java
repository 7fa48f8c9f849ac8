package org.icportrait.turn;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.Mesh;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.morphable.ShownSurface;
import org.icportrait.work.Progress;

/**
 * What a face hides when it turns: cheeks turn before the ear and the temple on the far side. As one sheet that folds nothing they would be squeezed between
 * eye and outline. Stateless.
 */
final class FaceFold {

	/** Cells of what is drawn here in one of the mesh's grid, along a side: what is hidden vanishes between two of them. */
	static final int FINER = 4;
	/** Canonical places (dm) between which a face begins: depth, height above the neck, below the hairline. */
	private static final float BEHIND = 0.2f, BEFORE = 0.4f, NECK = -0.95f, CHIN = -0.8f, HAIRLINE = 0.15f;
	/** Radius over which it begins, dm. */
	private static final double BORDER = 0.04;
	/** Less than this share of a face moves as what is around it. */
	private static final float LEAST = 0.01f;

	private FaceFold() {}

	/** How much of a face each vertex is, 0..1. @param rim how much of an outline each is, 0..1 */
	static float[] faces(final Mesh mesh, final float[] rim, final double cells, final Progress progress) {
		final Picture out = new Picture(mesh.columns(), mesh.rows(), 1);
		final float[] c = mesh.canonical();
		for (int v = 0; v < mesh.count(); v++) {
			out.data()[v] = (1 - rim[v]) * Smooth.step(BEHIND, BEFORE, c[3 * v + 2]) * Smooth.step(NECK, CHIN, c[3 * v + 1]) *
				Smooth.step(0, HAIRLINE, -HeadModel.aboveHairline(c[3 * v + 1], c[3 * v + 2]));
		}
		return BoxBlur.twice(out, Math.max(1, (int) Math.round(BORDER * cells)), progress).data();
	}

	/**
	 * @param face {@link #faces}
	 * @param moves of the vertices, picture pixels, x and y, with that of the faces as they are in space
	 * @param depth of the turned vertices, dm
	 * @param back from each place of the mesh's grid to the one that is seen there where nothing folds
	 * @return on a grid {@link #FINER} times as fine: by how much that differs, x and y; 0 where no face is
	 */
	static Picture of(final Mesh mesh, final HeadCamera camera, final double step, final float[] face, final Picture moves, final float[] depth, final Picture back, final Progress progress) {
		final int columns = FINER * mesh.columns(), rows = FINER * mesh.rows(), n = mesh.count();
		final double cell = step / FINER, left = mesh.textureX()[0], top = mesh.textureY()[0];
		final Similarity toGrid = new Similarity(1 / cell, 0, FINER / 2.0 - left / cell, FINER / 2.0 - top / cell);
		final float[] points = new float[3 * n];
		for (int v = 0; v < n; v++) {
			points[3 * v] = (float) camera.liftX(mesh.textureX()[v] + moves.data()[v], depth[v]);
			points[3 * v + 1] = (float) camera.liftY(mesh.textureY()[v] + moves.data()[n + v], depth[v]);
			points[3 * v + 2] = depth[v];
		}
		final float[][] places = { Arrays.copyOf(mesh.textureX(), n), Arrays.copyOf(mesh.textureY(), n) };
		final ShownSurface shown = ShownSurface.of(new Occluder(points, triangles(mesh, face, moves)), places, camera, toGrid, columns, rows, progress);
		final Picture out = new Picture(columns, rows, 2);
		final float[] seen = new float[2];
		for (int i = 0; i < columns * rows; i++) {
			if (shown.depth()[i] == DepthBuffer.EMPTY) continue;
			final double x = (i % columns + 0.5) / FINER, y = (i / columns + 0.5) / FINER;
			back.sample(x, y, 0, seen);
			out.data()[i] = (float) (shown.numbers()[0][i] - left - (x - 0.5) * step - seen[0]);
			out.data()[columns * rows + i] = (float) (shown.numbers()[1][i] - top - (y - 0.5) * step - seen[1]);
		}
		return out;
	}

	/** Of the faces, those that are not turned over. */
	private static int[] triangles(final Mesh mesh, final float[] face, final Picture moves) {
		final int w = mesh.columns(), n = mesh.count();
		final int[] out = new int[6 * n];
		int length = 0;
		for (int v = 0; v < n - w; v++) {
			if (v % w == w - 1 || Math.max(Math.max(face[v], face[v + 1]), Math.max(face[v + w], face[v + w + 1])) < LEAST) continue;
			for (final int[] t : new int[][] { { v, v + 1, v + w }, { v + 1, v + w + 1, v + w } }) {
				final double ax = x(mesh, moves, t[0]), ay = y(mesh, moves, t[0]);
				if ((x(mesh, moves, t[1]) - ax) * (y(mesh, moves, t[2]) - ay) <= (x(mesh, moves, t[2]) - ax) * (y(mesh, moves, t[1]) - ay)) continue;
				for (final int corner : t) out[length++] = corner;
			}
		}
		return Arrays.copyOf(out, length);
	}

	private static double x(final Mesh mesh, final Picture moves, final int v) {
		return mesh.textureX()[v] + moves.data()[v];
	}

	private static double y(final Mesh mesh, final Picture moves, final int v) {
		return mesh.textureY()[v] + moves.data()[mesh.count() + v];
	}
}
