package org.icportrait.skin;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;

/** Small frames for tests: the photograph shows the left half surely, and nothing shows the right one. */
public final class InFrame {

	public static final int SIDE = 64, N = SIDE * SIDE, MIDDLE = SIDE / 2;

	private InFrame() {}

	/** @param start sRGB 0..1, grey */
	public static Condition condition(final float[] start) {
		final Condition condition = new Condition(Frame.of(new HeadCamera(60, 50, 40, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE),
			new Picture(SIDE, SIDE, 3));
		final FloatBuffer maps = condition.maps().buffer();
		for (int i = 0; i < N; i++) for (int channel = 0; channel < 2; channel++) maps.put(channel * N + i, isShown(i) ? 1 : 0);
		for (int i = 0; i < 3 * N; i++) condition.start().buffer().put(i, 2 * start[i % N] - 1);
		return condition;
	}

	public static boolean isShown(final int i) {
		return i % SIDE < MIDDLE;
	}

	/** Grey of these sRGB values, linear RGB. */
	public static Picture grey(final float[] values) {
		final Picture out = new Picture(SIDE, SIDE, 3);
		for (int i = 0; i < 3 * N; i++) out.data()[i] = Colour.toLinear(values[i % N]);
		return out;
	}

	public static float[] flat(final float value) {
		final float[] values = new float[N];
		Arrays.fill(values, value);
		return values;
	}

	public static Picture share(final float value) {
		return new Picture(SIDE, SIDE, 1, flat(value));
	}
}
