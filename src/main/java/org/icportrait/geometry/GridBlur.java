package org.icportrait.geometry;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

/** Blurs planes of a cubic grid: two box means of (2 radius + 1) cells along each axis. Works only where there is something. Immutable. */
final class GridBlur {

	private final int side;
	private final int cells;
	private final int radius;

	/** @param side of the grid, cells */
	GridBlur(final int side, final int radius) {
		this.side = side;
		this.radius = radius;
		cells = side * side * side;
	}

	/** @param values of planes of cells; not changed @param out zeros, as many @param each as {@link CanonicalGrid#blurred(int, ObjIntConsumer)} */
	void blur(final float[] values, final float[] out, final ObjIntConsumer<IntConsumer> each) {
		final int[] box = filled(values, 2 * radius);
		if (box[0] > box[1]) return;
		final float[] between = new float[values.length];
		each.accept(k -> {
			for (int pass = 0; pass < 6; pass++) {
				final boolean even = pass % 2 == 0;
				blurAxis(pass == 0 ? values : even ? out : between, even ? between : out, k * cells, pass % 3, box);
			}
		}, values.length / cells);
	}

	/** First and last index along x, y, z of what is not 0 in any plane, with a margin; the first lies after the last where all is 0. */
	private int[] filled(final float[] values, final int margin) {
		final int[] box = { side, -1, side, -1, side, -1 };
		for (int i = 0; i < values.length; i++) {
			if (values[i] == 0) continue;
			for (int axis = 0, at = i % cells; axis < 3; axis++, at /= side) {
				box[2 * axis] = Math.min(box[2 * axis], at % side);
				box[2 * axis + 1] = Math.max(box[2 * axis + 1], at % side);
			}
		}
		for (int axis = 0; axis < 3; axis++) {
			box[2 * axis] = Math.max(0, box[2 * axis] - margin);
			box[2 * axis + 1] = Math.min(side - 1, box[2 * axis + 1] + margin);
		}
		return box;
	}

	/** All lines of a box along one axis; lines along y and z side by side, as they lie in memory. */
	private void blurAxis(final float[] in, final float[] out, final int plane, final int axis, final int[] box) {
		final int[] strides = { 1, side, side * side };
		final int length = box[2 * axis + 1] - box[2 * axis] + 1, one = axis == 0 ? 1 : 0, other = axis == 2 ? 1 : 2;
		final float[] sums = new float[box[1] - box[0] + 1];
		for (int b = box[2 * other]; b <= box[2 * other + 1]; b++) {
			final int row = plane + b * strides[other] + box[2 * axis] * strides[axis];
			if (axis > 0) blurLines(in, out, row + box[0], strides[axis], length, sums);
			else for (int a = box[2 * one]; a <= box[2 * one + 1]; a++) blurLine(in, out, row + a * strides[one], length);
		}
	}

	/** Neighbouring lines, as many as there are sums. */
	private void blurLines(final float[] in, final float[] out, final int start, final int stride, final int length, final float[] sums) {
		Arrays.fill(sums, 0);
		for (int i = 0; i < Math.min(radius, length); i++) add(sums, in, start + i * stride);
		for (int i = 0; i < length; i++) {
			if (i + radius < length) add(sums, in, start + (i + radius) * stride);
			if (i - radius - 1 >= 0) subtract(sums, in, start + (i - radius - 1) * stride);
			for (int k = 0, at = start + i * stride; k < sums.length; k++, at++) out[at] = sums[k] / (2 * radius + 1);
		}
	}

	private static void add(final float[] sums, final float[] in, final int from) {
		for (int k = 0; k < sums.length; k++) sums[k] += in[from + k];
	}

	private static void subtract(final float[] sums, final float[] in, final int from) {
		for (int k = 0; k < sums.length; k++) sums[k] -= in[from + k];
	}

	private void blurLine(final float[] in, final float[] out, final int start, final int length) {
		float sum = 0;
		for (int i = 0; i < Math.min(radius, length); i++) sum += in[start + i];
		for (int i = 0; i < length; i++) {
			if (i + radius < length) sum += in[start + i + radius];
			if (i - radius - 1 >= 0) sum -= in[start + i - radius - 1];
			out[start + i] = sum / (2 * radius + 1);
		}
	}
}
