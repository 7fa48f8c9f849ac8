package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;

import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.request.Source;

/** What a command does to each photograph of a run. Made once for an engine, before the first of them, with what all of them share. Thread-safe. */
abstract class JobWork {

	private final FileCommand command;
	private final PortraitEngine engine;

	/** @param command whose options are checked */
	JobWork(final FileCommand command, final PortraitEngine engine) {
		this.command = command;
		this.engine = engine;
	}

	/** Does one photograph and writes what comes of it. Throws {@link org.icportrait.work.BadInput} where it cannot. */
	abstract Outcome write(Job job, HeapShare heap);

	/** Whether an earlier run has made what is asked for. */
	boolean isDone(final Job job) {
		return EarlierResults.isDone(command.out().resolve(job.name() + ".json"), expected(job), engine);
	}

	/** The picture of a job that is done. */
	Path picture(final Job job) {
		return command.out().resolve(job.name() + command.run().format().extension());
	}

	/** What the table of results says of a job that is done, under {@link FileCommand#columns}: one row or more. */
	List<List<String>> figures(final Job job) {
		return List.of(List.of());
	}

	/** The request as a result's sidecar will say it. */
	PortraitRequest expected(final Job job) {
		return request(job);
	}

	/** Of the request, for tables. */
	final String hash(final Job job) {
		return Sidecar.hash(expected(job));
	}

	/** What is asked for of one photograph, its files named as seen from the folder of the results. */
	final PortraitRequest request(final Job job) {
		return command.asked().renamed(source -> FileSources.relative(source, command.out())).of(source(job));
	}

	private Source source(final Job job) {
		final Source file = FileSources.page(job.file(), job.page(), command.out());
		return job.source() == null ? file : new Source(job.source(), file.sha256(), file.page());
	}

	final FileCommand command() {
		return command;
	}

	final PortraitEngine engine() {
		return engine;
	}
}
