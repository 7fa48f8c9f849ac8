package org.icportrait.quality;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Collects rows of arrays and writes them as a NumPy .npz archive (little-endian, C order). For one thread. */
public final class NpzWriter {

	/** One array: its type, the shape of a row, and the rows so far. */
	private static final class Rows {

		private final String type;
		private final int[] shape;
		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		private int count;

		private Rows(final String type, final int... shape) {
			this.type = type;
			this.shape = shape;
		}
	}

	private final Map<String, Rows> arrays = new LinkedHashMap<>();

	/** Appends a row of values 0..255, which are rounded and clipped. */
	public void bytes(final String name, final float[] values, final int... shape) {
		final byte[] row = new byte[values.length];
		for (int i = 0; i < row.length; i++) row[i] = (byte) Math.max(0, Math.min(255, Math.round(values[i])));
		add(name, "|u1", row, shape);
	}

	/** Appends a row of whole numbers of 16 bits: values times {@code scale}, rounded and clipped. */
	public void shorts(final String name, final float[] values, final float scale, final int... shape) {
		final byte[] row = new byte[2 * values.length];
		for (int i = 0; i < values.length; i++) {
			final int value = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(scale * values[i])));
			row[2 * i] = (byte) value;
			row[2 * i + 1] = (byte) (value >> 8);
		}
		add(name, "<i2", row, shape);
	}

	/** Appends one number. */
	public void number(final String name, final float value) {
		final int bits = Float.floatToIntBits(value);
		add(name, "<f4", new byte[] { (byte) bits, (byte) (bits >> 8), (byte) (bits >> 16), (byte) (bits >> 24) });
	}

	private void add(final String name, final String type, final byte[] row, final int... shape) {
		final Rows rows = arrays.computeIfAbsent(name, n -> new Rows(type, shape));
		rows.bytes.writeBytes(row);
		rows.count++;
	}

	/** Whether there is no row yet. */
	public boolean isEmpty() {
		return arrays.isEmpty();
	}

	/** Writes all; a file under the final name is whole. */
	public void write(final Path file) throws IOException {
		final Path part = file.resolveSibling(file.getFileName() + ".part");
		try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
			zip.setLevel(Deflater.BEST_SPEED);
			for (final Map.Entry<String, Rows> array : arrays.entrySet()) {
				zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
				writeHeader(array.getValue(), zip);
				array.getValue().bytes.writeTo(zip);
				zip.closeEntry();
			}
		}
		Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** NumPy's format 1.0: magic, version, length of the header, header padded to 64 bytes in all. */
	private static void writeHeader(final Rows rows, final OutputStream to) throws IOException {
		final StringBuilder shape = new StringBuilder().append(rows.count).append(',');
		for (final int length : rows.shape) shape.append(' ').append(length).append(',');
		final String header = "{'descr': '" + rows.type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
		final int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
		to.write(new byte[] { (byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) length, (byte) (length >> 8) });
		to.write((header + " ".repeat(length - header.length() - 1) + "\n").getBytes(StandardCharsets.ISO_8859_1));
	}
}
