package org.icportrait.skin;

import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.morphable.HeadModel;

/** A frame that spreads the side of the mean head out: depth along its columns, height along its rows; the photograph shows what lies before the ear. */
public final class HeadSide {

	public static final float[] SKIN = { 0.5f, 0.3f, 0.2f }, CLOTH = { 0.9f, 0.9f, 0.9f };
	public static final float COLLAR = -1.1f;
	private static final float[] ASIDE = aside();

	private HeadSide() {}

	private static float y(final int row) {
		return 0.6f - 2.2f * (row + 0.5f) / SIDE;
	}

	public static float z(final int column) {
		return -0.9f + 1.8f * (column + 0.5f) / SIDE;
	}

	public static int cell(final double y, final double z) {
		return (int) ((0.6 - y) / 2.2 * SIDE) * SIDE + (int) ((z + 0.9) / 1.8 * SIDE);
	}

	/** How far aside the mean head's skin lies, by the vertex nearest in height and depth. */
	private static float[] aside() {
		final HeadModel model = HeadModel.standard();
		final float[] p = model.neutral(), out = new float[N], nearest = new float[N];
		Arrays.fill(nearest, Float.MAX_VALUE);
		for (int v = 0; v < model.size(); v++) {
			if (p[3 * v] < 0 || model.region(v) == HeadModel.EYE) continue;
			for (int i = 0; i < N; i++) {
				final float dy = p[3 * v + 1] - y(i / SIDE), dz = p[3 * v + 2] - z(i % SIDE), distance = dy * dy + dz * dz;
				if (distance >= nearest[i]) continue;
				nearest[i] = distance;
				out[i] = p[3 * v];
			}
		}
		return out;
	}

	/** @param collar where clothes begin @param farther out (dm) than skin lies what is seen of the neck */
	public static Condition condition(final float collar, final float farther) {
		final Condition condition = InFrame.condition(InFrame.flat(0));
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		for (int i = 0; i < N; i++) {
			final float y = y(i / SIDE), z = z(i % SIDE);
			for (int channel = 0; channel < 2; channel++) maps.put(channel * N + i, z > 0 ? 1 : 0);
			maps.put(3 * N + i, ASIDE[i] + (y < -0.5f ? farther : 0)).put(4 * N + i, y).put(5 * N + i, z).put(6 * N + i, 1);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(y > collar ? SKIN[c] : CLOTH[c]));
		}
		return condition;
	}
}
