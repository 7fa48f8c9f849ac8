package org.icportrait.inference;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * 32-bit floats in memory that ONNX Runtime reads and writes directly, row-major. It belongs to whoever made it: nothing else writes
 * to it but the {@link Network#run} that it is given to, and what a run wrote stays until the next. One thread at a time. Needs no
 * closing; the memory is outside of the Java heap and goes with the object.
 */
public final class Tensor {

	private final long[] shape;
	private final FloatBuffer buffer;

	private Tensor(final long[] shape, final FloatBuffer buffer) {
		this.shape = shape;
		this.buffer = buffer;
	}

	/** Makes zeros. @param shape length of each axis, slowest first, each at least 1; at most 2^29 - 1 numbers in all */
	public static Tensor floats(final long... shape) {
		long bytes = Float.BYTES;
		for (final long length : shape) {
			if (length < 1) throw new IllegalArgumentException("Each axis has a length of at least 1, not " + Arrays.toString(shape) + ".");
			bytes = Math.multiplyExact(bytes, length);
		}
		// Native order, or ONNX Runtime would see swapped bytes.
		final ByteBuffer memory = ByteBuffer.allocateDirect(Math.toIntExact(bytes)).order(ByteOrder.nativeOrder());
		return new Tensor(shape.clone(), memory.asFloatBuffer());
	}

	/** Length of each axis, slowest first. */
	public long[] shape() {
		return shape.clone();
	}

	/** Number of floats. */
	public int size() {
		return buffer.capacity();
	}

	/** The live memory, at position 0. */
	public FloatBuffer buffer() {
		return buffer.duplicate();
	}

	/** One number, row-major. */
	public float get(final int i) {
		return buffer.get(i);
	}

	/** A copy of all numbers. */
	public float[] copy() {
		final float[] numbers = new float[size()];
		buffer().get(numbers);
		return numbers;
	}

	/** The live memory as an ImgLib2 image; nothing is copied. ImgLib2 counts axes from the fastest: column, row, channel, batch. */
	public ArrayImg<FloatType, FloatBufferAccess> asImg() {
		final long[] dimensions = new long[shape.length];
		for (int d = 0; d < dimensions.length; d++) dimensions[d] = shape[dimensions.length - 1 - d];
		final ArrayImg<FloatType, FloatBufferAccess> img = new ArrayImg<>(new FloatBufferAccess(buffer(), true), dimensions, new Fraction());
		img.setLinkedType(new FloatType(img));
		return img;
	}
}
