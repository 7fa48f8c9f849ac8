package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.work.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No photograph and no earlier result is replaced without being asked, and a sidecar never tells of another picture. */
class NothingLostTest {

	@TempDir
	Path folder;
	private CommandLineRun line;
	private String photograph;

	@BeforeEach
	void save() throws IOException {
		line = new CommandLineRun(folder);
		photograph = line.save(EggHead.one(), "a.png");
	}

	@Test
	void earlierResultsStayUnlessAskedFor() throws IOException {
		assertEquals(0, line.run("warp", photograph, "--yaw", "10"), line::text);
		final byte[] before = Files.readAllBytes(line.out("a-view.png"));
		assertEquals(1, line.run("warp", photograph, "--yaw", "20"));
		assertTrue(line.text().contains("a-view.png is there already; choose another folder, or move it away (on the command line --overwrite replaces it)"), line::text);
		assertArrayEquals(before, Files.readAllBytes(line.out("a-view.png")));
		assertEquals(0, line.run("warp", photograph, "--yaw", "20", "--overwrite"), line::text);
		assertFalse(java.util.Arrays.equals(before, Files.readAllBytes(line.out("a-view.png"))));
		assertEquals(List.of("a-view.json", "a-view.png"), CommandLineRun.names(folder.resolve("out")));
	}

	/** Neither --overwrite nor --resume is about what was no result: a folder of photographs that are called like results keeps them. */
	@Test
	void noPhotographOfOthersIsReplaced() throws IOException {
		for (final String name : List.of("a-view.png", "a_S.png", "a-series.png", "a-portrait-depth.tif")) {
			IJ.save(EggHead.faces(EggHead.SIDE, 2, 3), Files.createDirectories(folder.resolve("out")).resolve(name).toString());
		}
		for (final String words : List.of("warp --overwrite", "series --preset kdef --resume --no-table", "series --preset kdef --overwrite --no-table", "generate --maps --overwrite", "series --yaw 10 --lights keep --resume --no-table")) {
			final List<String> all = new ArrayList<>(List.of(words.split(" ")));
			all.add(photograph);
			assertEquals(1, line.run(all.toArray(String[]::new)), () -> words + ": " + line.text());
			assertTrue(line.text().contains("is no result of IC-Portrait, so it is not replaced"), line::text);
		}
		assertEquals(4, CommandLineRun.names(folder.resolve("out")).stream().filter(name -> !name.startsWith(".") && !name.endsWith(".log")).count(), "and nothing was written");
	}

	/** Nor are notes and tables of others, whatever they are called and say. */
	@Test
	void noNotesOfOthersAreReplaced() throws IOException {
		final String[][] all = { { "a-view.json", "warp --overwrite" }, { "a-view.json", "warp --resume" }, { "a-view.c2pa.json", "warp --c2pa --overwrite" }, {
			"a_S.json", "series --preset kdef --overwrite" }, { "a-series.csv", "series --preset kdef --overwrite" }, { "a-series.csv", "series --preset kdef --resume" } };
		Files.createDirectories(folder.resolve("out"));
		for (final String[] one : all) {
			final String notes = "{\"files\": {\"gone.png\": \"1\", \"" + one[0] + "\": \"2\"}}";
			final Path file = Files.writeString(line.out(one[0]), notes);
			final List<String> words = new ArrayList<>(List.of(one[1].split(" ")));
			words.add(photograph);
			assertEquals(1, line.run(words.toArray(String[]::new)), () -> one[1] + ": " + line.text());
			assertTrue(line.text().contains(one[0] + " is no result of IC-Portrait, so it is not replaced"), line::text);
			assertEquals(notes, Files.readString(file));
			Files.delete(file);
		}
		assertEquals(List.of(), CommandLineRun.names(folder.resolve("out")).stream().filter(name -> !name.startsWith(".") && !name.endsWith(".log")).toList(), "and nothing was written");
		for (int run = 0; run < 2; run++) assertEquals(0, line.run("series", photograph, "--yaw", "10", "--lights", "keep", "--overwrite"), line::text);
	}

	/** The same folder by another name. */
	@Test
	void noPhotographOfTheRunIsReplacedThroughALink() throws IOException {
		final Path other = Path.of(line.save(EggHead.faces(EggHead.SIDE, 2, 3), "a_yaw+10_keep.png")), link = folder.resolve("link");
		final byte[] before = Files.readAllBytes(other);
		Files.createSymbolicLink(link, folder.resolve("in"));
		assertEquals(1, line.run("series", photograph, other.toString(), "--yaw", "10", "--lights", "keep", "--no-table", "--overwrite", "--out", link.toString()), line::text);
		assertTrue(line.text().contains("would replace a picture that was read"), line::text);
		assertArrayEquals(before, Files.readAllBytes(other));
	}

	/** Said before the work: a damaged photograph of that name is not even opened. */
	@Test
	void aNameThatIsTooLongForAResultIsSaidBeforeTheWork() throws IOException {
		final Path damaged = Files.write(line.in("n".repeat(250) + ".png"), new byte[] { 1, 2, 3 });
		for (final String[] words : new String[][] { { "warp" }, { "warp", "--overwrite" }, { "series", "--overwrite" } }) {
			final List<String> all = new ArrayList<>(List.of(words));
			all.add(damaged.toString());
			assertEquals(1, line.run(all.toArray(String[]::new)), line::text);
			assertTrue(line.text().contains("is too long for the disk; rename the photograph"), line::text);
		}
	}

	/** A slip of the hand after --results must not cost a photograph, whatever may be overwritten; tables of results are. */
	@Test
	void resultsReplaceTablesOfResultsAlone() throws IOException {
		final byte[] before = Files.readAllBytes(Path.of(photograph));
		assertEquals(2, line.run("warp", photograph, "--results", photograph, "--overwrite"), line::text);
		assertTrue(line.text().contains("is no table of results, so it is not replaced"), line::text);
		assertArrayEquals(before, Files.readAllBytes(Path.of(photograph)));
		final String table = folder.resolve("table.csv").toString();
		for (int run = 0; run < 2; run++) assertEquals(0, line.run("warp", photograph, "--results", table, "--overwrite"), line::text);
	}

	@Test
	void foldersAndMissingFilesAreNamedAsSuch() {
		assertEquals(1, line.run("repeat", folder.toString()), line::text);
		assertTrue(line.text().contains("is a folder; name the .json files in it"), line::text);
		assertEquals(1, line.run("repeat", folder.resolve("none.json").toString()), line::text);
		assertTrue(line.text().contains("none.json does not exist"), line::text);
		assertEquals(2, line.run("warp", photograph, "--like", folder.toString()), line::text);
		assertTrue(line.text().contains("is a folder"), line::text);
	}

	/** The maps of a result count as the result does. */
	@Test
	void furtherFilesStayToo() throws IOException {
		assertEquals(0, line.run("warp", photograph, "--maps"), line::text);
		Files.delete(line.out("a-view.png"));
		Files.delete(line.out("a-view.json"));
		assertEquals(1, line.run("warp", photograph, "--maps"));
		assertTrue(line.text().contains("is there already"), line::text);
		assertFalse(Files.exists(line.out("a-view.png")));
	}

	@Test
	void aPhotographIsNeverReplaced() throws IOException {
		final Path other = Path.of(line.save(EggHead.faces(EggHead.SIDE, 2, 3), "a-view.png"));
		final byte[] before = Files.readAllBytes(other);
		for (int run = 0; run < 2; run++) {
			assertEquals(0, line.run("warp", folder.resolve("in").toString(), "--overwrite", "--out", folder.resolve("in").toString()), line::text);
			assertArrayEquals(before, Files.readAllBytes(other));
			assertEquals(List.of("a-view-2.json", "a-view-2.png", "a-view-view.json", "a-view-view.png", "a-view.png", "a.png"),
				CommandLineRun.names(folder.resolve("in")));
		}
	}

	@Test
	void aReferenceIsNeverReplaced() throws IOException {
		final Path reference = Path.of(line.save(EggHead.one(), "a-relit.png"));
		final byte[] before = Files.readAllBytes(reference);
		assertEquals(1, line.run("relight", photograph, "--light", "photograph", "--reference", reference.toString(), "--overwrite", "--out", folder.resolve(
			"in").toString()));
		assertTrue(line.text().contains("would replace a picture that was read"), line::text);
		assertArrayEquals(before, Files.readAllBytes(reference));
	}

	@Test
	void ownResultsAreNotTakenFromAFolder() throws IOException {
		final String in = folder.resolve("in").toString();
		assertEquals(0, line.run("warp", in, "--out", in), line::text);
		assertEquals(0, line.run("relight", in, "--light", "flat", "--format", "tiff", "--out", in), line::text);
		assertTrue(line.text().contains("left out: 1 picture that IC-Portrait made; name it to take it") && line.text().contains("1 done, 0 failed"), line::text);
		assertEquals(1, line.run("analyze", in, "--out", in) + line.run("warp", in, "--out", in), line::text);
		assertTrue(line.text().contains("left out: 3"), line::text);
		assertEquals(0, line.run("analyze", line.in("a-view.png").toString()), "a result that is named is taken");
		Files.delete(Path.of(photograph));
		assertEquals(2, line.run("warp", in));
		assertTrue(line.text().contains("that IC-Portrait did not make"), line::text);
	}

	@Test
	void hiddenFilesAreLeftOut() throws IOException {
		Files.write(line.in("._a.jpg"), new byte[] { 0, 5, 0x16, 7 });
		Files.copy(Path.of(photograph), line.in(".b.png"));
		assertEquals(0, line.run("analyze", folder.resolve("in").toString()), line::text);
		assertTrue(line.text().contains("1 done, 0 failed"), line::text);
		assertEquals(0, line.run("analyze", line.in(".b.png").toString()), line::text);
	}

	@Test
	void oneFileNamedTwiceIsOne() {
		assertEquals(0, line.run("analyze", photograph, folder.resolve("in/../in/a.png").toString(), folder.resolve("in").toString()));
		assertTrue(line.text().contains("1 done, 0 failed"), line::text);
	}

	@Test
	void aSidecarNamesItsFilesByHash() throws IOException {
		assertEquals(0, line.run("warp", photograph, "--maps", "--background", "transparent", "--format", "tiff"), line::text);
		final JsonObject files = JsonParser.parseString(Files.readString(line.out("a-view.json"))).getAsJsonObject().getAsJsonObject("files");
		assertEquals(6, files.size());
		for (final String name : files.keySet()) assertEquals(Sha256.of(line.out(name)), files.get(name).getAsString(), name);
		assertTrue(SidecarFiles.describes(line.out("a-view.json"), line.out("a-view.tif")));
	}

	/** After a kill between the two, and after any change. */
	@Test
	void aPictureThatItsSidecarDoesNotTellOfIsRecognised() throws IOException {
		assertEquals(0, line.run("warp", photograph), line::text);
		Files.copy(Path.of(photograph), line.out("a-view.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
		assertFalse(SidecarFiles.describes(line.out("a-view.json"), line.out("a-view.png")));
		assertEquals(1, line.run("warp", photograph));
		assertTrue(line.text().contains("is not the picture that its sidecar tells of"), line::text);
	}

	/** What a run that was cut off left does not keep the next one from its work; a stranger's file does. */
	@Test
	void aSidecarAloneIsNoResult() throws IOException {
		assertEquals(0, line.run("warp", photograph), line::text);
		Files.delete(line.out("a-view.png"));
		assertEquals(0, line.run("warp", photograph, "--yaw", "10"), line::text);
		Files.delete(line.out("a-view.png"));
		Files.writeString(line.out("a-view.json"), "{\"mine\": 1}");
		assertEquals(1, line.run("warp", photograph));
		assertEquals("{\"mine\": 1}", Files.readString(line.out("a-view.json")));
	}

	@Test
	void namesAsLongAsTheFileSystemTakes() throws IOException {
		final String name = "x".repeat(255 - "-view.json".length());
		assertEquals(0, line.run("warp", line.save(EggHead.one(), name + ".png")), line::text);
		assertEquals(List.of(name + "-view.json", name + "-view.png"), CommandLineRun.names(folder.resolve("out")));
	}

	@Test
	void oneUnreadableFolderDoesNotEndTheRun() throws IOException {
		final Path locked = Files.createDirectory(folder.resolve("locked"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
		assumeFalse(Files.isReadable(locked), "skipped: this user may read every folder");
		assertEquals(1, line.run("analyze", locked.toString(), photograph));
		assertTrue(line.text().contains("locked: The folder cannot be read: let yourself") && line.text().contains("1 done, 1 failed"), line::text);
	}

	/** Java's own message is the bare name. */
	@Test
	void whatMayNotBeReadOrWrittenIsSaidInWords() throws IOException {
		Files.setPosixFilePermissions(Path.of(photograph), PosixFilePermissions.fromString("---------"));
		assumeFalse(Files.isReadable(Path.of(photograph)), "skipped: this user may read every file");
		assertEquals(1, line.run("warp", photograph));
		assertTrue(line.text().contains("cannot be read: access is denied."), line::text);
		final Path locked = Files.createDirectory(folder.resolve("shut"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
		assertEquals(Main.USAGE, line.run("warp", photograph, "--results", locked.resolve("table.csv").toString()));
		assertTrue(line.text().contains("table.csv cannot be written: access is denied."), line::text);
	}
}
