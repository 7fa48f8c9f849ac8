package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
		assertEquals("icportrait-test 0.0.0-test", json.getAsJsonObject("made").get("pack").getAsString());
		assertEquals(64, json.getAsJsonObject("made").getAsJsonObject("models").get("surface.onnx").getAsString().length());
		final JsonObject face = json.getAsJsonObject("made").getAsJsonArray("found").get(0).getAsJsonObject();
		assertEquals(225, face.get("x").getAsDouble(), 1e-3);
		assertEquals(68 * 3, face.getAsJsonArray("landmarks").size());
	}

	/** The sidecar is the request: the same picture again, to the bit, from wherever the folders were moved together. */
	@Test
	void aSidecarIsRepeatedToTheBit() throws IOException {
		save(EggHead.one(), "ref.png");
		final String reference = folder.resolve("in/ref.png").toString();
		assertEquals(0, run("generate", save(EggHead.one(), "a.png"), "--yaw", "17.25", "--background", "transparent", "--light", "photograph",
			"--reference", reference, "--seed", "9007199254740993"), printed::toString);
		final Path moved = Files.move(folder.resolve("in"), Files.createDirectories(folder.resolve("elsewhere")).resolve("in"));
		final Path results = Files.move(folder.resolve("out"), folder.resolve("elsewhere/out"));
		assertEquals(0, repeat(results.resolve("a-portrait.json")), printed::toString);
		assertTrue(printed.toString().contains("equal to the bit"), printed::toString);
		assertArrayEquals((int[]) IJ.openImage(results.resolve("a-portrait.png").toString()).getProcessor().convertToRGB().getPixels(),
			(int[]) IJ.openImage(folder.resolve("again/a-portrait.png").toString()).getProcessor().convertToRGB().getPixels());
		Files.write(moved.resolve("a.png"), new byte[] { 0 }, java.nio.file.StandardOpenOption.APPEND);
		assertEquals(1, repeat(results.resolve("a-portrait.json"), "--overwrite"));
		assertTrue(printed.toString().contains("its SHA-256 differs"), printed::toString);
		assertEquals(1, repeat(moved.resolve("ref.png"), "--overwrite"), "no sidecar at all");
		Files.delete(moved.resolve("a.png"));
		assertEquals(1, repeat(results.resolve("a-portrait.json"), "--overwrite"));
		assertTrue(printed.toString().contains(moved.resolve("a.png") + ", which the sidecar names, is not there; put it back"), printed::toString);
	}

	private int repeat(final Path sidecar, final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("repeat", sidecar.toString(), "--out", folder.resolve("again").toString(), "--models",
			EggHead.pack().toString(), "--device", "cpu"));
		arguments.addAll(List.of(more));
		return Main.commandLine().setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed)).execute(arguments.toArray(String[]::new));
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
		assertTrue(text.contains("1-nobody.png: No face was found") && text.contains("--select"), text);
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

	/** What was mistyped is answered with what may have been meant. */
	@Test
	void mistypedWordsAreAnsweredWithKnownOnes() {
		runBare("wrap", "a.png");
		assertTrue(printed.toString().contains("no subcommand 'wrap'; choose one of analyze, warp, relight, generate, series, repeat."), printed::toString);
		runBare("warp", "a.png", "--yw", "3");
		assertTrue(printed.toString().contains("'--yw'; did you mean --yaw"), printed::toString);
	}

	@Test
	void anUnwritableFolderIsUsage() throws IOException {
		final String file = save(EggHead.one(), "a.png");
		Files.writeString(folder.resolve("out"), "a file stands where the folder should be");
		assertEquals(2, run("analyze", file));
		assertTrue(printed.toString().contains("out cannot be made: a file of that name is there; choose another."), printed::toString);
	}

	@Test
	void anEmptyFolderIsUsage() {
		assertEquals(2, run("analyze", folder.toString()));
		assertTrue(printed.toString().contains("no picture in"), printed::toString);
	}

	@Test
	void theSelectionChoosesTheFace() throws IOException {
		assertEquals(0, run("analyze", save(EggHead.faces(EggHead.SIDE, 2, 3, 6, 3), "two.png"), "--select", "300,150,60,60"));
		final JsonObject parameters = sidecar("two-analyzed.json").getAsJsonObject("made");
		assertEquals(325, parameters.getAsJsonArray("found").get(0).getAsJsonObject().get("x").getAsDouble(), 1e-3);
	}

	@Test
	void warpWritesPictureMapsAndSidecar() throws IOException {
		assertEquals(0, run("warp", save(EggHead.one(), "a.png"), "--yaw", "20", "--maps"), printed::toString);
		assertEquals(List.of("a-view-correspondence.tif", "a-view-depth.tif", "a-view-normals.tif", "a-view-visibility.tif", "a-view.json",
			"a-view.png"), written());
		final JsonObject request = sidecar("a-view.json").getAsJsonObject("request"), view = request.getAsJsonObject("view");
		assertEquals(20, view.get("yaw").getAsDouble());
		assertEquals("absolute", view.get("pose").getAsString());
		assertEquals("../in/a.png", request.getAsJsonArray("profiles").get(0).getAsJsonObject().get("path").getAsString());
		assertEquals(20, sidecar("a-view.json").getAsJsonObject("made").get("yaw").getAsDouble(), 1e-9);
		assertEquals(32, IJ.openImage(folder.resolve("out/a-view-depth.tif").toString()).getBitDepth());
	}

	@Test
	void aCutOutIsTransparent() throws IOException {
		assertEquals(0, run("warp", save(EggHead.one(), "a.png"), "--background", "transparent"), printed::toString);
		final java.awt.image.BufferedImage image = javax.imageio.ImageIO.read(folder.resolve("out/a-view.png").toFile());
		assertEquals(0, image.getRGB(1, 1) >>> 24);
		assertEquals(255, image.getRGB(225, 175) >>> 24);
	}

	@Test
	void relightTakesPresetsAndPhotographs() throws IOException {
		final String file = save(EggHead.one(), "a.png");
		assertEquals(0, run("relight", file, "--light", "key-left", "--format", "tiff"), printed::toString);
		assertEquals("key left", sidecar("a-relit.json").getAsJsonObject("request").getAsJsonObject("light").get("light").getAsString());
		assertTrue(IJ.openImage(folder.resolve("out/a-relit.tif").toString()).getInfoProperty().contains(Provenance.NOTICE));
		assertEquals(0, run("relight", file, "--light", "photograph", "--reference", file, "--canvas", "--overwrite"), printed::toString);
		assertTrue(written().contains("a-relit-canvas.png"), written()::toString);
		assertEquals(0.8, sidecar("a-relit.json").getAsJsonObject("request").getAsJsonObject("light").get("ratio").getAsDouble());
	}

	@Test
	void generateTurnsAndLights() throws IOException {
		assertEquals(0, run("generate", save(EggHead.one(), "a.png"), "--yaw", "15", "--light", "direction", "--azimuth", "40"), printed::toString);
		final JsonObject request = sidecar("a-portrait.json").getAsJsonObject("request");
		assertEquals(15, request.getAsJsonObject("view").get("yaw").getAsDouble());
		assertEquals(40, request.getAsJsonObject("light").get("azimuth").getAsDouble());
		assertEquals(27, sidecar("a-portrait.json").getAsJsonObject("made").getAsJsonArray("light_coefficients").size());
	}

	@Test
	void thePoseOfAnotherPhotograph() throws IOException {
		final String file = save(EggHead.one(), "a.png");
		assertEquals(0, run("warp", file, "--like", file), printed::toString);
		assertEquals("like another", sidecar("a-view.json").getAsJsonObject("request").getAsJsonObject("view").get("pose").getAsString());
	}

	@Test
	void wrongViewsAndLightsAreUsage() throws IOException {
		final String file = save(EggHead.one(), "a.png");
		assertEquals(2, run("warp", file, "--yaw", "95"));
		assertEquals(2, run("warp", file, "--yaw", "abc"));
		assertEquals(2, run("warp", file, "--turn", "feet"));
		assertEquals(2, run("warp", file, "--like", folder.resolve("nobody.png").toString()));
		assertEquals(2, run("relight", file));
		assertEquals(2, run("relight", file, "--light", "moon"));
		assertEquals(2, run("generate", file, "--light", "environment"));
		assertEquals(2, run("generate", file, "--light", "environment", "--reference", folder.resolve("sky.hdr").toString()));
		assertFalse(Files.exists(folder.resolve("out/a-view.png")));
	}

	@Test
	void greySixteenBitAndThirtyTwoBitFiles() throws IOException {
		final String grey = save(new ImagePlus("", EggHead.one().getProcessor().convertToByte(true)), "grey.png");
		final String deep = save(new ImagePlus("", EggHead.one().getProcessor().convertToShort(true)), "deep.tif");
		final String real = save(new ImagePlus("", EggHead.one().getProcessor().convertToByte(true).convertToFloat()), "real.tif");
		assertEquals(0, run("warp", grey, deep, real, "--yaw", "5", "--format", "tiff"), printed::toString);
		assertEquals(8, IJ.openImage(folder.resolve("out/grey-view.tif").toString()).getBitDepth());
		assertEquals(16, IJ.openImage(folder.resolve("out/deep-view.tif").toString()).getBitDepth());
		assertEquals(32, IJ.openImage(folder.resolve("out/real-view.tif").toString()).getBitDepth());
		assertEquals(1, run("warp", real, "--overwrite"));
		assertTrue(printed.toString().contains("use TIFF (on the command line: --format tiff)"), printed::toString);
	}

	@Test
	void badPicturesHaveTheirSentences() throws IOException {
		final ImagePlus broken = IJ.createImage("", "32-bit", 100, 100, 1);
		broken.getProcessor().setf(5, Float.NaN);
		assertEquals(1, run("warp", save(broken, "nan.tif"), save(IJ.createImage("", "8-bit", 1, 1, 1), "pixel.png"),
			save(IJ.createImage("", "8-bit black", 20_000, 50, 1), "long.png"), save(EggHead.faces(EggHead.SIDE, 0, 3), "cut.png")));
		final String text = printed.toString();
		assertTrue(text.contains("NaN"), text);
		assertTrue(text.contains("too small (1 x 1 px)"), text);
		assertTrue(text.contains("20000 x 50"), text);
		assertTrue(text.contains("cut by the border"), text);
	}
}
