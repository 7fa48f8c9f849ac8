package org.icportrait.head;

import org.icportrait.geometry.Rotation;
import org.icportrait.image.Smooth;

/**
 * The plane of a head's mirror symmetry in camera axes: x . normal = offset, dm. It is fitted to the points whose canonical x is near 0,
 * held near the plane that the pose gives, because pose errors would show as a double nose. Immutable.
 */
public record Symmetry(double nx, double ny, double nz, double offset) {

	/** Canonical half width (dm) of the strip of the midline that is fitted. */
	private static final float STRIP = 0.12f;
	/** Face, not hair: partings and buns stray from the middle. */
	private static final float LOWEST_Z = 0.6f, HIGHEST_Y = 0.75f, LOWEST_Y = -0.8f;
	/** How strongly (number of points) the tilt is held to that of the pose, and the fewest points that are fitted. */
	private static final double HOLD = 200;
	private static final int FEWEST = 20;
	/** Canonical heights (dm) between which what stands on one side comes to stand on the other: clothes and the ends of long hair are not symmetric. */
	private static final float CHEST = -1.3f, CHIN = -0.9f;

	/**
	 * @param points camera axes, dm, [3 i]
	 * @param canonical coordinates, dm, [3 i]
	 * @param solid which points are of the person
	 * @param rotation head axes to camera axes
	 */
	static Symmetry fit(final float[] points, final float[] canonical, final boolean[] solid, final Rotation rotation) {
		final Rotation toHead = rotation.inverse();
		// Unknown x = a + b y + c z in head axes; normal equations.
		final double[] m = new double[6], v = new double[3];
		m[3] = HOLD * 0.05;
		m[5] = HOLD * 0.05;
		for (int i = 0; i < solid.length; i++) {
			final float cx = canonical[3 * i], cy = canonical[3 * i + 1], cz = canonical[3 * i + 2];
			if (!solid[i] || Math.abs(cx) > STRIP || cz < LOWEST_Z || cy > HIGHEST_Y || cy < LOWEST_Y) continue;
			final double px = points[3 * i], py = points[3 * i + 1], pz = points[3 * i + 2];
			add(m, v, toHead.x(px, py, pz) - cx, toHead.y(px, py, pz), toHead.z(px, py, pz));
		}
		final double[] plane = m[0] < FEWEST ? new double[3] : solve(m, v);
		final double length = Math.sqrt(1 + plane[1] * plane[1] + plane[2] * plane[2]);
		final double hx = 1 / length, hy = -plane[1] / length, hz = -plane[2] / length;
		return new Symmetry(rotation.x(hx, hy, hz), rotation.y(hx, hy, hz), rotation.z(hx, hy, hz), plane[0] / length);
	}

	/** How far both sides of a person are alike at a canonical height (dm), 0..1. */
	public static float share(final float height) {
		return Smooth.step(CHEST, CHIN, height);
	}

	/** Signed distance of a point to the plane, dm. */
	public double distance(final double x, final double y, final double z) {
		return x * nx + y * ny + z * nz - offset;
	}

	private static void add(final double[] m, final double[] v, final double x, final double y, final double z) {
		m[0]++;
		m[1] += y;
		m[2] += z;
		m[3] += y * y;
		m[4] += y * z;
		m[5] += z * z;
		v[0] += x;
		v[1] += x * y;
		v[2] += x * z;
	}

	/** Symmetric 3 x 3 system, upper triangle in rows, by Cramer's rule. */
	private static double[] solve(final double[] m, final double[] v) {
		final double a = m[3] * m[5] - m[4] * m[4], b = m[2] * m[4] - m[1] * m[5], c = m[1] * m[4] - m[2] * m[3];
		final double determinant = m[0] * a + m[1] * b + m[2] * c;
		return new double[] { (v[0] * a + v[1] * b + v[2] * c) / determinant,
			(v[0] * b + v[1] * (m[0] * m[5] - m[2] * m[2]) + v[2] * (m[1] * m[2] - m[0] * m[4])) / determinant,
			(v[0] * c + v[1] * (m[1] * m[2] - m[0] * m[4]) + v[2] * (m[0] * m[3] - m[1] * m[1])) / determinant };
	}
}
