package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;

/**
 * One half of the stitched canvas (IC-Portrait, Figure 3): a profile, or the masked lighting reference, as RGB and mask alone. What is
 * hidden is never read. Stateless.
 */
public final class Canvas {

	private static final int CHANNELS = 4;

	private Canvas() {}

	/** A profile's half: the person before mid-grey. @param person linear RGB, n x n @param matte one channel, of the same size */
	public static Tensor profile(final Picture person, final Picture matte) {
		final int n = person.planeSize();
		final Tensor out = tensor(person);
		final FloatBuffer numbers = out.buffer();
		for (int i = 0; i < n; i++) {
			for (int c = 0; c < 3; c++) numbers.put(c * n + i, matte.data()[i] * Condition.signed(person.data()[c * n + i]));
			numbers.put(3 * n + i, 1);
		}
		return out;
	}

	/**
	 * A reference's half.
	 *
	 * @param picture [1, 3, n, n], -1..1
	 * @param shown which pixels may be read, [row * n + column]
	 */
	public static Tensor reference(final Tensor picture, final boolean[] shown) {
		final int n = shown.length;
		final Tensor out = Tensor.floats(1, CHANNELS, picture.shape()[2], picture.shape()[3]);
		final FloatBuffer from = picture.buffer(), to = out.buffer();
		for (int i = 0; i < n; i++) {
			if (!shown[i]) continue;
			for (int c = 0; c < 3; c++) to.put(c * n + i, from.get(c * n + i));
			to.put(3 * n + i, 1);
		}
		return out;
	}

	private static Tensor tensor(final Picture like) {
		return Tensor.floats(1, CHANNELS, like.height(), like.width());
	}
}
