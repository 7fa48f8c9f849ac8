package org.icportrait.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.work.BadInput;

import picocli.CommandLine;

/**
 * What a subcommand does to one photograph, by one engine, for programs that spread photographs over machines and keep files elsewhere: a
 * file comes in, files are left in a folder, and whoever called takes them away. Thread-safe. Close it.
 */
public final class RowWork implements AutoCloseable {

	private final Variants variants;
	private final Path folder;
	private final PortraitEngine engine;
	private final HeapShare heap = HeapShare.ofThisJvm();

	private RowWork(final FileCommand command, final CommandLine line, final Path folder) {
		this.folder = folder;
		variants = new Variants(command, line);
		engine = command.openForRows();
	}

	/** What becomes of a photograph. @param files the picture first, the sidecar last @param notes on how the photograph was read and on what was made */
	public record Done(List<Path> files, List<String> notes) {}

	/**
	 * Opens an engine.
	 *
	 * @param arguments analyze, warp, relight or generate and its options, as on the command line, without files and folders
	 * @throws BadInput where they are wrong
	 */
	public static RowWork open(final List<String> arguments) throws IOException {
		final Path folder = Files.createTempDirectory("ic-portrait");
		final CommandLine line = parse(arguments, folder);
		return new RowWork((FileCommand) line.getCommand(), line, folder);
	}

	/** The columns, besides file, name and page, that rows may have. Throws {@link BadInput} where the arguments are wrong. */
	public static Set<String> columns(final List<String> arguments) {
		final CommandLine line = parse(arguments, Path.of("unused"));
		final FileCommand command = line.getCommand();
		command.checkForRows();
		return new Variants(command, line).options();
	}

	private static CommandLine parse(final List<String> arguments, final Path folder) {
		final List<String> all = new ArrayList<>(arguments);
		all.addAll(List.of("--overwrite", "--out", folder.toString()));
		try {
			final CommandLine.ParseResult parsed = Main.commandLine().parseArgs(all.toArray(String[]::new));
			final CommandLine line = parsed.hasSubcommand() ? parsed.subcommand().commandSpec().commandLine() : null;
			if (line == null || !(line.getCommand() instanceof FileCommand command) || command instanceof SeriesFiles) {
				throw new BadInput("Rows take one of analyze, warp, relight and generate, with its options.");
			}
			return line;
		}
		catch (final CommandLine.ParameterException exception) {
			throw new BadInput(exception.getMessage(), exception);
		}
	}

	/** Name of a row's results, which all their files begin with. Throws {@link BadInput} where the options are wrong. @param name of the person or photograph */
	public String resultName(final String name, final Map<String, String> options) {
		return name + "-" + variant(options).suffix();
	}

	/**
	 * Does one photograph.
	 *
	 * @param photograph read, not changed
	 * @param source what results call it: a URI
	 * @param name from {@link #resultName}; no two at once may have one
	 * @throws BadInput where this photograph cannot be done; anything else is worth another try
	 */
	public Done run(final Path photograph, final String source, final int page, final String name, final Map<String, String> options) throws IOException {
		final FileCommand as = variant(options);
		final Job job = job(photograph, source, page, name, as);
		final Outcome outcome = as.work(engine).write(job, heap);
		final Path sidecar = folder.resolve(name + ".json");
		final List<Path> files = new ArrayList<>();
		files.add(outcome.written());
		for (final String file : SidecarFiles.names(sidecar)) if (!folder.resolve(file).equals(outcome.written())) files.add(folder.resolve(file));
		files.add(sidecar);
		return new Done(files, outcome.notes());
	}

	/** Whether the text of a sidecar tells of just what {@link #run} would make. */
	public boolean tellsOf(final String sidecar, final Path photograph, final String source, final int page, final String name, final Map<String, String> options) {
		final FileCommand as = variant(options);
		final PortraitRequest request = as.work(engine).expected(job(photograph, source, page, name, as));
		try {
			return engine.pack().equals(Sidecar.made(sidecar, "pack")) && Sidecar.hash(request).equals(Sidecar.hash(Sidecar.request(sidecar, name)));
		}
		catch (final BadInput noSidecar) {
			return false;
		}
	}

	private static Job job(final Path photograph, final String source, final int page, final String name, final FileCommand as) {
		return new Job(photograph, page, name, null, as, source);
	}

	private FileCommand variant(final Map<String, String> options) {
		synchronized (variants) {
			return variants.of(options);
		}
	}

	@Override
	public void close() {
		engine.close();
		folder.toFile().delete(); // empty where everything was taken away
	}
}
