package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * By how much the colours of the mirrored half differ from those of the half that they stand for: the other half stands in other light.
 * Where a person shows both sides of a place, as along the middle of the face, the ratio of their colours without detail is known; it
 * goes on from there as light from one side does, and what differs from that goes on ever smoother. It depends on the photographs alone.
 * Immutable.
 */
final class MirrorLight {

	private static final int WEIGHT = 3, PLANES = 4;
	/** Radii of the means (cells) by which the ratio goes on, and the weight that is enough not to look further. */
	private static final int[] RADII = { 2, 4, 8 };
	private static final float ENOUGH = 0.02f;
	/** Largest ratio: two and a half times brighter or darker. */
	private static final float MOST = 0.9f;
	private static final float DARK = 2e-3f;
	/** Canonical height (dm) below which clothes begin. */
	private static final float COLLAR = -1.1f;

	private final float[] slope;
	/** What differs from it, ever smoother. */
	private final CanonicalGrid[] levels;

	private MirrorLight(final float[] slope, final CanonicalGrid[] levels) {
		this.slope = slope;
		this.levels = levels;
	}

	/** @param persons colours of each source, linear RGB */
	static MirrorLight of(final List<PreparedHead> sources, final List<Layer> persons, final Progress progress) {
		final CanonicalGrid means = sources.get(0).observed().empty(PLANES);
		for (int s = 0; s < persons.size(); s++) addColours(means, sources.get(s).mesh(), persons.get(s));
		progress.check();
		final CanonicalGrid ratios = ratios(means.blurred(1));
		return new MirrorLight(SideSlope.take(ratios), levels(ratios, progress));
	}

	/**
	 * @param coordinates canonical, dm, of each place of a view's grid
	 * @return 3 channels over that grid: what mirrored colours are to be multiplied by
	 */
	Picture gains(final Picture coordinates, final Progress progress) {
		final Picture out = new Picture(coordinates.width(), coordinates.height(), 3);
		final float[] c = coordinates.data();
		final int n = out.planeSize(), w = out.width();
		Workers.bands(out.height(), progress, (from, to) -> {
			final float[] cell = new float[PLANES], ratio = new float[3];
			for (int i = from * w; i < to * w; i++) {
				read(c[i], c[n + i], c[2 * n + i], cell, ratio);
				for (int k = 0; k < 3; k++) {
					final float whole = ratio[k] + SideSlope.at(slope, k, c[i], c[n + i], c[2 * n + i]);
					out.data()[k * n + i] = (float) Math.exp(Math.max(-MOST, Math.min(MOST, whole)));
				}
			}
		});
		return out;
	}

	private static void addColours(final CanonicalGrid means, final Mesh mesh, final Layer person) {
		final Picture coarse = person.coarse();
		final double across = coarse.width() / (double) person.fine().width(), down = coarse.height() / (double) person.fine().height();
		final boolean[] done = new boolean[mesh.count()];
		for (int i = 0; i < mesh.whole(); i++) {
			final int v = mesh.front()[i];
			final float sure = mesh.confidence()[v], height = mesh.canonical()[3 * v + 1];
			if (done[v] || sure <= 0 || height < COLLAR) continue;
			done[v] = true;
			final double x = person.pictureToLayer().x(mesh.textureX()[v], mesh.textureY()[v]) * across;
			final double y = person.pictureToLayer().y(mesh.textureX()[v], mesh.textureY()[v]) * down;
			final int at = means.nearest(mesh.canonical()[3 * v], height, mesh.canonical()[3 * v + 2]);
			for (int k = 0; k < 3; k++) means.add(at, k, sure * (float) Math.log(coarse.sample(x, y, k) + DARK));
			means.add(at, WEIGHT, sure);
		}
	}

	/** Weighted logarithms of the ratio of each place to its mirror image, and their weight; one side's is the other's, negated. */
	private static CanonicalGrid ratios(final CanonicalGrid means) {
		final CanonicalGrid out = means.empty(PLANES);
		for (int at = 0; at < out.cells(); at++) {
			final int other = out.mirrored(at);
			final float a = means.get(at, WEIGHT), b = means.get(other, WEIGHT), weight = Math.min(1, Math.min(a, b));
			if (weight < 1e-3f) continue;
			for (int k = 0; k < 3; k++) out.set(at, k, weight * (means.get(at, k) / a - means.get(other, k) / b));
			out.set(at, WEIGHT, weight);
		}
		return out;
	}

	private static CanonicalGrid[] levels(final CanonicalGrid ratios, final Progress progress) {
		final CanonicalGrid[] out = new CanonicalGrid[RADII.length];
		for (int level = 0; level < out.length; level++) {
			progress.check();
			out[level] = ratios.blurred(RADII[level]);
		}
		return out;
	}

	/** The finest level that knows enough, mixed smoothly with the coarser ones. */
	private void read(final float x, final float y, final float z, final float[] cell, final float[] ratio) {
		float open = 1;
		ratio[0] = ratio[1] = ratio[2] = 0;
		for (int level = 0; level < levels.length && open > 0.01f; level++) {
			levels[level].read(x, y, z, cell);
			if (cell[WEIGHT] < 1e-6f) continue;
			final float share = open * Math.min(1, cell[WEIGHT] * (level + 1) / ENOUGH);
			for (int k = 0; k < 3; k++) ratio[k] += share * cell[k] / cell[WEIGHT];
			open -= share;
		}
	}
}
