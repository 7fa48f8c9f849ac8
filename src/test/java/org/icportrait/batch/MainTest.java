package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

class MainTest {

	@TempDir
	Path folder;

	private final StringWriter printed = new StringWriter();

	/** Runs with the egg pack; what is printed, errors too, goes to {@link #printed}. */
	private int run(final String... arguments) {
		final List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--models", EggHead.pack().toString(), "--device", "cpu", "--out", folder.resolve("out").toString()));
		return runBare(all.toArray(String[]::new));
	}

	private int runBare(final String... arguments) {
		final CommandLine line = Main.commandLine();
		line.setOut(new PrintWriter(printed, true));
		line.setErr(new PrintWriter(printed, true));
		return line.execute(arguments);
	}

	private String save(final ImagePlus image, final String name) throws IOException {
		final Path file = folder.resolve("in").resolve(name);
		Files.createDirectories(file.getParent());
		IJ.save(image, file.toString());
		return file.toString();
	}

	private JsonObject sidecar(final String name) throws IOException {
		return JsonParser.parseString(Files.readString(folder.resolve("out").resolve(name))).getAsJsonObject();
	}

	@Test
	void analyzeWritesPictureAndSidecar() throws IOException {
		assertEquals(0, run("analyze", save(EggHead.one(), "a.png")), printed::toString);
		assertTrue(Files.exists(folder.resolve("out/a-analyzed.png")));
		final JsonObject json = sidecar("a-analyzed.json");
		assertEquals(Provenance.NOTICE, json.get("notice").getAsString());
		assertEquals("icportrait-test 0.0.0-test", json.get("pack").getAsString());
		assertEquals(64, json.getAsJsonObject("models").get("surface.onnx").getAsString().length());
		final JsonObject face = json.getAsJsonObject("parameters").getAsJsonArray("found").get(0).getAsJsonObject();
		assertEquals(225, face.get("x").getAsDouble(), 1e-3);
		assertEquals(68 * 3, face.getAsJsonArray("landmarks").size());
	}

	@Test
	void oneBadFileNeverStopsTheRest() throws IOException {
		save(EggHead.faces(EggHead.SIDE), "1-nobody.png");
		save(EggHead.one(), "2-someone.tif");
		save(EggHead.faces(100, 4, 3), "3-small.png");
		Files.write(folder.resolve("in/4-damaged.jpg"), new byte[] { 1, 2, 3 });
		Files.writeString(folder.resolve("in/notes.txt"), "not a picture");
		assertEquals(1, run("analyze", folder.resolve("in").toString(), folder.resolve("missing.png").toString()));
		final String text = printed.toString();
		assertTrue(text.contains("1 done, 4 failed"), text);
		assertTrue(text.contains("1-nobody.png: No face was found"), text);
		assertTrue(text.contains("3-small.png: The face is too small"), text);
		assertTrue(text.contains("4-damaged.jpg"), text);
		assertTrue(text.contains("missing.png does not exist"), text);
		assertFalse(text.contains("notes.txt"), text);
		assertEquals(List.of("2-someone-analyzed.json", "2-someone-analyzed.png"), written());
	}

	private List<String> written() throws IOException {
		try (Stream<Path> files = Files.list(folder.resolve("out"))) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void picturesOfOneNameDoNotOverwriteEachOther() throws IOException {
		assertEquals(0, run("analyze", save(EggHead.one(), "a/same.png"), save(EggHead.one(), "b/same.png")));
		assertTrue(written().containsAll(List.of("same-analyzed.png", "same-analyzed-2.png")), written()::toString);
	}

	@Test
	void wrongCommandLinesAreUsage() throws IOException {
		final String file = save(EggHead.one(), "a.png");
		assertEquals(2, runBare());
		assertEquals(2, runBare("analyze"));
		assertEquals(2, runBare("paint", file));
		assertEquals(2, run("analyze", file, "--jaw", "3"));
		assertEquals(2, run("analyze", file, "--format", "gif"));
		assertEquals(2, run("analyze", file, "--select", "1,2,3"));
		assertEquals(2, runBare("analyze", file, "--models", folder.resolve("nowhere").toString()));
		assertTrue(printed.toString().contains("nowhere does not exist"), printed::toString);
	}

	@Test
	void anUnwritableFolderIsUsage() throws IOException {
		final String file = save(EggHead.one(), "a.png");
		Files.writeString(folder.resolve("out"), "a file stands where the folder should be");
		assertEquals(2, run("analyze", file));
		assertTrue(printed.toString().contains("cannot be made"), printed::toString);
	}

	@Test
	void anEmptyFolderIsUsage() {
		assertEquals(2, run("analyze", folder.toString()));
		assertTrue(printed.toString().contains("no picture in"), printed::toString);
	}

	@Test
	void theSelectionChoosesTheFace() throws IOException {
		assertEquals(0, run("analyze", save(EggHead.faces(EggHead.SIDE, 2, 3, 6, 3), "two.png"), "--select", "300,150,60,60"));
		final JsonObject parameters = sidecar("two-analyzed.json").getAsJsonObject("parameters");
		assertEquals(325, parameters.getAsJsonArray("found").get(0).getAsJsonObject().get("x").getAsDouble(), 1e-3);
	}
}
