package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Denoising;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** In-context generation with networks written by hand: what is seen stays, what is not is theirs, and the numbers that steer them do. */
class InContextTest extends GeneratingEgg {

	private static final Scene TURNED = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));
	private static final Scene GENERATED = TURNED.withGeneration(Denoising.DEFAULT);
	/** Picture pixels beside what is generated in which the photograph gives way: two of the frame, read between. */
	private static final int BORDER = 8;

	private static PortraitResult make(final Scene scene) {
		return engine.make(Person.of(egg), scene, Progress.NONE);
	}

	@Test
	void whatThePhotographShowsStaysAndTheRestIsGenerated() {
		final PortraitResult geometric = make(TURNED), generated = make(GENERATED);
		final float[] before = geometric.picture().data(), after = generated.picture().data(), share = generated.generated().data();
		final int n = share.length;
		int made = 0, red = 0;
		for (int i = 0; i < n; i++) {
			if (share[i] > 0.95f) {
				made++;
				if (after[i] > after[n + i] && after[i] > after[2 * n + i]) red++; // but for the border, where it has the photograph's colour
			}
			for (int c = 0; share[i] == 0 && c < 3; c++) assertEquals(before[c * n + i], after[c * n + i]);
		}
		assertTrue(made > 50, made + " pixels were generated");
		assertTrue(red > 0.9 * made, red + " of " + made + " generated pixels are the denoiser's red");
		assertNull(geometric.generated());
		assertEquals("in-context", generated.provenance().facts().get("method"));
	}

	/** What {@code View.known} calls surely seen is no pixel that changes, but for a narrow border beside what is generated. */
	@Test
	void nothingSurelySeenIsGenerated() {
		final PortraitResult result = make(GENERATED);
		final Picture known = result.view().known();
		final int n = known.planeSize();
		final boolean[] unsure = new boolean[n];
		for (int i = 0; i < n; i++) unsure[i] = known.data()[i] < 0.6f || known.data()[n + i] < 1 || known.data()[2 * n + i] > 0;
		final boolean[] beside = Dilation.grow(unsure, known.width(), BORDER, Progress.NONE);
		int seen = 0;
		for (int i = 0; i < n; i++) {
			if (beside[i]) continue;
			seen++;
			assertEquals(0, result.generated().get(result.view().area().x() + i % known.width(), result.view().area().y() + i / known.width(), 0));
		}
		assertTrue(seen > 100, seen + " pixels are surely seen");
	}

	@Test
	void theSameSeedGivesTheSamePictureAndAnotherOneAnother() {
		final float[] one = make(GENERATED).picture().data();
		assertArrayEquals(one, make(GENERATED).picture().data());
		assertFalse(Arrays.equals(one, make(TURNED.withGeneration(Denoising.DEFAULT.withVariant(1))).picture().data()));
		assertFalse(Arrays.equals(one, make(TURNED.withGeneration(new Denoising(6, 1, 1, 2, 0))).picture().data()));
	}

	@Test
	void guidanceIsThePhotographs() {
		final float[] none = make(TURNED.withGeneration(new Denoising(6, 1, 0, 1, 0))).picture().data();
		final float[] one = make(GENERATED).picture().data(), two = make(TURNED.withGeneration(new Denoising(6, 1, 2, 1, 0))).picture().data();
		assertFalse(Arrays.equals(none, one));
		assertFalse(Arrays.equals(one, two));
	}

	@Test
	void severalPhotographsGuideTogether() {
		final PortraitResult both = engine.make(Person.of(egg, egg), GENERATED, Progress.NONE);
		assertTrue(both.generated().data().length > 0);
		assertFalse(Arrays.equals(make(TURNED).picture().data(), both.picture().data()));
	}

	@Test
	void aViewThatNothingTurnedIsNotGenerated() {
		final PortraitResult result = make(Scene.UNCHANGED.withGeneration(Denoising.DEFAULT));
		assertNull(result.generated());
		assertArrayEquals(egg.picture().data(), result.picture().data());
	}

	@Test
	void aTakenAwayBackgroundLeavesNoGrey() {
		final PortraitResult result = make(GENERATED.withBackground(Background.REMOVE));
		final float[] alpha = result.alpha().data(), colours = result.picture().data();
		int empty = 0;
		for (int i = 0; i < alpha.length; i++) {
			if (alpha[i] > 0) continue;
			empty++;
			assertEquals(0, colours[i]);
		}
		assertTrue(empty > alpha.length / 4);
	}

	@Test
	void cancelsWithinAStep() {
		final AtomicBoolean generating = new AtomicBoolean();
		final Progress progress = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				if (stage.startsWith("Generating")) generating.set(true);
			}

			@Override
			public boolean isCancelled() {
				return generating.get();
			}
		};
		assertThrows(CancellationException.class, () -> engine.make(Person.of(egg), GENERATED, progress));
		assertTrue(generating.get());
	}

	@Test
	void aPreparedPersonGivesWhatTheEngineGives() {
		try (Generator generator = engine.inContext(); Generator.Prepared ready = generator.prepare(Person.of(egg), Progress.NONE)) {
			assertArrayEquals(make(GENERATED).picture().data(), ready.make(GENERATED, Progress.NONE).picture().data());
			assertArrayEquals(make(TURNED).picture().data(), ready.make(TURNED, Progress.NONE).picture().data());
		}
	}

	@Test
	void aPackWithoutADenoiserSaysSo() {
		try (PortraitEngine plain = PortraitEngine.open(EggHead.engine())) {
			final Profile same = plain.analyze(egg.picture(), FaceChoice.largest(), Progress.NONE);
			final BadInput refused = assertThrows(BadInput.class, () -> plain.make(Person.of(same), GENERATED, Progress.NONE));
			assertTrue(refused.getMessage().contains("choose the method geometric"), refused.getMessage());
			assertFalse(plain.generates());
		}
		assertTrue(engine.generates());
	}

	@Test
	void numbersOutOfRangeAreRefused() {
		assertThrows(BadInput.class, () -> new Denoising(0, 1, 1, 1, 0));
		assertThrows(BadInput.class, () -> new Denoising(6, 0, 1, 1, 0));
		assertThrows(BadInput.class, () -> new Denoising(6, 1, Double.NaN, 1, 0));
		assertThrows(BadInput.class, () -> new Denoising(6, 1, 1, 1, -1));
	}
}
