package org.icportrait.models;

import java.util.List;
import java.util.Map;

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
}
