package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.bridge.EggHead;
import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.PixelHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/** The command as dialogs run it, on the egg. */
class ViewByLightSeriesTest {

	@TempDir
	Path folder;

	@BeforeEach
	void useTheEgg() {
		EggHead.useInCommands();
		ResultsTable.getResultsTable().reset();
	}

	@AfterEach
	void resetEscape() {
		IJ.resetEscape();
	}

	/** Runs the command; inputs and their values besides the defaults. */
	static CommandModule run(final Object... inputs) throws Exception {
		final Map<String, Object> all = new HashMap<>(Map.of("image", EggHead.one(), "slices", "current", "preset", "none", "yaw", "", "pitch", "", "lights", "", "turn",
			"head", "background", "keep"));
		all.putAll(Map.of("colour", "#808080", "table", true, "montage", true, "method", "geometric", "profiles", ""));
		all.putAll(Map.of("steps", 6, "seed", 1, "freedom", 1.0, "guidance", 1.0, "variant", 0));
		all.put("reference", null);
		all.put("folder", null);
		for (int i = 0; i < inputs.length; i += 2) all.put((String) inputs[i], inputs[i + 1]);
		return CommandPlugIn.context().service(CommandService.class).run(ViewByLightSeries.class, true, all).get();
	}

	@Test
	void aHyperstackASheetAndATable() throws Exception {
		final CommandModule module = run("yaw", "-20,20", "lights", "keep,key left,key right");
		assertNull(module.getCancelReason());
		final ImagePlus series = (ImagePlus) module.getOutput("series");
		assertEquals("someone-series", series.getTitle());
		assertEquals(List.of(3, 2, 3), List.of(series.getNChannels(), series.getNSlices(), series.getNFrames()));
		assertTrue(PictureWriter.origin(series).toJson().contains("\"pictures\": \"6 of 6\""), PictureWriter.origin(series).toJson());
		final ImagePlus sheet = (ImagePlus) module.getOutput("sheet");
		assertTrue(sheet.getWidth() > 2 * 256 && sheet.getHeight() > 3 * 256);
		final ResultsTable table = ResultsTable.getResultsTable();
		assertEquals(6, table.size());
		assertEquals(20, table.getValue("Yaw wanted (deg)", 3), 1e-9);
		assertEquals("key-left", table.getStringValue("Light", 4));
		assertTrue(table.getValue("Seen (%)", 0) > 0);
	}

	/** Numbers of the method reach the pictures and their origin; without the method they count for nothing. */
	@Test
	void whatIsGeneratedFollowsItsNumbers() throws Exception {
		final Object[] grid = { "yaw", "60", "lights", "keep", "table", false, "montage", false };
		final ImagePlus geometric = series(grid);
		assertArrayEquals(pixels(geometric), pixels(series(with(grid, "seed", 9, "steps", 2))));
		EggHead.useInCommands(EggHead.packWithGenerator());
		final ImagePlus generated = series(with(grid, "method", "in-context", "seed", 9, "steps", 2));
		assertFalse(Arrays.equals(pixels(geometric), pixels(generated)));
		assertFalse(Arrays.equals(pixels(generated), pixels(series(with(grid, "method", "in-context", "seed", 10, "steps", 2)))));
		assertArrayEquals(pixels(generated), pixels(series(with(grid, "method", "in-context", "seed", 9, "steps", 2))));
		final String origin = PictureWriter.origin(generated).toJson();
		assertTrue(origin.contains("\"seed\": 9") && origin.contains("\"steps\": 2"), origin);
		final ImagePlus automatic = series(with(grid, "method", "automatic", "seed", 9, "steps", 2));
		assertArrayEquals(pixels(generated), pixels(automatic));
		assertEquals(List.of("in-context"), PictureWriter.origin(automatic).facts().get("method"));
		assertEquals(List.of("geometric"), PictureWriter.origin(geometric).facts().get("method"));
	}

	@Test
	void photographsThatAreNotOpenAreSaidBeforeAnyWork() throws Exception {
		final int kept = CommandPlugIn.context().service(PortraitService.class).kept();
		assertTrue(run("yaw", "20", "profiles", "nowhere.png").getCancelReason().contains("none is called \"nowhere.png\""));
		assertEquals(kept, CommandPlugIn.context().service(PortraitService.class).kept(), "nothing was analysed");
	}

	private static Object[] with(final Object[] inputs, final Object... more) {
		return Stream.concat(Arrays.stream(inputs), Arrays.stream(more)).toArray();
	}

	private static ImagePlus series(final Object... inputs) throws Exception {
		final CommandModule module = run(inputs);
		assertNull(module.getCancelReason());
		return (ImagePlus) module.getOutput("series");
	}

	private static byte[] pixels(final ImagePlus series) {
		return (byte[]) series.getStack().getProcessor(1).convertToByte(false).getPixels();
	}

	/** Every second of work is asked for: without table and sheet there is neither. */
	@Test
	void noTableAndNoSheetUnlessAsked() throws Exception {
		final CommandModule module = run("yaw", "10", "lights", "keep", "table", false, "montage", false);
		assertNull(module.getOutput("sheet"));
		assertEquals(0, ResultsTable.getResultsTable().size());
		assertEquals(1, ((ImagePlus) module.getOutput("series")).getNSlices());
	}

	@Test
	void filesUnderTheNamesOfTheSet() throws Exception {
		final CommandModule module = run("preset", "kdef", "folder", folder.toFile());
		assertNull(module.getCancelReason());
		assertNull(module.getOutput("series"));
		try (Stream<Path> files = Files.list(folder)) {
			assertEquals(List.of("someone-series.csv", "someone-series.png", "someone_FL.json", "someone_FL.png", "someone_FR.json", "someone_FR.png", "someone_HL.json", "someone_HL.png", "someone_HR.json", "someone_HR.png", "someone_S.json",
				"someone_S.png"), files.map(file -> file.getFileName().toString()).sorted().toList());
		}
		assertTrue(run("preset", "kdef", "folder", folder.toFile()).getCancelReason().contains("is there already; choose another folder, or move it away"), "nothing is replaced");
		final String made = Files.readString(folder.resolve("someone_HL.json"));
		final String pixels = PixelHash.of(IJ.openImage(folder.resolve("someone_HL.png").toString()).getProcessor());
		assertTrue(made.contains("\"pixels_sha256\": \"" + pixels), "by which repeat knows that it made the same");
	}

	@ParameterizedTest
	@CsvSource({ "yaw, 1:2, from:to:step", "yaw, 95, yaw", "pitch, 45, pitch", "lights, moon, not known", "lights, environment, needs a reference", "preset, feret, not known",
		"colour, red, #rrggbb" })
	void oddWordsAreRefusedBeforeAnyWork(final String input, final String word, final String about) throws Exception {
		final int kept = CommandPlugIn.context().service(PortraitService.class).kept();
		final CommandModule module = run(input, word, "background", input.equals("colour") ? "colour" : "keep");
		assertTrue(module.getCancelReason().contains(about), module.getCancelReason());
		assertEquals(kept, CommandPlugIn.context().service(PortraitService.class).kept(), "nothing was analysed");
		assertNull(module.getOutput("series"));
	}

	@Test
	void aStackIsNotTakenAsAWhole() throws Exception {
		final ImageStack stack = new ImageStack(EggHead.SIDE, EggHead.SIDE);
		for (int i = 0; i < 2; i++) stack.addSlice("", EggHead.one().getProcessor());
		assertTrue(run("image", new ImagePlus("two", stack), "slices", "all").getCancelReason().contains("one photograph"));
	}

	/** Cancels as soon as the fourth cell begins. */
	public static final class Canceller {

		private int clicks;

		/** Called by SciJava. */
		@EventHandler
		public void onEvent(final TaskEvent event) {
			final Task task = event.getTask();
			if (!task.isDone() && task.getStatusMessage() != null && task.getStatusMessage().startsWith("4 of 6") && clicks++ == 0) task.cancel("");
		}
	}

	@Test
	void aCancelKeepsWhatIsDone() throws Exception {
		final EventService events = CommandPlugIn.context().service(EventService.class);
		final Canceller canceller = new Canceller();
		final List<EventSubscriber<?>> subscribed = events.subscribe(canceller);
		try {
			final CommandModule module = run("yaw", "-20:20:20", "lights", "keep,key left");
			final ImagePlus series = (ImagePlus) module.getOutput("series");
			assertNotNull(series);
			assertEquals(2, series.getNSlices());
			assertFalse(series.getStack().getShortSliceLabel(1, 200).contains("not made"));
			assertTrue(series.getStack().getShortSliceLabel(series.getStackIndex(1, 2, 2), 200).contains("not made"));
			assertEquals(3, ResultsTable.getResultsTable().size());
			assertTrue(PictureWriter.origin(series).toJson().contains("\"pictures\": \"3 of 6\""));
		}
		finally {
			events.unsubscribe(subscribed);
		}
	}

	@Test
	void aCancelledRunOfFilesLeavesWholeOnesAndTheirTable() throws Exception {
		final EventService events = CommandPlugIn.context().service(EventService.class);
		final Canceller canceller = new Canceller();
		final List<EventSubscriber<?>> subscribed = events.subscribe(canceller);
		try {
			run("yaw", "-20:20:20", "lights", "keep,key left", "folder", folder.toFile());
			try (Stream<Path> files = Files.list(folder)) {
				assertEquals(8, files.peek(file -> assertTrue(file.toFile().length() > 0)).count(), "three pictures, three sidecars, table and sheet");
			}
			assertEquals(4, Files.readAllLines(folder.resolve("someone-series.csv")).size());
		}
		finally {
			events.unsubscribe(subscribed);
		}
	}

	/** Told to choose TIFF, which the command does not have, once the first picture was made. */
	@Test
	void filesOfA32BitPhotographAreRefusedBeforeAnyWork() throws Exception {
		final CommandModule module = run("image", new ImagePlus("deep.tif", EggHead.one().getProcessor().convertToFloat()), "yaw", "20", "lights", "keep", "folder", folder.resolve("made").toFile());
		assertEquals("The files of a series are PNG, which cannot hold the 32-bit values of \"deep.tif\": convert it first (Image > Type > 16-bit), or leave the folder empty, which gives a stack.", module.getCancelReason());
		assertFalse(Files.exists(folder.resolve("made")));
	}

	@Test
	void aFolderThatIsAFileIsRefused() throws Exception {
		final File file = Files.writeString(folder.resolve("a file"), "").toFile();
		assertTrue(run("yaw", "0", "folder", file).getCancelReason().contains("cannot be made"));
	}
}
