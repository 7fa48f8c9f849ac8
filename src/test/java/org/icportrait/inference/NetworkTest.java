package org.icportrait.inference;

import static org.icportrait.inference.TestNetworks.load;
import static org.icportrait.inference.TestNetworks.progress;
import static org.icportrait.inference.TestNetworks.run;
import static org.icportrait.inference.TestNetworks.vector;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.icportrait.models.ModelDescription;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Running, cancelling and closing, with tiny networks: one adds, one counts for as long as is wanted, one fails. */
@Timeout(60)
class NetworkTest {

	private static final float FOR_EVER = 1e9f;

	@Test
	void runsAgainAndAgainInTheCallersMemory() {
		try (Network network = load(TestNetworks.ADD)) {
			final Tensor left = vector(0, 1, 2, 3, 4, 5), right = vector(0, 0, 0, 0, 0, 0), sum = Tensor.floats(1, 2, 3);
			for (int round = 0; round < 3; round++) {
				right.buffer().put(5, round);
				network.run(Map.of("left", left, "right", right), Map.of("sum", sum), round == 1 ? new Progress() {} : Progress.NONE);
				assertArrayEquals(new float[] { 0, 1, 2, 3, 4, 5 + round }, sum.copy());
			}
		}
	}

	@Test
	void imagesShareTheMemory() {
		final Tensor tensor = vector(1, 1, 1, 1, 1, 7);
		assertArrayEquals(new long[] { 3, 2, 1 }, tensor.asImg().dimensionsAsLongArray());
		assertEquals(7, tensor.asImg().getAt(2, 1, 0).get());
		tensor.asImg().getAt(1, 0, 0).set(9);
		assertEquals(9, tensor.buffer().get(1));
	}

	/** A second caller comes to an end while the first one's run still goes on. */
	@Test
	@Timeout(20)
	void runsOfDifferentCallersGoOnAtOnce() throws Exception {
		try (Network network = load(TestNetworks.COUNT)) {
			final AtomicBoolean enough = new AtomicBoolean();
			final CountDownLatch running = new CountDownLatch(3);
			final CompletableFuture<?> first = CompletableFuture.runAsync(() -> run(network, FOR_EVER, progress(() -> {
				running.countDown();
				return enough.get();
			})));
			try {
				assertTrue(running.await(20, TimeUnit.SECONDS));
				assertEquals(6, run(network, 3, Progress.NONE));
				assertFalse(first.isDone());
			}
			finally {
				enough.set(true);
			}
			assertThrows(Exception.class, first::join);
		}
	}

	@Test
	void manyThreadsNeverMixTheirNumbers() {
		try (Network network = load(TestNetworks.COUNT)) {
			IntStream.range(1, 200).parallel().forEach(i -> assertEquals(2 * i, run(network, i, i % 2 == 0 ? Progress.NONE : new Progress() {})));
		}
	}

	@Test
	void cancelStopsARunSoon() {
		try (Network network = load(TestNetworks.COUNT)) {
			final Thread caller = Thread.currentThread();
			final AtomicInteger asked = new AtomicInteger();
			final Progress progress = progress(() -> {
				assertEquals(caller, Thread.currentThread(), "progress is asked from the working thread");
				return asked.incrementAndGet() > 5;
			});
			final long start = System.nanoTime();
			assertThrows(CancellationException.class, () -> run(network, FOR_EVER, progress));
			assertTrue(System.nanoTime() - start < 5_000_000_000L);
			assertEquals(6, asked.get(), "nobody asks again after the answer was yes");
		}
	}

	@Test
	void interruptStopsARun() throws InterruptedException {
		try (Network network = load(TestNetworks.COUNT)) {
			final boolean[] flag = new boolean[2];
			final Thread thread = new Thread(() -> {
				flag[0] = assertThrows(CancellationException.class, () -> run(network, FOR_EVER, new Progress() {})) != null;
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
		try (Network network = load(TestNetworks.COUNT)) {
			final AtomicInteger asked = new AtomicInteger();
			final Progress progress = progress(() -> {
				if (asked.incrementAndGet() > 3) throw new IllegalArgumentException("window gone");
				return false;
			});
			assertThrows(IllegalArgumentException.class, () -> run(network, FOR_EVER, progress));
			assertEquals(2, run(network, 1, Progress.NONE), "the session still runs");
		}
	}

	@Test
	void cancelledBeforehandDoesNotRun() {
		try (Network network = load(TestNetworks.COUNT)) {
			assertThrows(CancellationException.class, () -> run(network, FOR_EVER, progress(() -> true)));
		}
	}

	@Test
	void closingWaitsAndTwiceIsOnce() throws Exception {
		final Network network = load(TestNetworks.COUNT);
		final CountDownLatch running = new CountDownLatch(3);
		final AtomicBoolean enough = new AtomicBoolean();
		final CompletableFuture<?> run = CompletableFuture.runAsync(() -> run(network, FOR_EVER, progress(() -> {
			running.countDown();
			return enough.get();
		})));
		assertTrue(running.await(20, TimeUnit.SECONDS));
		final CompletableFuture<Void> closing = CompletableFuture.runAsync(network::close);
		Thread.sleep(50);
		assertFalse(closing.isDone());
		enough.set(true);
		closing.get(20, TimeUnit.SECONDS);
		assertThrows(Exception.class, run::join);
		network.close();
		assertThrows(IllegalStateException.class, () -> run(network, 1, Progress.NONE));
	}

	/** What the machine cannot is no fault of what the user gave. */
	@Test
	void aRunThatFailsIsAFault() {
		try (Network network = load(TestNetworks.PICK)) {
			assertEquals(20, run(network, 1, Progress.NONE));
			for (final Progress progress : new Progress[] { Progress.NONE, new Progress() {} }) {
				final String message = assertThrows(Fault.class, () -> run(network, 7, progress)).getMessage();
				assertTrue(message.startsWith("The network pick.onnx could not be run: "), message);
			}
			assertEquals(10, run(network, 0, Progress.NONE));
		}
	}

	@Test
	void brokenFileIsBadInput() {
		for (final byte[] file : new byte[][] { "no network".getBytes(), {} }) {
			final String message = assertThrows(BadInput.class, () -> load(TestNetworks.ADD, TestNetworks.direct(file))).getMessage();
			assertTrue(message.startsWith("The model file add.onnx cannot be loaded: "), message);
		}
	}

	@Test
	void otherGraphThanDescribedIsBadInput() {
		for (final String sum : new String[] { "sum float32 [1, 2, 4]", "sum float32 [1, 2, width]", "sum float16 [1, 2, 3]", "total float32 [1, 2, 3]" }) {
			final ModelDescription wrong = TestNetworks.describe("add.onnx", "left float32 [1, 2, 3]; right float32 [1, 2, 3]", sum);
			final String message = assertThrows(BadInput.class, () -> load(wrong)).getMessage();
			assertTrue(message.contains("its manifest tells of [" + sum), message);
		}
		final ModelDescription oneInput = TestNetworks.describe("add.onnx", "left float32 [1, 2, 3]", "sum float32 [1, 2, 3]");
		assertThrows(BadInput.class, () -> load(oneInput));
		final ModelDescription fixed = TestNetworks.describe("any_size.onnx", "left float32 [1, 2, 3]; right float32 [1, 2, 3]", "sum float32 [1, 2, 3]");
		assertThrows(BadInput.class, () -> load(fixed));
		final ModelDescription otherName = TestNetworks.describe("any_size.onnx", "left float32 [1, rows, width]; right float32 [1, rows, width]",
			"sum float32 [1, rows, width]");
		assertThrows(BadInput.class, () -> load(otherName));
	}

	/** An output that the description does not tell of is no error. */
	@Test
	void moreOutputsThanDescribed() {
		try (Network network = load(TestNetworks.describe("add.onnx", "left float32 [1, 2, 3]; right float32 [1, 2, 3]", "sum float32 [1, 2, 3]"))) {
			final Tensor sum = Tensor.floats(1, 2, 3);
			network.run(Map.of("left", vector(1, 2, 3, 4, 5, 6), "right", vector(1, 1, 1, 1, 1, 1)), Map.of("sum", sum), Progress.NONE);
			assertEquals(7, sum.buffer().get(5));
		}
	}
}
