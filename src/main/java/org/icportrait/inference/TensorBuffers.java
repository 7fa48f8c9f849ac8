package org.icportrait.inference;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.nio.FloatBufferAccess;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.Fraction;

import org.icportrait.models.TensorDescription;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The memory of one model's inputs and outputs, which ONNX Runtime reads and writes directly. Valid only inside
 * {@link Model#run}: the next run writes over it.
 */
public final class TensorBuffers {

	private final Map<String, FloatBuffer> buffers = new HashMap<>();
	private final Map<String, TensorDescription> descriptions = new HashMap<>();

	/** Allocates zeros for each of {@code tensors}. */
	public TensorBuffers(final List<TensorDescription> tensors) {
		for (final TensorDescription tensor : tensors) {
			// Native order, or ONNX Runtime would see swapped bytes.
			final ByteBuffer bytes = ByteBuffer.allocateDirect(tensor.size() * Float.BYTES).order(ByteOrder.nativeOrder());
			buffers.put(tensor.name(), bytes.asFloatBuffer());
			descriptions.put(tensor.name(), tensor);
		}
	}

	/** The live memory of a tensor, at position 0, row-major. Throws {@link IllegalArgumentException} on an unknown name. */
	public FloatBuffer buffer(final String tensor) {
		final FloatBuffer buffer = buffers.get(tensor);
		if (buffer == null) throw new IllegalArgumentException("The model has no tensor '" + tensor + "'.");
		return buffer.duplicate();
	}

	/** A copy of the numbers of a tensor. */
	public float[] copy(final String tensor) {
		final FloatBuffer buffer = buffer(tensor);
		final float[] numbers = new float[buffer.capacity()];
		buffer.get(numbers);
		return numbers;
	}

	/** The live memory as an ImgLib2 image; nothing is copied. ImgLib2 counts axes from the fastest: column, row, channel, batch. */
	public ArrayImg<FloatType, FloatBufferAccess> asImg(final String tensor) {
		final List<Integer> shape = descriptions.get(tensor).shape();
		final long[] dimensions = new long[shape.size()];
		for (int d = 0; d < dimensions.length; d++) dimensions[d] = shape.get(dimensions.length - 1 - d);
		final FloatBufferAccess access = new FloatBufferAccess(buffer(tensor), true);
		final ArrayImg<FloatType, FloatBufferAccess> img = new ArrayImg<>(access, dimensions, new Fraction());
		img.setLinkedType(new FloatType(img));
		return img;
	}
}
