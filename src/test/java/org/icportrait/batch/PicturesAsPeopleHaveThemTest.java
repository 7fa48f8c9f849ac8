package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import ij.IJ;
import ij.ImagePlus;
import ij.process.FloatProcessor;
import ij.ImageStack;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.FreshJvm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of photographs from phones, Macs and the web, with pages and scales, in any locale. */
class PicturesAsPeopleHaveThemTest {

	private static final byte[] HEIC = "\0\0\0\u0018ftypheic\0\0\0\0heic".getBytes(StandardCharsets.ISO_8859_1);

	@TempDir
	Path folder;
	private CommandLineRun line;
	private byte[] photograph;

	@BeforeEach
	void save() throws IOException {
		line = new CommandLineRun(folder);
		photograph = Files.readAllBytes(Path.of(line.save(EggHead.one(), "a.png")));
	}

	@Test
	void aFolderNamesWhatItCannotRead() throws IOException {
		Files.write(line.in("b.jfif"), photograph);
		Files.write(line.in("no extension"), photograph);
		Files.write(line.in("IMG_1.HEIC"), HEIC);
		Files.write(line.in("c.jpg"), HEIC);
		Files.writeString(line.in("error.jpg"), "<!DOCTYPE html><html>404</html>");
		Files.write(line.in("empty.png"), new byte[0]);
		Files.writeString(line.in("notes.txt"), "not a picture");
		Files.write(line.in("._a.jpg"), "\0\5\u0016\7\0\2\0\0Mac OS X".getBytes(StandardCharsets.ISO_8859_1));
		Files.write(line.in(".DS_Store"), new byte[] { 0, 0, 0, 1 });
		assertEquals(1, line.run("analyze", folder.resolve("in").toString()));
		assertTrue(line.text().contains("3 done, 4 failed"), line::text);
		assertTrue(line.text().contains("IMG_1.HEIC is a HEIC (HEIF) picture") && line.text().contains("c.jpg is a HEIC (HEIF) picture"), line::text);
		assertTrue(line.text().contains("error.jpg is a web page") && line.text().contains("empty.png is empty"), line::text);
		assertFalse(line.text().contains("notes") || line.text().contains("._a") || line.text().contains("DS_Store"), line::text);
	}

	/** Said before minutes of work, which could not be written: here, before anybody looks for a face that is not there. */
	@Test
	void realNumbersAndAPng() throws IOException {
		final String numbers = line.save(new ImagePlus("", new FloatProcessor(200, 200)), "numbers.tif");
		for (final String command : new String[] { "generate", "series" }) {
			assertEquals(1, line.run(command, numbers));
			assertTrue(line.text().contains("A PNG cannot hold the 32-bit values of numbers.tif: use TIFF"), line::text);
			assertEquals(1, line.run(command, numbers, "--format", "tiff"));
			assertTrue(line.text().contains("No face was found"), line::text);
		}
		assertEquals(1, line.run("analyze", numbers));
		assertTrue(line.text().contains("No face was found"), line::text);
	}

	@Test
	void onlyAMacsCompanionsBesideIt() throws IOException {
		Files.write(line.in("._a.jpg"), "\0\5\u0016\7\0\2\0\0Mac OS X".getBytes(StandardCharsets.ISO_8859_1));
		assertEquals(0, line.run("analyze", folder.resolve("in").toString()), line::text);
		assertEquals(1, line.run("analyze", line.in("._a.jpg").toString()), "named, it is looked at");
	}

	@Test
	void foldersInsideAFolderAreSaid() throws IOException {
		Files.createDirectories(line.in("session 2"));
		Files.createDirectories(line.in(".hidden"));
		assertEquals(0, line.run("analyze", folder.resolve("in").toString()), line::text);
		assertTrue(line.text().contains("left out: 1 folder inside, not looked into"), line::text);
		Files.delete(line.in("a.png"));
		assertEquals(2, line.run("analyze", folder.resolve("in").toString()));
		assertTrue(line.text().contains("Folders inside are not looked into: name them."), line::text);
	}

	@Test
	void onePageIsSaidAndAllAreDone() throws IOException {
		final String pages = line.save(twoPages(), "pages.tif");
		assertEquals(0, line.run("analyze", pages), line::text);
		assertTrue(line.text().contains("pages-analyzed.png (page 1 of 2)"), line::text);
		assertEquals(0, line.run("analyze", pages, "--pages", "all", "--overwrite"), line::text);
		assertEquals(List.of("pages-analyzed.json", "pages-analyzed.png", "pages-page2-analyzed.json", "pages-page2-analyzed.png"), CommandLineRun.names(folder.resolve("out")));
		assertEquals(125, faceAt("pages-analyzed.json"), 1e-3);
		assertEquals(325, faceAt("pages-page2-analyzed.json"), 1e-3);
		assertEquals(1, line.run("analyze", pages, "--pages", "3"));
		assertTrue(line.text().contains("has no page 3: it has 2"), line::text);
		for (final String wrong : new String[] { "0", "-1", "some", "99999999" }) assertEquals(2, line.run("analyze", pages, "--pages", wrong));
	}

	private static ImagePlus twoPages() {
		final ImageStack stack = new ImageStack(EggHead.SIDE, EggHead.SIDE);
		stack.addSlice("left", EggHead.faces(EggHead.SIDE, 2, 3).getProcessor());
		stack.addSlice("right", EggHead.faces(EggHead.SIDE, 6, 3).getProcessor());
		return new ImagePlus("", stack);
	}

	private JsonObject sidecar(final String name) throws IOException {
		return JsonParser.parseString(Files.readString(line.out(name))).getAsJsonObject();
	}

	private double faceAt(final String name) throws IOException {
		return sidecar(name).getAsJsonObject("made").getAsJsonArray("found").get(0).getAsJsonObject().get("x").getAsDouble();
	}

	/** The second page again, to the bit, from its sidecar. */
	@Test
	void aPageIsRepeated() throws IOException {
		assertEquals(0, line.run("warp", line.save(twoPages(), "pages.tif"), "--pages", "2", "--yaw", "15"), line::text);
		assertEquals(2, sidecar("pages-page2-view.json").getAsJsonObject("request").getAsJsonArray("profiles").get(0).getAsJsonObject().get("page").getAsInt());
		assertEquals(0, line.run("repeat", line.out("pages-page2-view.json").toString(), "--out", folder.resolve("again").toString()), line::text);
		assertTrue(line.text().contains("equal to the bit"), line::text);
	}

	@Test
	void theScaleOfAPhotographGoesIntoItsResults() throws IOException {
		final ImagePlus scaled = EggHead.one();
		scaled.getCalibration().pixelWidth = scaled.getCalibration().pixelHeight = 0.1;
		scaled.getCalibration().setUnit("mm");
		final String file = line.save(scaled, "scaled.tif");
		assertEquals(0, line.run("warp", file), line::text);
		final byte[] png = Files.readAllBytes(line.out("scaled-view.png"));
		assertTrue(new String(png, StandardCharsets.ISO_8859_1).contains("pHYs\0\0\u0027\u0010\0\0\u0027\u0010\1"), "10,000 pixels a metre");
		assertEquals(0, line.run("warp", file, "--format", "tiff", "--overwrite"), line::text);
		assertEquals("mm", IJ.openImage(line.out("scaled-view.tif").toString()).getCalibration().getUnit());
	}

	/** XMP in what is written, derived from the very file, and a manifest on request that the sidecar knows. */
	@Test
	void resultsCarryTheirOriginAsXmp() throws IOException {
		assertEquals(0, line.run("warp", line.in("a.png").toString(), "--maps", "--c2pa"), line::text);
		for (final String name : new String[] { "a-view.png", "a-view-depth.tif" }) {
			final String content = Files.readString(line.out(name), StandardCharsets.ISO_8859_1);
			assertTrue(content.contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia"), name);
			assertTrue(content.contains("sha256:" + org.icportrait.work.Sha256.of(line.in("a.png"))), name);
		}
		assertTrue(sidecar("a-view.json").getAsJsonObject("files").has("a-view.c2pa.json"));
		assertEquals(0, line.run("analyze", line.in("a.png").toString()), line::text);
		assertTrue(Files.readString(line.out("a-analyzed.png"), StandardCharsets.ISO_8859_1).contains("digitalsourcetype/algorithmicallyEnhanced"));
	}

	/** A name that the locale cannot write, as a folder lists it. */
	@Test
	void anyNameInAnyLocale() throws Exception {
		assumeTrue(File.separatorChar == '/' && new File("/proc/self").exists(), "skipped: names are bytes on Linux");
		final URI name = URI.create(folder.toUri() + "names/gr%C3%BCn.png");
		Files.createDirectories(folder.resolve("names"));
		Files.write(Path.of(name), photograph);
		final FreshJvm jvm = new FreshJvm(folder).where("LC_ALL", "C");
		final FreshJvm.Outcome outcome = jvm.run(Main.class, "analyze", folder.resolve("names").toString(), "--models", EggHead.pack().toString(), "--out", folder.resolve(
			"out").toString(), "--device", "cpu");
		assertEquals(0, outcome.exit(), outcome.text());
		final List<String> written = CommandLineRun.names(folder.resolve("out"));
		assertEquals(2, written.size(), written.toString());
		assertTrue(written.get(1).matches("gr_+n-analyzed\\.png"), written.toString());
		assertTrue(Files.readString(folder.resolve("out").resolve(written.get(0))).contains("gr\u00fcn.png"), "the sidecar knows the name");
	}
}
