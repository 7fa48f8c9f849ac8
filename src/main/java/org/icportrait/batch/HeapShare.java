package org.icportrait.batch;

import java.awt.Dimension;

/**
 * The heap that jobs share, so that several at once need no more than there is: a job takes its share before it begins and waits where
 * that is not free. A job alone always gets its share, whatever its size. Thread-safe.
 */
final class HeapShare {

	/**
	 * What generating takes, the most that a job does, bytes a pixel; measured at 12 million pixels, where 1 job ends without memory at -Xmx2200m and is done at
	 * -Xmx2500m.
	 */
	private static final long BYTES_A_PIXEL = 220;
	/** The rest is for photographs that are written meanwhile. */
	private static final double SHARE_OF_ALL = 0.75;

	private final long all;
	private long taken;

	/** @param all bytes that all jobs together may take */
	HeapShare(final long all) {
		this.all = all;
	}

	static HeapShare ofThisJvm() {
		return new HeapShare((long) (SHARE_OF_ALL * Runtime.getRuntime().maxMemory()));
	}

	/** Takes what work on a photograph of this size, pixels, needs. */
	Taken take(final Dimension size) {
		return take(BYTES_A_PIXEL * size.width * size.height);
	}

	/** What a job took; gives it back when closed. */
	interface Taken extends AutoCloseable {

		@Override
		void close();
	}

	/** Waits until so many bytes are free, or all are. */
	synchronized Taken take(final long bytes) {
		boolean interrupted = false;
		while (taken > 0 && taken + bytes > all) {
			try {
				wait();
			}
			catch (final InterruptedException exception) {
				interrupted = true;
			}
		}
		if (interrupted) Thread.currentThread().interrupt();
		taken += bytes;
		return () -> giveBack(bytes);
	}

	private synchronized void giveBack(final long bytes) {
		taken -= bytes;
		notifyAll();
	}
}
