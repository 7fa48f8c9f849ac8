package org.icportrait.work;

import java.util.concurrent.CancellationException;

/**
 * How long work tells how far it is and learns that nobody wants it any more. The core calls it from its working threads; {@code
 * report} only from one thread at a time, {@code isCancelled} from any.
 */
public interface Progress {

	/** Listens to nothing and never cancels. */
	Progress NONE = new Progress() {

		@Override
		public Progress sub(final double from, final double to) {
			return this;
		}
	};

	/** @param fraction done of the whole job, 0..1 @param stage what is being done, for people */
	default void report(final double fraction, final String stage) {}

	/** Asked often; after true the work ends within a few milliseconds with a {@link CancellationException}. */
	default boolean isCancelled() {
		return false;
	}

	/** Throws {@link CancellationException} where the work is cancelled. */
	default void check() {
		if (isCancelled()) throw new CancellationException("Cancelled.");
	}

	/**
	 * A part of this job: its 0..1 is {@code from}..{@code to} here. What a part reports never runs backwards within the part, so that
	 * parts in their order give progress that never runs backwards.
	 */
	default Progress sub(final double from, final double to) {
		return new Part(this, from, to);
	}
}
