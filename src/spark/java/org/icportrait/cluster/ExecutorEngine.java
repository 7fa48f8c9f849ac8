package org.icportrait.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.icportrait.batch.RowWork;

/** The one engine of an executor's JVM, opened by the first task and shared by all that follow. Thread-safe. */
final class ExecutorEngine {

	/** How many were opened, for tests. */
	static final AtomicInteger OPENED = new AtomicInteger();

	private static List<String> arguments;
	private static RowWork work;

	private ExecutorEngine() {}

	/** The engine; another one where the arguments are others, which happens between jobs alone. */
	static synchronized RowWork get(final List<String> wanted) throws IOException {
		if (work != null && wanted.equals(arguments)) return work;
		if (work != null) work.close();
		work = null;
		work = RowWork.open(wanted);
		arguments = wanted;
		OPENED.incrementAndGet();
		return work;
	}
}
