package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of photographs with options of their own. */
class ManifestTest {

	@TempDir
	Path folder;
	private CommandLineRun line;

	@BeforeEach
	void save() throws IOException {
		line = new CommandLineRun(folder);
		line.save(EggHead.one(), "a.png");
		line.save(EggHead.faces(EggHead.SIDE, 2, 3, 6, 3), "two, people.png");
	}

	private String table(final String text) throws IOException {
		return Files.writeString(folder.resolve("in/jobs.csv"), text).toString();
	}

	private JsonObject request(final String name) throws IOException {
		return JsonParser.parseString(Files.readString(line.out(name))).getAsJsonObject().getAsJsonObject("request");
	}

	@Test
	void rowsHaveOptionsOfTheirOwn() throws IOException {
		final String table = table("file,name,yaw,light,select\na.png,first,20,,\na.png,second,-5.5,key left,\n\"two, people.png\",,,,\"300,150,60,60\"\n");
		assertEquals(0, line.run("generate", "--manifest", table, "--yaw", "7", "--light", "rim"), line::text);
		assertEquals(20, request("first-portrait.json").getAsJsonObject("view").get("yaw").getAsDouble());
		assertEquals("rim", request("first-portrait.json").getAsJsonObject("light").get("light").getAsString());
		assertEquals(-5.5, request("second-portrait.json").getAsJsonObject("view").get("yaw").getAsDouble());
		assertEquals("key left", request("second-portrait.json").getAsJsonObject("light").get("light").getAsString());
		final JsonObject third = request("two, people-portrait.json");
		assertEquals(7, third.getAsJsonObject("view").get("yaw").getAsDouble(), "what a row leaves out is the command line's");
		assertEquals(300, third.getAsJsonObject("face").getAsJsonArray("selection").get(0).getAsDouble());
	}

	/** As spreadsheets of other countries write them. */
	@Test
	void semicolonsAndAByteOrderMark() throws IOException {
		assertEquals(0, line.run("warp", "--manifest", table("\ufeffFILE;Yaw\r\na.png;20\r\n\r\n"), "--maps"), line::text);
		assertEquals(20, request("a-view.json").getAsJsonObject("view").get("yaw").getAsDouble());
		assertTrue(Files.exists(line.out("a-view-depth.tif")), "options of the command line hold for all rows");
	}

	@Test
	void aMissingFileFailsAloneAndEqualNamesGetNumbers() throws IOException {
		assertEquals(1, line.run("warp", "--manifest", table("file\na.png\nnowhere.png\na.png\n"), "--results", folder.resolve("r.csv").toString()));
		assertTrue(line.text().contains("2 done, 1 failed") && line.text().contains("nowhere.png does not exist"), line::text);
		assertTrue(Files.exists(line.out("a-view-2.png")));
		assertEquals(4, Files.readAllLines(folder.resolve("r.csv")).size());
	}

	/** Rows share photographs; each is counted, told under its name, and tried again by the next run. */
	@Test
	void eachRowThatFailsCounts() throws IOException {
		line.save(EggHead.faces(EggHead.SIDE), "nobody.png");
		final String table = table("file,name,yaw\nnobody.png,x,10\nnobody.png,y,20\na.png,,\n");
		final Path results = folder.resolve("r.csv");
		assertEquals(1, line.run("warp", "--manifest", table, "--results", results.toString(), "--resume"));
		assertTrue(line.text().contains("1 done, 2 failed"), line::text);
		for (final String name : List.of("x", "y")) assertTrue(line.text().contains("nobody.png (" + name + "-view): No face was found"), line::text);
		assertEquals(2, Files.readAllLines(results).stream().filter(row -> row.contains(",failed,")).count());
		line.save(EggHead.one(), "nobody.png");
		assertEquals(0, line.run("warp", "--manifest", table, "--results", results.toString(), "--resume"), line::text);
		assertTrue(line.text().contains("2 done, 1 done before, 0 failed"), line::text);
	}

	/** What the command line only lacks may stand in the rows. */
	@Test
	void rowsAddWhatTheCommandLineLacks() throws IOException {
		final String egg = line.in("a.png").toString();
		assertEquals(0, line.run("relight", "--manifest", table("file,name,light,reference\na.png,one,rim,\na.png,two,photograph," + egg + "\n")), line::text);
		assertEquals("photograph", request("two-relit.json").getAsJsonObject("light").get("light").getAsString());
		assertEquals(0, line.run("relight", "--manifest", table("file,name,reference\na.png,three," + egg + "\n"), "--light", "photograph"), line::text);
		assertEquals(0, line.run("generate", "--manifest", table("file,name,reference\na.png,four," + egg + "\n"), "--light", "photograph"), line::text);
		assertEquals(0, line.run("relight", "--manifest", table("file,name,coefficients\na.png,five,\"1,0,0,0,0,0,0,0,0\"\n"), "--light", "coefficients"), line::text);
		assertEquals(0, line.run("series", "--manifest", table("file,yaw,reference\na.png,5," + egg + "\n"), "--lights", "photograph", "--no-table"), line::text);
	}

	@Test
	void aRowThatLacksWhatTheCommandLineLacksIsNamed() throws IOException {
		final String table = table("file,name,light\na.png,one,rim\na.png,two,\n");
		assertEquals(2, line.run("relight", "--manifest", table), line::text);
		assertTrue(line.text().contains("Row 3 of " + table + ": relight needs a light"), line::text);
		assertEquals(2, line.run("relight", "--manifest", table, "--light", "photograph"), line::text);
		assertTrue(line.text().contains("Row 3 of " + table + ": The light \"photograph\" needs a reference picture; name "), line::text);
		assertEquals(2, line.run("relight", "--manifest", table("file,light\na.png,rim\n"), "--strength", "9"), line::text);
		assertFalse(line.text().contains("Row"), "wrong for every row: " + line.text());
		assertFalse(Files.exists(folder.resolve("out")));
	}

	/** As on the command line; what that names is there for those rows that want it. */
	@ParameterizedTest
	@CsvSource(quoteCharacter = '^', delimiter = '|', value = { "like,yaw#EGG,5|leaves nothing to --yaw", "like,pose#EGG,change|leaves nothing to --pose", "light,reference#keep,EGG|does not look at --reference",
		"light,reference#rim,EGG|does not look at --reference", "light,reference-box#rim,1 2 30 0|--reference-box belongs to" })
	void whatARowLeavesWithoutUseItselfIsRefused(final String text, final String about) throws IOException {
		final String[] rows = text.replace("EGG", line.in("a.png").toString()).split("#");
		final String table = table("file," + rows[0] + "\na.png,,\na.png," + rows[1] + "\n");
		assertEquals(2, line.run("generate", "--manifest", table), line::text);
		assertTrue(line.text().contains("Row 3 of " + table + ": ") && line.text().contains(about), line::text);
	}

	/** No photograph is lost, whoever names it. */
	@Test
	void whatRowsReferToIsNotReplaced() throws IOException {
		assertEquals(0, line.run("warp", line.in("a.png").toString()), line::text);
		final byte[] before = Files.readAllBytes(line.out("a-view.png"));
		assertEquals(1, line.run("warp", "--manifest", table("file,like\na.png," + line.out("a-view.png") + "\n"), "--overwrite"), line::text);
		assertTrue(line.text().contains("would replace a picture that was read"), line::text);
		assertArrayEquals(before, Files.readAllBytes(line.out("a-view.png")));
	}

	@Test
	void seriesOfRows() throws IOException {
		assertEquals(0, line.run("series", "--manifest", table("file,preset,yaw,lights\na.png,kdef,,\na.png,none,5,keep\n"), "--no-table"), line::text);
		assertTrue(CommandLineRun.names(folder.resolve("out")).containsAll(List.of("a_HL.png", "a_S.png", "a_HR.png", "a-2_yaw+5_keep.png")), line::text);
	}

	@Test
	void aResumedTableIsGoneOn() throws IOException {
		final String table = table("file,yaw\na.png,10\na.png,20\n");
		assertEquals(0, line.run("warp", "--manifest", table, "--resume"), line::text);
		Files.delete(line.out("a-view-2.png"));
		assertEquals(0, line.run("warp", "--manifest", table, "--resume"), line::text);
		assertTrue(line.text().contains("1 done, 1 done before, 0 failed"), line::text);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '^', delimiter = '|', value = { "yaw#20|no column \"file\"", "file,moon#a.png,1|column \"moon\"", "file,yaw#a.png,95|Row 2 of", "file,yaw#a.png,10#a.png,x|Row 3 of",
		"file,yaw#a.png|Row 2 of", "file,file#a.png,a.png|each column once", "file|has no rows", "file,out#a.png,b|column \"out\"", "file,name#a.png,../x|must be that of a file",
		"file,page#a.png,all|must be a number", "file,yaw#\"a.png,1|quotation mark", "file,#a.png,1|must name each column", "file#,|Row 2 of", "file,like#a.png,nowhere.png|does not exist" })
	void wrongTablesAreUsageBeforeAnyFile(final String text, final String about) throws IOException {
		assertEquals(2, line.run("warp", "--manifest", table(text.replace('#', '\n') + "\n")), line::text);
		assertTrue(line.text().contains(about) && line.text().lines().count() == 1, line::text);
		assertFalse(Files.exists(folder.resolve("out")));
	}

	@Test
	void aTableInAnotherEncodingIsRefusedInWordsOfItsOwn() throws IOException {
		final Path table = Files.write(folder.resolve("in/jobs.csv"), "file,name\na.png,J\u00fcrgen\n".getBytes(StandardCharsets.ISO_8859_1));
		assertEquals(2, line.run("warp", "--manifest", table.toString()), line::text);
		assertTrue(line.text().contains("is not in UTF-8; save it as CSV in UTF-8"), line::text);
	}

	@Test
	void eitherFilesOrATable() throws IOException {
		assertEquals(2, line.run("warp", line.in("a.png").toString(), "--manifest", table("file\na.png\n")));
		assertTrue(line.text().contains("not both"), line::text);
		assertEquals(2, line.run("warp"));
		assertTrue(line.text().contains("Name photographs"), line::text);
		assertEquals(2, line.run("warp", "--manifest", folder.resolve("none.csv").toString()));
		assertTrue(line.text().contains("does not exist"), line::text);
	}
}
