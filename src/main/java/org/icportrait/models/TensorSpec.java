package org.icportrait.models;

import java.util.Arrays;
import java.util.List;

/**
 * An input or output as the code that runs a network needs it. Immutable.
 *
 * @param name as in the ONNX graph
 * @param type element type, "float32"
 * @param shape length or name of each axis, slowest first
 */
public record TensorSpec(String name, String type, List<Dimension> shape) {

	public TensorSpec {
		shape = List.copyOf(shape);
	}

	/** From a text such as "image float32 [1, 3, height, width]", which {@link #toString()} gives back. */
	public static TensorSpec parse(final String text) {
		final String[] parts = text.split(" ", 3);
		final String[] axes = parts[2].substring(1, parts[2].length() - 1).split(", ");
		return new TensorSpec(parts[0], parts[1], Arrays.stream(axes).map(Dimension::parse).toList());
	}

	/** Lengths of the axes; throws {@link IllegalArgumentException} where one is free. */
	public long[] fixedShape() {
		if (!shape.stream().allMatch(Dimension::isFixed)) throw new IllegalArgumentException("The tensor " + this + " has no fixed size.");
		return shape.stream().mapToLong(Dimension::length).toArray();
	}

	@Override
	public String toString() {
		return name + " " + type + " " + shape;
	}
}
