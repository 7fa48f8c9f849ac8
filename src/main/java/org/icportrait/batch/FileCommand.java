package org.icportrait.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.OutputFile;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.BadInput;
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

	@Option(names = "--format", defaultValue = "png", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
	private ResultWriter.Format format;

	@Option(names = "--select", paramLabel = "X,Y,WIDTH,HEIGHT", split = ",", description = "the face in this rectangle (pixels); default: the largest")
	private double[] selection;

	@Mixin
	private EngineMixin engineOptions;

	@Spec
	private CommandSpec spec;

	/** Made once, before the first file; for what all files share. Throws {@link BadInput} where the options are wrong. */
	void prepare(final PortraitEngine engine) {}

	/** Does one photograph. Throws {@link BadInput} where it cannot. */
	abstract void process(PortraitEngine engine, Photograph photograph, ResultWriter writer);

	@Override
	public final Integer call() {
		final PrintWriter print = spec.commandLine().getOut();
		final long start = System.nanoTime();
		final Summary summary = new Summary();
		try {
			checkSelection();
			final List<Path> files = InputFiles.expand(inputs);
			OutputFile.prepareFolder(out);
			try (PortraitEngine engine = PortraitEngine.open(engineOptions.options())) {
				print.println("models: " + engine.pack() + "; device: " + engine.device());
				prepare(engine);
				final ResultWriter writer = new ResultWriter(out, format, print);
				for (final Path file : files) processFile(engine, file, writer, summary);
			}
		}
		catch (final BadInput exception) {
			spec.commandLine().getErr().println(exception.getMessage());
			spec.commandLine().getErr().flush();
			return Main.USAGE;
		}
		summary.print(print, (System.nanoTime() - start) / 1e9);
		return summary.exitCode();
	}

	/** The face that the options choose, or {@code otherwise}. */
	final FaceChoice faceChoice(final FaceChoice otherwise) {
		return selection == null ? otherwise : FaceChoice.inside(selection[0], selection[1], selection[2], selection[3]);
	}

	/** Analyses the chosen face, else the largest. */
	final AnalyzedPortrait analyze(final PortraitEngine engine, final Photograph photograph) {
		return engine.analyze(photograph.picture(), faceChoice(FaceChoice.largest()), Progress.NONE);
	}

	private void checkSelection() {
		if (selection != null && selection.length != 4) throw new BadInput("--select needs four numbers: x,y,width,height.");
	}

	private void processFile(final PortraitEngine engine, final Path file, final ResultWriter writer, final Summary summary) {
		try {
			process(engine, Photograph.of(PictureFiles.open(file)), writer);
			summary.done();
		}
		catch (final BadInput exception) {
			summary.failed(file, exception.getMessage());
		}
		catch (final OutOfMemoryError error) {
			summary.failed(file, "There is not enough memory for a picture of this size; give Java more (-Xmx) or scale the picture down.");
		}
		catch (final RuntimeException exception) {
			summary.failed(file, "An unexpected fault: " + exception + "; please report it.");
		}
	}
}
