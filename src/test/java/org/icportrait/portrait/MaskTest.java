package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mask of what may change: outside nothing does, and inside no seam follows it. */
class MaskTest {

	private static final Scene TURNED = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));

	private static PortraitEngine engine;
	private static Profile egg;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithGenerator()));
		egg = read(EggHead.SIDE);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static Profile read(final int side) {
		return engine.analyze(Photograph.of(EggHead.plain(side)).picture(), FaceChoice.largest(), Progress.NONE);
	}

	private static PortraitResult make(final Profile who, final Scene scene, final Picture mask) {
		return engine.make(Person.of(who), scene.withGeneration(Generation.of(Denoising.DEFAULT).withMask(mask)), Progress.NONE);
	}

	/** White left of a column. */
	private static Picture leftOf(final int side, final int column, final float white) {
		final Picture mask = new Picture(side, side, 1);
		for (int i = 0; i < mask.planeSize(); i++) mask.data()[i] = i % side < column ? white : 0;
		return mask;
	}

	@Test
	void outsideOfItTheGeometricPictureStaysToTheBit() {
		for (final Background background : new Background[] { Background.KEEP, Background.REMOVE, Background.colour(0.1f, 0.5f, 0.2f) }) {
			final Scene scene = TURNED.withBackground(background);
			final PortraitResult geometric = engine.make(Person.of(egg), scene, Progress.NONE), masked = make(egg, scene, leftOf(EggHead.SIDE, 215, 1));
			int inside = 0;
			for (int i = 0; i < 3 * EggHead.SIDE * EggHead.SIDE; i++) {
				final boolean same = Float.floatToRawIntBits(geometric.picture().data()[i]) == Float.floatToRawIntBits(masked.picture().data()[i]);
				if (i % EggHead.SIDE >= 215) assertTrue(same);
				else if (!same) inside++;
			}
			assertTrue(inside > 300, inside + " numbers changed inside");
			for (int i = 0; i < masked.generated().planeSize(); i++) if (i % EggHead.SIDE >= 215) assertEquals(0, masked.generated().data()[i]);
		}
	}

	/** What changes begins with next to nothing at the border and grows without a jump, at low and at high resolution. */
	@ParameterizedTest
	@ValueSource(ints = { 400, 1600 })
	void noSeamFollowsItsBorder(final int side) {
		final Profile who = side == EggHead.SIDE ? egg : read(side);
		final int border = 190 * side / EggHead.SIDE;
		final Picture before = engine.make(Person.of(who), TURNED, Progress.NONE).picture();
		final Picture masked = make(who, TURNED, leftOf(side, border, 1)).picture(), all = make(who, TURNED, null).picture();
		double first = 0, step = 0, sharp = 0;
		for (int y = 165 * side / EggHead.SIDE; y < 185 * side / EggHead.SIDE; y++) {
			for (int c = 0; c < 3; c++) {
				first = Math.max(first, Math.abs(masked.get(border - 1, y, c) - before.get(border - 1, y, c)));
				sharp = Math.max(sharp, Math.abs(all.get(border - 1, y, c) - before.get(border - 1, y, c)));
				for (int x = border - 12; x < border; x++) {
					final double here = masked.get(x, y, c) - before.get(x, y, c), next = masked.get(x + 1, y, c) - before.get(x + 1, y, c);
					step = Math.max(step, Math.abs(here - next));
				}
			}
		}
		assertTrue(sharp > 0.005, "without the border it would be a seam: " + sharp);
		assertTrue(first < 0.25 * sharp, "at the border it changes by " + first + " of " + sharp);
		assertTrue(step < 0.5 * sharp, "from pixel to pixel it changes by " + step + " of " + sharp);
	}

	@Test
	void aWhiteMaskIsNone() {
		assertArrayEquals(make(egg, TURNED, null).picture().data(), make(egg, TURNED, leftOf(EggHead.SIDE, EggHead.SIDE, 1)).picture().data(), 1e-6f);
	}

	@Test
	void greyIsAPart() {
		final float[] whole = make(egg, TURNED, null).generated().data(), half = make(egg, TURNED, leftOf(EggHead.SIDE, EggHead.SIDE, 0.5f)).generated().data();
		int compared = 0;
		for (int i = 0; i < whole.length; i++) {
			if (whole[i] < 0.9f) continue;
			compared++;
			// Hair of the photograph stands for half of the pixel, generated or not.
			assertEquals(0.5 * whole[i], half[i], 0.05);
		}
		assertTrue(compared > 50);
	}

	@Test
	void whatIsNoMaskOfThePhotographIsRefusedBeforeAnythingIsMade() {
		assertRefused("200 x 400 pixels and the photograph 400 x 400", new Picture(200, 400, 1));
		assertRefused("black everywhere", new Picture(400, 400, 1));
		final float[] numbers = new float[400 * 400];
		Arrays.fill(numbers, Float.NaN);
		assertRefused("black everywhere", new Picture(400, 400, 1, numbers));
	}

	private static void assertRefused(final String sentence, final Picture mask) {
		final BadInput refused = assertThrows(BadInput.class, () -> make(egg, TURNED, mask));
		assertTrue(refused.getMessage().contains(sentence), refused.getMessage());
	}
}
