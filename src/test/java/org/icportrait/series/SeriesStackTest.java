package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ColorProcessor;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Pose;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where cells lie in the hyperstack, what its slices say, and what frames keep. */
class SeriesStackTest {

	private static PortraitEngine engine;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine());
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private Photograph photograph = Photograph.of(EggHead.one());
	private CellImages images;
	private final List<SeriesCell> cells = new ArrayList<>();

	private void make(final SeriesPlan plan, final String background) {
		final Profile profile = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE);
		images = new CellImages(plan, photograph, SeriesFrame.of(plan, profile));
		final PortraitRequest asked = new PortraitRequest(PortraitRequest.GENERATE, List.of(Source.titled("egg")), null, ViewWords.of("absolute", Pose.FRONTAL, null,
			"head", background, null), LightWords.KEEP, null, null);
		new SeriesRun(engine.geometric(), plan, asked, null).run(Person.of(profile), cells::add, Progress.NONE);
	}

	@Test
	void channelsViewsAndLights() {
		final SeriesPlan plan = SeriesPlan.of("none", "-20:20:20", "", "keep,key left", null);
		make(plan, "keep");
		final SeriesStack stack = new SeriesStack(plan, images, false);
		assertNull(stack.image("nothing yet"));
		cells.forEach(stack::put);
		final ImagePlus image = stack.image("series");
		assertEquals(3, image.getNChannels());
		assertEquals(3, image.getNSlices());
		assertEquals(2, image.getNFrames());
		assertEquals(CompositeImage.COMPOSITE, ((CompositeImage) image).getMode());
		assertEquals("yaw +20 | key left | blue", image.getStack().getShortSliceLabel(image.getStackIndex(3, 3, 2), 100));
		for (final SeriesCell cell : cells) {
			final ColorProcessor expected = (ColorProcessor) photograph.format().store(cell.result().picture());
			for (int c = 1; c <= 3; c++) {
				assertArrayEquals((byte[]) expected.getChannel(c, null).getPixels(), (byte[]) image.getStack().getPixels(image.getStackIndex(c, cell.view() + 1, cell.light() +
					1)));
			}
		}
		assertTrue(image.getStack().getSliceLabel(1).contains("request.view.yaw: -20"), "each slice says how it was made");
	}

	@Test
	void cellsThatAreMissingAreBlackAndSaySo() {
		final SeriesPlan plan = SeriesPlan.of("none", "-20:20:20", "", "keep,key left", null);
		make(plan, "keep");
		final SeriesStack stack = new SeriesStack(plan, images, false);
		for (final SeriesCell cell : cells.subList(0, 3)) stack.put(cell);
		final ImagePlus image = stack.image("series");
		assertEquals(2, image.getNSlices(), "views that have not begun are not there");
		final int missing = image.getStackIndex(1, 2, 2);
		assertEquals("yaw 0 | key left | red (not made)", image.getStack().getShortSliceLabel(missing, 100));
		for (final byte value : (byte[]) image.getStack().getPixels(missing)) assertEquals(0, value);
	}

	@Test
	void deepGreyStaysDeepAndCoverageIsAChannel() {
		photograph = Photograph.of(new ImagePlus("deep", EggHead.one().getProcessor().convertToShort(true)));
		final SeriesPlan plan = SeriesPlan.of("none", "10", "", "keep", null);
		make(plan, "transparent");
		final SeriesStack stack = new SeriesStack(plan, images, true);
		cells.forEach(stack::put);
		final ImagePlus image = stack.image("series");
		assertEquals(16, image.getBitDepth());
		assertEquals(2, image.getNChannels());
		assertEquals(0, image.getStack().getProcessor(2).get(1, 1));
		assertEquals(255, image.getStack().getProcessor(2).get(225, 175));
	}

	/** The numbers of a set's label map: background around, the body below, the face in the middle. */
	@Test
	void mf3dHasItsMapOfFaceParts() {
		final SeriesPlan all = SeriesPlan.of("mf3d", "", "", "", null);
		final SeriesPlan plan = new SeriesPlan(all.set(), all.views().stream().filter(view -> view.pose().equals(Pose.FRONTAL)).toList(), all.lights(), all.notes());
		make(plan, "keep");
		final SeriesStack stack = new SeriesStack(plan, images, false);
		cells.forEach(stack::put);
		final ImagePlus image = stack.image("series");
		assertEquals(4, image.getNChannels());
		assertEquals(0, image.getStack().getProcessor(4).get(2, 2));
		assertTrue(image.getStack().getProcessor(4).get(225, 175) > 0);
		assertEquals("MF3D_egg_Haz0_Hel0_Gaz0_Gel0", plan.fileName("egg", plan.views().get(0), plan.lights().get(0)));
	}

	@Test
	void framesHaveTheSizeOfTheSet() {
		final SeriesPlan plan = SeriesPlan.of("manyfaces", "", "", "", null);
		make(plan, "keep");
		final ImagePlus image = images.image(cells.get(0), "x");
		assertEquals(675, image.getWidth());
		assertEquals(900, image.getHeight());
		photograph = Photograph.of(EggHead.faces(EggHead.SIDE, 4, 1));
		final SeriesPlan crowded = new SeriesPlan(new StimulusSet("w", "t", plan.set().views(), plan.set().lights(), "{name}_{view}", new StimulusSet.Frame(675, 900, 0.999,
			0.4), false, List.of()), plan.views(), plan.lights(), List.of());
		final Profile profile = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE);
		assertTrue(SeriesFrame.of(crowded, profile).width() == 675);
	}

	@Test
	void whatDoesNotFitIntoMemoryIsSaidBefore() {
		final SeriesPlan plan = SeriesPlan.of("none", "-75:75:1", "-10:10:1", "keep", null);
		final Profile profile = engine.analyze(photograph.picture(), FaceChoice.largest(), Progress.NONE);
		final SeriesPlan huge = new SeriesPlan(new StimulusSet("w", "t", List.of(), List.of(), "{name}", new StimulusSet.Frame(30_000, 30_000, 0.5, 0.5), false, List.of()),
			plan.views(), plan.lights(), List.of());
		final CellImages large = new CellImages(huge, photograph, SeriesFrame.of(huge, profile));
		assertTrue(assertThrows(BadInput.class, () -> new SeriesStack(huge, large, false)).getMessage().contains("GB of memory"));
	}
}
