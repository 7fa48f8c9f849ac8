package org.icportrait.files;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;

/** ICC profiles of three primaries and a curve, and colours written in them, by the definitions and not by any library. */
final class TestProfiles {

	/** The matrices lead from linear RGB to XYZ (D65), row by row. */
	private static final double[] SRGB = { 0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041 };
	static final double[] DISPLAY_P3 = { 0.4865709, 0.2656677, 0.1982173, 0.2289746, 0.6917385, 0.0792869, 0, 0.0451134, 1.0439444 };
	static final double[] ADOBE_RGB = { 0.5767309, 0.1855540, 0.1881852, 0.2973769, 0.6273491, 0.0752741, 0.0270343, 0.0706872, 0.9911085 };
	/** From D65 to D50 (Bradford). */
	private static final double[] ADAPT = { 1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316 };

	private TestProfiles() {}

	static double srgbToLinear(final double v) {
		return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
	}

	static double linearToSrgb(final double v) {
		return v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
	}

	/** The same colours in other numbers. @param toCode from linear light, 0..1 */
	static BufferedImage in(final double[] toXyz, final DoubleUnaryOperator toCode, final BufferedImage srgb) {
		final double[] back = multiply(inverse(toXyz), SRGB);
		final BufferedImage out = new BufferedImage(srgb.getWidth(), srgb.getHeight(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < srgb.getHeight(); y++) for (int x = 0; x < srgb.getWidth(); x++) {
			final int rgb = srgb.getRGB(x, y);
			final double[] l = { srgbToLinear((rgb >> 16 & 255) / 255.0), srgbToLinear((rgb >> 8 & 255) / 255.0), srgbToLinear((rgb & 255) / 255.0) };
			int code = 0;
			for (int c = 0; c < 3; c++) {
				final double v = back[3 * c] * l[0] + back[3 * c + 1] * l[1] + back[3 * c + 2] * l[2];
				code = code << 8 | (int) Math.round(255 * toCode.applyAsDouble(Math.min(1, Math.max(0, v))));
			}
			out.setRGB(x, y, code);
		}
		return out;
	}

	/** A version-2 profile. @param toLinear the curve, as a table of 1024 */
	static byte[] profile(final String name, final double[] toXyz, final DoubleUnaryOperator toLinear) {
		final double[] d50 = multiply(ADAPT, toXyz);
		final ByteBuffer curve = ByteBuffer.allocate(12 + 2048).put("curv".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(1024);
		for (int i = 0; i < 1024; i++) curve.putShort((short) Math.round(65535 * toLinear.applyAsDouble(i / 1023.0)));
		final byte[] text = name.getBytes(StandardCharsets.US_ASCII);
		final byte[] desc = ByteBuffer.allocate(12 + text.length + 1 + 78 + 3 & ~3).put("desc".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(text.length + 1).put(text).array();
		final String[] tags = { "desc", "wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC", "cprt" };
		final byte[][] data = { desc, xyz(0.9642, 1, 0.8249), xyz(d50[0], d50[3], d50[6]), xyz(d50[1], d50[4], d50[7]), xyz(d50[2], d50[5], d50[8]), curve.array(),
			curve.array(), curve.array(), "text\0\0\0\0none".getBytes(StandardCharsets.US_ASCII) };
		int size = 132 + 12 * tags.length;
		for (final byte[] each : data) size += each.length;
		final ByteBuffer out = ByteBuffer.allocate(size).putInt(size).putInt(0).putInt(0x02100000).put("mntrRGB XYZ ".getBytes(StandardCharsets.US_ASCII));
		for (final int v : new int[] { 2026, 1, 1, 0, 0, 0 }) out.putShort((short) v);
		out.put("acsp".getBytes(StandardCharsets.US_ASCII)).position(68);
		out.putInt(63190).putInt(65536).putInt(54061).position(128);
		out.putInt(tags.length);
		int at = 132 + 12 * tags.length;
		for (int i = 0; i < tags.length; at += data[i++].length) out.put(tags[i].getBytes(StandardCharsets.US_ASCII)).putInt(at).putInt(data[i].length);
		for (final byte[] each : data) out.put(each);
		return out.array();
	}

	private static byte[] xyz(final double x, final double y, final double z) {
		final ByteBuffer out = ByteBuffer.allocate(20).put("XYZ ".getBytes(StandardCharsets.US_ASCII)).putInt(0);
		for (final double v : new double[] { x, y, z }) out.putInt((int) Math.round(65536 * v));
		return out.array();
	}

	private static double[] multiply(final double[] a, final double[] b) {
		final double[] out = new double[9];
		for (int i = 0; i < 9; i++) for (int k = 0; k < 3; k++) out[i] += a[i / 3 * 3 + k] * b[3 * k + i % 3];
		return out;
	}

	private static double[] inverse(final double[] m) {
		final double[] out = new double[9];
		double determinant = 0;
		for (int i = 0; i < 3; i++) determinant += m[i] * cofactor(m, 0, i);
		for (int i = 0; i < 9; i++) out[i] = cofactor(m, i % 3, i / 3) / determinant;
		return out;
	}

	private static double cofactor(final double[] m, final int r, final int c) {
		final int r1 = (r + 1) % 3, r2 = (r + 2) % 3, c1 = (c + 1) % 3, c2 = (c + 2) % 3;
		return m[3 * r1 + c1] * m[3 * r2 + c2] - m[3 * r1 + c2] * m[3 * r2 + c1];
	}
}
