package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;
import org.icportrait.view.ViewOptions;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PortraitEngineTest {

	private static final PortraitOptions TURNED_AND_LIT = PortraitOptions.DEFAULT.withPose(PoseChoice.absolute(20, 5, 0))
		.withLight(new LightChoice.Preset(LightPreset.KEY_LEFT, 1));
	private static PortraitEngine engine;
	private static AnalyzedPortrait egg;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine());
		egg = engine.analyze(Photograph.of(EggHead.one()).picture(), FaceChoice.largest(), Progress.NONE);
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@Test
	void onePortraitServesManyThreads() {
		final float[] expected = engine.generate(egg, TURNED_AND_LIT, Progress.NONE).picture().data();
		final List<float[]> results = IntStream.range(0, 6).parallel().mapToObj(i -> {
			final AnalyzedPortrait portrait = i % 2 == 0 ? egg : engine.analyze(egg.picture(), FaceChoice.largest(), Progress.NONE);
			return engine.generate(portrait, TURNED_AND_LIT, Progress.NONE).picture().data();
		}).toList();
		for (final float[] result : results) assertArrayEquals(expected, result, 1e-6f);
	}

	@Test
	void thePictureIsNeverChanged() {
		final float[] before = egg.picture().data().clone();
		engine.generate(egg, TURNED_AND_LIT, Progress.NONE);
		engine.generate(egg, PortraitOptions.DEFAULT.withLight(new LightChoice.Preset(LightPreset.RIM, 1)), Progress.NONE);
		assertArrayEquals(before, egg.picture().data());
	}

	@Test
	void resultsSayWhereTheyComeFrom() {
		final PortraitResult result = engine.generate(egg, TURNED_AND_LIT.withBackground(ViewOptions.Background.REMOVE), Progress.NONE);
		assertNotNull(result.alpha());
		assertNotNull(result.warp());
		assertNotNull(result.light());
		assertNull(result.canvas());
		assertEquals(3, result.warp().picture().channels());
		final Provenance origin = result.provenance();
		assertEquals("generate", origin.action());
		assertEquals(20.0, origin.parameters().get("yaw"));
		assertEquals("transparent", origin.parameters().get("background"));
		assertEquals(2, origin.hashes().size());
		assertTrue(origin.toJson().contains("\"light\": \"key left\""));
		assertTrue(origin.toText().startsWith(Provenance.NOTICE));
	}

	@Test
	void aStitchKeepsTheViewAndShowsItsCanvas() {
		final PortraitResult result = engine.stitch(egg, egg, StitchOptions.DEFAULT, Progress.NONE);
		assertNull(result.warp());
		assertEquals(2 * EggHead.SIDE, result.canvas().width());
		assertEquals(EggHead.SIDE, result.picture().width());
	}

	@Test
	void lightOfAPhotographReachesTheTurnedHead() {
		final PortraitOptions options = TURNED_AND_LIT.withLight(new LightChoice.Reference(egg, StitchOptions.DEFAULT));
		final PortraitResult result = engine.generate(egg, options, Progress.NONE);
		assertNotNull(result.canvas());
		assertNotNull(result.warp());
	}

	@Test
	void onePictureChannelIsEnoughAndTwoAreRefused() {
		final Picture colour = egg.picture();
		final Picture grey = new Picture(colour.width(), colour.height(), 1, Arrays.copyOf(colour.data(), colour.planeSize()));
		final AnalyzedPortrait portrait = engine.analyze(grey, FaceChoice.largest(), Progress.NONE);
		assertEquals(3, engine.generate(portrait, TURNED_AND_LIT, Progress.NONE).picture().channels());
		final Picture two = new Picture(colour.width(), colour.height(), 2, Arrays.copyOf(colour.data(), 2 * colour.planeSize()));
		assertThrows(BadInput.class, () -> engine.analyze(two, FaceChoice.largest(), Progress.NONE));
	}

	@Test
	void severalFacesNeedAChoice() {
		final Picture two = Photograph.of(EggHead.faces(EggHead.SIDE, 2, 3, 6, 3)).picture();
		assertEquals(2, engine.findFaces(two, Progress.NONE).size());
		final BadInput thrown = assertThrows(BadInput.class, () -> engine.analyze(two, FaceChoice.all(), Progress.NONE));
		assertTrue(thrown.getMessage().contains("2 faces"), thrown.getMessage());
		assertEquals(2, engine.analyzeAll(two, FaceChoice.all(), Progress.NONE).size());
		assertEquals(325, engine.analyze(two, FaceChoice.inside(300, 150, 60, 60), Progress.NONE).box().x(), 1e-3);
	}

	@Test
	void whoeverCancelsGetsNoPicture() {
		final Progress cancelled = new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> engine.analyze(egg.picture(), FaceChoice.largest(), cancelled));
		assertThrows(CancellationException.class, () -> engine.generate(egg, TURNED_AND_LIT, cancelled));
	}

	@Test
	void aWrongModelFolderIsSaid() {
		final BadInput thrown = assertThrows(BadInput.class,
			() -> PortraitEngine.open(EngineOptions.DEFAULT.withPack(Path.of("nowhere"))));
		assertTrue(thrown.getMessage().contains("does not exist"), thrown.getMessage());
	}
}
