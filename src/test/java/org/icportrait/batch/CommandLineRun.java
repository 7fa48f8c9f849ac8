package org.icportrait.batch;

import ij.IJ;
import ij.ImagePlus;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;

import picocli.CommandLine;

/** Runs the command line in this JVM with the egg pack, in a folder with the sub-folders in and out. */
final class CommandLineRun {

	private final Path folder;
	private final Path pack;
	private final StringWriter printed = new StringWriter();

	CommandLineRun(final Path folder) {
		this(folder, EggHead.pack());
	}

	CommandLineRun(final Path folder, final Path pack) {
		this.folder = folder;
		this.pack = pack;
	}

	/** The exit code; what is printed, errors too, goes to {@link #text}. */
	int run(final String... arguments) {
		return execute(Main.commandLine(), arguments);
	}

	/** The same of another command. */
	int execute(final CommandLine line, final String... arguments) {
		final List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--models", pack.toString(), "--device", "cpu"));
		if (!all.contains("--out")) all.addAll(List.of("--out", folder.resolve("out").toString()));
		return bare(line, all.toArray(String[]::new));
	}

	/** The exit code where nothing is added. */
	int bare(final String... arguments) {
		return bare(Main.commandLine(), arguments);
	}

	private int bare(final CommandLine line, final String... arguments) {
		printed.getBuffer().setLength(0);
		line.setOut(new PrintWriter(printed, true));
		line.setErr(new PrintWriter(printed, true));
		return line.execute(arguments);
	}

	/** What the last run printed. */
	String text() {
		return printed.toString();
	}

	/** Saves an image in the folder in; returns its path. */
	String save(final ImagePlus image, final String name) throws IOException {
		final Path file = folder.resolve("in").resolve(name);
		Files.createDirectories(file.getParent());
		IJ.save(image, file.toString());
		return file.toString();
	}

	Path in(final String name) {
		return folder.resolve("in").resolve(name);
	}

	Path out(final String name) {
		return folder.resolve("out").resolve(name);
	}

	/** Names in a folder, hidden ones too, sorted. */
	static List<String> names(final Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}
}
