package org.icportrait.models;

import java.util.List;

/**
 * One input or output of a network, as the manifest describes it. Immutable.
 *
 * @param name as in the ONNX graph
 * @param type element type, "float32"
 * @param shape of each axis its length, or its name where the network takes any
 * @param axes what each axis is, for people
 * @param range of the values, for people
 * @param meaning in one sentence, for people
 */
public record TensorDescription(String name, String type, List<Dimension> shape, List<String> axes, String range, String meaning) {

	/** What code may rely on: name, type and shape. */
	public TensorSpec spec() {
		return new TensorSpec(name, type, shape);
	}
}
