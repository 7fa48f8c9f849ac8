package org.icportrait.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the arrays of a NumPy .npz archive (little-endian, C order): uint8, int8, int16, int32, float16, float32. */
final class Npz implements AutoCloseable {

	private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([^)]*)\\)");
	private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");

	private final ZipFile zip;

	Npz(final Path file) throws IOException {
		zip = new ZipFile(file.toFile());
	}

	/** One array with its shape; {@link #row} gives the floats of one entry of the first axis. */
	static final class Array {

		final int[] shape;
		private final String type;
		private final ByteBuffer bytes;
		private final int rowLength;

		Array(final int[] shape, final String type, final ByteBuffer bytes) {
			this.shape = shape;
			this.type = type;
			this.bytes = bytes;
			rowLength = Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
		}

		float[] row(final int index) {
			final float[] out = new float[rowLength];
			for (int i = 0; i < rowLength; i++) out[i] = value(index * rowLength + i);
			return out;
		}

		private float value(final int i) {
			switch (type) {
				case "|u1":
					return bytes.get(i) & 0xff;
				case "|i1":
					return bytes.get(i);
				case "<i2":
					return bytes.getShort(2 * i);
				case "<i4":
					return bytes.getInt(4 * i);
				case "<f4":
					return bytes.getFloat(4 * i);
				case "<f2":
					return half(bytes.getShort(2 * i));
				default:
					throw new IllegalArgumentException("NumPy type " + type + " is not read here.");
			}
		}

		private static float half(final short bits) {
			final int exponent = bits >> 10 & 0x1f;
			final int mantissa = bits & 0x3ff;
			final double magnitude = exponent == 0 ? mantissa * Math.pow(2, -24) : (1 + mantissa / 1024.0) * Math.pow(2, exponent - 15);
			return (float) (bits < 0 ? -magnitude : magnitude);
		}
	}

	Array array(final String name) {
		try {
			final ZipEntry entry = zip.getEntry(name + ".npy");
			if (entry == null) throw new IllegalArgumentException(zip.getName() + " holds no array " + name);
			final ByteBuffer all = ByteBuffer.wrap(zip.getInputStream(entry).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
			final boolean first = all.get(6) == 1;
			final int length = first ? all.getShort(8) & 0xffff : all.getInt(8);
			final int start = first ? 10 : 12;
			final String header = new String(all.array(), start, length, StandardCharsets.ISO_8859_1);
			final Matcher shape = SHAPE.matcher(header);
			final Matcher type = TYPE.matcher(header);
			if (!shape.find() || !type.find()) throw new IOException("no NumPy header in " + name);
			final int[] sizes = Arrays.stream(shape.group(1).split(",")).map(String::trim).filter(s -> !s.isEmpty()).mapToInt(Integer::parseInt).toArray();
			final ByteBuffer body = all.position(start + length).slice().order(ByteOrder.LITTLE_ENDIAN);
			return new Array(sizes, type.group(1), body);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() throws IOException {
		zip.close();
	}
}
