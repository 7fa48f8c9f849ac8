package org.icportrait.inference;

import org.icportrait.models.NetworkSpec;
import org.icportrait.models.TensorSpec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;

/**
 * Tensors for a network of fixed sizes, used again: each caller borrows a set of its own, and as many sets are kept as were ever
 * borrowed at once. Thread-safe.
 */
public final class TensorSets {

	private final NetworkSpec spec;
	private final ConcurrentLinkedDeque<Set> free = new ConcurrentLinkedDeque<>();

	/** @param spec without named axes; else {@link IllegalArgumentException} */
	public TensorSets(final NetworkSpec spec) {
		this.spec = spec;
		spec.inputs().forEach(TensorSpec::fixedShape);
		spec.outputs().forEach(TensorSpec::fixedShape);
	}

	/** The inputs and outputs of one run, by name. */
	public record Set(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {}

	/** Lends a set to {@code work}, which must not keep it; what the borrower before left in it is still there. */
	public <T> T lend(final Function<Set, T> work) {
		final Set kept = free.poll();
		final Set set = kept != null ? kept : new Set(tensors(spec.inputs()), tensors(spec.outputs()));
		try {
			return work.apply(set);
		}
		finally {
			free.push(set);
		}
	}

	private static Map<String, Tensor> tensors(final List<TensorSpec> specs) {
		final Map<String, Tensor> tensors = new HashMap<>();
		for (final TensorSpec tensor : specs) tensors.put(tensor.name(), Tensor.floats(tensor.fixedShape()));
		return tensors;
	}
}
