package org.icportrait.inference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.models.ModelDescription;
import org.icportrait.models.TensorDescription;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Running, cancelling and closing, with two tiny networks: one adds, one loops for long. */
@Timeout(60)
class ModelTest {

	private static final ModelDescription ADD = description("add.onnx", List.of(tensor("left", 1, 2, 3), tensor("right", 1, 2, 3)),
		List.of(tensor("sum", 1, 2, 3), tensor("double", 1, 2, 3)));
	private static final ModelDescription SLOW = description("slow.onnx", List.of(tensor("input", 1)), List.of(tensor("output", 1)));

	@Test
	void runsAgainAndAgainInTheSameMemory() {
		try (Model model = load(ADD)) {
			for (int round = 0; round < 3; round++) {
				final float offset = round;
				final float[] expected = { offset, 2 + offset, 4 + offset, 6 + offset, 8 + offset, 10 + offset };
				assertArrayEquals(expected, sum(model, offset, Progress.NONE));
				assertArrayEquals(expected, sum(model, offset, new Progress() {}));
			}
		}
	}

	@Test
	void imagesShareTheMemory() {
		try (Model model = load(ADD)) {
			final float last = model.run(tensors -> {
				final var left = tensors.asImg("left");
				assertArrayEquals(new long[] { 3, 2, 1 }, left.dimensionsAsLongArray());
				left.forEach(value -> value.set(1));
				left.getAt(2, 1, 0).set(7);
			}, Progress.NONE, tensors -> tensors.asImg("double").getAt(2, 1, 0).get());
			assertEquals(14, last);
		}
	}

	@Test
	void manyThreadsTakeTurns() {
		try (Model model = load(ADD)) {
			IntStream.range(0, 200).parallel().forEach(i -> assertEquals(i, sum(model, i, Progress.NONE)[0]));
		}
	}

	@Test
	void cancelStopsARunSoon() {
		try (Model model = load(SLOW)) {
			final Thread caller = Thread.currentThread();
			final AtomicInteger asked = new AtomicInteger();
			final Progress progress = new Progress() {

				@Override
				public boolean isCancelled() {
					assertEquals(caller, Thread.currentThread(), "progress is asked from the working thread");
					return asked.incrementAndGet() > 5;
				}
			};
			final long start = System.nanoTime();
			assertThrows(CancellationException.class, () -> model.run(tensors -> {}, progress, tensors -> null));
			assertTrue(System.nanoTime() - start < 5_000_000_000L);
			assertEquals(6, asked.get(), "nobody asks again after the answer was yes");
		}
	}

	@Test
	void interruptStopsARun() throws InterruptedException {
		try (Model model = load(SLOW)) {
			final boolean[] flag = new boolean[2];
			final Thread thread = new Thread(() -> {
				flag[0] = assertThrows(CancellationException.class, () -> model.run(tensors -> {}, new Progress() {}, tensors -> null)) != null;
				flag[1] = Thread.currentThread().isInterrupted();
			});
			thread.start();
			Thread.sleep(100);
			thread.interrupt();
			thread.join(10_000);
			assertTrue(flag[0], "it was cancelled");
			assertTrue(flag[1], "the interrupt is told on");
		}
	}

	@Test
	void faultOfProgressEndsTheRun() {
		try (Model model = load(SLOW)) {
			final AtomicInteger asked = new AtomicInteger();
			final Progress progress = new Progress() {

				@Override
				public boolean isCancelled() {
					if (asked.incrementAndGet() > 3) throw new IllegalArgumentException("window gone");
					return false;
				}
			};
			assertThrows(IllegalArgumentException.class, () -> model.run(tensors -> {}, progress, tensors -> null));
			// The lock is free again and the session still runs.
			assertThrows(CancellationException.class, () -> model.run(tensors -> {}, cancelled(), tensors -> null));
		}
	}

	@Test
	void cancelledBeforehandDoesNotRun() {
		try (Model model = load(ADD)) {
			assertThrows(CancellationException.class, () -> model.run(tensors -> assertFalse(true), cancelled(), tensors -> null));
		}
	}

	@Test
	void closedTwiceAndNeverRunAgain() {
		final Model model = load(ADD);
		model.close();
		model.close();
		assertThrows(IllegalStateException.class, () -> sum(model, 0, Progress.NONE));
	}

	@Test
	void unknownTensor() {
		try (Model model = load(ADD)) {
			assertThrows(IllegalArgumentException.class, () -> model.run(tensors -> tensors.buffer("middle"), Progress.NONE, tensors -> null));
		}
	}

	@Test
	void brokenFileIsAClearError() {
		final String message = fault(ADD, "no network".getBytes());
		assertTrue(message.startsWith("The model file add.onnx cannot be loaded: "), message);
		assertTrue(fault(ADD, new byte[0]).startsWith("The model file add.onnx cannot be loaded: "));
	}

	@Test
	void otherInterfaceIsAClearError() {
		final ModelDescription wrong = description("add.onnx", ADD.inputs(), List.of(tensor("sum", 1, 2, 4), tensor("double", 1, 2, 3)));
		assertTrue(fault(wrong, file("add.onnx")).contains("its manifest tells of [sum float32 [1, 2, 4]"), fault(wrong, file("add.onnx")));
	}

	private static float[] sum(final Model model, final float offset, final Progress progress) {
		return model.run(tensors -> {
			tensors.buffer("left").put(new float[] { 0, 1, 2, 3, 4, 5 });
			tensors.buffer("right").put(new float[] { offset, 1 + offset, 2 + offset, 3 + offset, 4 + offset, 5 + offset });
		}, progress, tensors -> tensors.copy("sum"));
	}

	private static String fault(final ModelDescription description, final byte[] file) {
		final OnnxRuntime runtime = OnnxRuntime.open(Device.CPU, null);
		return assertThrows(BadInput.class, () -> Model.load(runtime.environment(), runtime.choice(), description, file)).getMessage();
	}

	private static Model load(final ModelDescription description) {
		final OnnxRuntime runtime = OnnxRuntime.open(Device.CPU, null);
		return Model.load(runtime.environment(), runtime.choice(), description, file(description.file()));
	}

	private static byte[] file(final String name) {
		try (InputStream stream = ModelTest.class.getResourceAsStream(name)) {
			return stream.readAllBytes();
		}
		catch (final IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Progress cancelled() {
		return new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
	}

	private static ModelDescription description(final String file, final List<TensorDescription> inputs,
		final List<TensorDescription> outputs)
	{
		return new ModelDescription(file, "", 0, inputs, outputs, Map.of());
	}

	private static TensorDescription tensor(final String name, final Integer... shape) {
		return new TensorDescription(name, "float32", List.of(shape), List.of(), "", "");
	}
}
