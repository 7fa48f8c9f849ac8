package org.icportrait.light;

import java.util.List;

import org.icportrait.image.Picture;

/**
 * The light of an equirectangular picture of the surroundings: its middle column lies behind the camera's subject as seen from the
 * camera (straight ahead of the camera), the top row overhead. Stateless.
 */
public final class EnvironmentMap {

	private static final int HEIGHT = 64;
	/** A spot within this many degrees of the brightest place that holds this share of all light is a lamp of its own. */
	private static final double SPOT_DEGREES = 12, SPOT_SHARE = 0.08;

	private EnvironmentMap() {}

	/**
	 * @param panorama linear RGB (HDR or not), twice as wide as high by convention
	 * @param turn degrees to turn the surroundings about the vertical; positive moves them to the picture's right
	 * @return light scaled so that its mean over all directions is 1
	 */
	public static Light light(final Picture panorama, final double turn) {
		final int w = 2 * HEIGHT;
		final double[][] rays = new double[HEIGHT * w][];
		double total = 0;
		int brightest = 0;
		for (int i = 0; i < rays.length; i++) {
			rays[i] = ray(panorama, i % w, i / w, w, turn);
			total += rays[i][6] * luminance(rays[i]);
			if (luminance(rays[i]) > luminance(rays[brightest])) brightest = i;
		}
		final double[] spot = spot(rays, rays[brightest]);
		final boolean lamp = spot[3] > SPOT_SHARE * total;
		final double[] harmonics = new double[SphericalHarmonics.ALL];
		final double scale = 4 * Math.PI / Math.max(total, 1e-9);
		for (final double[] r : rays) {
			if (lamp && isNear(r, rays[brightest])) continue;
			SphericalHarmonics.addRadiance(harmonics, r[0], r[1], r[2], scale * r[6] * r[3], scale * r[6] * r[4], scale * r[6] * r[5]);
		}
		if (!lamp) return Light.of(harmonics);
		final double k = scale / Math.PI;
		return new Light(harmonics, List.of(new Lamp(rays[brightest][0], rays[brightest][1], rays[brightest][2], k * spot[0], k * spot[1], k * spot[2], 0.85)));
	}

	/** Direction x, y, z; RGB; solid angle. */
	private static double[] ray(final Picture panorama, final int x, final int y, final int w, final double turn) {
		final double theta = (y + 0.5) / HEIGHT * Math.PI;
		// The middle column is the direction that the camera looks in: away from the viewer, -z.
		final double phi = ((x + 0.5) / w - 0.5) * 2 * Math.PI + Math.toRadians(turn);
		final double[] rgb = mean(panorama, x, y, w);
		return new double[] { Math.sin(theta) * Math.sin(phi), Math.cos(theta), -Math.sin(theta) * Math.cos(phi), rgb[0], rgb[1], rgb[2],
			Math.sin(theta) * Math.PI / HEIGHT * 2 * Math.PI / w };
	}

	private static double[] mean(final Picture p, final int x, final int y, final int w) {
		final int x0 = x * p.width() / w, x1 = Math.max(x0 + 1, (x + 1) * p.width() / w);
		final int y0 = y * p.height() / HEIGHT, y1 = Math.max(y0 + 1, (y + 1) * p.height() / HEIGHT);
		final double[] sum = new double[3];
		for (int c = 0; c < 3; c++) {
			for (int j = y0; j < y1; j++) for (int i = x0; i < x1; i++) sum[c] += p.get(i, j, Math.min(c, p.channels() - 1));
			sum[c] /= (x1 - x0) * (double) (y1 - y0);
		}
		return sum;
	}

	/** RGB and luminance of the light near a ray, times solid angle. */
	private static double[] spot(final double[][] rays, final double[] centre) {
		final double[] out = new double[4];
		for (final double[] r : rays) {
			if (!isNear(r, centre)) continue;
			for (int c = 0; c < 3; c++) out[c] += r[6] * r[3 + c];
			out[3] += r[6] * luminance(r);
		}
		return out;
	}

	private static boolean isNear(final double[] a, final double[] b) {
		return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] > Math.cos(Math.toRadians(SPOT_DEGREES));
	}

	private static double luminance(final double[] ray) {
		return 0.2126 * ray[3] + 0.7152 * ray[4] + 0.0722 * ray[5];
	}
}
