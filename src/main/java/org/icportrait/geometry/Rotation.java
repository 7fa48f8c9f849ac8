package org.icportrait.geometry;

import java.util.Arrays;

/**
 * A rotation of space: the only place where 3 x 3 matrices are multiplied. Right-handed axes, x right, y up, z to the viewer, unless
 * its user says otherwise; it acts on column vectors. Immutable.
 */
public final class Rotation {

	public static final Rotation IDENTITY = new Rotation(new double[] { 1, 0, 0, 0, 1, 0, 0, 0, 1 });

	/** Row-major. */
	private final double[] m;

	private Rotation(final double[] m) {
		this.m = m;
	}

	/** From nine numbers, row-major, which should be orthonormal; they are copied, not mended. */
	public static Rotation of(final double... nine) {
		if (nine.length != 9) throw new IllegalArgumentException("A rotation has 9 numbers, not " + nine.length + ".");
		return new Rotation(nine.clone());
	}

	/** About a unit axis, counter-clockwise as seen from its tip; radians. */
	public static Rotation about(final double x, final double y, final double z, final double angle) {
		final double c = Math.cos(angle), s = Math.sin(angle), d = 1 - c;
		return new Rotation(new double[] { c + x * x * d, x * y * d - z * s, x * z * d + y * s, y * x * d + z * s, c + y * y * d, y * z * d - x * s,
			z * x * d - y * s, z * y * d + x * s, c + z * z * d });
	}

	public double get(final int row, final int column) {
		return m[3 * row + column];
	}

	/** First component of this times (x, y, z). */
	public double x(final double x, final double y, final double z) {
		return m[0] * x + m[1] * y + m[2] * z;
	}

	/** Second component of this times (x, y, z). */
	public double y(final double x, final double y, final double z) {
		return m[3] * x + m[4] * y + m[5] * z;
	}

	/** Third component of this times (x, y, z). */
	public double z(final double x, final double y, final double z) {
		return m[6] * x + m[7] * y + m[8] * z;
	}

	/** First {@code inner}, then this. */
	public Rotation after(final Rotation inner) {
		final double[] out = new double[9];
		for (int i = 0; i < 9; i++) {
			final int row = i / 3 * 3, column = i % 3;
			out[i] = m[row] * inner.m[column] + m[row + 1] * inner.m[3 + column] + m[row + 2] * inner.m[6 + column];
		}
		return new Rotation(out);
	}

	public Rotation inverse() {
		return new Rotation(new double[] { m[0], m[3], m[6], m[1], m[4], m[7], m[2], m[5], m[8] });
	}

	/** What turns {@code start} into this: this after the inverse of {@code start}. */
	public Rotation since(final Rotation start) {
		return after(start.inverse());
	}

	/** The share t of this rotation: the same axis, t times the angle (0..pi). */
	public Rotation share(final double t) {
		final double x = m[7] - m[5], y = m[2] - m[6], z = m[3] - m[1];
		final double length = Math.sqrt(x * x + y * y + z * z);
		if (length < 1e-9) return t >= 1 ? this : IDENTITY;
		return about(x / length, y / length, z / length, t * Math.toRadians(degrees()));
	}

	/** The angle of this rotation, degrees, 0..180. */
	public double degrees() {
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, (m[0] + m[4] + m[8] - 1) / 2))));
	}

	/** The angle between two rotations, degrees, 0..180. */
	public double degreesTo(final Rotation other) {
		return other.since(this).degrees();
	}

	/** The angle between the sides that two rotations show the viewer, degrees, 0..180: what is only rolled shows the same side. */
	public double degreesOfSight(final Rotation other) {
		return Math.toDegrees(Math.acos(Math.max(-1, Math.min(1, m[6] * other.m[6] + m[7] * other.m[7] + m[8] * other.m[8]))));
	}

	/** Largest difference of two rotations' entries. */
	public double difference(final Rotation other) {
		double most = 0;
		for (int i = 0; i < 9; i++) most = Math.max(most, Math.abs(m[i] - other.m[i]));
		return most;
	}

	/** A copy of the nine numbers, row-major. */
	public double[] toArray() {
		return m.clone();
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Rotation that && Arrays.equals(m, that.m);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(m);
	}

	@Override
	public String toString() {
		return "Rotation" + Arrays.toString(m);
	}
}
