package org.icportrait.inference;

import static org.icportrait.inference.TestNetworks.load;
import static org.icportrait.inference.TestNetworks.vector;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.icportrait.models.NetworkSpec;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Which tensors a run takes: names, shapes, axes of free length, one tensor for each output. */
class TensorsOfARunTest {

	@Test
	void axesOfFreeLength() {
		try (Network network = load(TestNetworks.ANY_SIZE)) {
			for (final int width : new int[] { 3, 1, 50 }) {
				final Tensor left = Tensor.floats(1, 2, width), right = Tensor.floats(1, 2, width), sum = Tensor.floats(1, 2, width);
				left.buffer().put(2 * width - 1, 4);
				right.buffer().put(2 * width - 1, 5);
				network.run(Map.of("left", left, "right", right), Map.of("sum", sum), Progress.NONE);
				assertEquals(9, sum.buffer().get(2 * width - 1));
			}
		}
	}

	@Test
	void axesOfOneNameHaveOneLength() {
		final Tensor narrow = Tensor.floats(1, 2, 3), wide = Tensor.floats(1, 2, 4);
		assertRefused(TestNetworks.ANY_SIZE, Map.of("left", narrow, "right", wide), Map.of("sum", Tensor.floats(1, 2, 3)), "takes ");
		assertRefused(TestNetworks.ANY_SIZE, Map.of("left", narrow, "right", Tensor.floats(1, 2, 3)), Map.of("sum", wide), "width=3");
	}

	@Test
	void missingUnknownAndOtherShapes() {
		final Tensor left = vector(1, 2, 3, 4, 5, 6), right = vector(1, 2, 3, 4, 5, 6);
		final Map<String, Tensor> sum = Map.of("sum", Tensor.floats(1, 2, 3));
		assertRefused(TestNetworks.ADD, Map.of("left", left), sum, "has the inputs [left float32 [1, 2, 3], right");
		assertRefused(TestNetworks.ADD, Map.of("left", left, "middle", right), sum, "no tensor 'middle'");
		assertRefused(TestNetworks.ADD, Map.of("left", left, "right", Tensor.floats(1, 3, 2)), sum, "takes right float32 [1, 2, 3], not [1, 3, 2]");
		assertRefused(TestNetworks.ADD, Map.of("left", left, "right", right), Map.of("left", Tensor.floats(1, 2, 3)), "no tensor 'left' there");
	}

	/** Else a graph may write over what it has not read yet. */
	@Test
	void noTensorIsReadAndWritten() {
		final Tensor left = vector(1, 2, 3, 4, 5, 6), right = vector(1, 2, 3, 4, 5, 6), both = Tensor.floats(1, 2, 3);
		assertRefused(TestNetworks.ADD, Map.of("left", left, "right", right), Map.of("sum", left), "a tensor of its own for each output");
		assertRefused(TestNetworks.ADD, Map.of("left", left, "right", right), Map.of("sum", both, "double", both), "a tensor of its own");
	}

	@Test
	void shapesOfTensors() {
		assertArrayEquals(new long[] { 2, 3 }, Tensor.floats(2, 3).shape());
		assertEquals(6, Tensor.floats(2, 3).size());
		assertThrows(IllegalArgumentException.class, () -> Tensor.floats(2, 0));
		assertThrows(ArithmeticException.class, () -> Tensor.floats(1 << 20, 1 << 20, 1 << 20));
		assertThrows(ArithmeticException.class, () -> Tensor.floats(1 << 29));
	}

	/** Who borrows inside another's loan gets other memory; who borrows after it gets the same again. */
	@Test
	void eachBorrowerHasTensorsOfHisOwn() {
		final TensorSets sets = new TensorSets(NetworkSpec.required("add", List.of("left float32 [1, 2, 3]"), List.of("sum float32 [1, 2, 3]")));
		final Tensor first = sets.lend(outer -> {
			assertNotSame(outer.inputs().get("left"), sets.lend(inner -> inner.inputs().get("left")));
			return outer.inputs().get("left");
		});
		assertSame(first, sets.lend(set -> set.inputs().get("left")));
		assertThrows(IllegalStateException.class, () -> sets.lend(set -> {
			throw new IllegalStateException();
		}));
		assertSame(first, sets.lend(set -> set.inputs().get("left")), "a failed borrower gives back");
	}

	private static void assertRefused(final org.icportrait.models.ModelDescription description, final Map<String, Tensor> in,
		final Map<String, Tensor> out, final String part)
	{
		try (Network network = load(description)) {
			final String message = assertThrows(IllegalArgumentException.class, () -> network.run(in, out, Progress.NONE)).getMessage();
			assertTrue(message.contains(part), message);
		}
	}
}
