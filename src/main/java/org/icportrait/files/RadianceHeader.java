package org.icportrait.files;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * What stands before the pixels of a Radiance picture.
 *
 * @param width pixels
 * @param height pixels
 * @param upward whether the first row stored is the lowest
 * @param leftward whether the first pixel stored of a row is the rightmost
 * @param xyz whether colours are CIE XYZ, not red, green, blue
 * @param red what stored values are divided by to give the light that was: exposures and colour corrections multiplied
 * @param green likewise
 * @param blue likewise
 */
record RadianceHeader(int width, int height, boolean upward, boolean leftward, boolean xyz, double red, double green, double blue) {

	private static final int LONGEST_LINE = 4096, MOST_LINES = 1000;
	private static final String RGB = "32-bit_rle_rgbe", XYZ = "32-bit_rle_xyze";

	static RadianceHeader read(final DataInputStream in) throws IOException {
		final String kind = line(in);
		if (!kind.equals("#?RADIANCE") && !kind.equals("#?RGBE")) throw new IOException("no Radiance header");
		Boolean xyz = null;
		final double[] gain = { 1, 1, 1 };
		int lines = 0;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (++lines > MOST_LINES) throw new IOException("no end of the header");
			if (line.startsWith("FORMAT=")) xyz = isXyz(line.substring(7).trim());
			else if (line.startsWith("EXPOSURE=")) multiply(gain, line.substring(9), 1);
			else if (line.startsWith("COLORCORR=")) multiply(gain, line.substring(10), 3);
		}
		// Without it nothing tells red, green, blue from XYZ: a damaged line must not change colours.
		if (xyz == null) throw new IOException("no format");
		return ofSize(line(in).split("\\s+"), xyz, gain);
	}

	private static RadianceHeader ofSize(final String[] size, final boolean xyz, final double[] gain) throws IOException {
		if (size.length != 4 || !size[0].matches("[-+]Y") || !size[2].matches("[-+]X")) throw new IOException("no rows one after the other");
		return new RadianceHeader(number(size[3]), number(size[1]), size[0].startsWith("+"), size[2].startsWith("-"), xyz, gain[0], gain[1], gain[2]);
	}

	private static boolean isXyz(final String format) throws IOException {
		if (!format.equals(RGB) && !format.equals(XYZ)) throw new IOException("the format " + format);
		return format.equals(XYZ);
	}

	/** These lines add up: each says what the values were multiplied by once more. */
	private static void multiply(final double[] gain, final String text, final int count) throws IOException {
		final String[] parts = text.trim().split("\\s+");
		if (parts.length != count) throw new IOException("no " + count + " numbers in " + text);
		for (int c = 0; c < 3; c++) {
			final double factor = factor(parts[Math.min(c, count - 1)]);
			gain[c] *= factor;
		}
	}

	private static double factor(final String text) throws IOException {
		try {
			final double factor = Double.parseDouble(text);
			if (factor > 0 && factor < Double.POSITIVE_INFINITY) return factor;
		}
		catch (final NumberFormatException e) {
			throw new IOException("no number: " + text, e);
		}
		throw new IOException("no exposure: " + text);
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
			if (out.length() > LONGEST_LINE) throw new IOException("no line");
			out.append((char) b);
		}
		return out.toString().trim();
	}

	/** The fewest bytes in which the pixels can be stored: old-style runs need three groups of four bytes for a row. */
	long fewestBytes() {
		return 4L * height * (width == 1 ? 1 : width <= 256 ? 2 : 3);
	}
}
