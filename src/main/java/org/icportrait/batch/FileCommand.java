package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.FaceWords;
import org.icportrait.request.Incomplete;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.Outputs;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What all subcommands share: files in, one job for each, a summary at the end. One bad file never stops the rest. */
abstract class FileCommand implements Callable<Integer> {

	/** Stands for the photograph until there is one. */
	private static final Source ANY = Source.titled("any");

	@Parameters(arity = "0..*", paramLabel = "FILE|FOLDER", description = "photographs, or folders of them")
	private List<String> inputs;

	@Option(names = "--select", paramLabel = "X,Y,WIDTH,HEIGHT", description = "the face in this rectangle (pixels); default: the largest")
	private String selection;

	@Mixin
	private RunMixin run;

	@Mixin
	private EngineMixin engineOptions;

	@Spec
	private CommandSpec spec;

	private PortraitRequest asked;
	/** That of the whole table, of a row. */
	private FileRun shared = new FileRun(this);
	private JobWork work;

	/** Files besides the photographs that are read, and so never written over. */
	List<Path> references() {
		return List.of();
	}

	/**
	 * Throws {@link BadInput} where something is named that the other options leave without use. Of tables the rows are asked, about what they name themselves:
	 * what the command line names is there for those rows that want it.
	 *
	 * @param given whether an option of this name stands on the command line, or in the row
	 */
	void refuseIdle(final Predicate<String> given) {}

	/** What the options ask for, checked, of any photograph. Throws {@link BadInput} where they are wrong. */
	abstract PortraitRequest request();

	/** Columns of the table of results after those that all subcommands have. */
	List<String> columns() {
		return List.of();
	}

	/** Makes what is done to each photograph. Throws {@link BadInput} where the options are wrong. */
	abstract JobWork begin(PortraitEngine engine);

	/** The request as it was checked, of any photograph. */
	final PortraitRequest asked() {
		return asked;
	}

	@Override
	public final Integer call() {
		return shared.call();
	}

	/** Throws {@link BadInput} where options are wrong, or, of a table, wrong for every row. */
	final void check() {
		if (run.manifest() == null) checkAlone();
		else checkForRows();
	}

	/** What is to be done. Throws {@link BadInput} where nothing is named. */
	final JobSource source() {
		if (run.manifest() == null) return new InputJobs(inputs, this);
		if (inputs != null && !inputs.isEmpty()) throw new BadInput("Name photographs or a table with --manifest, not both.");
		return new ManifestJobs(run.manifest(), this, new Variants(this, spec.commandLine()));
	}

	/** What is done to each photograph, made at the first call. */
	final synchronized JobWork work(final PortraitEngine engine) {
		if (work == null) work = begin(engine);
		return work;
	}

	private void checkAlone() {
		checkOptions();
		refuseIdle(spec.commandLine().getParseResult()::hasMatchedOption);
	}

	/** Throws {@link BadInput} where options are wrong for any row of a table. What they only lack is left to the rows, which may add it. */
	final void checkForRows() {
		try {
			checkOptions();
		}
		catch (final Incomplete leftToRows) {
			asked = null;
		}
	}

	/** This command, for a row without options of its own; throws {@link BadInput} where it lacks something. */
	final FileCommand checked() {
		if (asked == null) checkOptions();
		return this;
	}

	/** The same options as another command's but for those that were parsed here, checked; a run is shared. */
	final FileCommand checkedLike(final FileCommand other) {
		shared = other.shared;
		checkOptions();
		return this;
	}

	/** The face that the options choose, else the largest. */
	final FaceWords face() {
		return selection == null ? FaceWords.DEFAULT : FaceWords.inside(selection);
	}

	/** What the options ask for, of any photograph, by geometry and light alone. */
	final PortraitRequest ask(final String action, final ViewWords view, final LightWords light, final boolean maps, final boolean canvas) {
		return new PortraitRequest(action, List.of(ANY), face(), view, light, MethodWords.GEOMETRY, new Outputs(run.format().word(), maps, canvas));
	}

	private void checkOptions() {
		run.check();
		asked = request();
	}

	/** What names of results end with. */
	String suffix() {
		return Maker.suffix(asked);
	}

	/** Of the whole run. */
	final ResultWriter writer() {
		return shared.writer();
	}

	/** Every file that is read, and so never written over. */
	final List<Path> inputs() {
		return shared.read();
	}

	/** An engine for single rows, after the options were checked; the caller closes it. Throws {@link BadInput} where they are wrong. */
	final PortraitEngine openForRows() {
		checkForRows();
		shared.writeBeside(references());
		return open();
	}

	/** The engine that the options choose; the caller closes it. */
	final PortraitEngine open() {
		return PortraitEngine.open(engineOptions.options());
	}

	/** The options of the whole run. */
	final RunMixin run() {
		return run;
	}

	/** Where results go. */
	final Path out() {
		return run.out();
	}

	final Console console() {
		return shared.console();
	}

	/** By which it was parsed. */
	final CommandLine line() {
		return spec.commandLine();
	}
}
