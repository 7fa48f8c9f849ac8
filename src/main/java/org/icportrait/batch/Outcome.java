package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a job.
 *
 * @param status what
 * @param written the picture, or null
 * @param fault why there is none, or null
 * @param notes on how the photograph was read and on what was made
 */
record Outcome(Status status, Path written, String fault, List<String> notes) {

	enum Status {
		/** made now */
		DONE("done"),
		/** found made by an earlier run */
		BEFORE("done before"),
		/** another process works on it */
		ELSEWHERE("elsewhere"),
		/** not made, and worth another try once nothing else is at work */
		SHORT_OF_MEMORY("failed"),
		/** not made */
		FAILED("failed");

		private final String word;

		Status(final String word) {
			this.word = word;
		}

		String word() {
			return word;
		}
	}

	static Outcome done(final Path written, final List<String> notes) {
		return new Outcome(Status.DONE, written, null, notes);
	}

	static Outcome before(final Path written) {
		return new Outcome(Status.BEFORE, written, null, List.of());
	}

	static Outcome elsewhere() {
		return new Outcome(Status.ELSEWHERE, null, null, List.of());
	}

	static Outcome shortOfMemory(final String fault) {
		return new Outcome(Status.SHORT_OF_MEMORY, null, fault, List.of());
	}

	static Outcome failed(final String fault) {
		return new Outcome(Status.FAILED, null, fault, List.of());
	}
}
