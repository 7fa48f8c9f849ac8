package org.icportrait.outline;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * Rays from the middle of a skull, in a picture of it: the same number of a ray is the same side of heads that look elsewhere. Immutable.
 *
 * @param x the middle of the skull, picture pixels
 * @param y likewise
 * @param up where up is in the picture, radians clockwise from its own up
 * @param dm pixels there
 */
record HeadRays(double x, double y, double up, double dm) {

	/** How many rays there are all around. */
	static final int COUNT = 720;
	/** Middle of the skull, dm, head axes: between the ears and above them. */
	private static final double HIGH = 0.55, BACK = -0.75;

	static HeadRays of(final HeadCamera camera, final Rotation rotation) {
		final double z = rotation.z(0, HIGH, BACK), x = camera.x(rotation.x(0, HIGH, BACK), z), y = camera.y(rotation.y(0, HIGH, BACK), z);
		return new HeadRays(x, y, Math.atan2(rotation.x(0, 1, 0), rotation.y(0, 1, 0)), camera.scale(z));
	}

	/** Which ray goes through a place of the picture, from 0 to less than {@link #COUNT}, also between two; 0 goes up, then clockwise. */
	double ray(final double px, final double py) {
		final double ray = COUNT * (Math.atan2(px - x, y - py) - up) / (2 * Math.PI), within = ray - COUNT * Math.floor(ray / COUNT);
		return within < COUNT ? within : 0;
	}

	/** How far a place of the picture lies from the middle, dm. */
	double far(final double px, final double py) {
		return Math.sqrt((px - x) * (px - x) + (py - y) * (py - y)) / dm;
	}

	/** How far to the right a ray goes for each dm. */
	double across(final double ray) {
		return Math.sin(up + 2 * Math.PI * ray / COUNT);
	}

	/** How far down. */
	double down(final double ray) {
		return -Math.cos(up + 2 * Math.PI * ray / COUNT);
	}

	/** Column of the place so far (dm) out on a ray, picture pixels. */
	double x(final double ray, final double far) {
		return x + far * dm * across(ray);
	}

	/** Row of that place. */
	double y(final double ray, final double far) {
		return y + far * dm * down(ray);
	}

	/** A value of each ray, as it is between two of them. */
	static float between(final float[] rays, final double ray) {
		final int low = (int) ray;
		return (float) (rays[low] + (ray - low) * (rays[(low + 1) % COUNT] - rays[low]));
	}

	/** The mean of so many rays to both sides, taken twice. */
	static float[] mean(final float[] rays, final int about) {
		final Picture line = new Picture(COUNT + 4 * about, 1, 1);
		for (int i = 0; i < line.width(); i++) line.data()[i] = rays[Math.floorMod(i - 2 * about, COUNT)];
		return Arrays.copyOfRange(BoxBlur.twice(line, about, Progress.NONE).data(), 2 * about, 2 * about + COUNT);
	}

	/** Of so many rays to both sides the value that has a rank among them, from 0, the least, to 1. */
	static float[] ranked(final float[] rays, final int about, final double rank) {
		final float[] out = new float[COUNT], some = new float[2 * about + 1];
		for (int i = 0; i < COUNT; i++) {
			for (int k = 0; k < some.length; k++) some[k] = rays[Math.floorMod(i + k - about, COUNT)];
			Arrays.sort(some);
			out[i] = some[(int) Math.round(rank * 2 * about)];
		}
		return out;
	}
}
