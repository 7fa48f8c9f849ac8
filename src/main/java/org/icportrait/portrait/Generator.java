package org.icportrait.portrait;

import org.icportrait.work.Progress;

/**
 * A way to make new pictures of a person. What depends on the person alone is done once, in {@link #prepare}; views and lights follow.
 * Thread-safe. Close it after everything that it prepared.
 */
public interface Generator extends AutoCloseable {

	/** Its word in dialogs, macros and sidecars. */
	String name();

	/** Reads what is to be kept of a person; throws {@link java.util.concurrent.CancellationException} when cancelled. */
	Prepared prepare(Person who, Progress progress);

	@Override
	void close();

	/** A person made ready. Thread-safe; what it made stays usable after it is closed. */
	interface Prepared extends AutoCloseable {

		/** A picture of the scene; see {@link PortraitEngine} for what it throws. */
		PortraitResult make(Scene scene, Progress progress);

		@Override
		void close();
	}
}
