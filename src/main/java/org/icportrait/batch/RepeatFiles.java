package org.icportrait.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.OutputFile;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelHash;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.series.KeptPart;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Makes pictures again from their sidecars: with the same photograph (its SHA-256 is checked), models and version the same picture, to the
 * bit on the same machine with as many threads.
 */
@Command(name = "repeat", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Makes the pictures of sidecars (.json) again.")
final class RepeatFiles implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "SIDECAR", description = "JSON files that stand beside results")
	private List<String> sidecars;

	@Option(names = { "-o", "--out" }, paramLabel = "FOLDER", required = true, description = "where results go")
	private Path out;

	@Mixin
	private EngineMixin engineOptions;

	@Spec
	private CommandSpec spec;

	@Option(names = "--overwrite", description = "replaces earlier results")
	private boolean overwrite;

	/** Of the results so far, in lower case, for file systems that do not tell cases apart. */
	private final Set<String> names = new HashSet<>();

	@Override
	public Integer call() {
		final PrintWriter print = spec.commandLine().getOut();
		final long start = System.nanoTime();
		final Summary summary = new Summary();
		try {
			final List<Path> files = sidecars.stream().map(FileNames::path).toList();
			OutputFile.prepareFolder(out);
			try (PortraitEngine engine = PortraitEngine.open(engineOptions.options())) {
				console().say("models: " + engine.pack() + "; device: " + engine.device());
				for (final Path sidecar : files) repeat(engine, sidecar, summary);
			}
		}
		catch (final BadInput exception) {
			return console().end(Main.USAGE, exception.getMessage());
		}
		catch (final Fault fault) {
			return console().end(Main.FAULT, new FaultLog(out).sentence(fault, "begin of the run"));
		}
		summary.print(print, (System.nanoTime() - start) / 1e9);
		return summary.exitCode();
	}

	private void repeat(final PortraitEngine engine, final Path sidecar, final Summary summary) {
		try {
			make(engine, sidecar);
			summary.done();
		}
		catch (final BadInput exception) {
			summary.failed(sidecar, exception.getMessage());
		}
		catch (final RuntimeException fault) {
			summary.failed(sidecar, new FaultLog(out).sentence(fault, sidecar.toString()));
		}
	}

	private void make(final PortraitEngine engine, final Path sidecar) {
		final String text = SidecarFiles.read(sidecar);
		final Path folder = sidecar.toAbsolutePath().getParent();
		final PortraitRequest request = Sidecar.request(text, sidecar.getFileName().toString()).renamed(source -> source.from(folder));
		requirePicture(request, text, sidecar);
		sayOfOtherModels(engine, text, sidecar);
		final FileSources sources = new FileSources(engine, folder);
		final String name = name(sidecar);
		final ResultWriter writer = new ResultWriter(out, ResultWriter.Format.of(request.outputs().format()), overwrite, request.profiles().stream().map(sources::file).toList());
		writer.requireFree(name);
		final OpenedPicture picture = sources.photograph(request.profiles().get(0));
		final KeptPart part = KeptPart.of(Sidecar.madeOf(text, KeptPart.FACT), sidecar.getFileName().toString());
		final Results results = new Maker(engine, request, sources).make(Photograph.of(picture.image()), request.renamed(source -> FileSources.relative(source,
			out))).cut(part).of(picture);
		final Path made = writer.write(name, results);
		console().say(made + verdict(Sidecar.made(text, PixelHash.FACT), results));
	}

	/** Other results share the request of a picture, which is not what was saved with this sidecar. */
	private static void requirePicture(final PortraitRequest request, final String text, final Path sidecar) {
		if (request.action().equals(PortraitRequest.ANALYZE)) throw new BadInput(sidecar + " is of an analysis: run analyze on its photograph.");
		if (SeriesFiles.SUFFIX.equals(Sidecar.made(text, "action"))) throw new BadInput(sidecar + " is of a whole series: make it again, into files, whose sidecars can be repeated.");
		final String map = Sidecar.made(text, "map");
		if (map != null) throw new BadInput(sidecar + " is of a map (" + map + ") that goes with a picture: repeat the picture's sidecar.");
	}

	/** That of the result which the sidecar stands beside: those of a series or of a table share one photograph. None is given twice in a run. */
	private String name(final Path sidecar) {
		final String name = Photograph.baseName(FileNames.writable(sidecar.getFileName().toString()));
		if (names.add(name.toLowerCase(Locale.ROOT))) return name;
		throw new BadInput("Another sidecar of this run is called " + sidecar.getFileName() + ", too; repeat this one into a folder of its own.");
	}

	private static String verdict(final String then, final Results results) {
		if (then == null) return "";
		final boolean equal = then.equals(results.files().get(0).origin().facts().get(PixelHash.FACT));
		return equal ? ": equal to the bit" : ": its pixels differ from those of the picture that was made then";
	}

	private void sayOfOtherModels(final PortraitEngine engine, final String text, final Path sidecar) {
		final String pack = Sidecar.made(text, "pack");
		if (pack != null && !pack.equals(engine.pack())) console().say(sidecar + " was made with " + pack + ", this is " + engine.pack() + ": the picture may differ");
	}

	private Console console() {
		return new Console(spec.commandLine());
	}
}
