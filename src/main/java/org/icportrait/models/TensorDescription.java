package org.icportrait.models;

import java.util.List;

/**
 * One input or output of a network, as the manifest describes it. Immutable.
 *
 * @param name as in the ONNX graph
 * @param type element type, "float32"
 * @param shape length of each axis
 * @param axes what each axis is, for people
 * @param range of the values, for people
 * @param meaning in one sentence, for people
 */
public record TensorDescription(String name, String type, List<Integer> shape, List<String> axes, String range, String meaning) {

	/** Number of elements: the product of the shape. */
	public int size() {
		int size = 1;
		for (final int length : shape) size = Math.multiplyExact(size, length);
		return size;
	}

	/** Name, type and shape as one text, e.g. "image float32 [1, 3, 320, 320]": what two tensors must share to be the same. */
	public String signature() {
		return name + " " + type + " " + shape;
	}
}
