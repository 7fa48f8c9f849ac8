package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.icportrait.batch.CommandLines;
import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every file of the folder macros as a user would; what they write equals what the command line writes. The subclasses do it without
 * a screen, in batch mode and with windows.
 */
abstract class ShippedMacroTests {

	static final Path MACROS = Path.of("macros");

	@TempDir
	Path folder;

	/** What comes before each macro. */
	abstract String prelude();

	@BeforeEach
	void twoPhotographs() {
		Macros.closeAll();
		ResultsTable.getResultsTable().reset();
		EggHead.useInCommands();
		IJ.save(EggHead.one(), folder.resolve("someone.png").toString());
		IJ.save(EggHead.faces(EggHead.SIDE, 3, 3), folder.resolve("lit.png").toString());
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	/** Opens photographs, runs the file and saves what is active then as out.png. */
	private String run(final String name, final String argument, final String... photographs) throws IOException {
		final StringBuilder macro = new StringBuilder(prelude());
		for (final String photograph : photographs) macro.append("open(\"").append(folder.resolve(photograph)).append("\");\n");
		macro.append(Files.readString(MACROS.resolve(name)));
		macro.append("\nprint(\"open:\"); Array.print(getList(\"image.titles\"));");
		// ImageJ saves an overlay by the very selections that a window may be drawing still; once a mesh lacked a line so.
		if (photographs.length > 0) macro.append("\nwait(100);\nsaveAs(\"PNG\", \"").append(folder.resolve("out.png")).append("\");");
		return Macros.run(macro.toString(), argument);
	}

	/** The pixels of out.png must be those that the command line writes. */
	private void assertEqualsCommandLine(final String log, final String written, final String... arguments) {
		assertEquals(0, CommandLines.run(folder.resolve("cli"), arguments));
		assertArrayEquals(pixels(folder.resolve("cli").resolve(written)), pixels(folder.resolve("out.png")), log);
	}

	/** Pixels of two cells, each given by column and row, that differ visibly. */
	private static int different(final ImageProcessor sheet, final int column, final int row, final int otherColumn, final int otherRow) {
		int count = 0;
		for (int y = 0; y < 256; y++) {
			for (int x = 0; x < 256; x++) {
				final int green = sheet.get(column * 256 + x, row * 256 + y) >> 8 & 255;
				if (Math.abs(green - (sheet.get(otherColumn * 256 + x, otherRow * 256 + y) >> 8 & 255)) > 10) count++;
			}
		}
		return count;
	}

	private String photograph() {
		return folder.resolve("someone.png").toString();
	}

	private static int[] pixels(final Path file) {
		final ImagePlus image = IJ.openImage(file.toString());
		assertNotNull(image, file + " was written");
		return (int[]) image.getProcessor().convertToRGB().getPixels();
	}

	@Test
	void everyFileIsTested() throws IOException {
		final Set<String> tested = new TreeSet<>(List.of("Analyze_Portrait.ijm", "Generate_Portrait.ijm", "Models_and_Devices.ijm",
			"Open_Portrait.ijm", "Save_with_Provenance.ijm", "Series_for_a_Folder.ijm", "Stitch_Lighting.ijm", "View_x_Light_Grid.groovy", "View_x_Light_Grid.ijm",
			"View_x_Light_Series.groovy", "View_x_Light_Series.ijm", "Warp_View.ijm"));
		try (Stream<Path> files = Files.list(MACROS)) {
			assertEquals(tested, files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	@Test
	void analyzePortrait() throws IOException {
		final String log = run("Analyze_Portrait.ijm", "", "someone.png");
		assertTrue(log.contains("yaw "), log);
		assertEqualsCommandLine(log, "someone-analyzed.png", "analyze", photograph());
	}

	@Test
	void openPortrait() throws IOException {
		final String log = run("Open_Portrait.ijm", photograph());
		assertTrue(log.contains("someone.png: 400 x 400"), log);
	}

	@Test
	void saveWithProvenance() throws IOException {
		final String log = Macros.run(prelude() + "open(\"" + photograph() + "\");\nrun(\"Warp View...\", \"yaw=10\");\n" + Files.readString(MACROS.resolve(
			"Save_with_Provenance.ijm")), folder.toString());
		assertTrue(Files.exists(folder.resolve("someone-view-marked.png")) && Files.exists(folder.resolve("someone-view-marked.json")), log);
		assertTrue(log.contains("The picture was made with IC-Portrait"), log);
	}

	@Test
	void warpView() throws IOException {
		final String log = run("Warp_View.ijm", "", "someone.png");
		assertTrue(log.contains("from someone.png to someone-view"), log);
		assertTrue(log.contains("someone-correspondence") && log.contains("someone-visibility"), log);
		assertEqualsCommandLine(log, "someone-view.png", "warp", photograph(), "--pose", "change", "--yaw", "25");
	}

	@Test
	void stitchLighting() throws IOException {
		final String log = run("Stitch_Lighting.ijm", "", "someone.png", "lit.png");
		assertTrue(log.contains("light of lit.png in someone-relit"), log);
		assertTrue(log.contains("someone-stitched"), log);
		assertEqualsCommandLine(log, "someone-relit.png", "relight", photograph(), "--light", "photograph", "--reference", folder.resolve("lit.png").toString(),
			"--ratio", "0.8", "--seed", "1");
	}

	@Test
	void generatePortrait() throws IOException {
		final String log = run("Generate_Portrait.ijm", "", "someone.png");
		assertTrue(log.contains("made someone-portrait"), log);
		assertEqualsCommandLine(log, "someone-portrait.png", "generate", photograph(), "--yaw", "30", "--light", "key left");
	}

	@Test
	void modelsAndDevices() throws IOException {
		final String log = run("Models_and_Devices.ijm", EggHead.pack().toString());
		assertTrue(log.contains("models are ready"), log);
	}

	@Test
	void viewByLightGrid() throws IOException {
		final String log = run("View_x_Light_Grid.ijm", folder.toString(), "someone.png");
		final ImagePlus sheet = IJ.openImage(folder.resolve("view-x-light.png").toString());
		assertNotNull(sheet, log);
		assertEquals(5 * 256, sheet.getWidth());
		assertEquals(4 * 256, sheet.getHeight());
		// Every cell holds a picture of its own, and the active image is the sheet.
		final ImageProcessor cells = sheet.getProcessor();
		assertTrue(different(cells, 0, 0, 4, 0) > 200, "views");
		assertTrue(different(cells, 2, 1, 2, 2) > 200, "lights");
		assertArrayEquals((int[]) cells.getPixels(), pixels(folder.resolve("out.png")), log);
	}

	@Test
	void viewByLightSeries() throws IOException {
		final String log = run("View_x_Light_Series.ijm", "", "someone.png");
		assertTrue(log.contains("HL keep: yaw ") && log.contains(" read of -45") && log.contains("someone-series"), log);
	}

	/** With a folder the files are those of the command line. */
	@Test
	void viewByLightSeriesAsFiles() throws IOException {
		final Path made = folder.resolve("made");
		final String log = Macros.run(prelude() + "open(\"" + photograph() + "\");\n" + Files.readString(MACROS.resolve("View_x_Light_Series.ijm")), made.toString());
		assertEquals(0, CommandLines.run(folder.resolve("cli"), "series", photograph(), "--preset", "kdef", "--lights", "keep,key left,key right", "--no-table"));
		for (final String name : List.of("someone_HL_keep.png", "someone_S_key-left.png", "someone_HR_key-right.png")) {
			assertArrayEquals(pixels(folder.resolve("cli").resolve(name)), pixels(made.resolve(name)), log);
		}
	}

	/** Two people; a second run leaves them out, and a series that was stopped is named; a folder without pictures is one sentence. */
	@Test
	void seriesForAFolder() throws IOException {
		final String macro = prelude() + Files.readString(MACROS.resolve("Series_for_a_Folder.ijm")).replace("yaw=-40:40:20 lights=[key left, flat, key right]", "yaw=0,20 lights=flat")
			.replace("pictures = 15", "pictures = 2");
		final Path made = folder.resolve("made"), empty = Files.createDirectory(folder.resolve("empty"));
		final String folders = folder + ";" + made;
		final String log = Macros.run(macro, folders);
		assertTrue(log.contains("2 new series of 2 pictures, 0 were there already"), log);
		assertTrue(Files.exists(made.resolve("someone_yaw+20_flat.png")) && Files.exists(made.resolve("lit-series.csv")), log);
		final List<String> rows = Files.readAllLines(made.resolve("lit-series.csv"));
		Files.write(made.resolve("lit-series.csv"), rows.subList(0, 2));
		final String again = Macros.run(macro, folders);
		assertTrue(again.contains("0 new series of 2 pictures, 1 were there already") && again.contains("lit: stopped after 1 of 2 pictures; delete"), again);
		Files.writeString(empty.resolve("notes.txt"), "no picture");
		// With a screen the sentence is a dialog, which waits for somebody.
		if (!GraphicsEnvironment.isHeadless()) return;
		final String none = Macros.run(macro, empty + ";" + made);
		assertTrue(none.contains("There is no picture in " + empty + "/ (JPEG, PNG, TIFF or WebP); name the folder of the photographs."), none);
		assertEquals(1, none.lines().count(), none);
	}
}
