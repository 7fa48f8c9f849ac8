package org.icportrait.batch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.icportrait.imagej.OutputFile;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.FaceWords;
import org.icportrait.request.LightWords;
import org.icportrait.request.Outputs;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all subcommands share: files in, one job for each, a summary at the end. One bad file never stops the rest. */
abstract class FileCommand implements Callable<Integer> {

	/** Stands for the photograph until there is one. */
	private static final Source ANY = Source.titled("any");

	@Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "photographs, or folders of them")
	private List<Path> inputs;

	@Option(names = { "-o", "--out" }, paramLabel = "FOLDER", defaultValue = ".", description = "where results go (default: ${DEFAULT-VALUE})")
	private Path out;

	@Option(names = "--overwrite", description = "replaces earlier results; photographs of the run are never replaced")
	private boolean overwrite;

	@Option(names = "--jobs", defaultValue = "0", description = "photographs worked on at once; 0: as many as there are cores (default: ${DEFAULT-VALUE})")
	private int jobs;

	@Option(names = "--format", defaultValue = "png", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
	private ResultWriter.Format format;

	@Option(names = "--select", paramLabel = "X,Y,WIDTH,HEIGHT", split = ",", description = "the face in this rectangle (pixels); default: the largest")
	private double[] selection;

	@Mixin
	private EngineMixin engineOptions;

	@Spec
	private CommandSpec spec;

	private PortraitRequest asked;

	/** Files besides the photographs that are read, and so never written over. */
	List<Path> references() {
		return List.of();
	}

	/** Made once, before the first file; for what all files share. Throws {@link BadInput} where the options are wrong. */
	void prepare(final PortraitEngine engine) {}

	/** What the options ask for, checked, of any photograph. Throws {@link BadInput} where they are wrong. */
	abstract PortraitRequest request();

	/**
	 * Does one photograph, and writes nothing. Throws {@link BadInput} where it cannot.
	 *
	 * @param request of this photograph, its files named as seen from the folder of the results
	 */
	abstract Results process(PortraitEngine engine, Photograph photograph, PortraitRequest request);

	/** The request as it was checked, of any photograph. */
	final PortraitRequest asked() {
		return asked;
	}

	@Override
	public final Integer call() {
		try {
			checkOptions();
			final InputFiles files = InputFiles.expand(inputs);
			OutputFile.prepareFolder(out);
			try (PortraitEngine engine = PortraitEngine.open(engineOptions.options())) {
				console().say("models: " + engine.pack() + "; device: " + engine.device());
				if (files.ownResults() > 0) console().say("left out: " + files.ownResults() + " pictures that IC-Portrait made; name them to take them");
				prepare(engine);
				return processAll(engine, files);
			}
		}
		catch (final BadInput exception) {
			return console().end(Main.USAGE, exception.getMessage());
		}
		catch (final Fault fault) {
			return console().end(Main.FAULT, new FaultLog(out).sentence(fault, "begin of the run"));
		}
	}

	/** The face that the options choose, else the largest. */
	final FaceWords face() {
		return selection == null ? FaceWords.DEFAULT : FaceWords.inside(selection);
	}

	/** What the options ask for, of any photograph. */
	final PortraitRequest ask(final String action, final ViewWords view, final LightWords light, final boolean maps, final boolean canvas) {
		return new PortraitRequest(action, List.of(ANY), face(), view, light, new Outputs(format.word(), maps, canvas));
	}

	private void checkOptions() {
		asked = request();
		if (jobs < 0) throw new BadInput("--jobs is " + jobs + "; use 0 (automatic) or more.");
		if (out.toString().isEmpty()) throw new BadInput("--out is empty; for the current folder write a dot.");
	}

	private int processAll(final PortraitEngine engine, final InputFiles files) {
		final long start = System.nanoTime();
		final Summary summary = new Summary();
		final List<Path> read = new ArrayList<>(references());
		read.addAll(files.files().keySet());
		final ResultWriter writer = new ResultWriter(out, format, overwrite, read);
		final ResultNames names = new ResultNames(files.files().keySet(), out);
		final HeapShare heap = HeapShare.ofThisJvm();
		final List<Job> list = new ArrayList<>();
		files.files().forEach((file, fault) -> list.add(new Job(file, names.next(file, Maker.suffix(asked)), fault)));
		Jobs.run(list, jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors(), job -> process(engine, job, writer, heap), (job, outcome) -> {
			if (outcome.fault() == null) console().say(outcome.written().toString());
			summary.add(job.file(), outcome.fault());
		});
		summary.print(spec.commandLine().getOut(), (System.nanoTime() - start) / 1e9);
		return summary.exitCode();
	}

	/** @param name of its results @param fault why it cannot be done, known beforehand, or null */
	private record Job(Path file, String name, String fault) {}

	/** @param written the picture, or null @param fault why there is none, or null */
	private record Outcome(Path written, String fault) {}

	private Outcome process(final PortraitEngine engine, final Job job, final ResultWriter writer, final HeapShare heap) {
		try {
			if (job.fault() != null) return new Outcome(null, job.fault());
			writer.requireFree(job.name());
			return new Outcome(writer.write(job.name(), results(engine, job.file(), heap)), null);
		}
		catch (final BadInput exception) {
			return new Outcome(null, exception.getMessage());
		}
		catch (final InvalidPathException exception) {
			return new Outcome(null, "This name cannot be written in the language that the system is set to; set LC_ALL to one with UTF-8.");
		}
		catch (final OutOfMemoryError error) {
			return new Outcome(null, "There is not enough memory for a picture of this size; give Java more (-Xmx), use --jobs 1, or scale the picture down.");
		}
		catch (final RuntimeException | StackOverflowError | LinkageError fault) {
			return new Outcome(null, new FaultLog(out).sentence(fault, job.file().toString()));
		}
	}

	/** In a method of its own, so that nothing but the results is kept while they are written. */
	private Results results(final PortraitEngine engine, final Path file, final HeapShare heap) {
		final PortraitRequest request = asked.of(FileSources.of(file)).renamed(source -> FileSources.relative(source, out));
		final Photograph photograph = Photograph.of(PictureFiles.open(file));
		try (HeapShare.Taken share = heap.take(photograph.picture())) {
			return process(engine, photograph, request);
		}
	}

	private Console console() {
		return new Console(spec.commandLine());
	}
}
