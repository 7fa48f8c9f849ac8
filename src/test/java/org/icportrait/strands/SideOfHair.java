package org.icportrait.strands;

import java.nio.FloatBuffer;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Ears;

/** The side of a head, a pixel 1/40 dm: hair above and, down to a height in the middle of the picture, before the ear; the front half is seen surely. */
final class SideOfHair {

	static final int SIDE = 96, N = SIDE * SIDE;
	static final float SKIN = 0.5f;

	private SideOfHair() {}

	static float y(final int i) {
		return 1.2f - i / SIDE / 50f;
	}

	static float z(final int i) {
		return i % SIDE / 60f - 0.5f;
	}

	/** Temple and sideburn, in front of what is usual. */
	static boolean isHair(final int i) {
		return y(i) > 0.85f || z(i) < 0.4f && y(i) > 0.1f;
	}

	static Condition condition(final float hair) {
		final Condition out = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE),
			new Picture(SIDE, SIDE, 3));
		final FloatBuffer maps = out.maps().buffer(), start = out.start().buffer();
		for (int i = 0; i < N; i++) {
			final float trust = z(i) > 0.45f || y(i) > 0.85f ? 1 : 0.2f;
			final float[] values = { trust, 1, 0, 0.7f, y(i), z(i), 1 };
			for (int c = 0; c < values.length; c++) maps.put(c * N + i, values[c]);
			for (int c = 0; c < 3; c++) start.put(c * N + i, Condition.signed(isHair(i) ? hair : SKIN * (1 - 0.2f * c)));
		}
		return out;
	}

	static Picture flat(final float value, final int channels) {
		final Picture out = new Picture(SIDE, SIDE, channels);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = value * (1 - 0.2f * (i / N));
		return out;
	}

	static BareSkin skin() {
		return new BareSkin(flat(1, 1), flat(SKIN, 3), null, null);
	}

	static Ears ears() {
		return new Ears(flat(0, 1), flat(0, 1), null);
	}

	static Picture scalp() {
		final Picture out = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < N; i++) out.data()[i] = y(i) > 0.85f ? 1 : 0;
		return out;
	}

	static int at(final float y, final float z) {
		return Math.round((1.2f - y) * 50) * SIDE + Math.round((z + 0.5f) * 60);
	}
}
