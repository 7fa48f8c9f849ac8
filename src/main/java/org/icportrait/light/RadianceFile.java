package org.icportrait.light;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/** Reads Radiance pictures (.hdr, RGBE, run-length coded or not, rows downward), which no library at hand reads. */
public final class RadianceFile {

	private static final int LARGEST_SIDE = 16_384;

	private RadianceFile() {}

	/** Linear RGB. Throws {@link BadInput} where the file is missing or no such picture. */
	public static Picture read(final Path file) {
		if (!Files.isRegularFile(file)) throw new BadInput("There is no file " + file + "; check the path of the environment image.");
		try (InputStream stream = Files.newInputStream(file)) {
			return read(new DataInputStream(new BufferedInputStream(stream)), file);
		}
		catch (final IOException e) {
			throw new BadInput(file.getFileName() + " is no complete Radiance (.hdr) picture; export it again as RGBE.", e);
		}
	}

	private static Picture read(final DataInputStream in, final Path file) throws IOException {
		if (!line(in).startsWith("#?")) throw new IOException("no Radiance header");
		String line = line(in);
		while (!line.isEmpty()) line = line(in);
		final String[] size = line(in).trim().split("\\s+");
		if (size.length != 4 || !size[0].equals("-Y") || !size[2].equals("+X")) throw new IOException("rows do not run down and right");
		final int height = number(size[1]), width = number(size[3]);
		if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
			throw new BadInput(file.getFileName() + " is " + width + " x " + height + "; environment images may have up to " + LARGEST_SIDE + " pixels a side.");
		}
		final Picture out = new Picture(width, height, 3);
		final int[] row = new int[4 * width];
		for (int y = 0; y < height; y++) {
			readRow(in, row, width);
			for (int x = 0; x < width; x++) {
				final double factor = row[3 * width + x] == 0 ? 0 : Math.pow(2, row[3 * width + x] - 136);
				for (int c = 0; c < 3; c++) out.set(x, y, c, (float) ((row[c * width + x] + 0.5) * factor));
			}
		}
		return out;
	}

	/** Planes of red, green, blue and exponent. */
	private static void readRow(final DataInputStream in, final int[] row, final int width) throws IOException {
		final int[] first = { in.readUnsignedByte(), in.readUnsignedByte(), in.readUnsignedByte(), in.readUnsignedByte() };
		final boolean coded = first[0] == 2 && first[1] == 2 && (first[2] << 8 | first[3]) == width && width >= 8 && width < 32768;
		if (!coded) {
			for (int x = 0; x < width; x++) {
				for (int c = 0; c < 4; c++) row[c * width + x] = x == 0 ? first[c] : in.readUnsignedByte();
			}
			return;
		}
		for (int c = 0; c < 4; c++) {
			int x = 0;
			while (x < width) {
				final int count = in.readUnsignedByte();
				final boolean run = count > 128;
				final int length = run ? count - 128 : count;
				if (length == 0 || x + length > width) throw new IOException("broken run");
				final int value = run ? in.readUnsignedByte() : 0;
				for (int k = 0; k < length; k++) row[c * width + x++] = run ? value : in.readUnsignedByte();
			}
		}
	}

	private static int number(final String text) throws IOException {
		try {
			return Integer.parseInt(text);
		}
		catch (final NumberFormatException e) {
			throw new IOException("no size", e);
		}
	}

	private static String line(final DataInputStream in) throws IOException {
		final StringBuilder out = new StringBuilder();
		for (int b = in.readUnsignedByte(); b != '\n'; b = in.readUnsignedByte()) {
			if (out.length() > 1000) throw new EOFException("no line");
			out.append((char) b);
		}
		return out.toString();
	}
}
