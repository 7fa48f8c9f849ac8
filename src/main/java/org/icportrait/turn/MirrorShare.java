package org.icportrait.turn;

import java.util.List;

import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.head.Mesh;
import org.icportrait.head.Symmetry;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How much of each place of a head the mirror image of a person gives: a smooth share over canonical space, nearly 0 where a photograph
 * shows the place and nearly 1 where only its other side is shown. It depends on the photographs, and smoothly on how far they
 * are turned, so that nothing jumps. Immutable.
 */
public final class MirrorShare {

	/** How much better (confidence) the other side must be shown, and how well a place must be shown that needs no mirror. */
	private static final float LITTLE = 0.05f, MUCH = 0.4f, POOR = 0.4f, GOOD = 0.9f;
	/** Vertices in a cell, after the blur, that are few; what is shown no better than a trace is not shown. */
	private static final float FEW = 0.3f, TRACE = 0.01f;
	private static final int SHARE = 0, WEIGHT = 1;

	private final CanonicalGrid grid;

	/** @param shape of the grid wanted @param meshes of a person's photographs, as one view takes them */
	public MirrorShare(final CanonicalGrid shape, final List<Mesh> meshes, final Progress progress) {
		final float[] shown = new float[shape.cells()];
		for (final Mesh mesh : meshes) raise(shown, shape, mesh, progress);
		final CanonicalGrid raw = shape.empty(2);
		for (int at = 0; at < raw.cells(); at++) {
			final float direct = shown[at], other = shown[raw.mirrored(at)];
			if (direct < TRACE && other < TRACE) continue;
			raw.set(at, WEIGHT, 1);
			raw.set(at, SHARE, Smooth.step(LITTLE, MUCH, other - direct) * Smooth.step(GOOD, POOR, direct) * Symmetry.share(raw.y(at)));
		}
		grid = blurred(raw, progress);
	}

	/** Raises how well each cell is shown to the mean confidence of a mesh's vertices around it; few vertices, as where it is seen askance, show little. */
	private static void raise(final float[] shown, final CanonicalGrid shape, final Mesh mesh, final Progress progress) {
		final CanonicalGrid sum = shape.empty(2);
		final boolean[] counts = new boolean[mesh.count()];
		for (int i = 0; i < mesh.whole(); i++) counts[mesh.front()[i]] = true;
		final float[] c = mesh.canonical();
		for (int v = 0; v < counts.length; v++) {
			if (!counts[v]) continue;
			final int at = sum.nearest(c[3 * v], c[3 * v + 1], c[3 * v + 2]);
			sum.add(at, SHARE, mesh.confidence()[v]);
			sum.add(at, WEIGHT, 1);
		}
		final CanonicalGrid mean = blurred(sum, progress);
		for (int at = 0; at < shown.length; at++) {
			final float count = mean.get(at, WEIGHT);
			if (count > 0) shown[at] = Math.max(shown[at], mean.get(at, SHARE) / (count + FEW));
		}
	}

	private static CanonicalGrid blurred(final CanonicalGrid grid, final Progress progress) {
		return grid.blurred(1, (plane, planes) -> Workers.parts(planes, progress, plane));
	}

	/** 0..1 at a canonical place, dm. */
	private float of(final float x, final float y, final float z, final float[] both) {
		grid.read(x, y, z, both);
		return both[WEIGHT] < 1e-4f ? 0 : both[SHARE] / both[WEIGHT];
	}

	/** For each front vertex of a mesh the share at its place or, {@code mirrored}, at the place on the other side. */
	float[] of(final Mesh mesh, final boolean mirrored, final Progress progress) {
		final float[] out = new float[mesh.count()], c = mesh.canonical();
		Workers.bands(mesh.rows(), progress, (from, to) -> {
			final float[] both = new float[2];
			for (int v = from * mesh.columns(); v < to * mesh.columns(); v++) out[v] = of(mirrored ? -c[3 * v] : c[3 * v], c[3 * v + 1], c[3 * v + 2], both);
		});
		return out;
	}
}
