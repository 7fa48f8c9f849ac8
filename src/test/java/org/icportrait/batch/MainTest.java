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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;


class MainTest {

	@TempDir
	Path folder;
	private CommandLineRun line;

	@BeforeEach
	void open() {
		line = new CommandLineRun(folder);
	}

	private JsonObject sidecar(final String name) throws IOException {
		return JsonParser.parseString(Files.readString(folder.resolve("out").resolve(name))).getAsJsonObject();
	}

	@Test
	void analyzeWritesPictureAndSidecar() throws IOException {
		assertEquals(0, line.run("analyze", line.save(EggHead.one(), "a.png")), line::text);
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
		line.save(EggHead.one(), "ref.png");
		final String reference = folder.resolve("in/ref.png").toString();
		assertEquals(0, line.run("generate", line.save(EggHead.one(), "a.png"), "--yaw", "17.25", "--background", "transparent", "--light", "photograph",
			"--reference", reference, "--seed", "9007199254740993"), line::text);
		final Path moved = Files.move(folder.resolve("in"), Files.createDirectories(folder.resolve("elsewhere")).resolve("in"));
		final Path results = Files.move(folder.resolve("out"), folder.resolve("elsewhere/out"));
		assertEquals(0, repeat(results.resolve("a-portrait.json")), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
		assertArrayEquals((int[]) IJ.openImage(results.resolve("a-portrait.png").toString()).getProcessor().convertToRGB().getPixels(),
			(int[]) IJ.openImage(folder.resolve("again/a-portrait.png").toString()).getProcessor().convertToRGB().getPixels());
		Files.write(moved.resolve("a.png"), new byte[] { 0 }, java.nio.file.StandardOpenOption.APPEND);
		assertEquals(1, repeat(results.resolve("a-portrait.json"), "--overwrite"));
		assertTrue(line.text().contains("its SHA-256 differs"), line::text);
		assertEquals(1, repeat(moved.resolve("ref.png"), "--overwrite"), "no sidecar at all");
		Files.delete(moved.resolve("a.png"));
		assertEquals(1, repeat(results.resolve("a-portrait.json"), "--overwrite"));
		assertTrue(line.text().contains(moved.resolve("a.png") + ", which the sidecar names, is not there; put it back"), line::text);
	}

	private int repeat(final Path sidecar, final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("repeat", sidecar.toString(), "--out", folder.resolve("again").toString()));
		arguments.addAll(List.of(more));
		return line.run(arguments.toArray(String[]::new));
	}

	@Test
	void oneBadFileNeverStopsTheRest() throws IOException {
		line.save(EggHead.faces(EggHead.SIDE), "1-nobody.png");
		line.save(EggHead.one(), "2-someone.tif");
		line.save(EggHead.faces(100, 4, 3), "3-small.png");
		Files.write(folder.resolve("in/4-damaged.jpg"), new byte[] { 1, 2, 3 });
		Files.writeString(folder.resolve("in/notes.txt"), "not a picture");
		assertEquals(1, line.run("analyze", folder.resolve("in").toString(), folder.resolve("missing.png").toString()));
		final String text = line.text();
		assertTrue(text.contains("1 done, 4 failed"), text);
		assertTrue(text.contains("1-nobody.png: No face was found") && text.contains("--select"), text);
		assertTrue(text.contains("3-small.png: The face is too small"), text);
		assertTrue(text.contains("4-damaged.jpg"), text);
		assertTrue(text.contains("missing.png does not exist"), text);
		assertFalse(text.contains("notes.txt"), text);
		assertEquals(List.of("2-someone-analyzed.json", "2-someone-analyzed.png"), written());
	}

	private List<String> written() throws IOException {
		return CommandLineRun.names(folder.resolve("out"));
	}

	@Test
	void picturesOfOneNameDoNotOverwriteEachOther() throws IOException {
		assertEquals(0, line.run("analyze", line.save(EggHead.one(), "a/same.png"), line.save(EggHead.one(), "b/same.png")));
		assertTrue(written().containsAll(List.of("same-analyzed.png", "same-analyzed-2.png")), written()::toString);
	}

	@Test
	void wrongCommandLinesAreUsage() throws IOException {
		final String file = line.save(EggHead.one(), "a.png");
		assertEquals(2, line.bare());
		assertEquals(2, line.bare("analyze"));
		assertEquals(2, line.bare("paint", file));
		assertEquals(2, line.run("analyze", file, "--jaw", "3"));
		assertEquals(2, line.run("analyze", file, "--format", "gif"));
		assertEquals(2, line.run("analyze", file, "--select", "1,2,3"));
		assertEquals(2, line.bare("analyze", file, "--models", folder.resolve("nowhere").toString()));
		assertTrue(line.text().contains("nowhere does not exist"), line::text);
	}

	/** What was mistyped is answered with what may have been meant. */
	@Test
	void mistypedWordsAreAnsweredWithKnownOnes() {
		line.bare("wrap", "a.png");
		assertTrue(line.text().contains("no subcommand 'wrap'; choose one of analyze, warp, relight, generate, series, repeat."), line::text);
		line.bare("warp", "a.png", "--yw", "3");
		assertTrue(line.text().contains("'--yw'; did you mean --yaw"), line::text);
	}

	@Test
	void anUnwritableFolderIsUsage() throws IOException {
		final String file = line.save(EggHead.one(), "a.png");
		Files.writeString(folder.resolve("out"), "a file stands where the folder should be");
		assertEquals(2, line.run("analyze", file));
		assertTrue(line.text().contains("out cannot be made: a file of that name is there; choose another."), line::text);
	}

	@Test
	void anEmptyFolderIsUsage() {
		assertEquals(2, line.run("analyze", folder.toString()));
		assertTrue(line.text().contains("no picture in"), line::text);
	}

	@Test
	void theSelectionChoosesTheFace() throws IOException {
		assertEquals(0, line.run("analyze", line.save(EggHead.faces(EggHead.SIDE, 2, 3, 6, 3), "two.png"), "--select", "300,150,60,60"));
		final JsonObject parameters = sidecar("two-analyzed.json").getAsJsonObject("made");
		assertEquals(325, parameters.getAsJsonArray("found").get(0).getAsJsonObject().get("x").getAsDouble(), 1e-3);
	}

	@Test
	void warpWritesPictureMapsAndSidecar() throws IOException {
		assertEquals(0, line.run("warp", line.save(EggHead.one(), "a.png"), "--yaw", "20", "--maps"), line::text);
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
		assertEquals(0, line.run("warp", line.save(EggHead.one(), "a.png"), "--background", "transparent"), line::text);
		final java.awt.image.BufferedImage image = javax.imageio.ImageIO.read(folder.resolve("out/a-view.png").toFile());
		assertEquals(0, image.getRGB(1, 1) >>> 24);
		assertEquals(255, image.getRGB(225, 175) >>> 24);
	}

	@Test
	void relightTakesPresetsAndPhotographs() throws IOException {
		final String file = line.save(EggHead.one(), "a.png");
		assertEquals(0, line.run("relight", file, "--light", "key-left", "--format", "tiff"), line::text);
		assertEquals("key left", sidecar("a-relit.json").getAsJsonObject("request").getAsJsonObject("light").get("light").getAsString());
		assertTrue(IJ.openImage(folder.resolve("out/a-relit.tif").toString()).getInfoProperty().contains(Provenance.NOTICE));
		assertEquals(0, line.run("relight", file, "--light", "photograph", "--reference", file, "--canvas", "--overwrite"), line::text);
		assertTrue(written().contains("a-relit-canvas.png"), written()::toString);
		assertEquals(0.8, sidecar("a-relit.json").getAsJsonObject("request").getAsJsonObject("light").get("ratio").getAsDouble());
	}

	@Test
	void generateTurnsAndLights() throws IOException {
		assertEquals(0, line.run("generate", line.save(EggHead.one(), "a.png"), "--yaw", "15", "--light", "direction", "--azimuth", "40"), line::text);
		final JsonObject request = sidecar("a-portrait.json").getAsJsonObject("request");
		assertEquals(15, request.getAsJsonObject("view").get("yaw").getAsDouble());
		assertEquals(40, request.getAsJsonObject("light").get("azimuth").getAsDouble());
		assertEquals(27, sidecar("a-portrait.json").getAsJsonObject("made").getAsJsonArray("light_coefficients").size());
	}

	@Test
	void thePoseOfAnotherPhotograph() throws IOException {
		final String file = line.save(EggHead.one(), "a.png");
		assertEquals(0, line.run("warp", file, "--like", file), line::text);
		assertEquals("like another", sidecar("a-view.json").getAsJsonObject("request").getAsJsonObject("view").get("pose").getAsString());
	}

	@Test
	void wrongViewsAndLightsAreUsage() throws IOException {
		final String file = line.save(EggHead.one(), "a.png");
		assertEquals(2, line.run("warp", file, "--yaw", "95"));
		assertEquals(2, line.run("warp", file, "--yaw", "abc"));
		assertEquals(2, line.run("warp", file, "--turn", "feet"));
		assertEquals(2, line.run("warp", file, "--like", folder.resolve("nobody.png").toString()));
		assertEquals(2, line.run("relight", file));
		assertEquals(2, line.run("relight", file, "--light", "moon"));
		assertEquals(2, line.run("generate", file, "--light", "environment"));
		assertEquals(2, line.run("generate", file, "--light", "environment", "--reference", folder.resolve("sky.hdr").toString()));
		assertFalse(Files.exists(folder.resolve("out/a-view.png")));
	}

	@Test
	void greySixteenBitAndThirtyTwoBitFiles() throws IOException {
		final String grey = line.save(new ImagePlus("", EggHead.one().getProcessor().convertToByte(true)), "grey.png");
		final String deep = line.save(new ImagePlus("", EggHead.one().getProcessor().convertToShort(true)), "deep.tif");
		final String real = line.save(new ImagePlus("", EggHead.one().getProcessor().convertToByte(true).convertToFloat()), "real.tif");
		assertEquals(0, line.run("warp", grey, deep, real, "--yaw", "5", "--format", "tiff"), line::text);
		assertEquals(8, IJ.openImage(folder.resolve("out/grey-view.tif").toString()).getBitDepth());
		assertEquals(16, IJ.openImage(folder.resolve("out/deep-view.tif").toString()).getBitDepth());
		assertEquals(32, IJ.openImage(folder.resolve("out/real-view.tif").toString()).getBitDepth());
		assertEquals(1, line.run("warp", real, "--overwrite"));
		assertTrue(line.text().contains("use TIFF (on the command line: --format tiff)"), line::text);
	}

	@Test
	void badPicturesHaveTheirSentences() throws IOException {
		final ImagePlus broken = IJ.createImage("", "32-bit", 100, 100, 1);
		broken.getProcessor().setf(5, Float.NaN);
		assertEquals(1, line.run("warp", line.save(broken, "nan.tif"), line.save(IJ.createImage("", "8-bit", 1, 1, 1), "pixel.png"),
			line.save(IJ.createImage("", "8-bit black", 20_000, 50, 1), "long.png"), line.save(EggHead.faces(EggHead.SIDE, 0, 3), "cut.png")));
		final String text = line.text();
		assertTrue(text.contains("NaN"), text);
		assertTrue(text.contains("too small (1 x 1 px)"), text);
		assertTrue(text.contains("20000 x 50"), text);
		assertTrue(text.contains("cut by the border"), text);
	}
}
