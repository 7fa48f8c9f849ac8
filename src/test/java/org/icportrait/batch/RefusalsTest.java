package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What people write by a slip is answered with what they wrote and what to write instead, and nothing is left without use in silence. */
class RefusalsTest {

	@TempDir
	Path folder;
	private CommandLineRun line;
	private String egg;
	private String nobody;

	@BeforeEach
	void save() throws IOException {
		line = new CommandLineRun(folder);
		egg = line.save(EggHead.one(), "egg.png");
		nobody = line.save(EggHead.faces(EggHead.SIDE), "nobody.png");
	}

	private void assertRefused(final int code, final String sentence, final String... arguments) {
		assertEquals(code, line.run(arguments), line::text);
		assertTrue(line.text().contains(sentence), line::text);
	}

	private void assertUsage(final String sentence, final String... arguments) {
		assertRefused(Main.USAGE, sentence, arguments);
	}

	@Test
	void aFaceThatIsMissingIsSaidWithItsFileAndTheWayOut() throws IOException {
		final String box = "nobody.png, whose light is wanted; ";
		assertUsage(box, "relight", egg, "--light", "photograph", "--reference", nobody);
		assertTrue(line.text().contains("--reference-box") && !line.text().contains("--select"), line::text);
		assertUsage("nobody.png, whose pose is wanted; ", "warp", egg, "--like", nobody);
		assertFalse(line.text().contains("--select"), line::text);
		assertUsage("nobody.png cannot be used: No face was found in it; ", "generate", egg, "--profiles", nobody);
		assertFalse(line.text().contains("--select"), line::text);
		final String cut = line.save(EggHead.faces(EggHead.SIDE, 0, 3), "cut.png");
		assertUsage("cut.png cannot be taken: The face is cut", "warp", egg, "--like", cut);
		assertRefused(Main.SOME_FAILED, "nobody.png: No face was found in the picture", "warp", nobody);
	}

	/** They exist, and yet are none of what is read. */
	@Test
	void whatIsNoFileIsSaid() {
		assertRefused(Main.SOME_FAILED, "from files, not from standard input", "warp", "-");
		assumeTrue(Files.exists(Path.of("/dev/null")));
		assertRefused(Main.SOME_FAILED, "/dev/null is a device or a pipe", "warp", "/dev/null");
	}

	@Test
	void aSelectionOutsideOfThePictureIsOne() {
		for (final String beyond : List.of("5000,10,60,60", "10,5000,60,60", "-70,10,60,60", "10,-70,60,60")) {
			assertRefused(Main.SOME_FAILED, "lies outside of the picture, which has 400 x 400 pixels", "analyze", egg, "--select=" + beyond);
		}
		assertUsage("not \"1,2,a,4\"", "analyze", egg, "--select", "1,2,a,4");
	}

	/** No option wins over its like in silence. */
	@Test
	void whatIsGivenTwiceIsRefusedOrAddsUp() throws IOException {
		assertUsage("'--select' (X,Y,WIDTH,HEIGHT) should be specified only once", "analyze", egg, "--select", "1,2", "--select", "30,40");
		assertUsage("'--yaw' (<yaw>) should be specified only once", "warp", egg, "--yaw", "3", "--yaw", "4");
		assertUsage("'--maps' should be specified only once", "warp", egg, "--maps", "--maps");
		final String second = line.save(EggHead.faces(EggHead.SIDE, 5, 3), "second.png"), third = line.save(EggHead.faces(EggHead.SIDE, 3, 3), "third.png");
		assertEquals(0, line.run("generate", egg, "--profiles", second, "--profiles", third, "--method", "geometric"), line::text);
		final String sidecar = Files.readString(line.out("egg-portrait.json"));
		assertTrue(sidecar.contains("second.png") && sidecar.contains("third.png"), sidecar);
	}

	@Test
	void numbersAreRefusedInWordsForPeople() {
		assertUsage("'--yaw': '30,5' is no number; write a point before the decimals: 30.5", "warp", egg, "--yaw", "30,5");
		assertUsage("'--yaw': 'far' is no number", "warp", egg, "--yaw", "far");
		assertUsage("'--yaw': '10d' is no number", "warp", egg, "--yaw", "10d");
		assertUsage("The yaw must be written as", "series", egg, "--yaw", "0:10f:5");
		assertUsage("not \"1,2,30f,40\"", "analyze", egg, "--select", "1,2,30f,40");
		assertUsage("'--jobs': '1.5' is no whole number", "warp", egg, "--jobs", "1.5");
		assertUsage("'--seed': '9999999999999999999' is too large a number", "generate", egg, "--seed", "9999999999999999999");
		assertUsage("The freedom 0.0 is out of range; choose 0.05 to 1.", "generate", egg, "--freedom", "0");
		assertUsage("The seed must lie at 0 or above, not at -1.", "generate", egg, "--seed", "-1", "--method", "geometric");
		assertUsage("between 0 and 16384", "generate", egg, "--patch", "16385");
	}

	/** Rows of tables are parsed by the same rules. */
	@Test
	void numbersOfTablesToo() throws IOException {
		final Path table = Files.writeString(line.in("jobs.csv"), "file;yaw\negg.png;30,5\n");
		assertUsage("30.5", "warp", "--manifest", table.toString());
		Files.writeString(table, "file\nhttps://example.org/a.png\n");
		assertUsage("'https://example.org/a.png' is an address", "warp", "--manifest", table.toString());
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void aFileCalledLikeAnOptionCanBeNamed() throws IOException {
		assertUsage("Unknown option: '-lead.png'; a file of that name is written ./-lead.png, or stands behind --.", "warp", "-lead.png");
		assertUsage("'--yw'; did you mean --yaw?", "warp", egg, "--yw", "3");
		// Both ways, seen from the current folder, where no such file is: what matters is that it is looked for.
		assertRefused(Main.SOME_FAILED, "failed: ./-lead.png: The file ./-lead.png does not exist.", "warp", "./-lead.png");
		final StringWriter printed = new StringWriter();
		assertEquals(Main.SOME_FAILED, Main.commandLine().setOut(new PrintWriter(printed)).execute("warp", "--models", EggHead.pack().toString(), "--device", "cpu", "--out", folder
			.resolve("out").toString(), "--", "-lead.png"));
		assertTrue(printed.toString().contains("failed: -lead.png: The file -lead.png does not exist."), printed::toString);
	}

	@Test
	void addressesAreNoFiles() {
		final String sentence = "'https://example.org/a.png' is an address; files are read from disk: download it first";
		assertUsage(sentence, "warp", egg, "https://example.org/a.png");
		assertUsage(sentence, "warp", egg, "--like", "https://example.org/a.png");
		assertUsage(sentence, "generate", egg, "--profiles", egg + ";https://example.org/a.png");
		assertUsage(sentence, "repeat", "https://example.org/a.png");
	}

	@Test
	void aTableOfResultsNeedsAFolder() throws IOException {
		final Path file = Files.writeString(folder.resolve("afile"), "no folder");
		for (final Path results : List.of(file.resolve("x.csv"), file.resolve("deep/x.csv"))) {
			assertUsage("afile is a file and no folder", "warp", egg, "--results", results.toString());
		}
		assertEquals(0, line.run("warp", egg, "--results", folder.resolve("new/deep/x.csv").toString()), line::text);
		assertUsage("give --results the name of a file", "warp", egg, "--results", folder.resolve("new/deep").toString());
		assertUsage("give --results another name, or add --overwrite to replace it", "warp", egg, "--results", folder.resolve("new/deep/x.csv").toString());
	}

	/** Whatever writes into a folder. */
	@Test
	void aFileInTheWayOfAFolderIsNamed() throws IOException {
		final Path file = Files.writeString(folder.resolve("afile"), "no folder");
		for (final String command : List.of("analyze", "warp", "generate", "series", "repeat")) {
			assertUsage(file + " is a file and no folder; choose another folder.", command, egg, "--out", file.resolve("sub").toString());
		}
		assertUsage(file + " is a file and no folder; choose another folder.", "relight", egg, "--light", "rim", "--out", file.resolve("sub/deep").toString());
	}

	@Test
	void aReferenceThatNoLightLooksAtIsRefused() {
		assertUsage("does not look at --reference", "generate", egg, "--light", "keep", "--reference", egg);
		assertUsage("does not look at --reference", "relight", egg, "--light", "rim", "--reference", egg);
		assertUsage("--reference-box belongs to --light photograph", "relight", egg, "--light", "rim", "--reference-box", "1,2,30,0");
		assertUsage("None of the lights looks at --reference", "series", egg, "--lights", "key left", "--reference", egg);
		assertEquals(0, line.run("relight", egg, "--light", "Photograph", "--reference", egg), line::text);
	}

	/** Numbers may stand beside a light that does not need them, so that one line serves many lights. */
	@Test
	void whatBelongsToALightOrAColourThatNobodyNamesIsRefused() {
		for (final String option : List.of("--azimuth", "--elevation", "--hardness", "--strength", "--ratio")) {
			assertUsage(option + " belongs to a new light, and none is named", "generate", egg, "--yaw", "3", option, "0.5");
		}
		for (final String command : List.of("generate", "warp", "series")) {
			assertUsage("The background \"keep\" has no --colour; say --background colour", command, egg, "--colour", "#ff0000");
		}
		assertUsage("One of two words stands in quotes: \"key left\"", "generate", egg, "--light", "key", "left");
		assertEquals(0, line.run("generate", egg, "--light", "keep", "--azimuth", "60", "--method", "geometric"), line::text);
	}

	@Test
	void whatTheOtherOptionsLeaveWithoutEffectIsRefused() {
		assertUsage("--canvas belongs to --light photograph", "relight", egg, "--light", "rim", "--canvas");
		assertUsage("--select chooses one face, and leaves nothing to --faces all", "analyze", egg, "--faces", "all", "--select", "150,100,150,150");
		assertEquals(0, line.run("analyze", egg, "--faces", "largest", "--select", "150,100,150,150"), line::text);
	}

	@Test
	void aPoseThatIsTakenLeavesNothingToAngles() {
		for (final String option : List.of("--yaw", "--pitch", "--roll")) assertUsage("leaves nothing to " + option, "warp", egg, "--like", egg, option, "3");
		assertUsage("leaves nothing to --pose", "generate", egg, "--like", egg, "--pose", "change");
	}

	/** There the command line gives what rows may want. */
	@Test
	void inTablesEachRowUsesWhatItWants() throws IOException {
		final Path table = Files.writeString(line.in("jobs.csv"), "file,name,light,like\negg.png,one,photograph,\negg.png,two,rim," + egg + "\n");
		assertEquals(0, line.run("generate", "--manifest", table.toString(), "--reference", egg, "--yaw", "5"), line::text);
	}

	@Test
	void choicesCountInAnyCase() throws IOException {
		assertEquals(0, line.run("generate", egg, "--background", "TRANSPARENT", "--turn", "Bust", "--pose", "Change", "--method", "GEOMETRIC", "--light", "Key-Left", "--format", "TIFF",
			"--pages", "ALL"), line::text);
		final String sidecar = Files.readString(line.out("egg-portrait.json"));
		for (final String word : List.of("transparent", "bust", "change", "geometric", "key left", "tiff")) assertTrue(sidecar.contains("\"" + word + "\""), sidecar);
		assertEquals(0, line.run("series", egg, "--preset", "None", "--yaw", "0", "--lights", "Keep,RIM", "--no-table"), line::text);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void linksThatLeadNowhereAreNamed() throws IOException {
		Files.createSymbolicLink(line.in("gone.png"), folder.resolve("elsewhere/gone.png"));
		Files.createSymbolicLink(line.in("round.png"), Path.of("round.png"));
		Files.createSymbolicLink(line.in("notes"), folder.resolve("elsewhere/notes"));
		Files.delete(Path.of(nobody));
		assertRefused(Main.SOME_FAILED, "1 done, 2 failed", "analyze", line.in("").toString());
		assertTrue(line.text().contains("gone.png: It is a link to a file that is not there"), line::text);
		assertTrue(line.text().contains("round.png: It is a link to a file that is not there"), line::text);
		assertFalse(line.text().contains("notes"), line::text);
	}

	@Test
	void lightsOfASeriesAreThoseThatItTakes() {
		for (final String unknown : List.of("foo", "coefficients", "")) {
			assertUsage("The light \"" + unknown + "\" is not known in a series; choose from keep, key left, key right, key above, key below, rim, flat, photograph, \"direction", "series", egg,
				"--lights", "keep," + unknown);
		}
	}
}
