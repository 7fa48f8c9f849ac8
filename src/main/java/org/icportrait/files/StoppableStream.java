package org.icportrait.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

import javax.imageio.stream.MemoryCacheImageInputStream;

/** A stream for decoders that ends when its thread is interrupted: some loop for ever over damaged pixels, but all of them read. */
final class StoppableStream extends MemoryCacheImageInputStream {

	StoppableStream(final InputStream in) {
		super(in);
	}

	@Override
	public int read() throws IOException {
		check();
		return super.read();
	}

	@Override
	public int read(final byte[] bytes, final int from, final int count) throws IOException {
		check();
		return super.read(bytes, from, count);
	}

	private static void check() throws InterruptedIOException {
		if (Thread.currentThread().isInterrupted()) throw new InterruptedIOException("Nobody waits any more.");
	}
}
