package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnalysisCacheTest {

	private static final Object ENGINE = new Object();
	private static PortraitEngine engine;
	private static Profile first;
	private static Profile second;

	private final AnalysisCache cache = new AnalysisCache(Long.MAX_VALUE, portrait -> 1);
	private final ImagePlus image = new ImagePlus();
	private final AtomicInteger analyses = new AtomicInteger();

	@BeforeAll
	static void analyzeTwo() {
		engine = PortraitEngine.open(EggHead.engine());
		first = analyze(EggHead.one());
		second = analyze(EggHead.faces(EggHead.SIDE, 3, 3));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static Profile analyze(final ImagePlus photograph) {
		return engine.analyze(Photograph.of(photograph).picture(), FaceChoice.largest(), Progress.NONE);
	}

	private static Picture copy(final Profile portrait) {
		final Picture picture = portrait.picture();
		return new Picture(picture.width(), picture.height(), picture.channels(), picture.data().clone());
	}

	private Profile get(final AnalysisCache from, final ImagePlus owner, final Profile wanted) {
		return from.get(ENGINE, owner, copy(wanted), FaceChoice.largest(), Progress.NONE, (picture, heads, choice, progress) -> {
			analyses.incrementAndGet();
			return wanted;
		});
	}

	/** One thread's request, whose analysis waits for the latch and then looks at the progress. */
	private CompletableFuture<Profile> slow(final CountDownLatch began, final CountDownLatch go, final Progress progress) {
		return CompletableFuture.supplyAsync(() -> cache.get(ENGINE, image, copy(first), FaceChoice.largest(), progress, (picture, heads, choice, p) -> {
			analyses.incrementAndGet();
			began.countDown();
			try {
				go.await();
			}
			catch (final InterruptedException exception) {
				throw new IllegalStateException(exception);
			}
			p.check();
			return first;
		}), command -> new Thread(command).start());
	}

	private static <T> T soon(final CompletableFuture<T> result) throws Exception {
		return result.get(10, TimeUnit.SECONDS);
	}

	private static Progress cancelledBy(final AtomicBoolean flag) {
		return new Progress() {

			@Override
			public boolean isCancelled() {
				return flag.get();
			}
		};
	}

	@Test
	void equalSamplesAreAnalysedOnceAndEditedOnesAnew() {
		assertSame(first, get(cache, image, first));
		assertSame(first, get(cache, new ImagePlus(), first));
		assertEquals(1, analyses.get());
		assertSame(second, get(cache, image, second));
		assertEquals(2, analyses.get());
	}

	@Test
	void anotherEnginesAnalysisDoesNotCount() {
		get(cache, image, first);
		assertSame(second, cache.get(new Object(), image, copy(first), FaceChoice.largest(), Progress.NONE, (p, h, c, q) -> second));
	}

	@Test
	void nobodyWaitsForTheAnalysisOfAnotherPicture() throws Exception {
		final CountDownLatch began = new CountDownLatch(1), go = new CountDownLatch(1);
		final CompletableFuture<Profile> running = slow(began, go, Progress.NONE);
		began.await();
		assertSame(second, CompletableFuture.supplyAsync(() -> get(cache, image, second)).get(10, TimeUnit.SECONDS));
		cache.clear();
		cache.release(image);
		go.countDown();
		assertSame(first, soon(running));
	}

	@Test
	void twoWhoWantTheSameShareOneAnalysis() throws Exception {
		final CountDownLatch began = new CountDownLatch(1), go = new CountDownLatch(1);
		final CompletableFuture<Profile> running = slow(began, go, Progress.NONE);
		began.await();
		final CompletableFuture<Profile> waiting = slow(new CountDownLatch(1), go, Progress.NONE);
		TimeUnit.MILLISECONDS.sleep(100);
		go.countDown();
		assertSame(soon(running), soon(waiting));
		assertEquals(1, analyses.get());
	}

	@Test
	void whoWaitsCanBeCancelledAlone() throws Exception {
		final CountDownLatch began = new CountDownLatch(1), go = new CountDownLatch(1);
		final CompletableFuture<Profile> running = slow(began, go, Progress.NONE);
		began.await();
		final AtomicBoolean enough = new AtomicBoolean();
		final CompletableFuture<Profile> waiting = slow(began, go, cancelledBy(enough));
		enough.set(true);
		assertTrue(assertThrows(ExecutionException.class, () -> soon(waiting)).getCause() instanceof CancellationException);
		go.countDown();
		assertSame(first, soon(running));
	}

	@Test
	void whereTheMakerIsCancelledTheOtherMakesIt() throws Exception {
		final CountDownLatch began = new CountDownLatch(1), go = new CountDownLatch(1);
		final AtomicBoolean enough = new AtomicBoolean();
		final CompletableFuture<Profile> running = slow(began, go, cancelledBy(enough));
		began.await();
		final CompletableFuture<Profile> waiting = slow(began, go, Progress.NONE);
		enough.set(true);
		go.countDown();
		assertThrows(ExecutionException.class, () -> soon(running));
		assertSame(first, soon(waiting));
	}

	@Test
	void aFailureIsNotKept() {
		assertThrows(BadInput.class, () -> cache.get(ENGINE, image, copy(first), FaceChoice.largest(), Progress.NONE, (p, h, c, q) -> {
			throw new BadInput("No face.");
		}));
		assertSame(first, get(cache, image, first));
	}

	@Test
	void theOldestGoesWhenThereAreTooManyBytes() {
		final AnalysisCache small = new AnalysisCache(5, portrait -> 4);
		get(small, image, first);
		get(small, image, second);
		assertEquals(1, small.size());
		assertSame(second, get(small, image, second));
		assertEquals(2, analyses.get());
		get(small, image, first);
		assertEquals(3, analyses.get());
	}

	@Test
	void theNewestStaysWhateverItsSize() {
		final AnalysisCache none = new AnalysisCache(0, portrait -> 1000);
		get(none, image, first);
		get(none, image, first);
		assertEquals(1, analyses.get());
	}

	@Test
	void whatIsKeptForClosedImagesAloneGoes() {
		final ImagePlus other = new ImagePlus();
		get(cache, image, first);
		get(cache, other, first);
		get(cache, image, second);
		cache.release(image);
		assertEquals(1, cache.size());
		cache.release(other);
		assertEquals(0, cache.size());
		assertNotSame(first, second);
	}

	/** A macro that asks for one face after another of one picture; how often its heads were begun anew is counted. */
	private Profile face(final AnalysisCache from, final Picture picture, final int column) {
		final int cell = EggHead.SIDE / 8;
		final FaceChoice choice = FaceChoice.inside(column * cell, 3 * cell, cell, cell);
		return from.get(ENGINE, image, picture, choice, Progress.NONE, (same, heads, which, progress) -> {
			if (heads == null) analyses.incrementAndGet();
			return engine.analyze(heads == null ? engine.heads(same) : heads, which, progress);
		});
	}

	@Test
	void theHeadsOfAPictureAreBegunOnceForAllItsFaces() {
		final ImagePlus row = EggHead.faces(EggHead.SIDE, 1, 3, 3, 3, 5, 3);
		final Profile left = face(cache, Photograph.of(row).picture(), 1), middle = face(cache, Photograph.of(row).picture(), 3);
		assertSame(left.heads(), middle.heads());
		assertTrue(left.box().x() < middle.box().x());
		assertSame(left.heads(), face(cache, Photograph.of(row).picture(), 5).heads());
		assertEquals(1, analyses.get());
		row.getProcessor().set(7, 7, 0x123456);
		assertNotSame(left.heads(), face(cache, Photograph.of(row).picture(), 3).heads(), "an edited picture");
		assertEquals(2, analyses.get());
	}

	@Test
	void allFacesAndOneOfThemShareTheirHeads() {
		final Picture row = Photograph.of(EggHead.faces(EggHead.SIDE, 1, 3, 3, 3, 5, 3)).picture();
		final Profile left = face(cache, row, 1);
		final List<Profile> all = every(row);
		assertEquals(3, all.size());
		all.forEach(one -> assertSame(left.heads(), one.heads()));
		assertSame(all, every(row), "all of them are kept");
		assertSame(left.heads(), face(cache, row, 5).heads());
		assertEquals(1, analyses.get());
		assertEquals(3, left.heads().count(), "readings");
	}

	private List<Profile> every(final Picture picture) {
		return cache.all(ENGINE, image, picture, FaceChoice.all(), Progress.NONE, (same, heads, which, progress) -> {
			if (heads == null) analyses.incrementAndGet();
			return engine.analyzeAll(heads == null ? engine.heads(same) : heads, which, progress);
		});
	}

	/** They are no more than what is kept of the picture, and go with it. */
	@Test
	void headsGoWithTheFacesThatAreKept() {
		final Picture row = Photograph.of(EggHead.faces(EggHead.SIDE, 1, 3, 5, 3)).picture();
		final AnalysisCache small = new AnalysisCache(0, portrait -> 1000);
		face(small, row, 1);
		face(small, row, 5);
		assertEquals(1, analyses.get(), "the newest is kept, and its heads");
		small.release(image);
		face(small, row, 1);
		assertEquals(2, analyses.get());
		get(small, image, second);
		face(small, row, 5);
		assertEquals(4, analyses.get(), "another picture's analysis, and this one anew");
	}
}
