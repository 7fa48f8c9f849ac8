package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.icportrait.portrait.PortraitEngine;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.ViewWords;
import org.icportrait.work.Memory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What lacks memory beside other jobs is done when they have ended. */
class BatchRunTest {

	@TempDir
	private Path folder;
	private Crowded command;

	/** Of its jobs "large" lacks memory as long as "small" is at work, and "huge" always. */
	@Command(name = "crowded")
	private static final class Crowded extends FileCommand {

		private final List<String> tried = Collections.synchronizedList(new ArrayList<>());
		private final CountDownLatch largeFailed = new CountDownLatch(1);
		private volatile boolean smallEnded;

		@Override
		PortraitRequest request() {
			return ask(PortraitRequest.WARP, ViewWords.UNCHANGED, LightWords.KEEP, false, false);
		}

		@Override
		JobWork begin(final PortraitEngine engine) {
			return new JobWork(this, engine) {

				@Override
				Outcome write(final Job job, final HeapShare heap) {
					return tried(job);
				}
			};
		}

		private Outcome tried(final Job job) {
			tried.add(job.name());
			if (job.name().equals("huge")) throw new OutOfMemoryError();
			if (job.name().equals("small")) {
				await();
				smallEnded = true;
			}
			else if (!smallEnded) {
				largeFailed.countDown();
				Memory.require(Long.MAX_VALUE, "A large picture");
			}
			return Outcome.done(Path.of(job.name()), List.of());
		}

		private void await() {
			try {
				largeFailed.await(20, TimeUnit.SECONDS);
				TimeUnit.MILLISECONDS.sleep(200); // "large" ends meanwhile
			}
			catch (final InterruptedException exception) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@BeforeEach
	void parse() {
		command = new Crowded();
		new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs("x.png", "--out", folder.toString());
	}

	private Summary run(final int atOnce, final String... names) {
		final List<Job> jobs = new ArrayList<>();
		for (final String name : names) jobs.add(new Job(Path.of(name), 1, name, null, command));
		try (BatchRun batch = new BatchRun(command, null)) {
			return batch.run(jobs, atOnce);
		}
	}

	@Test
	void whatLackedMemoryBesideOthersIsDoneAlone() {
		assertEquals(Main.DONE, run(2, "small", "large").exitCode());
		assertEquals(2, Collections.frequency(command.tried, "large"));
	}

	@Test
	void whatLacksItAloneFailsOnce() {
		assertEquals(Main.SOME_FAILED, run(2, "huge").exitCode());
		assertEquals(List.of("huge", "huge"), command.tried);
		command.tried.clear();
		assertEquals(Main.SOME_FAILED, run(1, "huge").exitCode());
		assertEquals(List.of("huge"), command.tried, "it was alone");
	}
}
