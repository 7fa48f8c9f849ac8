package org.icportrait.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the code that runs a network expects of it; each room declares those that it runs. A network fits when it has exactly these
 * inputs, but for those that it may have besides, and at least these outputs. A named axis fits any length and any name, the same at
 * each place of that name. Immutable.
 *
 * @param role the network's key in a pack, e.g. "surface"
 * @param required whether a pack without it cannot be used
 * @param inputs all that it must have
 * @param outputs those that are read and that it must have
 * @param inputsBesides those that it may lack
 * @param outputsBesides those that are read and that it may lack
 */
public record NetworkSpec(String role, boolean required, List<TensorSpec> inputs, List<TensorSpec> outputs, List<TensorSpec> inputsBesides,
	List<TensorSpec> outputsBesides) {

	public NetworkSpec {
		inputs = List.copyOf(inputs);
		outputs = List.copyOf(outputs);
		inputsBesides = List.copyOf(inputsBesides);
		outputsBesides = List.copyOf(outputsBesides);
	}

	/** From texts as {@link TensorSpec#parse} takes them. */
	public static NetworkSpec required(final String role, final List<String> inputs, final List<String> outputs) {
		return new NetworkSpec(role, true, parse(inputs), parse(outputs), List.of(), List.of());
	}

	/** The same of a network that a pack may lack. */
	public static NetworkSpec optional(final String role, final List<String> inputs, final List<String> outputs) {
		return new NetworkSpec(role, false, parse(inputs), parse(outputs), List.of(), List.of());
	}

	/** The same spec of networks that may have those inputs and outputs besides ({@link TensorSpec#parse}). */
	public NetworkSpec besides(final List<String> furtherInputs, final List<String> furtherOutputs) {
		return new NetworkSpec(role, required, inputs, outputs, parse(furtherInputs), parse(furtherOutputs));
	}

	/** What is filled and read of this network: of the tensors besides, those that it has. */
	public NetworkSpec of(final ModelDescription network) {
		return new NetworkSpec(role, required, joined(inputs, inputsBesides, network.inputs()), joined(outputs, outputsBesides, network.outputs()), List.of(),
			List.of());
	}

	private static List<TensorSpec> joined(final List<TensorSpec> needed, final List<TensorSpec> besides, final List<TensorDescription> found) {
		final List<TensorSpec> there = found.stream().map(TensorDescription::spec).toList();
		return Stream.concat(needed.stream(), besides.stream().filter(there::contains)).toList();
	}

	/** Why a network does not fit, in a few words; null where it does. */
	String misfit(final ModelDescription network) {
		final Map<String, Dimension> lengths = new HashMap<>();
		for (final TensorDescription input : network.inputs()) {
			final boolean isKnown = inputs.stream().anyMatch(expected -> expected.name().equals(input.name())) || inputsBesides.contains(input.spec());
			if (!isKnown) return "it has " + input.spec();
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
