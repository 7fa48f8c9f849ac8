package org.icportrait.inference;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;

import org.icportrait.models.Dimension;
import org.icportrait.models.ModelDescription;
import org.icportrait.models.TensorDescription;
import org.icportrait.work.BadInput;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a graph is what its description says, and whether the tensors of a run fit it. */
final class GraphCheck {

	private final ModelDescription description;

	GraphCheck(final ModelDescription description) {
		this.description = description;
	}

	/** Throws {@link BadInput} where the graph has other inputs, lacks an output, or has another type or shape. */
	static void requireAsDescribed(final OrtSession session, final ModelDescription description) throws OrtException {
		requireAs(session.getInputInfo(), description.inputs(), description.file(), true);
		requireAs(session.getOutputInfo(), description.outputs(), description.file(), false);
	}

	private static void requireAs(final Map<String, NodeInfo> found, final List<TensorDescription> expected, final String file, final boolean noOthers) {
		boolean same = !noOthers || found.size() == expected.size();
		for (final TensorDescription tensor : expected) same &= matches(found.get(tensor.name()), tensor);
		if (!same) {
			throw new BadInput("The model file " + file + " has the inputs or outputs " + found.keySet() + ", its manifest tells of " +
				expected.stream().map(TensorDescription::spec).toList() + "; install the pack again.");
		}
	}

	private static boolean matches(final NodeInfo found, final TensorDescription expected) {
		if (found == null || !(found.getInfo() instanceof TensorInfo info) || info.type != OnnxJavaType.FLOAT) return false;
		final long[] shape = info.getShape();
		final String[] names = info.getDimensionNames();
		if (!expected.type().equals("float32") || shape.length != expected.shape().size()) return false;
		for (int axis = 0; axis < shape.length; axis++) {
			final Dimension dimension = expected.shape().get(axis);
			// -1 is an axis of any length; its name may be empty.
			if (dimension.isFixed() ? shape[axis] != dimension.length() : shape[axis] != -1) return false;
			if (!dimension.isFixed() && !names[axis].isEmpty() && !names[axis].equals(dimension.name())) return false;
		}
		return true;
	}

	/** Throws {@link IllegalArgumentException} where the tensors of a run do not fit. */
	void requireTensors(final Map<String, Tensor> in, final Map<String, Tensor> out) {
		final Map<String, Long> lengths = new HashMap<>();
		if (in.size() != description.inputs().size()) throw misfit("has the inputs " + specs(description.inputs()) + ", not " + in.keySet());
		in.forEach((name, tensor) -> requireTensor(name, tensor, description.inputs(), lengths));
		out.forEach((name, tensor) -> requireTensor(name, tensor, description.outputs(), lengths));
		final Set<Tensor> different = Collections.newSetFromMap(new IdentityHashMap<>());
		different.addAll(out.values());
		// A graph may write an output before it has read all inputs: numbers would be wrong without a word.
		if (different.size() != out.size() || in.values().stream().anyMatch(different::contains)) throw misfit("needs a tensor of its own for each output");
	}

	private void requireTensor(final String name, final Tensor tensor, final List<TensorDescription> tensors, final Map<String, Long> lengths) {
		final TensorDescription expected = tensors.stream().filter(known -> known.name().equals(name)).findFirst().orElseThrow(
			() -> misfit("has no tensor '" + name + "' there, but " + specs(tensors)));
		final long[] shape = tensor.shape();
		boolean fits = shape.length == expected.shape().size();
		for (int axis = 0; fits && axis < shape.length; axis++) fits = fits(expected.shape().get(axis), shape[axis], lengths);
		if (!fits) throw misfit("takes " + expected.spec() + (lengths.isEmpty() ? "" : " with " + lengths) + ", not " + Arrays.toString(shape));
	}

	private static boolean fits(final Dimension dimension, final long length, final Map<String, Long> lengths) {
		if (dimension.isFixed()) return dimension.length() == length;
		final Long before = lengths.putIfAbsent(dimension.name(), length);
		return before == null || before == length;
	}

	private static List<?> specs(final List<TensorDescription> tensors) {
		return tensors.stream().map(TensorDescription::spec).toList();
	}

	private IllegalArgumentException misfit(final String how) {
		return new IllegalArgumentException("The network " + description.file() + " " + how + ".");
	}
}
