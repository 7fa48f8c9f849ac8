package org.icportrait.morphable;

/** What of the mean head is an ear: its outline as it is seen from the side, from the root of the helix over its rim and lobe to the tragus. Stateless. */
public final class Auricle {

	/** Its corners: canonical z and y, dm, one after the other; a little outside of the rim, which stands before what lies behind it. */
	private static final float[] OUTLINE = { 0.078f, 0.341f, 0.016f, 0.367f, -0.031f, 0.367f, -0.084f, 0.353f, -0.136f, 0.310f, -0.167f, 0.255f, -0.181f, 0.179f, -0.174f, 0.108f, -0.148f,
		0.031f, -0.110f, -0.038f, -0.062f, -0.102f, 0, -0.157f, 0.061f, -0.192f, 0.123f, -0.211f, 0.164f, -0.214f, 0.192f, -0.197f, 0.2f, -0.154f, 0.183f, -0.107f, 0.169f, -0.054f, 0.164f,
		-0.002f, 0.150f, 0.072f, 0.133f, 0.112f, 0.111f, 0.160f, 0.107f, 0.227f, 0.107f, 0.293f };
	/** How far aside (dm) a head has ears. */
	private static final float ASIDE = 0.45f;
	/** Of what lies on no side of a head. */
	public static final float FAR = -9;

	private Auricle() {}

	/** How far (dm) a vertex lies within the outline of the ear on its side, as that is seen from the side; far outside of it where it lies toward the middle. */
	public static float within(final HeadModel model, final int vertex) {
		return model == HeadModel.standard() ? Standard.WITHIN[vertex] : told(model, vertex);
	}

	/** Worked out once. */
	private static final class Standard {

		private static final float[] WITHIN = new float[HeadModel.standard().size()];

		static {
			for (int v = 0; v < WITHIN.length; v++) WITHIN[v] = told(HeadModel.standard(), v);
		}
	}

	private static float told(final HeadModel model, final int vertex) {
		final float[] n = model.neutral();
		return Math.abs(n[3 * vertex]) < ASIDE ? FAR : within(n[3 * vertex + 1], n[3 * vertex + 2]);
	}

	/** How far (dm) a canonical place lies within that outline as that is seen from the side; negative outside of it. */
	public static float within(final float y, final float z) {
		boolean inside = false;
		double nearest = Double.MAX_VALUE;
		for (int i = 0, j = OUTLINE.length - 2; i < OUTLINE.length; j = i, i += 2) {
			final float az = OUTLINE[i], ay = OUTLINE[i + 1], bz = OUTLINE[j] - az, by = OUTLINE[j + 1] - ay;
			if (ay > y != ay + by > y && z < az + bz * (y - ay) / by) inside = !inside;
			final double along = Math.max(0, Math.min(1, ((z - az) * bz + (y - ay) * by) / (bz * bz + by * by)));
			nearest = Math.min(nearest, Math.hypot(z - az - along * bz, y - ay - along * by));
		}
		return (float) (inside ? nearest : -nearest);
	}
}
