package org.icportrait.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.batch.CommandLines;
import org.icportrait.commands.MacroLines;
import org.icportrait.files.PictureReader;
import org.icportrait.files.RadianceFile;
import org.icportrait.models.ModelPack;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.Sidecar;
import org.icportrait.work.BadInput;

import picocli.CommandLine;

/** The ways in. Each takes any bytes, and ends well or with the one sentence of a {@link BadInput}; all else that it throws is a fault. */
final class Targets {

	private Targets() {}

	/** A picture, decoded whole. @param file to write it to @return whether it was taken */
	static boolean picture(final byte[] bytes, final Path file) {
		write(bytes, file);
		return ends(() -> PictureReader.read(file));
	}

	/** A pack's manifest. @param folder of the pack */
	static boolean pack(final byte[] bytes, final Path folder) {
		write(bytes, folder.resolve(ModelPack.MANIFEST));
		return ends(() -> ModelPack.open(folder).manifest());
	}

	/** A sidecar, and the origin that an image carries. */
	static boolean sidecar(final byte[] bytes) {
		final String text = new String(bytes, StandardCharsets.UTF_8);
		final boolean origin = ends(() -> Provenance.parse(text).toText());
		Sidecar.made(text, "pack");
		return ends(() -> Sidecar.request(text, "a sidecar")) || origin;
	}

	/** A command line, one argument a line; nothing is run. */
	static boolean options(final byte[] bytes) {
		final String[] arguments = new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
		return ends(() -> {
			try {
				CommandLines.check(arguments);
			}
			catch (final CommandLine.ParameterException usage) {
				throw new BadInput(usage.getMessage(), usage);
			}
		});
	}

	/** A macro's call of a command: its menu entry, a line break, its options; nothing is run. */
	static boolean macro(final byte[] bytes) {
		final String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\n", 2);
		return ends(() -> MacroLines.check(parts[0], parts.length < 2 ? "" : parts[1]));
	}

	/** A Radiance file of surroundings. @param file to write it to */
	static boolean radiance(final byte[] bytes, final Path file) {
		write(bytes, file);
		return ends(() -> RadianceFile.read(file));
	}

	private static void write(final byte[] bytes, final Path file) {
		try {
			Files.write(file, bytes);
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	private static boolean ends(final Runnable action) {
		try {
			action.run();
			return true;
		}
		catch (final BadInput expected) {
			if (expected.getMessage() == null || expected.getMessage().isBlank()) throw new AssertionError("It says nothing.", expected);
			return false;
		}
	}
}
