package org.icportrait.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.icportrait.files.OutputFile;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;

import picocli.CommandLine;

/** The run of a subcommand, which the commands of all rows of a table share: what is read and never written over, where results go, what is said. */
final class FileRun {

	private final FileCommand command;
	private final List<Path> read = new ArrayList<>();
	private ResultWriter writer;

	/** @param command whose run it is */
	FileRun(final FileCommand command) {
		this.command = command;
	}

	/** All of it; its exit code. */
	int call() {
		try {
			command.check();
			final JobSource source = command.source();
			OutputFile.prepareFolder(command.out());
			try (PortraitEngine engine = command.open()) {
				console().say("models: " + engine.pack() + "; device: " + engine.device());
				if (source.leftOut() != null) console().say(source.leftOut());
				if (command.asked() != null) command.work(engine);
				return doAll(engine, source);
			}
		}
		catch (final BadInput exception) {
			return console().end(Main.USAGE, exception.getMessage());
		}
		catch (final Fault fault) {
			return console().end(Main.FAULT, new FaultLog(command.out()).sentence(fault, "begin of the run"));
		}
	}

	private int doAll(final PortraitEngine engine, final JobSource source) {
		final long start = System.nanoTime();
		read.addAll(command.references());
		read.addAll(source.files());
		if (command.run().manifest() != null) read.add(command.run().manifest());
		writeBeside(read);
		try (BatchRun batch = new BatchRun(command, engine)) {
			final Summary summary = batch.run(source.jobs(), command.run().atOnce());
			summary.print(line().getOut(), (System.nanoTime() - start) / 1e9);
			return summary.exitCode();
		}
	}

	/** Makes the writer. @param files that it never writes over */
	void writeBeside(final Collection<Path> files) {
		final RunMixin run = command.run();
		writer = new ResultWriter(command.out(), run.format(), run.overwrites(), files).withCredentials(run.writesCredentials());
	}

	ResultWriter writer() {
		return writer;
	}

	/** Every file that is read, and so never written over; live. */
	List<Path> read() {
		return read;
	}

	Console console() {
		return new Console(line());
	}

	private CommandLine line() {
		return command.line();
	}
}
