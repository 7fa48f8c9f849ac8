package org.icportrait.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;

/** The rows of pixels of a Radiance picture, one after the other: flat, in runs, or in the runs of versions before 1991. */
final class RadianceRows {

	private static final int SHORTEST = 8, LONGEST = 32767;

	private final DataInputStream in;
	private final int width;
	/** Planes of three mantissas and the exponent. */
	private final int[] row;

	RadianceRows(final DataInputStream in, final int width) {
		this.in = in;
		this.width = width;
		row = new int[4 * width];
	}

	/** Goes to the next row. */
	void next() throws IOException {
		readPixel(0);
		final boolean runs = row[0] == 2 && row[width] == 2 && (row[2 * width] << 8 | row[3 * width]) == width && width >= SHORTEST && width <= LONGEST;
		if (runs) readPlanes();
		else readPixels();
	}

	/** Of the row: the value of a channel as it is stored. */
	double get(final int x, final int channel) {
		final int exponent = row[3 * width + x];
		return exponent == 0 ? 0 : Math.scalb(row[channel * width + x] + 0.5, exponent - 136);
	}

	private void readPixel(final int x) throws IOException {
		for (int c = 0; c < 4; c++) row[c * width + x] = in.readUnsignedByte();
	}

	/** From the second pixel on; (1, 1, 1, n) repeats the pixel before n times, and right after another such pixel 256 n times, and so on. */
	private void readPixels() throws IOException {
		if (isRun(0)) throw new IOException("a run of nothing");
		int shift = 0;
		for (int x = 1; x < width;) {
			readPixel(x);
			if (!isRun(x)) {
				shift = 0;
				x++;
				continue;
			}
			final long count = (long) row[3 * width + x] << shift;
			if (shift > 24 || x + count > width) throw new IOException("broken run");
			for (int c = 0; c < 4; c++) Arrays.fill(row, c * width + x, c * width + x + (int) count, row[c * width + x - 1]);
			x += (int) count;
			shift += 8;
		}
	}

	private boolean isRun(final int x) {
		return row[x] == 1 && row[width + x] == 1 && row[2 * width + x] == 1;
	}

	private void readPlanes() throws IOException {
		for (int c = 0; c < 4; c++) {
			for (int x = 0; x < width;) {
				final int count = in.readUnsignedByte(), length = count > 128 ? count - 128 : count;
				if (length == 0 || x + length > width) throw new IOException("broken run");
				final int value = count > 128 ? in.readUnsignedByte() : 0;
				for (int k = 0; k < length; k++) row[c * width + x++] = count > 128 ? value : in.readUnsignedByte();
			}
		}
	}
}
