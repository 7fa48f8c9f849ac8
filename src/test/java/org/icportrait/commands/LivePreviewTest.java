package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LivePreviewTest {

	/** Everything that happens on the screen, in order. */
	private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

	private final LivePreview preview = new LivePreview(new LivePreview.Screen() {

		@Override
		public void show(final ImagePlus picture) {
			seen.add(picture.getTitle());
		}

		@Override
		public void tell(final String sentence) {
			seen.add("told: " + sentence);
		}

		@Override
		public void close() {
			seen.add("closed");
		}
	});

	private static ImagePlus picture(final String title) {
		final ImagePlus picture = new ImagePlus();
		picture.setTitle(title);
		return picture;
	}

	private String next() throws InterruptedException {
		return seen.poll(10, TimeUnit.SECONDS);
	}

	/** A frame that runs until it is cancelled. */
	private static ImagePlus endless(final CountDownLatch began, final CountDownLatch cancelled, final Progress progress) {
		began.countDown();
		while (!progress.isCancelled()) Thread.onSpinWait();
		cancelled.countDown();
		progress.check();
		return picture("never");
	}

	@Test
	void aNewRequestCancelsTheFrameThatRuns() throws InterruptedException {
		final CountDownLatch began = new CountDownLatch(1), cancelled = new CountDownLatch(1);
		preview.request(progress -> endless(began, cancelled, progress));
		began.await();
		preview.request(progress -> picture("new"));
		assertTrue(cancelled.await(10, TimeUnit.SECONDS), "the running frame was told");
		assertEquals("new", next());
	}

	@Test
	void onlyTheNewestOfManyIsRendered() throws InterruptedException {
		final CountDownLatch began = new CountDownLatch(1), go = new CountDownLatch(1);
		preview.request(progress -> {
			began.countDown();
			try {
				go.await();
			}
			catch (final InterruptedException exception) {
				throw new IllegalStateException(exception);
			}
			return picture("late"); // does not look at the progress
		});
		began.await();
		for (int i = 0; i < 50; i++) {
			final String title = "frame " + i;
			preview.request(progress -> picture(title));
		}
		go.countDown();
		assertEquals("frame 49", next());
		assertEquals(null, seen.poll(100, TimeUnit.MILLISECONDS));
	}

	/** A draft is seen at once; what follows takes its place, unless something newer was asked for. */
	@Test
	void draftsComeFirst() throws InterruptedException {
		preview.request(progress -> picture("draft"), progress -> picture("whole"));
		assertEquals("draft", next());
		assertEquals("whole", next());
		final CountDownLatch began = new CountDownLatch(1), cancelled = new CountDownLatch(1);
		preview.request(progress -> picture("old draft"), progress -> endless(began, cancelled, progress));
		began.await();
		preview.request(progress -> picture("new draft"));
		assertEquals("old draft", next());
		assertEquals("new draft", next());
	}

	@Test
	void afterClosingNothingAppears() throws InterruptedException {
		final CountDownLatch began = new CountDownLatch(1), cancelled = new CountDownLatch(1);
		preview.request(progress -> endless(began, cancelled, progress));
		began.await();
		preview.close();
		assertTrue(cancelled.await(10, TimeUnit.SECONDS));
		assertEquals("closed", next());
		assertEquals(null, seen.poll(100, TimeUnit.MILLISECONDS));
		preview.request(progress -> picture("again"));
		assertEquals("again", next());
	}

	@Test
	void aFrameThatFailsSaysWhyAndTheNextIsShown() throws InterruptedException {
		preview.request(progress -> {
			throw new BadInput("No face was found.");
		});
		assertEquals("told: No face was found.", next());
		preview.request(progress -> {
			throw new IllegalStateException("fault");
		});
		assertTrue(next().contains("fault"));
		preview.request(progress -> picture("fine"));
		assertEquals("fine", next());
	}

	@Test
	void requestsReturnAtOnce() throws InterruptedException {
		final CountDownLatch began = new CountDownLatch(1), cancelled = new CountDownLatch(1);
		final Thread caller = Thread.currentThread();
		preview.request(progress -> {
			assertFalse(Thread.currentThread() == caller);
			return endless(began, cancelled, progress);
		});
		began.await();
		preview.close();
	}
}
