package org.icportrait.light;

import java.util.List;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The light of an equirectangular picture of the surroundings: its middle column lies behind the camera's subject as seen from the
 * camera (straight ahead of the camera), the top row overhead.
 */
public final class EnvironmentMap {

	private static final int HEIGHT = 64, WIDTH = 2 * HEIGHT, RAYS = WIDTH * HEIGHT;
	/** A spot within this many degrees of the brightest place that holds this share of all light is a lamp of its own. */
	private static final double SPOT_DEGREES = 12, SPOT_SHARE = 0.08;
	private static final double NEAR = Math.cos(Math.toRadians(SPOT_DEGREES)), LAMP_HARDNESS = 0.85;
	/** A panorama may be so much wider or narrower than twice its height. */
	private static final double TOLERANCE = 0.02;

	/** Directions x, y, z (3 planes), then red, green, blue times solid angle (3 planes). */
	private final double[] rays = new double[6 * RAYS];
	private double total;
	private int brightest;

	private EnvironmentMap() {}

	/**
	 * @param panorama linear light (HDR or not), 1 or 3 channels, twice as wide as high
	 * @param turn degrees to turn the surroundings about the vertical; positive moves them to the picture's right
	 * @return light scaled so that its mean over all directions is 1; a black panorama gives none
	 * @throws BadInput for another shape
	 */
	public static Light light(final Picture panorama, final double turn, final Progress progress) {
		check(panorama);
		final EnvironmentMap map = new EnvironmentMap();
		Workers.rows(HEIGHT, progress, y -> {
			for (int x = 0; x < WIDTH; x++) map.read(panorama, x, y, turn);
		});
		map.findBrightest();
		return map.light();
	}

	private static void check(final Picture panorama) {
		if (panorama.channels() != 1 && panorama.channels() != 3) throw new BadInput("Surroundings have 1 or 3 channels, not " + panorama.channels() + ".");
		final int w = panorama.width(), h = panorama.height();
		if (Math.abs(w - 2.0 * h) <= Math.max(1, TOLERANCE * w)) return;
		throw new BadInput("Surroundings must be twice as wide as high (equirectangular), not " + w + " x " + h + "; export the whole panorama.");
	}

	private void read(final Picture panorama, final int x, final int y, final double turn) {
		final int i = y * WIDTH + x;
		final double theta = (y + 0.5) / HEIGHT * Math.PI;
		// The middle column is the direction that the camera looks in: away from the viewer, -z.
		final double phi = ((x + 0.5) / WIDTH - 0.5) * 2 * Math.PI + Math.toRadians(turn);
		rays[i] = Math.sin(theta) * Math.sin(phi);
		rays[RAYS + i] = Math.cos(theta);
		rays[2 * RAYS + i] = -Math.sin(theta) * Math.cos(phi);
		final double solidAngle = Math.sin(theta) * Math.PI / HEIGHT * 2 * Math.PI / WIDTH;
		for (int c = 0; c < 3; c++) rays[(3 + c) * RAYS + i] = solidAngle * mean(panorama, x, y, Math.min(c, panorama.channels() - 1));
	}

	private static double mean(final Picture p, final int x, final int y, final int c) {
		final int x0 = (int) ((long) x * p.width() / WIDTH), x1 = Math.max(x0 + 1, (int) ((x + 1L) * p.width() / WIDTH));
		final int y0 = (int) ((long) y * p.height() / HEIGHT), y1 = Math.max(y0 + 1, (int) ((y + 1L) * p.height() / HEIGHT));
		double sum = 0;
		for (int j = y0; j < y1; j++) for (int i = x0; i < x1; i++) sum += p.get(i, j, c);
		return sum / ((x1 - x0) * (double) (y1 - y0));
	}

	private void findBrightest() {
		double most = -1;
		for (int i = 0; i < RAYS; i++) {
			total += luminance(i);
			// By radiance: rows near the poles have small solid angles.
			final double radiance = luminance(i) / Math.hypot(rays[i], rays[2 * RAYS + i]);
			if (radiance <= most) continue;
			most = radiance;
			brightest = i;
		}
	}

	private Light light() {
		final double scale = 4 * Math.PI / Math.max(total, 1e-9);
		final double[] spot = new double[3];
		for (int i = 0; i < RAYS; i++) for (int c = 0; c < 3 && isNear(i); c++) spot[c] += scale * rays[(3 + c) * RAYS + i];
		final boolean lamp = Colour.luminance((float) spot[0], (float) spot[1], (float) spot[2]) > SPOT_SHARE * scale * total;
		final Harmonics.Sum sum = new Harmonics.Sum();
		for (int i = 0; i < RAYS; i++) {
			if (lamp && isNear(i)) continue;
			sum.add(rays[i], rays[RAYS + i], rays[2 * RAYS + i], scale * rays[3 * RAYS + i], scale * rays[4 * RAYS + i], scale * rays[5 * RAYS + i]);
		}
		if (!lamp) return Light.of(sum.harmonics());
		return new Light(sum.harmonics(), List.of(new Lamp(rays[brightest], rays[RAYS + brightest], rays[2 * RAYS + brightest], spot[0] / Math.PI,
			spot[1] / Math.PI, spot[2] / Math.PI, LAMP_HARDNESS)));
	}

	private boolean isNear(final int i) {
		double cosine = 0;
		for (int k = 0; k < 3; k++) cosine += rays[k * RAYS + i] * rays[k * RAYS + brightest];
		return cosine > NEAR;
	}

	/** Times solid angle. */
	private double luminance(final int i) {
		return 0.2126 * rays[3 * RAYS + i] + 0.7152 * rays[4 * RAYS + i] + 0.0722 * rays[5 * RAYS + i];
	}
}
