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
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.Test;

/** What the command line writes beside a generated picture, and that a sidecar asks for it again. */
class BesideTest extends GeneratingLine {

	@Test
	void allOfItIsWrittenAndRepeated() throws IOException {
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--method", "in-context", "--variants", "3", "--stack", "--start", "--canvas", "--flow", "--maps"), line::text);
		final List<String> names = List.of("egg-portrait-canvas-mask.png", "egg-portrait-canvas.png", "egg-portrait-correspondence.tif", "egg-portrait-depth.tif",
			"egg-portrait-flow-wheel.png", "egg-portrait-flow.tif", "egg-portrait-generated.png", "egg-portrait-normals.tif", "egg-portrait-start.png",
			"egg-portrait-uncertainty.tif", "egg-portrait-variants.tif", "egg-portrait-visibility.tif", "egg-portrait.json", "egg-portrait.png");
		assertEquals(names, CommandLineRun.names(folder.resolve("out")));
		final ImagePlus stack = open("variants"), flow = open("flow"), uncertainty = open("uncertainty");
		assertEquals(3, stack.getStackSize());
		assertEquals(List.of(4, 32, 1, 32), List.of(flow.getNChannels(), flow.getBitDepth(), uncertainty.getStackSize(), uncertainty.getBitDepth()));
		final JsonObject beside = JsonParser.parseString(Files.readString(line.out("egg-portrait.json"))).getAsJsonObject().getAsJsonObject("request")
			.getAsJsonObject("outputs").getAsJsonObject("beside");
		assertEquals(3, beside.get("variants").getAsInt());
		assertEquals(0, line.run("repeat", line.out("egg-portrait.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertEquals(names, CommandLineRun.names(folder.resolve("again")));
		assertTrue(line.text().contains("equal to the bit"), line::text);
	}

	@Test
	void aMaskIsNamedAndRepeated() throws IOException {
		final ImagePlus mask = IJ.createImage("", "8-bit black", EggHead.SIDE, EggHead.SIDE, 1);
		mask.getProcessor().setColor(255);
		mask.getProcessor().fill(new ij.gui.Roi(0, 0, 215, 400));
		final String file = line.save(mask, "mask.png");
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--method", "in-context", "--mask", file), line::text);
		final String request = Files.readString(line.out("egg-portrait.json"));
		assertTrue(request.contains("../in/mask.png"), request);
		assertEquals(0, line.run("repeat", line.out("egg-portrait.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
		assertRefused("does not exist", "--method", "in-context", "--mask", line.in("nothing.png").toString());
		assertRefused("belongs to the methods automatic and in-context", "--method", "geometric", "--mask", file);
		assertEquals(1, line.run("generate", line.save(EggHead.faces(800, 4, 3), "large.png"), "--yaw", "50", "--method", "in-context", "--mask", file), line::text);
		assertTrue(line.text().contains("400 x 400 pixels and the photograph 800 x 800"), line::text);
	}

	private ImagePlus open(final String what) {
		return IJ.openImage(line.out("egg-portrait-" + what + ".tif").toString());
	}

	@Test
	void nothingIsWrittenThatNobodyWants() throws IOException {
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--method", "in-context"), line::text);
		assertEquals(List.of("egg-portrait.json", "egg-portrait.png"), CommandLineRun.names(folder.resolve("out")));
		assertFalse(Files.readString(line.out("egg-portrait.json")).contains("beside"));
	}

	@Test
	void whatCannotBeIsUsage() {
		assertRefused("belong to the methods automatic and in-context", "--method", "geometric", "--flow");
		assertRefused("2 of them at least", "--method", "in-context", "--stack");
		assertRefused("variants 99 is out of range", "--method", "in-context", "--variants", "99");
	}

	/** The sidecar keeps the word that was asked for and says what was made; the picture is that of the other word, and what belongs to it may be asked for. */
	@Test
	void inContextIsTheDefaultWhereThePackCanGenerate() throws IOException {
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--method", "in-context"), line::text);
		final int[] wanted = pixels("egg-portrait.png");
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--variants", "2", "--overwrite"), line::text);
		assertArrayEquals(wanted, pixels("egg-portrait.png"));
		assertTrue(CommandLineRun.names(folder.resolve("out")).contains("egg-portrait-uncertainty.tif"));
		final JsonObject sidecar = JsonParser.parseString(Files.readString(line.out("egg-portrait.json"))).getAsJsonObject();
		assertEquals("automatic", sidecar.getAsJsonObject("request").getAsJsonObject("method").get("method").getAsString());
		assertEquals("in-context", sidecar.getAsJsonObject("made").get("method").getAsString());
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--variants", "2", "--resume"), line::text);
		assertTrue(line.text().contains("0 done, 1 done before"), line::text);
	}

	@Test
	void aPackThatCannotGenerateMakesWhatGeometryKnowsAndRefusesTheRestBeforeAnyFile() throws IOException {
		line = new CommandLineRun(folder, EggHead.pack());
		assertRefused("leave them out, or choose another pack", "--variants", "2");
		assertRefused("choose the method automatic or geometric", "--method", "in-context");
		assertEquals(List.of(), CommandLineRun.names(folder.resolve("out")));
		assertEquals(0, line.run("generate", egg, "--yaw", "50"), line::text);
		final JsonObject sidecar = JsonParser.parseString(Files.readString(line.out("egg-portrait.json"))).getAsJsonObject();
		assertEquals("automatic", sidecar.getAsJsonObject("request").getAsJsonObject("method").get("method").getAsString());
		assertEquals("geometric", sidecar.getAsJsonObject("made").get("method").getAsString());
		final int[] automatic = pixels("egg-portrait.png");
		assertEquals(0, line.run("generate", egg, "--yaw", "50", "--method", "geometric", "--overwrite"), line::text);
		assertArrayEquals(automatic, pixels("egg-portrait.png"));
	}

	private int[] pixels(final String name) {
		return (int[]) IJ.openImage(line.out(name).toString()).getProcessor().convertToRGB().getPixels();
	}

	private void assertRefused(final String sentence, final String... options) {
		final String[] all = java.util.stream.Stream.concat(java.util.stream.Stream.of("generate", egg), java.util.Arrays.stream(options)).toArray(String[]::new);
		assertEquals(Main.USAGE, line.run(all), line::text);
		assertTrue(line.text().contains(sentence), line::text);
	}
}
