package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.util.stream.Stream;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.face.Eyelids;
import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.face.Landmarks;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.portrait.Profile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class AnalyzePortraitTest {

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
		ResultsTable.getResultsTable().reset();
	}

	static CommandModule run(final Class<? extends org.scijava.command.Command> command, final Object... inputs) throws Exception {
		return CommandPlugIn.context().service(CommandService.class).run(command, true, inputs).get();
	}

	@Test
	void overlayRowAndMapsOfTheEgg() throws Exception {
		final ImagePlus photograph = EggHead.one();
		final int[] before = ((int[]) photograph.getProcessor().getPixels()).clone();
		final CommandModule module = run(AnalyzePortrait.class, "image", photograph, "faces", "largest", "mesh", true, "landmarks", true, "axes",
			true, "table", true, "maps", true);
		final ImagePlus analyzed = (ImagePlus) module.getOutput("analyzed");
		assertEquals("someone-analyzed", analyzed.getTitle());
		final String names = Stream.of(analyzed.getOverlay().toArray()).map(Roi::getName).toList().toString();
		assertTrue(names.contains("mesh") && names.contains("landmarks") && names.contains("axis out of the face"), names);
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(1, table.size());
		assertEquals(225, table.getValue("X (px)", 0), 1e-3);
		assertEquals(175, table.getValue("Y (px)", 0), 1e-3);
		assertEquals(0, table.getValue("Yaw (deg)", 0), 1e-3);
		final ImagePlus maps = (ImagePlus) module.getOutput("surface");
		assertEquals(12, maps.getNChannels());
		assertEquals(0.9, maps.getStack().getProcessor(1).getf(64, 64), 0.01, "depth of the egg's nose");
		assertArrayEquals(before, (int[]) photograph.getProcessor().getPixels());
		assertNull(photograph.getOverlay());
	}

	@Test
	void theMapsLieWhereTheHeadIsInThePhotographsUnits() throws Exception {
		final ImagePlus photograph = EggHead.one();
		photograph.getCalibration().pixelWidth = photograph.getCalibration().pixelHeight = 0.5;
		photograph.getCalibration().setUnit("mm");
		photograph.getCalibration().xOrigin = 100;
		final ImagePlus maps = (ImagePlus) run(AnalyzePortrait.class, "image", photograph, "faces", "largest", "maps", true).getOutput("surface");
		final ImageProcessor depth = maps.getStack().getProcessor(1);
		int nose = 0;
		for (int i = 0; i < depth.getPixelCount(); i++) {
			if (Float.isNaN(depth.getf(nose)) || depth.getf(i) > depth.getf(nose)) nose = i;
		}
		final Calibration units = maps.getCalibration();
		assertEquals("mm", units.getUnit());
		assertEquals((225 - 100) * 0.5, units.getX(nose % 128 + 0.5), 1.5);
		assertEquals(175 * 0.5, units.getY(nose / 128 + 0.5), 1.5);
		final double crop = FaceBox.CROP * ResultsTable.getResultsTable().getValue("Side (px)", 0);
		assertEquals(0.5 * crop / 128, units.pixelWidth, 1e-6);
		assertEquals(0.5 * crop / 128, units.pixelHeight, 1e-6);
	}

	@Test
	void offTheHeadTheMapsAreNaN() throws Exception {
		final ImagePlus maps = (ImagePlus) run(AnalyzePortrait.class, "image", EggHead.one(), "maps", true).getOutput("surface");
		for (int c = 1; c < maps.getNChannels(); c++) {
			assertTrue(Float.isNaN(maps.getStack().getProcessor(c).getf(1, 1)), maps.getStack().getSliceLabel(c));
			assertFalse(Float.isNaN(maps.getStack().getProcessor(c).getf(64, 64)), maps.getStack().getSliceLabel(c));
		}
		assertFalse(Float.isNaN(maps.getStack().getProcessor(12).getf(1, 1)), "the matte is known everywhere");
	}

	@Test
	void pictureAndMapsSayWhatWasAskedForAndFound() throws Exception {
		final ImagePlus photograph = EggHead.one();
		photograph.setRoi(new Roi(200, 150, 50, 50));
		final CommandModule module = run(AnalyzePortrait.class, "image", photograph, "faces", "all", "maps", true);
		for (final String name : new String[] { "analyzed", "surface" }) {
			final String info = ((ImagePlus) module.getOutput(name)).getInfoProperty();
			assertTrue(info.contains("action: analyze") && info.contains("request.face."), info);
			assertTrue(info.contains("request.face.selection: [200.0, 150.0, 50.0, 50.0]") && info.contains("found.1.x: 225.0"), info);
		}
	}

	@Test
	void allFacesGiveARowEach() throws Exception {
		run(AnalyzePortrait.class, "image", EggHead.faces(EggHead.SIDE, 2, 3, 6, 3), "faces", "all", "maps", false);
		assertEquals(2, ResultsTable.getResultsTable().size());
	}

	/** In whatever order a macro asks for them, and whoever else of the commands does. */
	@Test
	void oneFaceAllAndASeriesReadThePhotographOnce() throws Exception {
		final ImagePlus photograph = EggHead.faces(EggHead.SIDE, 2, 3, 6, 3);
		final PortraitService portraits = CommandPlugIn.context().service(PortraitService.class);
		final int begun = portraits.begun();
		for (final String faces : new String[] { "all", "largest", "all" }) run(AnalyzePortrait.class, "image", photograph, "faces", faces, "maps", false);
		assertEquals(5, ResultsTable.getResultsTable().size());
		ViewByLightSeriesTest.run("image", photograph, "yaw", "-10,10", "lights", "keep");
		assertEquals(begun + 1, portraits.begun(), "readings of the photograph");
		photograph.getProcessor().invert();
		photograph.getProcessor().invert();
		photograph.getProcessor().set(3, 3, 0);
		run(AnalyzePortrait.class, "image", photograph, "faces", "all", "maps", false);
		assertEquals(begun + 2, portraits.begun(), "an edited one");
	}

	@Test
	void theSelectionChoosesTheFace() throws Exception {
		final ImagePlus photograph = EggHead.faces(EggHead.SIDE, 2, 3, 6, 3);
		photograph.setRoi(new Roi(300, 150, 60, 60));
		run(AnalyzePortrait.class, "image", photograph, "faces", "largest", "maps", false);
		assertEquals(325, ResultsTable.getResultsTable().getValue("X (px)", 0), 1e-3);
	}

	@Test
	void greyAndSixteenBitsWorkAndKeepTheirDepth() throws Exception {
		final ImagePlus colour = EggHead.one();
		final ImagePlus grey = new ImagePlus("grey", colour.getProcessor().convertToByte(true));
		assertEquals(8, ((ImagePlus) run(AnalyzePortrait.class, "image", grey).getOutput("analyzed")).getBitDepth());
		final ImagePlus deep = new ImagePlus("deep", colour.getProcessor().convertToShort(true));
		assertEquals(16, ((ImagePlus) run(AnalyzePortrait.class, "image", deep).getOutput("analyzed")).getBitDepth());
		final ImagePlus real = new ImagePlus("real", colour.getProcessor().convertToByte(true).convertToFloat());
		assertEquals(32, ((ImagePlus) run(AnalyzePortrait.class, "image", real).getOutput("analyzed")).getBitDepth());
	}

	@Test
	void badPicturesEndTheCommandWithTheirSentence() throws Exception {
		assertReason("No face", EggHead.faces(EggHead.SIDE));
		assertReason("cut by the border", EggHead.faces(EggHead.SIDE, 0, 3));
		assertReason("at least 48 px", EggHead.faces(100, 4, 3));
		assertReason("too small", IJ.createImage("", "RGB white", 1, 1, 1));
		assertReason("at most", IJ.createImage("", "8-bit", 20_000, 1, 1));
		assertReason("empty", new ImagePlus());
		final ImagePlus broken = IJ.createImage("", "32-bit", 100, 100, 1);
		broken.getProcessor().setf(7, 8, Float.NaN);
		assertReason("Process > Noise > Remove NaNs...", broken);
	}

	private static void assertReason(final String part, final ImagePlus photograph) throws Exception {
		final CommandModule module = run(AnalyzePortrait.class, "image", photograph);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains(part), module.getCancelReason());
	}

	/** Neither 0, which would mean closed, nor NaN in the origin, which is JSON. */
	@Test
	void anEyeThatWasNotReadLeavesItsCellEmpty() {
		final ResultsTable table = new ResultsTable();
		AnalysisTable.addRow(table, "both", profile(new Eyelids(0.9, 0.1)));
		AnalysisTable.addRow(table, "one", profile(new Eyelids(Double.NaN, 0.8)));
		AnalysisTable.addRow(table, "none", profile(new Eyelids(Double.NaN, Double.NaN)));
		assertEquals(0.9, table.getValue("Right eye open", 0), 1e-9);
		assertEquals(0.8, table.getValue("Left eye open", 1), 1e-9);
		assertEquals("", table.getStringValue("Right eye open", 1));
		assertEquals("", table.getStringValue("Left eye open", 2));
		assertFalse(AnalysisTable.numbers(profile(new Eyelids(Double.NaN, 0.8))).containsKey("Right eye open"));
		final ResultsTable without = new ResultsTable();
		AnalysisTable.addRow(without, "a pack that does not say it", profile(null));
		assertFalse(without.columnExists("Right eye open"));
	}

	/** Rows of several commands stand in one table: what one does not say is not 0 there, which would be a yaw. */
	@Test
	void rowsOfOtherCommandsHaveNoNumbersOfOurs() {
		final ResultsTable table = new ResultsTable();
		AnalysisTable.addRow(table, "a face", profile(new Eyelids(0.9, 0.1)));
		table.incrementCounter();
		AnalysisTable.add(table, "View", "yaw0");
		AnalysisTable.add(table, "Yaw wanted (deg)", 0);
		AnalysisTable.add(table, "Cut", 1);
		assertTrue(Double.isNaN(table.getValue("Yaw (deg)", 1)) && Double.isNaN(table.getValue("Yaw wanted (deg)", 0)));
		assertEquals(0, table.getValue("Cut", 0), "a mark that a face does not have");
		assertEquals("", table.getStringValue("View", 0));
		AnalysisTable.addRow(table, "another face", profile(null));
		assertTrue(Double.isNaN(table.getValue("Yaw wanted (deg)", 2)) && Double.isNaN(table.getValue("Left eye open", 2)));
	}

	private static Profile profile(final Eyelids eyelids) {
		final HeadReading reading = new HeadReading(new Similarity(100, 0, 0, 0), null, null, null, null, null, null, Pose.FRONTAL.toRotation(),
			new HeadCamera(50, 50, 25, 0), Harmonics.NONE, Landmarks.of(new double[3 * Landmarks.COUNT]), 0.9, null, eyelids, null, null, null, null);
		return Profile.of(new Picture(100, 100, 3), new FaceBox(50, 50, 50, 0, 1), reading);
	}
}
