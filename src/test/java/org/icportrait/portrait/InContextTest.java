package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.view.Background;
import org.icportrait.view.View;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** In-context generation with networks written by hand: what is seen stays, what is not is theirs, and the numbers that steer them do. */
class InContextTest extends GeneratingEgg {

	private static final Scene TURNED = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));
	private static final Scene GENERATED = TURNED.withGeneration(Denoising.DEFAULT);
	/** Picture pixels beside what is generated in which the photograph gives way: two of the frame, and one more where it shows hair, read between. */
	private static final int BORDER = 12;

	private static PortraitResult make(final Scene scene) {
		return engine.make(Person.of(egg), scene, Progress.NONE);
	}

	@Test
	void whatThePhotographShowsStaysAndTheRestIsGenerated() {
		final PortraitResult geometric = make(TURNED), generated = make(GENERATED);
		final float[] before = geometric.picture().data(), after = generated.picture().data(), share = generated.generated().data();
		final int n = share.length;
		int made = 0, changed = 0;
		for (int i = 0; i < n; i++) {
			if (share[i] > 0.95f) {
				made++;
				// Coarse colours are drawn towards the closure's, which is as dark as the body of the hair, and at the border to the photograph's.
				if (Math.abs(after[i] - before[i]) + Math.abs(after[n + i] - before[n + i]) > 0.01) changed++;
			}
			for (int c = 0; share[i] == 0 && c < 3; c++) assertEquals(before[c * n + i], after[c * n + i]);
		}
		assertTrue(made > 50, made + " pixels were generated");
		assertTrue(changed > 0.8 * made, changed + " of " + made + " generated pixels are not geometry's");
		assertNull(geometric.generated());
		assertEquals("geometric", geometric.provenance().facts().get("method"));
		assertEquals("in-context", generated.provenance().facts().get("method"));
	}

	/** The frame reaches up to there, as tall hair needs. */
	@Test
	void thePersonBeginsWhereTheViewFirstShowsIt() {
		final View view = make(TURNED).view();
		final int row = (int) InContextPortrait.highest(view) - view.area().y();
		assertTrue(row > 0 && row < view.alpha().height() / 2, "row " + row);
		assertTrue(isShown(view, row));
		for (int y = 0; y < row; y++) assertFalse(isShown(view, y), "row " + y);
		final Frame frame = engine.condition(Person.of(egg), TURNED, Progress.NONE).frame();
		assertEquals(Frame.of(view.camera(), frame.side()).reaching(InContextPortrait.highest(view)), frame);
		assertTrue(frame.toPicture().y(0, 0) <= InContextPortrait.highest(view));
	}

	private static boolean isShown(final View view, final int row) {
		for (int x = 0; x < view.alpha().width(); x++) if (view.alpha().get(x, row, 0) >= 0.5f) return true;
		return false;
	}

	/** Whatever the networks, which know colours, make of it. */
	@Test
	void aGreyPhotographStaysGrey() {
		final Picture colour = Photograph.of(EggHead.one()).picture(), grey = colour.copy();
		final int n = grey.planeSize();
		for (int i = 0; i < 3 * n; i++) grey.data()[i] = Colour.luminance(colour.data()[i % n], colour.data()[n + i % n], colour.data()[2 * n + i % n]);
		final PortraitResult made = engine.make(Person.of(engine.analyze(grey, FaceChoice.largest(), Progress.NONE)), GENERATED, Progress.NONE);
		final float[] d = made.picture().data();
		int generated = 0;
		for (int i = 0; i < n; i++) {
			if (made.generated().data()[i] > 0.5f) generated++;
			assertEquals(d[i], d[n + i], 1e-3f);
			assertEquals(d[i], d[2 * n + i], 1e-3f);
		}
		assertTrue(generated > 50);
	}

	/** The geometric result where a photograph shows the person and where the head was closed, what lies behind elsewhere; what the denoiser will be given, and it is not asked. */
	@Test
	void theConditionIsTheGeometricResultBeforeWhatLiesBehind() {
		final Condition condition = engine.condition(Person.of(egg), TURNED, Progress.NONE);
		final int side = condition.frame().side(), n = side * side;
		final Picture geometric = CropSampler.crop(make(TURNED).picture(), condition.frame().toPicture(), side), start = condition.startPicture();
		int covered = 0, closed = 0;
		for (int i = 0; i < n; i++) {
			final boolean shown = condition.maps().buffer().get(n + i) > 0, drawn = condition.maps().buffer().get(6 * n + i) != 0;
			if (shown) covered++;
			else if (drawn) closed++;
			for (int c = 0; c < 3; c++) assertEquals(Math.min(1, (drawn ? geometric : condition.behind()).data()[c * n + i]), start.data()[c * n + i], 1e-3f);
		}
		assertTrue(covered > n / 20 && covered < n, covered + " of " + n);
		assertTrue(closed > 20, closed + " closed");
	}

	/** What closes the head borrows its colour from elsewhere, and yet its place is its own: turned as the head is, it lies as deep as it says. */
	@Test
	void whatClosesTheHeadHasItsOwnPlace() {
		final Condition condition = engine.condition(Person.of(egg), TURNED, Progress.NONE);
		final Rotation turned = new Pose(60, 0, 0).toRotation();
		final int n = condition.frame().side() * condition.frame().side();
		final FloatBuffer maps = condition.maps().buffer();
		for (int i = 0; i < n; i++) {
			if (maps.get(n + i) > 0 || maps.get(6 * n + i) == 0) continue;
			assertEquals(maps.get(6 * n + i), turned.z(maps.get(3 * n + i), maps.get(4 * n + i), maps.get(5 * n + i)), 1e-4);
		}
	}

	@Test
	void aPackWithoutADenoiserHasNoCondition() {
		try (PortraitEngine geometric = PortraitEngine.open(EggHead.engine())) {
			final BadInput refused = assertThrows(BadInput.class, () -> geometric.condition(Person.of(egg), TURNED, Progress.NONE));
			assertTrue(refused.getMessage().contains("no network 'denoiser'"), refused.getMessage());
		}
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
		assertEquals("geometric", result.provenance().facts().get("method"));
	}

	@Test
	void automaticIsInContextWhereThePackCanGenerate() {
		final PortraitResult result = make(TURNED.withGeneration(Generation.AUTOMATIC));
		assertArrayEquals(make(GENERATED).picture().data(), result.picture().data());
		assertEquals("in-context", result.provenance().facts().get("method"));
		assertEquals("in-context", engine.generator(Generation.AUTOMATIC).name());
		assertEquals("geometric", engine.generator(null).name());
	}

	/** The picture that was made before there was a choice, and one sentence for what only networks give. */
	@Test
	void automaticIsGeometricWhereThePackCannotGenerate() {
		try (PortraitEngine plain = PortraitEngine.open(EggHead.engine())) {
			final Person who = Person.of(plain.analyze(egg.picture(), FaceChoice.largest(), Progress.NONE));
			final PortraitResult result = plain.make(who, TURNED.withGeneration(Generation.AUTOMATIC), Progress.NONE);
			assertArrayEquals(plain.make(who, TURNED, Progress.NONE).picture().data(), result.picture().data());
			assertNull(result.generated());
			assertEquals("geometric", result.provenance().facts().get("method"));
			for (final Generation more : new Generation[] { Generation.AUTOMATIC.withMask(new Picture(EggHead.SIDE, EggHead.SIDE, 1)), Generation.AUTOMATIC.withExtras(
				new Extras(2, false, false, false, false)) })
			{
				final BadInput refused = assertThrows(BadInput.class, () -> plain.make(who, TURNED.withGeneration(more), Progress.NONE));
				assertTrue(refused.getMessage().contains("a mask, variants, start, canvas and flow need; leave them out"), refused.getMessage());
			}
		}
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
			assertTrue(refused.getMessage().contains("choose the method automatic or geometric"), refused.getMessage());
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
