package org.icportrait.batch;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.OutputFile;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;
import org.icportrait.work.OneLine;
import org.icportrait.work.Progress;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all subcommands share: files in, one job for each, a summary at the end. One bad file never stops the rest. */
abstract class FileCommand implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "photographs, or folders of them")
	private List<Path> inputs;

	@Option(names = { "-o", "--out" }, paramLabel = "FOLDER", defaultValue = ".", description = "where results go (default: ${DEFAULT-VALUE})")
	private Path out;

	@Option(names = "--overwrite", description = "replaces earlier results; photographs of the run are never replaced")
	private boolean overwrite;

	@Option(names = "--format", defaultValue = "png", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
	private ResultWriter.Format format;

	@Option(names = "--select", paramLabel = "X,Y,WIDTH,HEIGHT", split = ",", description = "the face in this rectangle (pixels); default: the largest")
	private double[] selection;

	@Mixin
	private EngineMixin engineOptions;

	@Spec
	private CommandSpec spec;

	/** What names of results end with, e.g. "view" for NAME-view.png. */
	abstract String suffix();

	/** Files besides the photographs that are read, and so never written over. */
	List<Path> references() {
		return List.of();
	}

	/** Made once, before the first file; for what all files share. Throws {@link BadInput} where the options are wrong. */
	void prepare(final PortraitEngine engine) {}

	/** Does one photograph, and writes nothing. Throws {@link BadInput} where it cannot. */
	abstract Results process(PortraitEngine engine, Photograph photograph);

	@Override
	public final Integer call() {
		try {
			checkOptions();
			final InputFiles files = InputFiles.expand(inputs);
			OutputFile.prepareFolder(out);
			try (PortraitEngine engine = PortraitEngine.open(engineOptions.options())) {
				print("models: " + engine.pack() + "; device: " + engine.device());
				if (files.ownResults() > 0) print("left out: " + files.ownResults() + " pictures that IC-Portrait made; name them to take them");
				prepare(engine);
				return processAll(engine, files);
			}
		}
		catch (final BadInput exception) {
			return end(Main.USAGE, exception.getMessage());
		}
		catch (final Fault fault) {
			return end(Main.FAULT, new FaultLog(out).sentence(fault, "begin of the run"));
		}
	}

	/** The face that the options choose, or {@code otherwise}. */
	final FaceChoice faceChoice(final FaceChoice otherwise) {
		return selection == null ? otherwise : FaceChoice.inside(selection[0], selection[1], selection[2], selection[3]);
	}

	/** Analyses the chosen face, else the largest. */
	final AnalyzedPortrait analyze(final PortraitEngine engine, final Photograph photograph) {
		return engine.analyze(photograph.picture(), faceChoice(FaceChoice.largest()), Progress.NONE);
	}

	private void checkOptions() {
		if (selection != null && selection.length != 4) throw new BadInput("--select needs four numbers: x,y,width,height.");
		if (out.toString().isEmpty()) throw new BadInput("--out is empty; for the current folder write a dot.");
	}

	private int processAll(final PortraitEngine engine, final InputFiles files) {
		final long start = System.nanoTime();
		final Summary summary = new Summary();
		final List<Path> read = new ArrayList<>(references());
		read.addAll(files.files().keySet());
		final ResultWriter writer = new ResultWriter(out, format, overwrite, read);
		final ResultNames names = new ResultNames(files.files().keySet(), out);
		final Map<Path, String> nameOf = new LinkedHashMap<>();
		for (final Path file : files.files().keySet()) nameOf.put(file, names.next(file, suffix()));
		files.files().forEach((file, fault) -> {
			if (fault != null) summary.failed(file, fault);
			else processFile(engine, file, nameOf.get(file), writer, summary);
		});
		summary.print(spec.commandLine().getOut(), (System.nanoTime() - start) / 1e9);
		return summary.exitCode();
	}

	private void processFile(final PortraitEngine engine, final Path file, final String name, final ResultWriter writer, final Summary summary) {
		try {
			writer.requireFree(name);
			print(writer.write(name, process(engine, Photograph.of(PictureFiles.open(file)))).toString());
			summary.done();
		}
		catch (final BadInput exception) {
			summary.failed(file, exception.getMessage());
		}
		catch (final InvalidPathException exception) {
			summary.failed(file, "This name cannot be written in the language that the system is set to; set LC_ALL to one with UTF-8.");
		}
		catch (final OutOfMemoryError error) {
			summary.failed(file, "There is not enough memory for a picture of this size; give Java more (-Xmx) or scale the picture down.");
		}
		catch (final RuntimeException | StackOverflowError | LinkageError fault) {
			summary.failed(file, new FaultLog(out).sentence(fault, file.toString()));
		}
	}

	private void print(final String line) {
		final PrintWriter print = spec.commandLine().getOut();
		print.println(OneLine.of(line));
		print.flush();
	}

	private int end(final int code, final String sentence) {
		spec.commandLine().getErr().println(OneLine.of(sentence));
		spec.commandLine().getErr().flush();
		return code;
	}
}
