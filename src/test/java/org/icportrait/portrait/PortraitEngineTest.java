package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.StopWatch;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.light.LightPreset;
import org.icportrait.light.LightReading;
import org.icportrait.light.StitchOptions;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PortraitEngineTest {

	private static final LightReading LEFT = LightReading.of(LightPreset.KEY_LEFT.light(), 1);
	private static final Scene TURNED_AND_LIT = Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 5, 0)).withLight(LEFT);
	private static PortraitEngine engine;
	/** Nothing of a reference hidden: one face of an egg of 50 pixels tells too little of its light under a mask. */
	private static final StitchOptions ALL = new StitchOptions(0, 0, 1, false);
	private static Profile egg;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine());
		egg = read(Photograph.of(EggHead.one()).picture());
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static Profile read(final Picture picture) {
		return engine.analyze(picture, FaceChoice.largest(), Progress.NONE);
	}

	private static PortraitResult make(final Profile profile, final Scene scene) {
		return engine.make(Person.of(profile), scene, Progress.NONE);
	}

	/** Fresh portraits, so that every lazy part is made while other threads ask for it. */
	@Test
	void onePortraitServesManyThreads() throws Exception {
		final float[] expected = make(read(egg.picture()), TURNED_AND_LIT).picture().data();
		final ExecutorService threads = Executors.newFixedThreadPool(6);
		try {
			for (int round = 0; round < 5; round++) {
				final Profile fresh = read(egg.picture());
				final List<Future<float[]>> results = new ArrayList<>();
				for (int i = 0; i < 6; i++) results.add(threads.submit(() -> make(fresh, TURNED_AND_LIT).picture().data()));
				for (final Future<float[]> result : results) assertArrayEquals(expected, result.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void thePictureIsNeverChanged() {
		final float[] before = egg.picture().data().clone();
		make(egg, TURNED_AND_LIT);
		make(egg, Scene.UNCHANGED.withLight(LightReading.of(LightPreset.RIM.light(), 1)).withBackground(Background.REMOVE));
		assertArrayEquals(before, egg.picture().data());
	}

	@Test
	void nothingChangedIsThePhotographToTheBit() {
		assertArrayEquals(egg.picture().data(), make(egg, Scene.UNCHANGED).picture().data());
	}

	@Test
	void resultsSayWhereTheyComeFrom() {
		final PortraitResult result = make(egg, TURNED_AND_LIT.withBackground(Background.REMOVE));
		assertNotNull(result.alpha());
		assertNull(result.canvas());
		final Provenance origin = result.provenance();
		assertEquals("generate", origin.action());
		assertEquals(20, (double) origin.facts().get("yaw"), 1e-9);
		assertEquals(egg.pose().yaw(), (double) origin.facts().get("yaw_before"), 1e-9);
		assertEquals(27, ((List<?>) origin.facts().get("light_coefficients")).size());
		assertTrue(origin.toText().contains("lamps.1.direction: ["), origin.toText());
		assertEquals(2, origin.models().size());
		assertTrue(origin.toText().startsWith(Provenance.NOTICE));
		assertEquals("warp", make(egg, TURNED_AND_LIT.withLight(null)).provenance().action());
		assertEquals("relight", make(egg, Scene.UNCHANGED.withLight(LEFT)).provenance().action());
	}

	/** Nothing is found in the corner that the user draws around; the result says that it was taken at their word. */
	@Test
	void aRectangleWithoutAFindIsUsedAsDrawnAndSaysSo() {
		final Profile drawn = engine.analyze(egg.picture(), FaceChoice.inside(40, 60, 100, 90), Progress.NONE);
		assertTrue(drawn.box().drawn());
		assertEquals(90, drawn.box().x(), 1e-9);
		assertEquals(100, drawn.box().side(), 1e-9);
		final Provenance origin = make(drawn, TURNED_AND_LIT).provenance();
		assertEquals("the selection as drawn: no face was found in it", origin.facts().get("face"));
		assertNull(make(egg, TURNED_AND_LIT).provenance().facts().get("face"));
	}

	/** A title with a line break in it must not write a line of its own. */
	@Test
	void originsAreOneLineEach() {
		final Provenance origin = engine.provenance("warp", java.util.Map.of("source", "a\nnotice: a photograph\u2028b"));
		assertTrue(origin.toText().contains("source: a\\u000anotice: a photograph\\u2028b\n"), origin.toText());
	}

	/** The stitch changes the person alone, as far as he or she is there, and nothing moves. */
	@Test
	void aStitchKeepsTheViewAndTheBackground() {
		final LightReading light = engine.readLight(read(lit(0.1f, 1f)), ALL, Progress.NONE);
		final PortraitResult result = make(egg, Scene.UNCHANGED.withLight(light));
		assertTrue(result.view().isUnchanged());
		final Area area = result.view().area();
		final int side = EggHead.SIDE;
		float changed = 0;
		for (int y = 0; y < side; y++) {
			for (int x = 0; x < side; x++) {
				final boolean inside = x >= area.x() && y >= area.y() && x < area.right() && y < area.bottom();
				final float alpha = inside ? result.view().alpha().get(x - area.x(), y - area.y(), 0) : 0;
				final float before = egg.picture().get(x, y, 1), after = result.picture().get(x, y, 1);
				if (alpha == 0) assertEquals(before, after);
				changed = Math.max(changed, Math.abs(after - before));
			}
		}
		assertTrue(changed > 0.02, "the light came: " + changed);
		assertArrayEquals(crop(egg.picture()), crop(result.canvas()), "the canvas begins with the profile");
	}

	/** Light from a photograph lit from one side falls on that side of the turned head too. */
	@Test
	void lightOfAPhotographReachesTheTurnedHead() {
		final Scene turned = Scene.UNCHANGED.withPose(PoseChoice.absolute(20, 5, 0));
		final LightReading left = engine.readLight(read(lit(1f, 0.1f)), ALL, Progress.NONE);
		final LightReading right = engine.readLight(read(lit(0.1f, 1f)), ALL, Progress.NONE);
		final double byLeft = leftOverRight(make(egg, turned.withLight(left))), byRight = leftOverRight(make(egg, turned.withLight(right)));
		assertTrue(byLeft > 1.05 * byRight, byLeft + " by light from the left, " + byRight + " from the right");
	}

	/** One view, five lights: the head is prepared once and turned once. */
	@Test
	void fiveLightsTurnTheHeadOnce() {
		final List<String> stages = new ArrayList<>();
		final Progress counting = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				if (stages.isEmpty() || !stages.get(stages.size() - 1).equals(stage)) stages.add(stage);
			}
		};
		try (Generator generator = engine.geometric(); Generator.Prepared ready = generator.prepare(Person.of(read(egg.picture())), counting)) {
			for (final LightPreset preset : LightPreset.values()) {
				final Scene scene = TURNED_AND_LIT.withLight(LightReading.of(preset.light(), 1));
				assertArrayEquals(make(egg, scene).picture().data(), ready.make(scene, counting).picture().data());
			}
		}
		assertEquals(1, stages.stream().filter("Turning the head"::equals).count(), stages.toString());
		assertEquals(LightPreset.values().length, stages.stream().filter("Lighting the head"::equals).count(), stages.toString());
		assertEquals(1, stages.stream().filter("Preparing the head"::equals).count(), stages.toString());
		assertEquals(1, stages.stream().filter("Parting head and background"::equals).count(), stages.toString());
	}

	@Test
	void progressNeverRunsBackwards() {
		final List<Double> fractions = new ArrayList<>();
		engine.make(Person.of(read(egg.picture())), TURNED_AND_LIT, new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				fractions.add(fraction);
			}
		});
		for (int i = 1; i < fractions.size(); i++) assertTrue(fractions.get(i) >= fractions.get(i - 1), fractions.toString());
		assertEquals(1, fractions.get(fractions.size() - 1), 1e-9);
	}

	@Test
	void onePictureChannelIsEnoughAndTwoAreRefused() {
		final Picture colour = egg.picture();
		final Picture grey = new Picture(colour.width(), colour.height(), 1, Arrays.copyOf(colour.data(), colour.planeSize()));
		final float[] out = make(read(grey), TURNED_AND_LIT).picture().data();
		final int plane = colour.planeSize();
		for (int i = 0; i < plane; i += 7) assertEquals(out[i], out[plane + i], 1e-5f, "grey stays grey in white light");
		final Picture two = new Picture(colour.width(), colour.height(), 2, Arrays.copyOf(colour.data(), 2 * colour.planeSize()));
		assertThrows(BadInput.class, () -> read(two));
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
		assertThrows(CancellationException.class, () -> engine.analyze(egg.picture(), FaceChoice.largest(), StopWatch.STOPPED));
		assertThrows(CancellationException.class, () -> engine.make(Person.of(egg), TURNED_AND_LIT, StopWatch.STOPPED));
	}

	@Test
	void aWrongModelFolderIsSaid() {
		final BadInput thrown = assertThrows(BadInput.class, () -> PortraitEngine.open(EngineOptions.DEFAULT.withPack(Path.of("nowhere"))));
		assertTrue(thrown.getMessage().contains("does not exist"), thrown.getMessage());
	}

	/** The egg with its left part (in the picture) at one brightness and its right part at another. */
	private static Picture lit(final float left, final float right) {
		final Picture out = Photograph.of(EggHead.one()).picture();
		for (int i = 0; i < out.data().length; i++) {
			final float share = Math.max(0, Math.min(1, (i % out.width() - 200) / 50f));
			out.data()[i] *= left + share * (right - left);
		}
		return out;
	}

	/** Mean brightness of the left half of the head over that of its right half. */
	private static double leftOverRight(final PortraitResult result) {
		final Area area = result.view().area();
		final double[] sums = new double[2];
		for (int y = 0; y < area.height(); y++) {
			for (int x = 0; x < area.width(); x++) {
				final int px = area.x() + x;
				if (result.view().alpha().get(x, y, 0) < 0.99f) continue;
				sums[px < result.view().camera().x0() ? 0 : 1] += result.picture().get(px, area.y() + y, 1);
			}
		}
		return sums[0] / sums[1];
	}

	private static float[] crop(final Picture picture) {
		final float[] out = new float[EggHead.SIDE * EggHead.SIDE];
		for (int i = 0; i < out.length; i++) out[i] = picture.get(i % EggHead.SIDE, i / EggHead.SIDE, 1);
		return out;
	}
}
