package org.icportrait.image;

/** How long work in the core tells how far it is and learns that nobody wants it any more. Called from the working thread. */
public interface Progress {

	/** Listens to nothing and never cancels. */
	Progress NONE = new Progress() {};

	/** @param fraction done of the whole job, 0..1 @param stage what is being done, for people */
	default void report(final double fraction, final String stage) {}

	/** Asked often; after true the work ends soon with a {@link java.util.concurrent.CancellationException}. */
	default boolean isCancelled() {
		return false;
	}
}
