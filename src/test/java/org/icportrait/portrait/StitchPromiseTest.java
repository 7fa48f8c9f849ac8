package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.HeadBox;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The stitch keeps its word: given the box, whatever a mask hides counts for nothing, to the bit. With a network written by hand, or with that of
 * the pack in {@code -Dpack=FOLDER}.
 */
class StitchPromiseTest {

	private static PortraitEngine engine;
	private static Profile egg;

	@BeforeAll
	static void open() {
		final String folder = System.getProperty("pack");
		engine = PortraitEngine.open(EggHead.engine().withPack(folder == null ? EggHead.packWithStitch() : Path.of(folder)));
		egg = engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static float[] relit(final Picture reference, final HeadBox box, final StitchOptions options) {
		final LightReading light = engine.readLight(reference, box, options, Progress.NONE);
		assertEquals(box, light.box());
		final PortraitResult result = engine.make(Person.of(egg), Scene.UNCHANGED.withPose(PoseChoice.change(10, 0, 0)).withLight(light), Progress.NONE);
		assertEquals(List.of(box.x(), box.y(), box.side(), box.roll()), result.provenance().facts().get("reference_box"));
		return result.picture().data();
	}

	/** What is grey on the canvas is hidden; every such pixel of the reference is changed. */
	@Test
	void hiddenPixelsCountForNothing() {
		final Picture reference = brightened(egg.picture());
		final HeadBox box = egg.place();
		for (final double ratio : new double[] { 0.5, 0.8, 0.95 }) {
			final StitchOptions options = new StitchOptions(ratio, 0, 5, false);
			final Picture spoiled = noise(reference), seen = reference.copy();
			show(engine.readLight(reference, box, options, Progress.NONE), reference, spoiled);
			final float[] clean = relit(reference, box, options);
			assertArrayEquals(clean, relit(spoiled, box, options), "masked " + ratio);
			assertFalse(Arrays.equals(clean, relit(noise(seen), box, options)), "what is seen counts");
		}
	}

	@Test
	void aPhotographThatIsItsOwnReferenceIsNotChanged() {
		for (final double ratio : new double[] { 0, 0.8 }) {
			final LightReading light = engine.readLight(egg, new StitchOptions(ratio, 0, 1, false), Progress.NONE);
			assertArrayEquals(egg.picture().data(), engine.make(Person.of(egg), Scene.UNCHANGED.withLight(light), Progress.NONE).picture().data());
		}
	}

	/** Copies into {@code to} every pixel that the mask may show: those whose change changes the canvas. */
	private static void show(final LightReading light, final Picture reference, final Picture to) {
		final boolean[] shown = light.shown(reference.width(), reference.height());
		for (int i = 0; i < reference.data().length; i++) if (shown[i % reference.planeSize()]) to.data()[i] = reference.data()[i];
	}

	private static Picture noise(final Picture like) {
		final Random random = new Random(2);
		final Picture out = like.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] = random.nextFloat();
		return out;
	}

	/** Lit from the right. */
	private static Picture brightened(final Picture picture) {
		final Picture out = picture.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= 0.4f + 0.6f * (i % out.width()) / out.width();
		return out;
	}
}
