package org.icportrait.strands;

import org.icportrait.generate.Condition;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Which way hair lies on a skull where no photograph tells: from the forehead over the vertex and the temples towards the nape, as combed hair does, in waves, and below the ears down. Given over
 * the head and not over the picture: where all of it meets lies behind the outline of every head that shows its face. The waves depend on the seed alone. Immutable.
 */
final class HairFlow {

	/** Place about which the skull is round, and of the nape's hairline, where hair meets; dm, head axes. Across from the nape, where it all begins, lies the bare forehead. */
	private static final double[] MIDDLE = { 0, 0.1, 0 }, NAPE = { 0, -0.3, -0.85 };
	/** Lengths (dm) of the waves of all hair and of hair that is not straight, and how far each turns it, radians. */
	private static final double LONG = 0.5, SHORT = 0.16, BENDS = 0.22, CURLS = 0.3;
	/** How straight (0..1, as {@link HairDirections} has it) seen hair is that has none of the shorter waves, and all of them. */
	private static final float STRAIGHT = 0.65f, CURLED = 0.4f;
	/** Of parts where strands are stronger or weaker: their size, dm, and the deviation of their strength. */
	private static final double PART = 0.18, UNLIKE = 0.5;
	/** Heights (dm, head axes) between which hair goes over from that to hanging down. */
	private static final float EARS = 0.3f, LOBES = -0.1f;

	private final Rotation rotation;
	/** Canonical places of the frame's pixels, continued beyond the head; three channels. */
	private final float[][] places;
	private final SkullNoise noise;
	private final double curls;

	/** @param straight how straight the seen hair is, 0..1 */
	HairFlow(final Rotation rotation, final Condition condition, final double straight, final long seed, final Progress progress) {
		this.rotation = rotation;
		places = new float[][] { condition.continued(Condition.X, progress).data(), condition.continued(Condition.Y, progress).data(), condition.continued(Condition.Z, progress).data() };
		noise = new SkullNoise(seed);
		curls = CURLS * Smooth.step(STRAIGHT, CURLED, (float) straight);
	}

	/**
	 * Twice the angle (of the picture, y down) along the hair of a pixel, a vector as long (0..1) as strands of equal length look there, and how strong strands are,
	 * 1 on the mean, into three values.
	 */
	void at(final int i, final float[] out) {
		final double x = places[0][i], y = places[1][i], z = places[2][i];
		final float hangs = Smooth.step(EARS, LOBES, (float) y);
		final double[] normal = unit(x - MIDDLE[0], (1 - hangs) * (y - MIDDLE[1]), z - MIDDLE[2]), goes = unit(NAPE[0] - x, NAPE[1] - y, NAPE[2] - z);
		final double[] drawn = along(new double[] { (1 - hangs) * goes[0], (1 - hangs) * goes[1] - hangs, (1 - hangs) * goes[2] }, normal);
		final double[] lies = turned(drawn, normal, BENDS * noise.at(x, y, z, LONG) + curls * noise.at(x, y, z, SHORT));
		final double across = rotation.x(lies[0], lies[1], lies[2]), down = -rotation.y(lies[0], lies[1], lies[2]), length = Math.max(1e-9, Math.hypot(across, down));
		out[0] = (float) ((across * across - down * down) / length);
		out[1] = (float) (2 * across * down / length);
		out[2] = (float) (Math.max(0, 1 + UNLIKE * noise.at(-x, z, y, PART)) / Math.sqrt(1 + UNLIKE * UNLIKE));
	}

	/** What of a vector lies along a surface, of length 1. */
	private static double[] along(final double[] vector, final double[] normal) {
		final double out = vector[0] * normal[0] + vector[1] * normal[1] + vector[2] * normal[2];
		return unit(vector[0] - out * normal[0], vector[1] - out * normal[1], vector[2] - out * normal[2]);
	}

	/** A unit vector turned about a normal that it is square to. */
	private static double[] turned(final double[] v, final double[] n, final double angle) {
		final double cos = Math.cos(angle), sin = Math.sin(angle);
		return new double[] { cos * v[0] + sin * (n[1] * v[2] - n[2] * v[1]), cos * v[1] + sin * (n[2] * v[0] - n[0] * v[2]), cos * v[2] + sin * (n[0] * v[1] - n[1] * v[0]) };
	}

	private static double[] unit(final double x, final double y, final double z) {
		final double length = Math.max(1e-9, Math.sqrt(x * x + y * y + z * z));
		return new double[] { x / length, y / length, z / length };
	}
}
