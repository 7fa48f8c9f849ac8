package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More photographs of a person on the command line: they are used, named in the sidecar, and refused in one sentence. */
class ProfilesTest extends GeneratingLine {

	private String second;

	@BeforeEach
	void aSecondPhotograph() throws IOException {
		final ImagePlus dark = EggHead.one();
		dark.getProcessor().multiply(0.8);
		second = line.save(dark, "second.png");
	}

	private int[] generate(final String... more) {
		final String[] all = Arrays.copyOf(new String[] { "generate", egg, "--yaw", "50", "--method", "in-context", "--overwrite" }, 7 + more.length);
		System.arraycopy(more, 0, all, 7, more.length);
		assertEquals(0, line.run(all), line::text);
		return pixels(line.out("egg-portrait.png"));
	}

	private static int[] pixels(final Path file) {
		return (int[]) IJ.openImage(file.toString()).getProcessor().convertToRGB().getPixels();
	}

	private JsonArray profiles() throws IOException {
		return JsonParser.parseString(Files.readString(line.out("egg-portrait.json"))).getAsJsonObject().getAsJsonObject("request").getAsJsonArray("profiles");
	}

	@Test
	void theyGuideAndAreNamed() throws IOException {
		final int[] alone = generate(), joined = generate("--profiles", second);
		assertFalse(Arrays.equals(alone, joined));
		assertEquals(2, profiles().size());
		assertEquals("../in/second.png", profiles().get(1).getAsJsonObject().get("path").getAsString());
		assertEquals(64, profiles().get(1).getAsJsonObject().get("sha256").getAsString().length());
		assertEquals(0, line.run("repeat", line.out("egg-portrait.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
		assertArrayEquals(joined, pixels(folder.resolve("again/egg-portrait.png")));
	}

	/** So that a folder of one person's photographs may name some of them. */
	@Test
	void aPhotographDoesNotJoinItself() throws IOException {
		final int[] joined = generate("--profiles", second);
		assertArrayEquals(joined, generate("--profiles", egg + "; " + second));
		assertEquals(2, profiles().size());
	}

	@Test
	void aRowOfATableHasItsOwn() throws IOException {
		final int[] joined = generate("--profiles", second);
		final Path table = folder.resolve("in/jobs.csv");
		Files.writeString(table, "file,name,profiles\negg.png,alone,\negg.png,both," + second + "\n");
		assertEquals(0, line.run("generate", "--manifest", table.toString(), "--yaw", "50", "--method", "in-context"), line::text);
		assertArrayEquals(joined, pixels(line.out("both-portrait.png")));
		assertFalse(Arrays.equals(joined, pixels(line.out("alone-portrait.png"))));
	}

	@Test
	void whatCannotJoinIsSaidBeforeAnythingIsMade() throws IOException {
		final String nobody = line.save(EggHead.faces(EggHead.SIDE), "nobody.png");
		final String copy = line.save(IJ.openImage(second), "copy.png");
		Files.copy(Path.of(second), Path.of(copy), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertRefused("no-such.png does not exist", line.in("no-such.png").toString());
		assertRefused("nobody.png cannot be used: No face was found", nobody);
		assertRefused("second.png twice; name each once", second + ";" + second);
		assertRefused("copy.png of --profiles are the same one: their files are equal", second + ";" + copy);
		assertFalse(Files.exists(line.out("egg-portrait.png")));
	}

	private void assertRefused(final String sentence, final String profiles) {
		assertEquals(Main.USAGE, line.run("generate", egg, "--profiles", profiles), line::text);
		assertTrue(line.text().contains(sentence), line::text);
	}

	/** What joins is read, and never written over. */
	@Test
	void nothingThatJoinsIsReplaced() throws IOException {
		final String result = line.save(EggHead.one(), "egg-portrait.png");
		final byte[] before = Files.readAllBytes(Path.of(result));
		assertEquals(1, line.run("generate", egg, "--profiles", result, "--overwrite", "--out", folder.resolve("in").toString()), line::text);
		assertTrue(line.text().contains("would replace a picture that was read"), line::text);
		assertArrayEquals(before, Files.readAllBytes(Path.of(result)));
	}
}
