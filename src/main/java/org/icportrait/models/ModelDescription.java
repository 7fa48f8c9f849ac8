package org.icportrait.models;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.icportrait.work.BadInput;

/**
 * One network of a pack, as the manifest describes it. Immutable.
 *
 * @param file name inside the pack
 * @param sha256 of the file, 64 hexadecimal digits
 * @param bytes length of the file
 * @param inputs in the order of the graph
 * @param outputs in the order of the graph
 * @param metrics name to figure or further map; empty where none were measured
 */
public record ModelDescription(String file, String sha256, long bytes, List<TensorDescription> inputs, List<TensorDescription> outputs,
	Map<String, Object> metrics)
{

	public ModelDescription {
		if (metrics == null) metrics = Map.of();
	}

	/** Lengths of an input's or output's axes, 0 where one is free; throws {@link IllegalArgumentException} for a name that neither has. */
	public long[] shape(final String tensor) {
		return Stream.concat(inputs.stream(), outputs.stream()).filter(one -> one.name().equals(tensor)).findFirst().orElseThrow(() -> new IllegalArgumentException(
			tensor)).shape().stream().mapToLong(Dimension::length).toArray();
	}

	/** The same. Throws {@link BadInput} where the pack leaves one open. */
	public long[] fixedShape(final String tensor) {
		final long[] shape = shape(tensor);
		for (final long length : shape) {
			if (length == 0) throw new BadInput("The network " + file + " leaves the size of '" + tensor + "' open; it must be fixed.");
		}
		return shape;
	}
}
