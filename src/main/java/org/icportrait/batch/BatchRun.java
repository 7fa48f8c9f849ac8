package org.icportrait.batch;

import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.BadInput;
import org.icportrait.work.ShortOfMemory;

/** One run over many jobs: several at once, told in their order; one bad file never stops the rest. */
final class BatchRun implements AutoCloseable {

	private static final long PATIENCE_MS = 200;

	private final FileCommand command;
	private final PortraitEngine engine;
	private final HeapShare heap = HeapShare.ofThisJvm();
	private final Summary summary = new Summary();
	private final List<Job> left = new ArrayList<>();
	/** Null unless the run resumes. */
	private final Claims claims;
	/** Null where no table is wanted. */
	private final ResultsFile table;

	/** Throws {@link BadInput} where locks or table cannot be had. */
	BatchRun(final FileCommand command, final PortraitEngine engine) {
		this.command = command;
		this.engine = engine;
		claims = command.run().resumes() ? Claims.in(command.out()) : null;
		table = command.run().results() == null ? null : ResultsFile.open(command.run().results(), command.run().resumes() || command
			.run().overwrites(), command.columns());
	}

	/**
	 * Does all; what another process works on is looked at again at the end, and done where that process did not. So is what lacked memory beside other
	 * jobs: then it has the heap for itself.
	 */
	Summary run(final Iterable<Job> jobs, final int atOnce) {
		Jobs.run(jobs, atOnce, this::process, (job, outcome) -> {
			final boolean crowded = outcome.status() == Outcome.Status.SHORT_OF_MEMORY && atOnce > 1;
			if (crowded || outcome.status() == Outcome.Status.ELSEWHERE) left.add(job);
			else tell(job, outcome);
		});
		for (final Job job : left) tell(job, await(job));
		if (table != null) table.publish();
		return summary;
	}

	private Outcome await(final Job job) {
		while (true) {
			final Outcome outcome = process(job);
			if (outcome.status() != Outcome.Status.ELSEWHERE) return outcome;
			try {
				TimeUnit.MILLISECONDS.sleep(PATIENCE_MS);
			}
			catch (final InterruptedException exception) {
				Thread.currentThread().interrupt();
				return Outcome.failed("The run was interrupted.");
			}
		}
	}

	private void tell(final Job job, final Outcome outcome) {
		if (outcome.status() == Outcome.Status.DONE) {
			command.console().say(outcome.written() + (outcome.notes().isEmpty() ? "" : " (" + String.join("; ", outcome.notes()) + ")"));
		}
		summary.count(job, outcome);
		if (table == null) return;
		if (outcome.written() == null) table.add(job, outcome, "", List.of(List.of()));
		else table.add(job, outcome, job.as().work(engine).hash(job), job.as().work(engine).figures(job));
	}

	private Outcome process(final Job job) {
		try {
			if (job.fault() != null) return Outcome.failed(job.fault());
			final JobWork work = job.as().work(engine);
			return claims == null ? work.write(job, heap) : resume(job, work);
		}
		catch (final ShortOfMemory exception) {
			return Outcome.shortOfMemory(exception.getMessage());
		}
		catch (final BadInput exception) {
			return Outcome.failed(exception.getMessage());
		}
		catch (final InvalidPathException exception) {
			return Outcome.failed(FileNames.UNWRITABLE);
		}
		catch (final OutOfMemoryError error) {
			return Outcome.shortOfMemory("There is not enough memory for a picture of this size; give Java more (-Xmx), use --jobs 1, or scale the picture down.");
		}
		catch (final RuntimeException | StackOverflowError | LinkageError fault) {
			return Outcome.failed(new FaultLog(command.out()).sentence(fault, job.file().toString()));
		}
	}

	private Outcome resume(final Job job, final JobWork work) {
		try (Claims.Claim claim = claims.take(job.name())) {
			if (claim == null) return Outcome.elsewhere();
			return work.isDone(job) ? Outcome.before(work.picture(job)) : work.write(job, heap);
		}
	}

	@Override
	public void close() {
		try (claims) {
			if (table != null) table.close();
		}
	}
}
