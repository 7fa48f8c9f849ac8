package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of itself reads as people write it. */
class ToldToPeopleTest {

	@TempDir
	Path folder;
	private CommandLineRun line;

	@BeforeEach
	void open() {
		line = new CommandLineRun(folder);
	}

	/** Advice on GPUs is for those who ask for one. */
	@Test
	void aRunBeginsWithItsModelsAndDeviceAndNoAdvice() throws IOException {
		assertEquals(0, line.run("analyze", line.save(EggHead.one(), "a.png")), line::text);
		assertEquals("models: icportrait-test 0.0.0-test; device: CPU, 1 thread", line.text().lines().findFirst().orElseThrow());
		final String device = JsonParser.parseString(Files.readString(line.out("a-analyzed.json"))).getAsJsonObject().getAsJsonObject("made").get("device").getAsString();
		assertEquals("CPU, 1 thread", device);
	}

	@Test
	void valuesAreShownAsTheyAreWritten() {
		for (final String subcommand : new String[] { "generate", "series" }) {
			assertEquals(0, line.bare(subcommand, "--help"));
			assertTrue(line.text().contains("--profiles=\"FILE;FILE...\"") && line.text().contains("png or tiff (default: png)"), line::text);
			assertFalse(line.text().contains("......") || line.text().contains("PNG, TIFF"), line::text);
		}
		line.bare("analyze", "--help");
		assertTrue(line.text().contains("largest or all (default: largest)"), line::text);
	}

	@Test
	void wordsThatAreNotKnownAreAnsweredWithThoseThatAre() {
		line.bare("warp", "a.png", "--format", "gif");
		assertTrue(line.text().contains("'--format': 'gif' is not known; choose one of png, tiff"), line::text);
		line.bare("analyze", "a.png", "--faces", "two");
		assertTrue(line.text().contains("'two' is not known; choose one of largest, all"), line::text);
		line.bare("analyze", "a.png", "--device", "gpu");
		assertTrue(line.text().contains("'gpu' is not known; choose one of auto, cpu, cuda"), line::text);
	}

	/** Of an option of other subcommands it is told whose it is. */
	@Test
	void optionsOfOtherSubcommandsAreAnsweredWithThose() {
		line.bare("analyze", "a.png", "--yaw=3");
		assertTrue(line.text().contains("'--yaw=3'; it is an option of warp, generate, series"), line::text);
		line.bare("--overwrite");
		assertTrue(line.text().contains("'--overwrite'; it is an option of analyze, warp,"), line::text);
		line.bare("series", "a.png", "--light", "rim");
		assertTrue(line.text().contains("'--light'; it is an option of relight, generate; did you mean --lights?"), line::text);
		line.bare("relight", "a.png", "--light", "photograph");
		assertTrue(line.text().contains("needs a reference picture; name the one that it is taken from as reference."), line::text);
	}
}
