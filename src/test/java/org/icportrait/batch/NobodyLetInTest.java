package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.bridge.FreshJvm;
import org.icportrait.imagej.Photograph;
import org.icportrait.files.PictureWriter;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Names of files are names and nothing else; nothing is left or sent; faults keep their stack trace. */
class NobodyLetInTest {

	@TempDir
	Path folder;

	/** A file name with an at sign in front once made picocli read options, and so native code, from the file. */
	@Test
	void noOptionsOutOfFileNames() throws IOException {
		final CommandLineRun line = new CommandLineRun(folder);
		final Path options = Files.writeString(folder.resolve("holiday.png"), "--version");
		assertEquals(1, line.run("analyze", "@" + options));
		assertTrue(line.text().contains("failed: @" + options + ": The file @"), line::text);
	}

	@Test
	void controlCharactersAreShownNotSent() throws IOException {
		final CommandLineRun line = new CommandLineRun(folder);
		assertEquals(1, line.run("analyze", line.save(EggHead.one(), "a\u001b[2J.png"), folder.resolve("b\n5 done, 0 failed.png").toString()));
		assertEquals(2, line.run("analyze", "a.png", "--\u001b[31m\n=2"));
		assertTrue(line.text().contains("--\\u001b[31m\\u000a=2"), line::text);
		line.run("analyze", folder.resolve("in").toString(), folder.resolve("b\n5 done, 0 failed.png").toString(), "--overwrite");
		assertTrue(line.text().contains("a\\u001b[2J-analyzed.png") && line.text().contains("b\\u000a5 done"), line::text);
		assertFalse(line.text().contains("\u001b"), line::text);
		assertEquals(1, line.text().lines().filter(text -> text.matches("\\d+ done, .*")).count(), line::text);
	}

	@Test
	void emptyArgumentsAreNoFolder() {
		final CommandLineRun line = new CommandLineRun(folder);
		assertEquals(2, line.run("analyze", ""));
		assertTrue(line.text().contains("empty name"), line::text);
		assertEquals(2, line.run("analyze", "a.png", "--out", ""));
		assertTrue(line.text().contains("--out is empty"), line::text);
	}

	@Test
	void everySubcommandTellsItsVersion() {
		for (final String command : new String[] { "analyze", "warp", "relight", "generate" }) {
			final CommandLineRun line = new CommandLineRun(folder);
			assertEquals(0, line.run(command, "-V"));
			assertTrue(line.text().startsWith("ic-portrait " + Provenance.pluginVersion()), line::text);
		}
	}

	@Test
	void aFaultKeepsItsStackTrace() throws IOException {
		final CommandLineRun line = new CommandLineRun(folder);
		for (final RuntimeException thrown : new RuntimeException[] { new IllegalStateException("a bug"), new Fault("The network could not be run.") }) {
			final CommandLine command = new CommandLine(new Failing(thrown)).setCaseInsensitiveEnumValuesAllowed(true);
			assertEquals(1, line.execute(command, line.save(EggHead.one(), "a.png")));
			final Path log = line.out(FaultLog.NAME).toAbsolutePath();
			assertTrue(line.text().contains((thrown instanceof Fault ? "The network could not be run" : "a bug; please report it") + " (details: " + log + ")."),
				line::text);
			assertTrue(Files.readString(log).contains("at " + NobodyLetInTest.class.getName()), line::text);
		}
	}

	@Command(name = "failing")
	private static final class Failing extends FileCommand {

		private final RuntimeException thrown;

		Failing(final RuntimeException thrown) {
			this.thrown = thrown;
		}

		@Override
		PortraitRequest request() {
			return ask(PortraitRequest.WARP, ViewWords.UNCHANGED, LightWords.KEEP, false, false);
		}

		@Override
		JobWork begin(final PortraitEngine engine) {
			return new PictureWork(this, engine) {

				@Override
				Results process(final Photograph photograph, final PortraitRequest request) {
					throw thrown;
				}
			};
		}
	}

	/** A folder that went away while the run was on is said in a sentence, without a stack trace on the console. */
	@Test
	void aLostFolderIsASentence() {
		final ByteArrayOutputStream errors = new ByteArrayOutputStream();
		final PrintStream before = System.err;
		System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine())) {
			final ResultWriter writer = new ResultWriter(folder.resolve("lost"), ResultWriter.Format.PNG, false, List.of());
			final Provenance origin = engine.provenance("test", java.util.Map.of());
			final Results results = Results.of(origin, EggHead.one(), null);
			final String message = Assertions.assertThrows(BadInput.class, () -> writer.write("a-view", results)).getMessage();
			assertTrue(message.contains("cannot be written: there is no folder " + folder.resolve("lost") + "; make it, or choose another."), message);
			// Image I/O prints a stack trace of its own where it is left to open the file.
			Assertions.assertThrows(IOException.class, () -> PictureWriter.png(EggHead.one(), null, origin).writeTo(folder.resolve("lost/a.png")));
		}
		finally {
			System.setErr(before);
		}
		assertEquals("", errors.toString(StandardCharsets.UTF_8));
	}

	/** A run leaves nothing but its results, and a command line of any length does not end it. */
	@Test
	void nothingIsLeftInHomeAndTemporaryFolder() throws Exception {
		final FreshJvm jvm = new FreshJvm(folder);
		final CommandLineRun line = new CommandLineRun(folder);
		final List<String> arguments = new ArrayList<>(List.of("analyze", line.save(EggHead.one(), "a.png"), "--models", EggHead.pack().toString(), "--out",
			folder.resolve("out").toString()));
		for (int i = 0; i < 500; i++) arguments.add(folder.resolve("photographs-of-the-whole-family/" + "x".repeat(50) + i + ".jpg").toString());
		final FreshJvm.Outcome outcome = jvm.run(Main.class, arguments.toArray(String[]::new));
		assertEquals(1, outcome.exit(), outcome.text());
		assertTrue(outcome.text().contains("1 done, 500 failed"), outcome.text());
		assertEquals(List.of(), CommandLineRun.names(jvm.home()));
		assertEquals(List.of(), CommandLineRun.names(jvm.temporary()));
	}
}
