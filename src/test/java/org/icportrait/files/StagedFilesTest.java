package org.icportrait.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.IIOException;

import org.icportrait.bridge.FreshJvm;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear together, the last first, or not at all. */
class StagedFilesTest {

	@TempDir
	Path folder;

	@Test
	void filesAppearTogether() throws IOException {
		try (StagedFiles staged = new StagedFiles()) {
			assertEquals("ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb", staged.add(folder.resolve("a.txt"), text("a")));
			staged.add(folder.resolve("b.txt"), text("b"));
			assertFalse(Files.exists(folder.resolve("a.txt")));
			staged.publish(false);
		}
		assertEquals(List.of("a.txt", "b.txt"), names());
	}

	/** Whoever is killed in between leaves a sidecar, and never a picture without one. */
	@Test
	void theLastAddedIsTheFirstThere() throws IOException {
		Files.createDirectories(folder.resolve("picture.png/full"));
		try (StagedFiles staged = new StagedFiles()) {
			staged.add(folder.resolve("picture.png"), text("a"));
			staged.add(folder.resolve("sidecar.json"), text("b"));
			assertThrows(BadInput.class, () -> staged.publish(true));
		}
		assertEquals(List.of("picture.png", "sidecar.json"), names());
	}

	@Test
	void nothingIsThereWhereOneIsTaken() throws IOException {
		Files.writeString(folder.resolve("a.txt"), "old");
		try (StagedFiles staged = new StagedFiles()) {
			staged.add(folder.resolve("a.txt"), text("new"));
			staged.add(folder.resolve("b.txt"), text("new"));
			final String message = assertThrows(BadInput.class, () -> staged.publish(false)).getMessage();
			assertTrue(message.contains("a.txt is there already"), message);
		}
		assertEquals(List.of("a.txt"), names());
		assertEquals("old", Files.readString(folder.resolve("a.txt")));
	}

	@Test
	void nothingStaysOfWhatFails() throws IOException {
		final BadInput thrown = assertThrows(BadInput.class, () -> OutputFile.write(folder.resolve("a.txt"), file -> {
			Files.writeString(file, "half of it");
			throw new IOException("No space left on device");
		}));
		assertTrue(thrown.getMessage().contains("cannot be written: No space left on device; make room, or choose a folder on another disk."), thrown.getMessage());
		assertEquals(List.of(), names());
	}

	/** Writers of pictures wrap what happened to them into a sentence that says nothing. */
	@Test
	void whatTheSystemSaysIsSaid() {
		final BadInput thrown = assertThrows(BadInput.class, () -> OutputFile.write(folder.resolve("a.png"), file -> {
			throw new IIOException("I/O error writing PNG file!", new IOException("There is not enough space on the disk"));
		}));
		assertTrue(thrown.getMessage().contains("cannot be written: There is not enough space on the disk; make room"), thrown.getMessage());
	}

	/** Stands for Ctrl-C, which ends the program in the same way. */
	@Test
	void nothingHiddenStaysOfAProgramThatIsEnded(@TempDir final Path other) throws Exception {
		final FreshJvm.Outcome outcome = new FreshJvm(other).run(Ended.class, folder.toString());
		assertEquals(7, outcome.exit(), outcome::text);
		assertEquals(List.of("a.txt"), names());
	}

	/** Ends while one file is in place and another is not. */
	static final class Ended {

		public static void main(final String... arguments) {
			final Path folder = Path.of(arguments[0]);
			OutputFile.write(folder.resolve("a.txt"), text("whole"));
			new StagedFiles().add(folder.resolve("b.txt"), file -> {
				Files.writeString(file, "half of it");
				System.exit(7);
			});
		}
	}

	/** Else a name that the file system takes could not be written. */
	@Test
	void temporaryNamesAreHiddenAndShortAndKnownAgain() {
		for (final String name : new String[] { "a.png", "a-view.json", "x".repeat(250) + ".tif" }) {
			try (StagedFiles staged = new StagedFiles()) {
				staged.add(folder.resolve(name), file -> {
					final String temporary = file.getFileName().toString();
					assertTrue(temporary.length() <= 13 && temporary.startsWith(".") && StagedFiles.isTemporary(file), temporary);
				});
			}
		}
	}

	private List<String> names() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private static StagedFiles.Content text(final String text) {
		return file -> Files.writeString(file, text);
	}
}
