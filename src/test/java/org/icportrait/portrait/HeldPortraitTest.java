package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.face.MadeParts;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.turn.Turn;
import org.icportrait.view.Background;
import org.icportrait.view.HeldLayer;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A blue card before the face of the egg. */
class HeldPortraitTest extends GeneratingEgg {

	private static final int CELLS = 64;
	private static final float BLUE = 0.7f;
	private static final Scene TURNED = Scene.UNCHANGED.withPose(PoseChoice.absolute(25, 0, 0));

	/** Before the middle of the face, lower half. */
	private static Picture share() {
		final Picture out = new Picture(CELLS, CELLS, 1);
		for (int i = 0; i < CELLS * CELLS; i++) {
			final double u = (i % CELLS + 0.5) / CELLS, v = (i / CELLS + 0.5) / CELLS;
			if (Math.abs(u - 0.5) < 0.08 && v > 0.5 && v < 0.66) out.data()[i] = 1;
		}
		return out;
	}

	private static Profile profile(final Picture share) {
		final Picture picture = egg.picture().copy();
		final Similarity toCrop = egg.reading().cropToPicture().inverse();
		for (int i = 0; i < picture.planeSize(); i++) {
			final double x = i % picture.width() + 0.5, y = i / picture.width() + 0.5, u = toCrop.x(x, y), v = toCrop.y(x, y);
			if (Math.abs(u - 0.5) >= 0.08 || v <= 0.5 || v >= 0.66) continue;
			for (int c = 0; c < 3; c++) picture.data()[c * picture.planeSize() + i] = c == 2 ? BLUE : 0.02f;
		}
		return Profile.of(picture, egg.box(), share == null ? egg.reading() : MadeParts.held(egg.reading(), share));
	}

	private static PortraitResult make(final Profile profile, final Scene scene) {
		return engine.make(Person.of(profile), scene, Progress.NONE);
	}

	private static HeldLayer layer(final Profile profile, final PortraitResult result) {
		return HeldLayer.of(profile.head(Progress.NONE), result.view(), Turn.HEAD, Progress.NONE);
	}

	private interface Pixel {

		void at(int i);
	}

	/** Pixels of the picture that a thing covers wholly. */
	private static int covered(final HeldLayer layer, final int width, final Pixel pixel) {
		int count = 0;
		for (int i = 0; i < layer.area().size(); i++) {
			if (layer.share().data()[i] < 0.999) continue;
			pixel.at((layer.area().y() + i / layer.area().width()) * width + layer.area().x() + i % layer.area().width());
			count++;
		}
		return count;
	}

	@Test
	void itStandsBeforeWhatWasGeneratedAndIsNotGenerated() {
		final Profile profile = profile(share());
		for (final Scene scene : new Scene[] { TURNED, TURNED.withGeneration(Denoising.DEFAULT) }) {
			final PortraitResult result = make(profile, scene);
			final int n = result.picture().planeSize();
			final int count = covered(layer(profile, result), result.picture().width(), i -> {
				assertEquals(BLUE, result.picture().data()[2 * n + i], 0.02);
				assertEquals(0.02, result.picture().data()[i], 0.02);
				if (result.generated() != null) assertEquals(0, result.generated().data()[i], 1e-3);
			});
			assertTrue(count > 20, count + " pixels");
		}
	}

	@Test
	void itIsPartOfWhatIsCutOut() {
		final Profile profile = profile(share());
		final PortraitResult result = make(profile, TURNED.withBackground(Background.REMOVE));
		covered(layer(profile, result), result.picture().width(), i -> assertEquals(1, result.alpha().data()[i], 1e-3));
	}

	@Test
	void eachVariantHasIt() {
		final Profile profile = profile(share());
		final Generation two = Generation.of(Denoising.DEFAULT).withExtras(new Extras(2, true, false, false, false));
		for (final Background background : new Background[] { Background.KEEP, Background.REMOVE }) {
			final PortraitResult result = make(profile, TURNED.withBackground(background).withGeneration(two));
			final List<Picture> variants = result.extras().variants();
			final int n = result.picture().planeSize();
			assertArrayEquals(result.picture().data(), variants.get(0).data());
			covered(layer(profile, result), result.picture().width(), i -> assertEquals(BLUE, variants.get(1).data()[2 * n + i], 0.02));
		}
	}

	@Test
	void itIsLitAsTheHeadIs() {
		final Profile profile = profile(share());
		final PortraitResult before = make(profile, TURNED), after = make(profile, TURNED.withLight(LightReading.of(LightPreset.KEY_LEFT.light(), 1)));
		final int n = before.picture().planeSize();
		final double[] change = new double[1];
		final int count = covered(layer(profile, after), before.picture().width(), i -> change[0] += Math.abs(after.picture().data()[2 * n + i] - before.picture().data()[2 * n + i]));
		assertTrue(change[0] > 0.02 * count, change[0] / count + " a pixel");
	}

	@Test
	void whatIsNotTurnedIsThePhotograph() {
		final Profile profile = profile(share());
		assertNotNull(profile.head(Progress.NONE).held());
		assertArrayEquals(profile.picture().data(), make(profile, Scene.UNCHANGED).picture().data());
	}

	@Test
	void whereNothingIsHeldNothingChanges() {
		final Scene scene = TURNED.withGeneration(Denoising.DEFAULT);
		final PortraitResult without = make(profile(null), scene), with = make(profile(new Picture(CELLS, CELLS, 1)), scene);
		assertArrayEquals(without.picture().data(), with.picture().data());
		assertArrayEquals(without.generated().data(), with.generated().data());
	}

	/** It does not go with the head as the photograph does. */
	@Test
	void aHeadBehindItIsCutOutHoweverLittleItTurns() {
		final Scene little = Scene.UNCHANGED.withPose(PoseChoice.change(8, 0, 0));
		assertFalse(make(profile(share()), little).view().isBent());
		assertTrue(make(profile(null), little).view().isBent());
	}
}
