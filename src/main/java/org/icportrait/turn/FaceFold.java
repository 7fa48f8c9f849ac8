package org.icportrait.turn;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
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
 * eye and outline. By how much what is seen differs from that, on a grid {@link #FINER} times as fine as the mesh's. Immutable.
 *
 * @param before of the face, which stands before all else: x and y, picture pixels; 0 where none is near
 * @param level above 0 where it is the face that is seen, below where it is not: 0.5 to a full pixel
 */
record FaceFold(Picture before, Picture level) {

	/** Cells of what is drawn here in one of the mesh's grid, along a side: what is hidden vanishes between two of them. */
	static final int FINER = 2;
	/** Canonical places (dm) between which a face begins: depth, height above the neck, below the hairline. */
	private static final float BEHIND = 0.2f, BEFORE = 0.4f, NECK = -0.95f, CHIN = -0.8f, HAIRLINE = 0.15f;
	/** Radius over which it begins, dm. */
	private static final double BORDER = 0.04;
	/** Less than this share of a face moves as what is around it. */
	private static final float LEAST = 0.01f;
	/** Half the extent of a nose, and the height of the middle of a face, canonical, dm. */
	private static final float NOSE = 0.35f, MIDDLE = -0.1f;
	/** Cells over which the edge of what hides is smoothed, and how many pixels wide it is. */
	private static final int EDGE = 1;
	private static final double SOFT = 1.3;

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

	/** Which cells, named by their upper left vertices, may be hidden by what is beside them: all but those of a nose, whose sides are too steep to be read well. */
	static boolean[] free(final Mesh mesh) {
		final boolean[] out = new boolean[mesh.count()];
		for (int v = 0; v < out.length; v++) out[v] = Math.abs(mesh.canonical()[3 * v]) > NOSE || Math.abs(mesh.canonical()[3 * v + 1] - MIDDLE) > NOSE;
		return out;
	}

	/**
	 * @param camera of the photograph
	 * @param bent how its vertices move
	 * @param face how much of a face each is, 0..1
	 * @param back from each place of the mesh's grid to the one that is seen there where nothing folds
	 */
	static FaceFold of(final Mesh mesh, final HeadCamera camera, final BentMoves bent, final float[] face, final Picture back, final Progress progress) {
		final Picture moves = bent.own();
		final float[] depth = bent.depth();
		final int n = mesh.count();
		final float[] points = new float[3 * n];
		for (int v = 0; v < n; v++) {
			points[3 * v] = (float) camera.liftX(mesh.textureX()[v] + moves.data()[v], depth[v]);
			points[3 * v + 1] = (float) camera.liftY(mesh.textureY()[v] + moves.data()[n + v], depth[v]);
			points[3 * v + 2] = depth[v];
		}
		final Drawing drawing = new Drawing(mesh, camera, points, moves, back);
		final Picture before = drawing.places(face, progress);
		final Picture level = BoxBlur.twice(before.plane(2), EDGE, progress);
		for (int i = 0; i < level.planeSize(); i++) level.data()[i] = (float) ((level.data()[i] - 0.5) * (2 * EDGE + 1) * mesh.step() / FINER / SOFT);
		return new FaceFold(continued(before, progress), level);
	}

	/** How much the face is seen at a place of this grid, 0..1. */
	float share(final double column, final double row) {
		return Math.max(0, Math.min(1, 0.5f + level.sample(column, row, 0)));
	}

	/** Goes on beyond what is drawn, so that it can be read up to its edge. */
	private static Picture continued(final Picture places, final Progress progress) {
		final int n = places.planeSize();
		final Picture known = new Picture(places.width(), places.height(), 2, Arrays.copyOf(places.data(), 2 * n)), near = BoxBlur.blur(places, EDGE + 1, progress);
		for (int i = 0; i < n; i++) {
			final float share = near.data()[2 * n + i];
			for (int c = 0; c < 2 && places.data()[2 * n + i] == 0 && share > 0; c++) known.data()[c * n + i] = near.data()[c * n + i] / share;
		}
		return known;
	}

	/** The mesh with its vertices where they come to. */
	private record Drawing(Mesh mesh, HeadCamera camera, float[] points, Picture moves, Picture back) {

		/** By how much the places that are seen differ from those by {@code back}, x and y, 0 where nothing is; and whether something is, 0 or 1. */
		Picture places(final float[] face, final Progress progress) {
			final int columns = FINER * mesh.columns(), rows = FINER * mesh.rows(), n = mesh.count();
			final double step = mesh.step(), left = mesh.textureX()[0], top = mesh.textureY()[0];
			final float[][] places = { Arrays.copyOf(mesh.textureX(), n), Arrays.copyOf(mesh.textureY(), n) };
			final ShownSurface shown = ShownSurface.of(new Occluder(points, triangles(face)), places, camera, mesh.toGrid(FINER), columns, rows, progress);
			final Picture out = new Picture(columns, rows, 3);
			final float[] seen = new float[2];
			for (int i = 0; i < columns * rows; i++) {
				if (shown.depth()[i] == DepthBuffer.EMPTY) continue;
				final double x = (i % columns + 0.5) / FINER, y = (i / columns + 0.5) / FINER;
				back.sample(x, y, 0, seen);
				out.data()[i] = (float) (shown.numbers()[0][i] - left - (x - 0.5) * step - seen[0]);
				out.data()[columns * rows + i] = (float) (shown.numbers()[1][i] - top - (y - 0.5) * step - seen[1]);
				out.data()[2 * columns * rows + i] = 1;
			}
			return out;
		}

		/** Those of the face up to where it turns out of view: what comes to the front again beyond that lies behind it. */
		private int[] triangles(final float[] face) {
			final int w = mesh.columns(), n = mesh.count(), middle = middle(face);
			final int[] out = new int[6 * n];
			final boolean[] facing = new boolean[n];
			int length = 0;
			for (int v = 0; v < n - w - 1; v++) facing[v] = isFacing(v, v + 1, v + w);
			for (int v = 0; v < n - w && middle >= 0; v++) {
				if (v % w == w - 1) continue;
				final float share = Math.max(Math.max(face[v], face[v + 1]), Math.max(face[v + w], face[v + w + 1]));
				if (share < LEAST || !isBefore(v, middle, facing)) continue;
				if (facing[v]) length = put(out, length, v, v + 1, v + w);
				if (isFacing(v + 1, v + w + 1, v + w)) length = put(out, length, v + 1, v + w + 1, v + w);
			}
			return Arrays.copyOf(out, length);
		}

		/** Whether no cell on the way from the middle of the face is turned over. */
		private boolean isBefore(final int v, final int middle, final boolean[] facing) {
			final int w = mesh.columns(), fromX = middle % w, fromY = middle / w, dx = v % w - fromX, dy = v / w - fromY, steps = Math.max(Math.abs(dx), Math.abs(dy));
			for (int k = 1; k < steps; k++) {
				final int at = (fromY + Math.round((float) k * dy / steps)) * w + fromX + Math.round((float) k * dx / steps);
				if (!facing[at]) return false;
			}
			return true;
		}

		private static int put(final int[] out, final int at, final int a, final int b, final int c) {
			out[at] = a;
			out[at + 1] = b;
			out[at + 2] = c;
			return at + 3;
		}

		private boolean isFacing(final int a, final int b, final int c) {
			final double ax = x(a), ay = y(a);
			return (x(b) - ax) * (y(c) - ay) > (x(c) - ax) * (y(b) - ay);
		}

		/** The vertex next to the middle of the face; -1 where there is no face. */
		private int middle(final float[] face) {
			int out = -1;
			double least = Double.MAX_VALUE;
			for (int v = 0; v < face.length - mesh.columns(); v++) {
				final double far = Math.hypot(mesh.canonical()[3 * v], mesh.canonical()[3 * v + 1] - MIDDLE);
				if (face[v] < 0.5f || far >= least) continue;
				least = far;
				out = v;
			}
			return out;
		}

		private double x(final int v) {
			return mesh.textureX()[v] + moves.data()[v];
		}

		private double y(final int v) {
			return mesh.textureY()[v] + moves.data()[mesh.count() + v];
		}
	}
}
