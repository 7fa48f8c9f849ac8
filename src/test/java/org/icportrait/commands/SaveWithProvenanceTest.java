package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import ij.IJ;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.Macros;
import org.icportrait.files.PictureReader;
import org.icportrait.files.PictureWriter;
import org.icportrait.portrait.Provenance;
import org.icportrait.imagej.PixelHash;
import org.icportrait.request.Sidecar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results saved in macros with their origin, and told for a paper. */
class SaveWithProvenanceTest {

	private static final String MAKE = "open('DIR/a.png');\nrun('Generate Portrait...', 'yaw=20 light=[key left]');\n";

	@TempDir
	Path folder;

	@BeforeEach
	void photograph() {
		Macros.closeAll();
		EggHead.useInCommands();
		IJ.save(EggHead.one(), folder.resolve("a.png").toString());
	}

	@AfterEach
	void closeAll() {
		Macros.closeAll();
	}

	private String run(final String macro) {
		return Macros.run(macro.replace("DIR/", folder + "/"), "");
	}

	private String content(final String name) throws IOException {
		return Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1);
	}

	@Test
	void everyFormatCarriesTheOriginAndImageJsOwnDoesNot() throws IOException {
		final String log = run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png]');\nrun('Save with Provenance...', 'file=[DIR/x.jpg] quality=90');\n" +
			"run('Save with Provenance...', 'file=[DIR/x.tif]');\nsaveAs('PNG', 'DIR/plain.png');\nsaveAs('Jpeg', 'DIR/plain.jpg');\nprint('done');");
		assertTrue(log.contains("done"), log);
		for (final String name : new String[] { "x.png", "x.jpg", "x.tif" }) {
			assertTrue(content(name).contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia") && content(name).contains("pixels-sha256:"), name);
			assertTrue(PictureWriter.isMarked(folder.resolve(name)), name);
		}
		for (final String name : new String[] { "plain.png", "plain.jpg" }) assertFalse(PictureWriter.isMarked(folder.resolve(name)), name + ": then README is wrong");
		assertArrayEquals((int[]) IJ.openImage(folder.resolve("plain.png").toString()).getProcessor().getPixels(), (int[]) IJ.openImage(folder.resolve("x.png").toString())
			.getProcessor().getPixels());
	}

	/** A result of a result of a marked picture says as much as the picture did. */
	@Test
	void theMarkOfAPhotographIsPassedOn() throws IOException {
		run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png]');\nclose('*');\nrun('Open Portrait...', 'file=[DIR/x.png]');\n" +
			"run('Analyze Portrait...', 'table=false');\nrun('Save with Provenance...', 'file=[DIR/y.png]');");
		assertTrue(content("y.png").contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia"));
		run("open('DIR/a.png');\nrun('Analyze Portrait...', 'table=false');\nrun('Save with Provenance...', 'file=[DIR/z.png]');");
		assertTrue(content("z.png").contains("digitalsourcetype/algorithmicallyEnhanced"));
	}

	/** As on the command line: {@code repeat} said nothing of results that Fiji had saved. */
	@Test
	void aSidecarHoldsTheHashOfThePixelsThatWereSaved() throws IOException {
		run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png] sidecar=true');");
		final String hash = PixelHash.of(PictureReader.read(folder.resolve("x.png")).image().getProcessor());
		assertEquals(hash, Sidecar.made(Files.readString(folder.resolve("x.json")), PixelHash.FACT));
	}

	@Test
	void sidecarAndManifestOnRequest() throws IOException {
		run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png] sidecar=true manifest=true');");
		assertEquals(20, JsonParser.parseString(content("x.json")).getAsJsonObject().getAsJsonObject("request").getAsJsonObject("view").get("yaw").getAsDouble());
		assertEquals("x.png", JsonParser.parseString(content("x.c2pa.json")).getAsJsonObject().get("title").getAsString());
	}

	@Test
	void nothingIsReplacedAndNothingElseIsSaved() throws IOException {
		final byte[] before = Files.readAllBytes(folder.resolve("a.png"));
		final String log = run(MAKE + "run('Save with Provenance...', 'file=[DIR/a.png]');\nprint('went on');");
		assertTrue(log.contains("is there already") && !log.contains("went on"), log);
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("a.png")));
		final String loop = run(MAKE + "run('Save with Provenance...', 'file=[DIR/a.png] overwrite=true');\nprint('went on');");
		assertTrue(loop.contains("a.png is no result of IC-Portrait, so it is not replaced") && !loop.contains("went on"), loop);
		assertArrayEquals(before, Files.readAllBytes(folder.resolve("a.png")), "a photograph is never replaced");
		final String stranger = run("open('DIR/a.png');\nrun('Save with Provenance...', 'file=[DIR/b.png]');\nprint('went on');");
		assertTrue(stranger.contains("is no result of IC-Portrait") && !stranger.contains("went on"), stranger);
		final String twice = run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png]');\nrun('Save with Provenance...', 'file=[DIR/x.png] overwrite=true');\nprint('went on');");
		assertTrue(twice.contains("went on"), twice);
	}

	/** Nor are notes that are called like the sidecar. */
	@Test
	void notesOfOthersAreNotReplaced() throws IOException {
		for (final String name : new String[] { "x.json", "x.c2pa.json" }) {
			Files.writeString(folder.resolve(name), "mine");
			final String log = run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png] sidecar=true manifest=true overwrite=true');\nprint('went on');");
			assertTrue(log.contains(name + " is no result of IC-Portrait, so it is not replaced") && !log.contains("went on"), log);
			assertEquals("mine", content(name));
			Files.delete(folder.resolve(name));
		}
		assertFalse(Files.exists(folder.resolve("x.png")));
		for (int i = 0; i < 2; i++) run(MAKE + "run('Save with Provenance...', 'file=[DIR/x.png] sidecar=true manifest=true overwrite=true');");
		assertTrue(PictureWriter.isMarked(folder.resolve("x.json")), "ours are");
	}

	/** A stack of slices keeps an origin through a TIFF, and can be saved again. */
	@Test
	void aTiffKeepsTheOriginOfAStack() throws IOException {
		run("newImage('s', 'RGB', 10, 10, 1);\nclose();\n" + MAKE + "run('Save with Provenance...', 'file=[DIR/x.tif]');\nclose('*');\nopen('DIR/x.tif');\n" +
			"run('Save with Provenance...', 'file=[DIR/again.jpg]');");
		final Provenance origin = PictureWriter.origin(PictureReader.read(folder.resolve("x.tif")).image());
		assertEquals("generate", origin.action());
		assertTrue(PictureWriter.isMarked(folder.resolve("again.jpg")));
	}

	/** A series in colours lost all views but the one shown, without a word. */
	@Test
	void whatHoldsOneSliceTakesNoSeries() {
		final String series = "open('DIR/a.png');\nrun('View x Light Series...', 'yaw=-20,20 lights=keep table=false method=geometric');\n";
		for (final String name : new String[] { "x.png", "x.jpg" }) {
			final String log = run(series + "run('Save with Provenance...', 'file=[DIR/" + name + "]');\nprint('went on');");
			assertTrue(log.contains("has 2 slices, and this format holds one") && !log.contains("went on"), log);
		}
		final String one = run(series + "run('Duplicate...', 'title=one duplicate slices=2');\nrun('Save with Provenance...', 'file=[DIR/x.png]');\nprint('went on');");
		assertTrue(one.contains("went on"), one);
	}

	/** As users know it: nothing of options, hashes or what a sidecar calls it. */
	@Test
	void theMethodsTextReadsAsAPaper() {
		final String log = run(MAKE + "run('Copy Methods Text');");
		for (final String part : new String[] { "model pack icportrait-test 0.0.0-test", "The head was turned to yaw 20, pitch 0 and roll 0 degrees", "preset \"key left\" (strength 1)",
			"The background was kept.", "The networks ran on the CPU.", "not a photograph" }) assertTrue(log.contains(part), part + " is not in: " + log);
		for (final String part : new String[] { "natives", "maps", "method strength", "surface.onnx", "sha256" }) assertFalse(log.contains(part), part + " is in: " + log);
	}

	/** Both ways, and the macro stops. */
	@Test
	void aFolderInTheWayOfTheFileIsNamedAndAFileInTheWayOfTheFolder() throws IOException {
		Files.createDirectory(folder.resolve("taken.png"));
		for (final String words : new String[] { "file=[DIR/taken.png]", "file=[DIR/taken.png] overwrite=true" }) {
			final String log = run(MAKE + "run('Save with Provenance...', '" + words + "');\nprint('went on');");
			assertTrue(log.contains("taken.png is a folder; give the file another name."), log);
			assertFalse(log.contains("went on"), log);
		}
		final String log = run(MAKE + "run('Save with Provenance...', 'file=[DIR/a.png/x.png]');\nprint('went on');");
		assertTrue(log.contains("a.png is a file and no folder; choose another folder."), log);
		assertFalse(log.contains("went on"), log);
	}
}
