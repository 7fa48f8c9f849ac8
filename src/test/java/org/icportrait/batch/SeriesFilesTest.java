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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesFilesTest {

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
	void aSetHasItsNamesTableAndSheet() throws IOException {
		assertEquals(0, line.run("series", photograph, "--preset", "kdef"), line::text);
		assertEquals(List.of("a-series.csv", "a-series.png", "a_FL.json", "a_FL.png", "a_FR.json", "a_FR.png", "a_HL.json", "a_HL.png", "a_HR.json", "a_HR.png", "a_S.json", "a_S.png"), CommandLineRun.names(folder.resolve(
			"out")));
		assertTrue(!line.text().contains("left out") && line.text().contains("a_S.png (3 of 5"), line::text);
		assertTrue(line.text().contains("a: pictures 5; faces read 4; mean pose error (deg) ") && !line.text().contains("NaN"), line::text);
		final List<String> rows = Files.readAllLines(line.out("a-series.csv"));
		assertEquals(6, rows.size());
		assertTrue(rows.get(0).startsWith("File,View,Light,Yaw wanted (deg),Yaw read (deg)") && rows.get(1).startsWith("a_FL.png,FL,flat,-90,") && rows.get(2).startsWith("a_HL.png,HL,flat,-45,"), rows.toString());
	}

	/** What "generate" makes of the same words, and what "repeat" makes of the sidecar. */
	@Test
	void aCellIsTheSamePictureAlone() throws IOException {
		assertEquals(0, line.run("series", photograph, "--yaw", "-20:20:20", "--lights", "key left,direction 40 20", "--no-table"), line::text);
		assertEquals(0, line.run("generate", photograph, "--yaw", "20", "--light", "direction", "--azimuth", "40", "--elevation", "20"), line::text);
		assertArrayEquals(pixels("a-portrait.png"), pixels("a_yaw+20_direction-+40-+20.png"));
		assertFalse(Files.exists(line.out("a-series.csv")));
		assertEquals(0, line.run("repeat", line.out("a_yaw+20_direction-+40-+20.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
	}

	/** All sidecars of a series in one run: they share a photograph, and each result keeps its own name. */
	@Test
	void aWholeSeriesIsRepeatedUnderItsNames() throws IOException {
		assertEquals(0, line.run("series", photograph, "--yaw", "0,20", "--lights", "keep,rim", "--no-table"), line::text);
		final String first = line.out("a_yaw+20_rim.json").toString();
		final String again = folder.resolve("again").toString();
		assertEquals(0, line.run("repeat", line.out("a_yaw0_keep.json").toString(), line.out("a_yaw0_rim.json").toString(), first, "--out", again), line::text);
		assertEquals(List.of("a_yaw+20_rim.json", "a_yaw+20_rim.png", "a_yaw0_keep.json", "a_yaw0_keep.png", "a_yaw0_rim.json", "a_yaw0_rim.png"), CommandLineRun.names(folder.resolve(
			"again")));
		final Path second = Files.copy(Path.of(first), Files.createDirectories(folder.resolve("second")).resolve("a_yaw+20_rim.json"));
		assertEquals(1, line.run("repeat", first, second.toString(), "--out", again, "--overwrite"), line::text);
		assertTrue(line.text().contains("1 done, 1 failed") && line.text().contains("repeat this one into a folder of its own"), line::text);
	}

	/** Where a set has a frame of its own, the sidecar tells which part of the view is kept. */
	@ParameterizedTest
	@CsvSource({ "keep, png", "transparent, png", "keep, tiff" })
	void aCellInTheFrameOfASetIsRepeatedToo(final String background, final String format) throws IOException {
		assertEquals(0, line.run("series", photograph, "--preset", "manyfaces", "--yaw", "20", "--no-table", "--background", background, "--format", format), line::text);
		final String ending = format.equals("png") ? ".png" : ".tif";
		assertEquals(0, line.run("repeat", line.out("a_yaw+20.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
		final ImagePlus then = IJ.openImage(line.out("a_yaw+20" + ending).toString()), now = IJ.openImage(folder.resolve("again").resolve("a_yaw+20" + ending).toString());
		assertEquals(List.of(675, 900), List.of(now.getWidth(), now.getHeight()));
		assertArrayEquals((int[]) then.getProcessor().convertToRGB().getPixels(), (int[]) now.getProcessor().convertToRGB().getPixels());
		assertEquals(0, line.run("repeat", folder.resolve("again").resolve("a_yaw+20.json").toString(), "--out", folder.resolve("third").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), "and once more: " + line.text());
	}

	@ParameterizedTest
	@CsvSource({ "'\"width\": \\d+', '\"width\": -3', tells of a frame that no picture has", "'\"wide\": \\d+', '\"wide\": 1e9', tells of a frame", "'\"x\": -?\\d+', '\"x\": 9000', lies beside the picture" })
	void aFrameThatCannotBeIsSaid(final String was, final String is, final String about) throws IOException {
		assertEquals(0, line.run("series", photograph, "--preset", "manyfaces", "--yaw", "0", "--no-table"), line::text);
		final Path sidecar = line.out("a_yaw0.json");
		Files.writeString(sidecar, Files.readString(sidecar).replaceFirst("(\"frame\": \\{[^}]*)" + was, "$1" + is));
		assertEquals(1, line.run("repeat", sidecar.toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains(about), line::text);
		assertEquals(List.of(), CommandLineRun.names(folder.resolve("again")));
	}

	/** Saved in Fiji with a sidecar, a map and a whole series have the request of a picture that they are not. */
	@ParameterizedTest
	@CsvSource({ "action, series, of a whole series", "map, coverage, of a map (coverage)", "map, , " })
	void whatIsNoPictureOfItsRequestIsNotRepeated(final String fact, final String is, final String about) throws IOException {
		assertEquals(0, line.run("warp", photograph, "--yaw", "10"), line::text);
		final JsonObject sidecar = JsonParser.parseString(Files.readString(line.out("a-view.json"))).getAsJsonObject();
		if (is != null) sidecar.getAsJsonObject("made").addProperty(fact, is);
		final Path other = Files.writeString(folder.resolve("out").resolve("other.json"), sidecar.toString());
		assertEquals(about == null ? 0 : 1, line.run("repeat", other.toString(), "--out", folder.resolve("again").toString()), line::text);
		if (about != null) assertTrue(line.text().contains(about) && CommandLineRun.names(folder.resolve("again")).isEmpty(), line::text);
	}

	/** Two of them are told apart by a number that a third has in its name. */
	@Test
	void noPersonOfARunReplacesAnother() throws IOException {
		final String second = line.save(EggHead.one(), "b/a.png"), third = line.save(EggHead.one(), "a-2.png");
		assertEquals(0, line.run("series", photograph, third, second, "--yaw", "10", "--lights", "keep", "--no-table", "--overwrite", "--jobs", "1"), line::text);
		assertEquals(3, CommandLineRun.names(folder.resolve("out")).stream().filter(name -> name.endsWith("_yaw+10_keep.png")).count(), line::text);
	}

	/** Several photographs and the numbers of the method: each cell is what "generate" makes of the same words. */
	@Test
	void aGeneratedCellOfTwoPhotographsIsTheSamePictureAlone() throws IOException {
		line = new CommandLineRun(folder, EggHead.packWithGenerator());
		final ImagePlus dark = EggHead.one();
		dark.getProcessor().multiply(0.8);
		final String second = line.save(dark, "second.png");
		final String[] words = { "--profiles", second, "--method", "in-context", "--steps", "2", "--seed", "5", "--freedom", "0.8", "--guidance", "0.5", "--variant", "1" };
		assertEquals(0, line.run(all("series", words, "--yaw", "50", "--lights", "keep,key left", "--no-table")), line::text);
		assertEquals(0, line.run(all("generate", words, "--yaw", "50", "--light", "key left")), line::text);
		assertArrayEquals(pixels("a-portrait.png"), pixels("a_yaw+50_key-left.png"));
		final String cell = line.out("a_yaw+50_key-left.json").toString(), sidecar = Files.readString(Path.of(cell));
		assertTrue(sidecar.contains("../in/second.png") && sidecar.contains("\"seed\": 5"), sidecar);
		assertEquals(0, line.run("repeat", cell, "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
		assertEquals(0, line.run(all("series", new String[0], "--yaw", "50", "--lights", "key left", "--no-table", "--method", "in-context", "--overwrite")), line::text);
		assertFalse(java.util.Arrays.equals(pixels("a-portrait.png"), pixels("a_yaw+50_key-left.png")), "one photograph and other numbers give another picture");
	}

	/** Each cell keeps the word and says what was done; the sheet says what was done in all. */
	@Test
	void automaticCellsAreInContextWhereThePackCanGenerate() throws IOException {
		line = new CommandLineRun(folder, EggHead.packWithGenerator());
		assertEquals(0, line.run("series", photograph, "--yaw", "50", "--lights", "keep", "--no-table"), line::text);
		final int[] automatic = pixels("a_yaw+50_keep.png");
		final String cell = Files.readString(line.out("a_yaw+50_keep.json"));
		assertTrue(cell.contains("\"method\": \"automatic\"") && cell.contains("\"method\": \"in-context\""), cell);
		final String sheet = Files.readString(line.out("a-series.png"), StandardCharsets.ISO_8859_1);
		assertTrue(sheet.replaceAll("\\s", "").contains("\"method\":[\"in-context\"]"));
		assertEquals(0, line.run("series", photograph, "--yaw", "50", "--lights", "keep", "--no-table", "--method", "in-context", "--overwrite"), line::text);
		assertArrayEquals(automatic, pixels("a_yaw+50_keep.png"));
	}

	private String[] all(final String command, final String[] words, final String... more) {
		return Stream.of(Stream.of(command, photograph), Stream.of(words), Stream.of(more)).flatMap(part -> part).toArray(String[]::new);
	}

	@Test
	void whatCannotJoinIsSaidBeforeAnyFile() throws IOException {
		final String nobody = line.save(EggHead.faces(EggHead.SIDE), "nobody.png");
		assertEquals(2, line.run("series", photograph, "--yaw", "10", "--lights", "keep", "--profiles", nobody), line::text);
		assertTrue(line.text().contains("nobody.png cannot be used: No face was found"), line::text);
		assertEquals(List.of(), CommandLineRun.names(folder.resolve("out")));
	}

	private int[] pixels(final String name) {
		return (int[]) IJ.openImage(line.out(name).toString()).getProcessor().convertToRGB().getPixels();
	}

	/** The surroundings are named as seen from the results, turned as the sidecar says. */
	@Test
	void surroundingsTurnAndAreRepeated() throws IOException {
		final ImagePlus sky = IJ.createImage("sky", "RGB black", 128, 64, 1);
		sky.getProcessor().setColor(0xffffff);
		sky.getProcessor().fill(new ij.gui.Roi(80, 16, 40, 32));
		final String reference = line.save(sky, "sky.png");
		assertEquals(0, line.run("series", photograph, "--yaw", "0", "--lights", "environment 0:180:180", "--reference", reference, "--no-table"), line::text);
		assertFalse(java.util.Arrays.equals(pixels("a_yaw0_environment-0.png"), pixels("a_yaw0_environment-+180.png")));
		assertEquals(0, line.run("repeat", line.out("a_yaw0_environment-+180.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
	}

	@Test
	void severalPhotographsAndOneBadOne() throws IOException {
		final String nobody = line.save(EggHead.faces(EggHead.SIDE), "nobody.png"), other = line.save(EggHead.one(), "b/a.png");
		assertEquals(1, line.run("series", photograph, nobody, other, "--yaw", "10", "--lights", "keep", "--format", "tiff"));
		assertTrue(line.text().contains("2 done, 1 failed") && line.text().contains("nobody.png: No face"), line::text);
		final List<String> names = CommandLineRun.names(folder.resolve("out"));
		assertTrue(names.contains("a_yaw+10_keep.tif") && names.contains("a-2_yaw+10_keep.tif"), names.toString());
	}

	@ParameterizedTest
	@CsvSource({ "--yaw, 1:2, from:to:step", "--yaw, 95, yaw", "--lights, moon, not known", "--lights, environment, needs a reference", "--preset, feret, not known",
		"--background, sea, background", "--steps, 0, steps", "--profiles, nowhere.png, does not exist", "--method, magic, in-context or geometric", "--reference, nowhere.hdr, does not exist" })
	void oddOptionsAreUsageBeforeAnyFile(final String option, final String word, final String about) throws IOException {
		assertEquals(2, line.run("series", photograph, option, word), line::text);
		assertTrue(line.text().contains(about) && line.text().lines().count() == 1, line::text);
		assertFalse(Files.exists(folder.resolve("out")), "nothing was made");
	}

	/** The pack has no networks for it. */
	@Test
	void aMethodThatThePackLacksIsSaidBeforeAnyFile() throws IOException {
		assertEquals(2, line.run("series", photograph, "--method", "in-context"), line::text);
		assertTrue(line.text().contains("choose the method automatic or geometric"), line::text);
		assertEquals(List.of(), CommandLineRun.names(folder.resolve("out")));
	}

	@Test
	void manifestsForSigningGoWithEachPicture() throws IOException {
		assertEquals(0, line.run("series", photograph, "--yaw", "10", "--lights", "keep", "--no-table", "--c2pa"), line::text);
		assertTrue(CommandLineRun.names(folder.resolve("out")).contains("a_yaw+10_keep.c2pa.json"));
	}

	@Test
	void earlierResultsStayUnlessAskedFor() throws IOException {
		assertEquals(0, line.run("series", photograph, "--yaw", "10", "--lights", "keep"), line::text);
		final byte[] before = Files.readAllBytes(line.out("a_yaw+10_keep.png"));
		assertEquals(1, line.run("series", photograph, "--yaw", "10,20", "--lights", "keep"));
		assertTrue(line.text().contains("is there already"), line::text);
		assertFalse(Files.exists(line.out("a_yaw+20_keep.png")), "looked for before the work");
		assertEquals(0, line.run("series", photograph, "--yaw", "10,20", "--lights", "keep", "--overwrite"), line::text);
		assertArrayEquals(before, Files.readAllBytes(line.out("a_yaw+10_keep.png")), "equal results are equal files");
	}

	@Test
	void aPhotographIsNeverReplaced() throws IOException {
		final Path other = Path.of(line.save(EggHead.faces(EggHead.SIDE, 2, 3), "a_yaw+10_keep.png"));
		final byte[] before = Files.readAllBytes(other);
		assertEquals(1, line.run("series", photograph, other.toString(), "--yaw", "10", "--lights", "keep", "--overwrite", "--out", folder.resolve("in").toString()));
		assertTrue(line.text().contains("would replace a picture that was read"), line::text);
		assertArrayEquals(before, Files.readAllBytes(other));
	}
}
