package org.icportrait.light;

import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.icportrait.view.HeadMaps;

/** An ellipsoid in known light, for tests. */
final class LitScenes {

	static final int SIDE = 130;
	static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 56, Pose.FRONTAL, LitScenes::skin);
	static final HeadMaps MAPS = HEAD.maps();

	private LitScenes() {}

	private static double skin(final double x, final double y, final double z, final int c) {
		return (0.5 - 0.12 * c) * (1 + 0.25 * Math.sin(7 * x + 1) * Math.cos(8 * y));
	}

	/** Soft light from a direction (made unit), with as much from everywhere; shading about 0.3 to 1. */
	static double[] soft(final double x, final double y, final double z, final double red, final double green, final double blue) {
		final double length = Math.sqrt(x * x + y * y + z * z);
		final double[] light = new double[27];
		final double[] colour = { red, green, blue };
		for (int c = 0; c < 3; c++) light[c] = 0.5 * colour[c] / 0.282095;
		SphericalHarmonics.addRadiance(light, x / length, y / length, z / length, 1.5 * red, 1.5 * green, 1.5 * blue);
		return light;
	}

	/** The head rendered in soft light, without any of the code under test but the sum over the basis. */
	static Picture rendered(final AnalyticHead head, final double[] light) {
		final double[] basis = new double[9];
		return head.picture((x, y, z, c) -> {
			SphericalHarmonics.basis(x, y, z, basis);
			double sum = 0;
			for (int k = 0; k < 9; k++) sum += light[3 * k + c] * basis[k];
			return sum;
		}, 1);
	}

	/** The head of {@link #MAPS} with a given shading over the maps. */
	static Picture shaded(final Picture shading) {
		final Picture out = rendered(HEAD, Light.even(1, 1, 1).harmonics());
		for (int j = 0; j < MAPS.height(); j++) {
			for (int i = 0; i < MAPS.width(); i++) {
				if (MAPS.matte().get(i, j, 0) == 0) continue;
				for (int c = 0; c < 3; c++) out.set(MAPS.x() + i, MAPS.y() + j, c, MAPS.albedo().get(i, j, c) * shading.get(i, j, c));
			}
		}
		return out;
	}

	/** Largest difference over the head between two shadings of {@link #MAPS}. */
	static double largestDifference(final Picture a, final Picture b) {
		double most = 0;
		for (int i = 0; i < a.data().length; i++) {
			if (MAPS.matte().data()[i % a.planeSize()] > 0) most = Math.max(most, Math.abs(a.data()[i] - b.data()[i]));
		}
		return most;
	}

	/** Mean difference over the head between two pictures of {@link #SIDE}, relative to the mean of the second. */
	static double meanDifference(final Picture a, final Picture b) {
		double sum = 0, all = 0;
		for (int j = 0; j < MAPS.height(); j++) {
			for (int i = 0; i < MAPS.width(); i++) {
				if (MAPS.matte().get(i, j, 0) == 0) continue;
				for (int c = 0; c < 3; c++) {
					sum += Math.abs(a.get(MAPS.x() + i, MAPS.y() + j, c) - b.get(MAPS.x() + i, MAPS.y() + j, c));
					all += b.get(MAPS.x() + i, MAPS.y() + j, c);
				}
			}
		}
		return sum / all;
	}

	/** Mean of a channel over the part of the head of {@link #MAPS} on one side: columns or rows of the maps, fractions. */
	static double mean(final Picture shading, final double left, final double top, final double right, final double bottom) {
		double sum = 0;
		int count = 0;
		for (int j = (int) (top * MAPS.height()); j < bottom * MAPS.height(); j++) {
			for (int i = (int) (left * MAPS.width()); i < right * MAPS.width(); i++) {
				if (MAPS.matte().get(i, j, 0) == 0) continue;
				sum += shading.get(i, j, 1);
				count++;
			}
		}
		return sum / count;
	}

	static LitHead lit(final AnalyticHead head, final Picture picture) {
		final HeadReading surface = head.surface();
		return LitHead.of(picture, head.maps(), surface);
	}

	static double[] randomLight(final long seed) {
		final Random random = new Random(seed);
		final double[] light = new double[27];
		for (int i = 0; i < 27; i++) light[i] = random.nextGaussian();
		return light;
	}

	static double[] randomDirection(final Random random) {
		final double x = random.nextGaussian(), y = random.nextGaussian(), z = random.nextGaussian(), length = Math.sqrt(x * x + y * y + z * z);
		return new double[] { x / length, y / length, z / length };
	}

	static double degrees(final Lamp lamp, final double x, final double y, final double z) {
		return Math.toDegrees(Math.acos((lamp.x() * x + lamp.y() * y + lamp.z() * z) / Math.sqrt(x * x + y * y + z * z)));
	}
}
