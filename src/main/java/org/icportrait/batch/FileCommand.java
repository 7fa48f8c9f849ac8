package org.icportrait.batch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.icportrait.files.OpenedPicture;
import org.icportrait.files.OutputFile;
import org.icportrait.files.PictureReader;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.FaceWords;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
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

	@Option(names = "--c2pa", description = "also writes a manifest definition for c2patool, NAME.c2pa.json")
	private boolean credentials;

	@Option(names = "--select", paramLabel = "X,Y,WIDTH,HEIGHT", split = ",", description = "the face in this rectangle (pixels); default: the largest")
	private double[] selection;

	@Option(names = "--pages", paramLabel = "N|all", defaultValue = "1", description = "which page or frame of files that hold several (default: ${DEFAULT-VALUE})")
	private String pages;

	@Mixin
	private EngineMixin engineOptions;

	@Spec
	private CommandSpec spec;

	private PortraitRequest asked;
	private List<Path> read;

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
		return new PortraitRequest(action, List.of(ANY), face(), view, light, MethodWords.DEFAULT, new Outputs(format.word(), maps, canvas));
	}

	private void checkOptions() {
		asked = request();
		if (jobs < 0) throw new BadInput("--jobs is " + jobs + "; use 0 (automatic) or more.");
		Pages.of(pages);
		if (out.toString().isEmpty()) throw new BadInput("--out is empty; for the current folder write a dot.");
	}

	private int processAll(final PortraitEngine engine, final InputFiles files) {
		final long start = System.nanoTime();
		final Summary summary = new Summary();
		read = new ArrayList<>(references());
		read.addAll(files.files().keySet());
		final ResultWriter writer = new ResultWriter(out, format, overwrite, read).withCredentials(credentials);
		final ResultNames names = new ResultNames(files.files().keySet(), out);
		final HeapShare heap = HeapShare.ofThisJvm();
		final List<Job> list = new ArrayList<>();
		files.files().forEach((file, fault) -> list.addAll(jobs(file, fault, names)));
		Jobs.run(list, jobs > 0 ? jobs : Runtime.getRuntime().availableProcessors(), job -> process(engine, job, writer, heap), (job, outcome) -> {
			if (outcome.fault() == null) console().say(outcome.written() + (outcome.notes().isEmpty() ? "" : " (" + String.join("; ", outcome.notes()) + ")"));
			summary.add(job.file(), outcome.fault());
		});
		summary.print(spec.commandLine().getOut(), (System.nanoTime() - start) / 1e9);
		return summary.exitCode();
	}

	/** @param page from 1 @param name of its results @param fault why it cannot be done, known beforehand, or null */
	record Job(Path file, int page, String name, String fault) {}

	/** @param written the picture, or null @param fault why there is none, or null @param notes on how the photograph was read */
	record Outcome(Path written, String fault, List<String> notes) {

		static Outcome failed(final String fault) {
			return new Outcome(null, fault, List.of());
		}
	}

	/** What names of results end with. */
	String suffix() {
		return Maker.suffix(asked);
	}

	/** One for each page that is wanted. */
	private List<Job> jobs(final Path file, final String fault, final ResultNames names) {
		final String suffix = suffix();
		if (fault != null) return List.of(new Job(file, 1, names.next(file, suffix), fault));
		try {
			return Pages.of(pages).in(file).mapToObj(page -> new Job(file, page, names.next(file, page == 1 ? suffix : "page" + page + "-" + suffix), null)).toList();
		}
		catch (final BadInput exception) {
			return List.of(new Job(file, 1, names.next(file, suffix), exception.getMessage()));
		}
	}

	private Outcome process(final PortraitEngine engine, final Job job, final ResultWriter writer, final HeapShare heap) {
		try {
			return job.fault() != null ? Outcome.failed(job.fault()) : write(engine, job, writer, heap);
		}
		catch (final BadInput exception) {
			return Outcome.failed(exception.getMessage());
		}
		catch (final InvalidPathException exception) {
			return Outcome.failed("This name cannot be written in the language that the system is set to; set LC_ALL to one with UTF-8.");
		}
		catch (final OutOfMemoryError error) {
			return Outcome.failed("There is not enough memory for a picture of this size; give Java more (-Xmx), use --jobs 1, or scale the picture down.");
		}
		catch (final RuntimeException | StackOverflowError | LinkageError fault) {
			return Outcome.failed(new FaultLog(out).sentence(fault, job.file().toString()));
		}
	}

	/** Does one photograph and writes what comes of it. Throws {@link BadInput} where it cannot. */
	Outcome write(final PortraitEngine engine, final Job job, final ResultWriter writer, final HeapShare heap) {
		writer.requireFree(job.name());
		final Results results = results(engine, job, heap);
		return new Outcome(writer.write(job.name(), results), null, results.notes());
	}

	/** In a method of its own, so that nothing but the results is kept while they are written. */
	private Results results(final PortraitEngine engine, final Job job, final HeapShare heap) {
		final PortraitRequest request = request(job);
		final OpenedPicture picture = PictureReader.read(job.file(), job.page());
		final Photograph photograph = Photograph.of(picture.image());
		try (HeapShare.Taken share = heap.take(photograph.picture())) {
			return process(engine, photograph, request).of(picture);
		}
	}

	/** What is asked for of one photograph, its files named as seen from the folder of the results. */
	final PortraitRequest request(final Job job) {
		return asked.renamed(source -> FileSources.relative(source, out)).of(FileSources.page(job.file(), job.page(), out));
	}

	/** Every file that is read, and so never written over. */
	final List<Path> inputs() {
		return read;
	}

	final Path out() {
		return out;
	}

	final boolean overwrites() {
		return overwrite;
	}

	final boolean writesCredentials() {
		return credentials;
	}

	final Console console() {
		return new Console(spec.commandLine());
	}
}
