package org.icportrait.light;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * The light of a photograph from what it shows of a head: robust least squares of picture = albedo * (harmonics of the normal + one
 * lamp with its shadows), for each channel, held near the head's guess. Stateless.
 */
public final class LightEstimator {

	private static final int FEWEST = 30;
	/** Of the lamp, which a photograph hardly tells. */
	private static final double HARDNESS = 0.7;
	/** A lamp darker than this in all channels together is none. */
	private static final double LEAST_LAMP = 1e-3;

	private LightEstimator() {}

	/**
	 * @param head its guess is the answer where the samples say little
	 * @param visible which pixels of the photograph may be read; others are never touched
	 * @return camera axes
	 */
	public static Light estimate(final LitHead head, final PixelMask visible, final Progress progress) {
		final LightSamples samples = LightSamples.of(head, visible, progress);
		if (samples.count() < FEWEST) return Light.of(head.guess());
		final Harmonics soft = Harmonics.of(new LightFit(samples, null, head.guess()).solve(progress));
		final double[] d = soft.dominantDirection();
		final double[] lit = lit(head.maps(), samples, new Lamp(d[0], d[1], d[2], 1, 1, 1, HARDNESS), head, progress);
		final double[] all = new LightFit(samples, lit, head.guess()).solve(progress);
		final double red = Math.max(0, all[27]), green = Math.max(0, all[28]), blue = Math.max(0, all[29]);
		if (red + green + blue < LEAST_LAMP) return Light.of(soft);
		return new Light(Harmonics.of(Arrays.copyOf(all, Harmonics.ALL)), List.of(new Lamp(d[0], d[1], d[2], red, green, blue, HARDNESS)));
	}

	/** The same without a lamp: nine coefficients a channel. */
	public static Light soft(final LitHead head, final PixelMask visible, final Progress progress) {
		final LightSamples samples = LightSamples.of(head, visible, progress);
		if (samples.count() < FEWEST) return Light.of(head.guess());
		return Light.of(Harmonics.of(new LightFit(samples, null, head.guess()).solve(progress)));
	}

	/** How far the lamp lights each sample, 0..1. */
	private static double[] lit(final HeadMaps maps, final LightSamples samples, final Lamp lamp, final LitHead head, final Progress progress) {
		final Picture reach = head.surface().shadows(progress).reach(lamp, progress);
		final double stepX = (double) reach.width() / maps.width(), stepY = (double) reach.height() / maps.height();
		final float[] normals = maps.normals().data();
		final double[] lit = new double[samples.count()];
		for (int i = 0; i < lit.length; i++) {
			final int cell = samples.cell(i), x = cell % maps.width(), y = cell / maps.width(), n = maps.size();
			lit[i] = lamp.falloff(normals[cell], normals[n + cell], normals[2 * n + cell]) * reach.sample((x + 0.5) * stepX, (y + 0.5) * stepY, 0);
		}
		return lit;
	}
}
