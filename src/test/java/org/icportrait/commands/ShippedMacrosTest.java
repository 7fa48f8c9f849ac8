package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.SimpleBindings;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs every file of the folder macros as a user would, without a screen. */
class ShippedMacrosTest {

	private static final Path MACROS = Path.of("macros");

	@TempDir
	Path folder;

	@BeforeEach
	void onePhotographIsOpen() {
		Macros.closeAll();
		ResultsTable.getResultsTable().reset();
		EggHead.useInCommands();
		WindowManager.setTempCurrentImage(null);
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	private String run(final String name, final String argument) throws IOException {
		return run("", name, argument);
	}

	/** Opens the egg and what {@code prepare} opens, then runs the file. */
	private String run(final String prepare, final String name, final String argument) throws IOException {
		final Path egg = folder.resolve("someone.png");
		IJ.save(EggHead.one(), egg.toString());
		return Macros.run("open(\"" + egg + "\");\n" + prepare + "\n" + Files.readString(MACROS.resolve(name)), argument);
	}

	@Test
	void everyFileIsTested() throws IOException {
		final Set<String> tested = new TreeSet<>(List.of("Analyze_Portrait.ijm", "Generate_Portrait.ijm", "Models_and_Devices.ijm",
			"Stitch_Lighting.ijm", "View_x_Light_Grid.groovy", "View_x_Light_Grid.ijm", "Warp_View.ijm"));
		try (Stream<Path> files = Files.list(MACROS)) {
			assertEquals(tested, files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
		}
	}

	@Test
	void analyzePortrait() throws IOException {
		final String log = run("Analyze_Portrait.ijm", "");
		assertTrue(log.contains("yaw "), log);
		assertNotNull(WindowManager.getImage("someone-analyzed"), log);
	}

	@Test
	void warpView() throws IOException {
		final String log = run("Warp_View.ijm", "");
		assertTrue(log.contains("from someone.png to someone-view"), log);
		assertNotNull(WindowManager.getImage("someone-correspondence"));
		assertNotNull(WindowManager.getImage("someone-visibility"));
	}

	@Test
	void stitchLighting() throws IOException {
		final String log = run("run(\"Duplicate...\", \"title=lit.png\");", "Stitch_Lighting.ijm", "");
		assertTrue(log.contains("light of lit.png in someone-relit"), log);
		assertNotNull(WindowManager.getImage("someone-stitched"));
	}

	@Test
	void generatePortrait() throws IOException {
		final String log = run("Generate_Portrait.ijm", "");
		assertTrue(log.contains("made someone-portrait"), log);
		assertTrue(WindowManager.getImage("someone-portrait").getInfoProperty().contains(Provenance.NOTICE));
	}

	@Test
	void modelsAndDevices() throws IOException {
		final String log = run("Models_and_Devices.ijm", EggHead.pack().toString());
		assertTrue(log.contains("models are ready"), log);
	}

	@Test
	void viewByLightGrid() throws IOException {
		final String log = run("View_x_Light_Grid.ijm", folder.toString());
		final ImagePlus sheet = IJ.openImage(folder.resolve("view-x-light.png").toString());
		assertNotNull(sheet, log);
		assertEquals(5 * 256, sheet.getWidth());
		assertEquals(4 * 256, sheet.getHeight());
	}

	@Test
	void viewByLightGridInGroovy() throws Exception {
		final ScriptEngine groovy = new ScriptEngineManager().getEngineByName("groovy");
		final SimpleBindings bindings = new SimpleBindings();
		bindings.put("image", EggHead.one());
		bindings.put("models", EggHead.pack());
		bindings.put("folder", folder.toString());
		final List<?> written = (List<?>) groovy.eval(Files.readString(MACROS.resolve("View_x_Light_Grid.groovy")), bindings);
		assertEquals(9, written.size());
		for (final Object file : written) assertTrue(Files.size((Path) file) > 0);
	}
}
