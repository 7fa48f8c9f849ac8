package org.icportrait.work;

import java.util.Locale;

/** Whether a job fits into the heap, asked before it begins: a sentence with numbers beats an hour's work that ends without memory. */
public final class Memory {

	private static final double GIGABYTE = 1 << 30;

	private Memory() {}

	/**
	 * Returns where the heap can take {@code bytes} more, garbage collected if need be.
	 *
	 * @param what needs them, the begin of a sentence: "A picture of 6000 x 4000 pixels"
	 * @throws ShortOfMemory with one sentence that names what is needed, what is left, and what to do
	 */
	public static void require(final long bytes, final String what) {
		if (bytes <= left()) return;
		System.gc();
		require(bytes, left(), Runtime.getRuntime().maxMemory(), what);
	}

	/** The same by numbers. */
	static void require(final long bytes, final long left, final long heap, final String what) {
		if (bytes <= left) return;
		throw new ShortOfMemory(String.format(Locale.ROOT, "%s needs %.1f GB of memory, and %.1f of %.1f GB are left; give more (in Fiji: Edit > Options > " +
			"Memory & Threads; elsewhere: java -Xmx) or scale the picture down.", what, bytes / GIGABYTE, left / GIGABYTE, heap / GIGABYTE));
	}

	private static long left() {
		final Runtime runtime = Runtime.getRuntime();
		return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
	}
}
