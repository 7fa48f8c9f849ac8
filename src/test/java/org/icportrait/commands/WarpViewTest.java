package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ImageProcessor;

import java.awt.Rectangle;
import java.util.HashMap;
import java.util.Map;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class WarpViewTest {

	/** Where the egg's bright nose stands in the test picture. */
	private static final int NOSE_X = 225;
	private static final int NOSE_Y = 175;

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
	}

	/** Runs with these inputs over the defaults, so that nothing that an earlier run stored counts. */
	private static CommandModule warp(final Object... inputs) throws Exception {
		final Map<String, Object> all = new HashMap<>(Map.of("pose", "absolute", "yaw", 0.0, "pitch", 0.0, "roll", 0.0, "turn", "head",
			"background", "keep", "colour", "#808080"));
		all.putAll(Map.of("visibility", false, "correspondence", false, "depth", false, "normals", false));
		for (int i = 0; i < inputs.length; i += 2) all.put((String) inputs[i], inputs[i + 1]);
		return CommandPlugIn.context().service(CommandService.class).run(WarpView.class, true, all).get();
	}

	@Test
	void theSamePoseGivesTheSamePicture() throws Exception {
		final ImagePlus photograph = EggHead.one();
		final ImagePlus view = (ImagePlus) warp("image", photograph, "pose", "change").getOutput("view");
		for (int i = 0; i < photograph.getProcessor().getPixelCount(); i++) {
			assertEquals(photograph.getProcessor().get(i) & 0xffffff, view.getProcessor().get(i) & 0xffffff);
		}
	}

	@Test
	void theNoseMovesWhereTheFaceTurns() throws Exception {
		final ImagePlus photograph = EggHead.one();
		photograph.getCalibration().pixelWidth = 0.1;
		final int[] before = ((int[]) photograph.getProcessor().getPixels()).clone();
		final ImagePlus right = (ImagePlus) warp("image", photograph, "yaw", 30.0).getOutput("view");
		final ImagePlus up = (ImagePlus) warp("image", photograph, "pitch", 25.0).getOutput("view");
		assertTrue(brightness(right)[0] > NOSE_X + 12, "to the picture's right");
		assertTrue(brightness(up)[1] < NOSE_Y - 8, "up");
		assertEquals("someone-view", right.getTitle());
		assertEquals(0.1, right.getCalibration().pixelWidth);
		assertTrue(right.getInfoProperty().contains(Provenance.NOTICE));
		assertTrue(right.getInfoProperty().contains("request.view.yaw: 30.0"));
		assertArrayEquals(before, (int[]) photograph.getProcessor().getPixels());
	}

	/** Centre of the pixels that are nearly white. */
	private static double[] brightness(final ImagePlus image) {
		final ImageProcessor grey = image.getProcessor().convertToByte(false);
		double x = 0, y = 0, count = 0;
		for (int i = 0; i < grey.getPixelCount(); i++) {
			if (grey.get(i) < 190) continue;
			x += i % grey.getWidth() + 0.5;
			y += i / grey.getWidth() + 0.5;
			count++;
		}
		assertTrue(count > 100, "the nose is there");
		return new double[] { x / count, y / count };
	}

	@Test
	void mapsCoverThePictureAndCorrespondencePointsBack() throws Exception {
		final CommandModule module = warp("image", EggHead.one(), "yaw", 20.0, "visibility", true, "correspondence", true, "depth", true, "normals",
			true);
		final ImagePlus places = (ImagePlus) module.getOutput("correspondence_map");
		assertEquals(3, places.getNChannels());
		assertEquals(EggHead.SIDE, places.getWidth());
		final double[] nose = brightness((ImagePlus) module.getOutput("view"));
		assertEquals(NOSE_X, places.getStack().getProcessor(1).getf((int) nose[0], (int) nose[1]), 3);
		assertEquals(NOSE_Y, places.getStack().getProcessor(2).getf((int) nose[0], (int) nose[1]), 3);
		assertEquals(0, places.getStack().getProcessor(3).getf((int) nose[0], (int) nose[1]), "the only photograph");
		assertTrue(((ImagePlus) module.getOutput("visibility_map")).getProcessor().getf((int) nose[0], (int) nose[1]) > 0.5);
		assertEquals(EggHead.SIDE, ((ImagePlus) module.getOutput("depth_map")).getHeight());
		assertEquals(3, ((ImagePlus) module.getOutput("normals_map")).getNChannels());
	}

	@Test
	void offThePersonMapsAreNaN() throws Exception {
		final CommandModule module = warp("image", EggHead.one(), "yaw", 20.0, "background", "transparent", "visibility", true, "correspondence",
			true, "depth", true, "normals", true);
		final ImageProcessor coverage = ((ImagePlus) module.getOutput("coverage")).getProcessor();
		coverage.setThreshold(1, 255);
		final Rectangle head = new ThresholdToSelection().convert(coverage).getBounds();
		for (final String name : new String[] { "visibility_map", "correspondence_map", "depth_map", "normals_map" }) {
			final ImageStack planes = ((ImagePlus) module.getOutput(name)).getStack();
			for (int c = 1; c <= planes.size(); c++) {
				final ImageProcessor plane = planes.getProcessor(c);
				assertTrue(Float.isNaN(plane.getf(head.x, head.y)), name + " in the corner beside the round head");
				for (int i = 0; i < plane.getPixelCount(); i++) {
					if (coverage.get(i) > 0) assertFalse(Float.isNaN(plane.getf(i)), name + " on the head");
				}
			}
		}
	}

	@Test
	void everyMapSaysWhatWasAskedForAndWhatItIs() throws Exception {
		final CommandModule module = warp("image", EggHead.one(), "yaw", 20.0, "background", "transparent", "visibility", true, "correspondence",
			true, "depth", true, "normals", true);
		for (final String name : new String[] { "coverage", "visibility_map", "correspondence_map", "depth_map", "normals_map" }) {
			final String info = ((ImagePlus) module.getOutput(name)).getInfoProperty();
			assertTrue(info.contains(Provenance.NOTICE) && info.contains("request.view.yaw: 20.0"), info);
			assertTrue(info.contains("request.view.background: transparent") && info.contains("request.profiles.1.path: someone.png"), info);
			assertTrue(info.contains("map: " + name.replace("_map", "")), info);
		}
	}

	@Test
	void mapsComeOnlyOnRequest() throws Exception {
		final CommandModule module = warp("image", EggHead.one(), "yaw", 10.0);
		assertNotNull(module.getOutput("view"));
		for (final String name : new String[] { "coverage", "visibility_map", "correspondence_map", "depth_map", "normals_map" }) {
			assertNull(module.getOutput(name), name);
		}
	}

	@Test
	void aCutOutGivesItsCoverage() throws Exception {
		final ImagePlus coverage = (ImagePlus) warp("image", EggHead.one(), "yaw", 10.0, "background", "transparent").getOutput("coverage");
		assertEquals(8, coverage.getBitDepth());
		assertEquals(0, coverage.getProcessor().get(2, 2));
		assertTrue(coverage.getProcessor().get(NOSE_X, NOSE_Y) > 250);
	}

	@Test
	void aColourStandsBehind() throws Exception {
		final ImagePlus view = (ImagePlus) warp("image", EggHead.one(), "yaw", 10.0, "background", "colour", "colour", "#3060c0").getOutput("view");
		assertEquals(0x3060c0, view.getProcessor().get(2, 2) & 0xffffff);
	}

	@Test
	void thePoseCanBeAnothers() throws Exception {
		final CommandModule module = warp("image", EggHead.one(), "pose", "like another", "other", EggHead.one());
		assertTrue(((ImagePlus) module.getOutput("view")).getInfoProperty().contains("request.view.like.path: someone.png"));
		assertTrue(warp("image", EggHead.one(), "pose", "like another", "other", null).getCancelReason().contains("needs that photograph"));
	}

	@Test
	void depthOfTheInputIsKept() throws Exception {
		final ImageProcessor grey = EggHead.one().getProcessor().convertToByte(true);
		final ImagePlus deep = new ImagePlus("deep", grey.convertToShort(false));
		deep.setDisplayRange(0, 255);
		assertEquals(8, ((ImagePlus) warp("image", new ImagePlus("grey", grey), "yaw", 5.0).getOutput("view")).getBitDepth());
		assertEquals(16, ((ImagePlus) warp("image", deep, "yaw", 5.0).getOutput("view")).getBitDepth());
	}

	@Test
	void wrongOptionsAreSaid() throws Exception {
		assertTrue(warp("image", EggHead.one(), "yaw", 91.0).getCancelReason().contains("yaw"), "too far");
		assertTrue(warp("image", EggHead.one(), "background", "colour", "colour", "blue").getCancelReason().contains("#rrggbb"));
	}

	@Test
	void severalFacesTakeTheLargestUnlessSelected() throws Exception {
		final ImagePlus two = EggHead.faces(EggHead.SIDE, 2, 3, 5, 3);
		two.setRoi(240, 140, 60, 60);
		final ImagePlus view = (ImagePlus) warp("image", two, "yaw", 20.0, "correspondence", true).getOutput("correspondence_map");
		assertTrue(Float.isNaN(view.getStack().getProcessor(1).getf(60, 175)), "the other face stays");
	}
}
