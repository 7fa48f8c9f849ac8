package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wanted beside a generated picture, with networks written by hand. */
class ExtrasTest extends GeneratingEgg {

	private static final Scene TURNED = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0));
	private static final int SIDE = 64;

	@TempDir
	Path folder;

	/** Of one step, so that much of the noise is left. */
	private static final Denoising NOISY = new Denoising(1, 1, 1, 1, 0);

	private static PortraitResult make(final Extras extras) {
		return engine.make(Person.of(egg), TURNED.withGeneration(Generation.of(NOISY).withExtras(extras)), Progress.NONE);
	}

	private static PortraitResult variant(final int number) {
		return engine.make(Person.of(egg), TURNED.withGeneration(NOISY.withVariant(number)), Progress.NONE);
	}

	/** The map is the standard deviation of what the variants are when each is made alone; the picture is the first of them. */
	@Test
	void uncertaintyIsThatOfTheVariants() {
		final PortraitResult result = make(new Extras(4, true, false, false, false));
		final List<float[]> alone = new ArrayList<>();
		final float[] share = new float[result.generated().planeSize()];
		for (int i = 0; i < 4; i++) {
			final PortraitResult one = variant(i);
			alone.add(one.picture().data());
			assertArrayEquals(one.picture().data(), result.extras().variants().get(i).data());
			for (int k = 0; k < share.length; k++) share[k] = Math.max(share[k], one.generated().data()[k]);
		}
		assertArrayEquals(alone.get(0), result.picture().data());
		int somewhere = 0, told = 0, exact = 0;
		for (int i = 0; i < share.length; i++) {
			final float said = result.extras().uncertainty().data()[i];
			if (share[i] == 0) assertTrue(Float.isNaN(said));
			else {
				// Hair that is laid on in part takes its share away, which is a little another one for each variant.
				assertEquals(deviation(alone, i), said, Math.max(0.02, 0.5 * deviation(alone, i)));
				told++;
				if (Math.abs(deviation(alone, i) - said) < 0.02) exact++;
			}
			if (said > 0.25) somewhere++;
		}
		assertTrue(exact > 0.95 * told, exact + " of " + told + " pixels to a fiftieth of a level");
		assertTrue(somewhere > 50, somewhere + " pixels are uncertain by more than a quarter of a level");
		assertTrue(result.provenance().facts().containsKey("uncertainty"));
	}

	/** Root mean square of the three channels' standard deviations, levels of 255, in two passes. */
	private static double deviation(final List<float[]> pictures, final int pixel) {
		double squares = 0;
		for (int c = 0; c < 3; c++) {
			final int at = c * pictures.get(0).length / 3 + pixel;
			double mean = 0;
			for (final float[] picture : pictures) mean += 255 * Colour.toSrgb(picture[at]) / pictures.size();
			for (final float[] picture : pictures) squares += Math.pow(255 * Colour.toSrgb(picture[at]) - mean, 2) / (pictures.size() - 1);
		}
		return Math.sqrt(squares / 3);
	}

	@Test
	void aCutOutHasVariantsToo() {
		final Scene scene = TURNED.withBackground(Background.REMOVE).withGeneration(Generation.of(Denoising.DEFAULT).withExtras(new Extras(2, true, false, false, false)));
		final PortraitResult result = engine.make(Person.of(egg), scene, Progress.NONE);
		assertArrayEquals(result.picture().data(), result.extras().variants().get(0).data());
		assertEquals(0, result.extras().variants().get(1).get(0, 0, 0));
	}

	@Test
	void theStartIsTheGeometricResultInTheFrame() {
		final PortraitResult result = make(new Extras(1, false, true, false, false));
		final Picture start = result.extras().start(), geometric = engine.make(Person.of(egg), TURNED, Progress.NONE).picture();
		assertEquals(SIDE, start.width());
		final Picture expected = CropSampler.crop(geometric, result.extras().frame().toPicture(), SIDE);
		final Picture covered = result.extras().frame().crop(result.view().known(), result.view().area(), EggHead.SIDE, EggHead.SIDE, Progress.NONE);
		int compared = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (covered.data()[SIDE * SIDE + i] < 0.6f) continue;
			compared++;
			for (int c = 0; c < 3; c++) assertEquals(expected.data()[c * SIDE * SIDE + i], start.data()[c * SIDE * SIDE + i], 1e-3);
		}
		assertTrue(compared > 100, compared + " pixels of the frame are covered");
		assertNull(result.extras().uncertainty());
		assertNull(result.extras().canvas());
		assertNull(result.extras().flow());
	}

	@Test
	void theCanvasIsPhotographsThenTheMaskedReference() {
		final Scene scene = TURNED.withGeneration(Generation.of(Denoising.DEFAULT).withExtras(new Extras(1, false, false, true, false)));
		final PortraitResult result = engine.make(Person.of(egg, egg), scene, Progress.NONE);
		final Picture colours = result.extras().canvas().colours(), mask = result.extras().canvas().mask();
		assertEquals(3 * SIDE, colours.width());
		int shown = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final int x = i % SIDE, y = i / SIDE;
			assertEquals(1, mask.get(x, y, 0));
			assertEquals(colours.get(x, y, 1), colours.get(SIDE + x, y, 1));
			if (mask.get(2 * SIDE + x, y, 0) > 0) shown++;
			else assertEquals(0.2140, colours.get(2 * SIDE + x, y, 1), 1e-3, "what is hidden is grey");
		}
		assertEquals(0.2, (double) shown / SIDE / SIDE, 0.02);
	}

	@Test
	void nothingIsMadeThatNobodyWants() {
		assertNull(make(Extras.NONE).extras());
		assertNull(engine.make(Person.of(egg), TURNED, Progress.NONE).extras());
		assertNull(make(new Extras(2, false, false, false, false)).extras().variants());
	}

	/** Each variant is a run of the denoiser, and nothing else is. */
	@Test
	void aVariantIsARun() {
		assertEquals(1, runs(Extras.NONE));
		assertEquals(1, runs(new Extras(1, false, true, true, true)));
		assertEquals(3, runs(new Extras(3, false, false, false, false)));
	}

	private static int runs(final Extras extras) {
		final int[] ends = new int[1];
		final double[] last = { 0 };
		engine.make(Person.of(egg), TURNED.withGeneration(Generation.of(Denoising.DEFAULT).withExtras(extras)), new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				assertTrue(fraction >= last[0] - 1e-9, "progress goes on");
				last[0] = fraction;
				if (stage.startsWith("Generating")) ends[0]++;
			}
		});
		return ends[0] / (Denoising.DEFAULT.steps() + 1);
	}

	@Test
	void whatCannotBeIsRefused() throws IOException {
		assertThrows(BadInput.class, () -> new Extras(0, false, false, false, false));
		assertThrows(BadInput.class, () -> new Extras(65, false, false, false, false));
		assertThrows(BadInput.class, () -> new Extras(1, true, false, false, false));
		try (PortraitEngine unguided = PortraitEngine.open(EggHead.engine().withPack(packWithoutGuide()))) {
			final Scene canvas = TURNED.withGeneration(Generation.of(Denoising.DEFAULT).withExtras(new Extras(1, false, false, true, false)));
			final BadInput refused = assertThrows(BadInput.class, () -> unguided.make(Person.of(egg), canvas, Progress.NONE));
			assertTrue(refused.getMessage().contains("no networks 'features' and 'guide'"), refused.getMessage());
			assertThrows(BadInput.class, () -> unguided.generator(canvas.generation()), "said before the first photograph is read");
			final Scene scene = TURNED.withGeneration(Generation.of(Denoising.DEFAULT).withExtras(new Extras(2, false, true, false, true)));
			final PortraitResult result = unguided.make(Person.of(egg), scene, Progress.NONE);
			assertEquals(SIDE, result.extras().start().width());
			assertNull(result.extras().flow(), "no network looks for it");
		}
	}

	private Path packWithoutGuide() throws IOException {
		try (Stream<Path> files = Files.list(EggHead.packWithGenerator())) {
			for (final Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
		}
		final Path manifest = folder.resolve("pack.json");
		final JsonObject pack = JsonParser.parseString(Files.readString(manifest)).getAsJsonObject();
		for (final String kind : List.of("features", "guide")) pack.getAsJsonObject("models").remove(kind);
		Files.writeString(manifest, pack.toString());
		return folder;
	}
}
