package org.icportrait.view;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * By how much the colours that other photographs give, and those of a mirrored half, differ from what the first photograph would show there: they stand
 * in other light. Where a person shows both sides of a place, as along the middle of the face, or two photographs show one place, the ratio of their
 * colours without detail is known; {@link LightRatio} tells how it goes on. It depends on the photographs alone. Immutable.
 */
final class JoiningLight {

	private static final int WEIGHT = LightRatio.WEIGHT;
	private static final float DARK = 2e-3f;
	/** Canonical height (dm) below which clothes begin. */
	private static final float COLLAR = -1.1f;

	private final LightRatio mirror;
	/** Of each photograph but the first: the first one's light to its own. */
	private final List<LightRatio> beside = new ArrayList<>();

	/** @param persons colours of each source, linear RGB */
	JoiningLight(final List<PreparedHead> sources, final List<Layer> persons, final Progress progress) {
		final CanonicalGrid first = colours(sources.get(0).observed(), sources.get(0).mesh(), persons.get(0));
		final CanonicalGrid smooth = persons.size() > 1 ? first.blurred(1) : null;
		CanonicalGrid all = first;
		for (int s = 1; s < persons.size(); s++) {
			progress.check();
			final CanonicalGrid own = colours(first, sources.get(s).mesh(), persons.get(s)), blurred = own.blurred(1), ratios = first.empty(LightRatio.PLANES);
			for (int at = 0; at < ratios.cells(); at++) LightRatio.write(ratios, at, smooth, at, blurred, at);
			beside.add(LightRatio.ofPhotographs(ratios, progress));
			all = all.plus(inFirstLight(own, beside.get(s - 1)), 1);
		}
		final CanonicalGrid means = all.blurred(1), ratios = all.empty(LightRatio.PLANES);
		for (int at = 0; at < ratios.cells(); at++) LightRatio.write(ratios, at, means, at, means, means.mirrored(at));
		mirror = LightRatio.ofSides(ratios, progress);
	}

	private static CanonicalGrid inFirstLight(final CanonicalGrid own, final LightRatio ratio) {
		final CanonicalGrid out = own.empty(LightRatio.PLANES);
		final LightRatio.Reader reader = ratio.new Reader();
		for (int at = 0; at < own.cells(); at++) {
			final float weight = own.get(at, WEIGHT);
			if (weight <= 0) continue;
			final float[] more = reader.at(own.x(at), own.y(at), own.z(at));
			for (int k = 0; k < 3; k++) out.set(at, k, own.get(at, k) + weight * more[k]);
			out.set(at, WEIGHT, weight);
		}
		return out;
	}

	/** Sums of logarithms by confidence, and of confidence. */
	private static CanonicalGrid colours(final CanonicalGrid shape, final Mesh mesh, final Layer person) {
		final CanonicalGrid means = shape.empty(LightRatio.PLANES);
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
		return means;
	}

	/** Number of channels of {@link #gains} for so many photographs. */
	static int channels(final int sources) {
		return 3 * (2 * sources - 1);
	}

	/** The first of the three channels of {@link #gains} that belong to a sight; below 0 for the first photograph's own, which stays. */
	static int channel(final byte sight) {
		return 3 * (sight - 1);
	}

	/**
	 * @param coordinates canonical, dm, of each place of a view's grid
	 * @return over that grid: what the colours of each sight but the first are to be multiplied by, {@link #channel} by channel
	 */
	Picture gains(final Picture coordinates, final Progress progress) {
		final Picture out = new Picture(coordinates.width(), coordinates.height(), channels(beside.size() + 1));
		final float[] c = coordinates.data();
		final int n = out.planeSize(), w = out.width();
		Workers.bands(out.height(), progress, (from, to) -> {
			final LightRatio.Reader halves = mirror.new Reader();
			final List<LightRatio.Reader> others = new ArrayList<>();
			for (final LightRatio ratio : beside) others.add(ratio.new Reader());
			for (int i = from * w; i < to * w; i++) {
				final float x = c[i], y = c[n + i], z = c[2 * n + i];
				final float[] half = halves.at(x, y, z);
				write(out, i, 0, half, null);
				for (int s = 0; s < others.size(); s++) {
					write(out, i, 3 + 6 * s, others.get(s).at(x, y, z), null);
					write(out, i, 6 + 6 * s, others.get(s).at(-x, y, z), half);
				}
			}
		});
		return out;
	}

	/** @param more null for none */
	private static void write(final Picture out, final int i, final int channel, final float[] ratio, final float[] more) {
		for (int k = 0; k < 3; k++) out.data()[(channel + k) * out.planeSize() + i] = (float) Math.exp(ratio[k] + (more == null ? 0 : more[k]));
	}
}
