package org.icportrait.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the code that runs a network expects of it; each room declares those that it runs. A network fits when it has exactly these
 * inputs and at least these outputs. A named axis fits any length and any name, the same at each place of that name. Immutable.
 *
 * @param role the network's key in a pack, e.g. "surface"
 * @param required whether a pack without it cannot be used
 * @param inputs all of them
 * @param outputs those that are read
 */
public record NetworkSpec(String role, boolean required, List<TensorSpec> inputs, List<TensorSpec> outputs) {

	public NetworkSpec {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
	}

	/** From texts as {@link TensorSpec#parse} takes them. */
	public static NetworkSpec required(final String role, final List<String> inputs, final List<String> outputs) {
		return new NetworkSpec(role, true, parse(inputs), parse(outputs));
	}

	/** The same of a network that a pack may lack. */
	public static NetworkSpec optional(final String role, final List<String> inputs, final List<String> outputs) {
		return new NetworkSpec(role, false, parse(inputs), parse(outputs));
	}

	/** The same spec, extended by those further outputs ({@link TensorSpec#parse}) that a network has. */
	public NetworkSpec with(final List<String> further, final ModelDescription network) {
		final List<TensorSpec> there = network.outputs().stream().map(TensorDescription::spec).toList();
		return new NetworkSpec(role, required, inputs, Stream.concat(outputs.stream(), parse(further).stream().filter(there::contains)).toList());
	}

	/** Why a network does not fit, in a few words; null where it does. */
	String misfit(final ModelDescription network) {
		final Map<String, Dimension> lengths = new HashMap<>();
		for (final TensorDescription input : network.inputs()) {
			if (inputs.stream().noneMatch(expected -> expected.name().equals(input.name()))) return "it has " + input.spec();
		}
		return Stream.concat(inputs.stream().filter(expected -> !fits(expected, network.inputs(), lengths)),
			outputs.stream().filter(expected -> !fits(expected, network.outputs(), lengths))).findFirst().map(lacking -> "it lacks " + lacking).orElse(null);
	}

	private static boolean fits(final TensorSpec expected, final List<TensorDescription> tensors, final Map<String, Dimension> lengths) {
		return tensors.stream().anyMatch(tensor -> tensor.name().equals(expected.name()) && tensor.type().equals(expected.type()) &&
			fits(expected.shape(), tensor.shape(), lengths));
	}

	private static boolean fits(final List<Dimension> expected, final List<Dimension> shape, final Map<String, Dimension> lengths) {
		if (expected.size() != shape.size()) return false;
		for (int axis = 0; axis < shape.size(); axis++) {
			final Dimension found = shape.get(axis);
			final Dimension wanted = expected.get(axis);
			final Dimension before = wanted.isFixed() ? wanted : lengths.putIfAbsent(wanted.name(), found);
			if (before != null && !before.equals(found)) return false;
		}
		return true;
	}

	private static List<TensorSpec> parse(final List<String> texts) {
		return texts.stream().map(TensorSpec::parse).toList();
	}
}
