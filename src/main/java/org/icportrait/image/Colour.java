package org.icportrait.image;

/**
 * The sRGB transfer function (IEC 61966-2-1): pictures are sRGB outside and linear light inside, so that light adds and
 * colour casts come out right. Thread-safe.
 */
public final class Colour {

	/** Linear colours whose channels differ by no more are grey. */
	private static final float GREY = 1e-3f;
	private static final int STEPS = 4096;
	private static final float[] ENCODED = new float[STEPS + 2];
	private static final float[] DECODED = new float[STEPS + 2];
	private static final float[] LINEAR_OF_BYTE = new float[256];

	static {
		for (int i = 0; i < ENCODED.length; i++) {
			ENCODED[i] = (float) encodeExactly((double) i * i / ((double) STEPS * STEPS));
			DECODED[i] = (float) decodeExactly((double) i / STEPS);
		}
		for (int i = 0; i < 256; i++) LINEAR_OF_BYTE[i] = (float) decodeExactly(i / 255f);
	}

	private Colour() {}

	/** sRGB 0..1 to linear light 0..1, by table, within 1e-7 of the exact curve; values outside are carried on by that, sign kept. */
	public static float toLinear(final float encoded) {
		if (!(encoded >= 0 && encoded <= 1)) return (float) Math.copySign(decodeExactly(Math.abs(encoded)), encoded);
		final float at = encoded * STEPS;
		final int i = (int) at;
		return DECODED[i] + (at - i) * (DECODED[i + 1] - DECODED[i]);
	}

	/** The linear light of an 8-bit sRGB value 0..255. */
	public static float byteToLinear(final int encoded) {
		return LINEAR_OF_BYTE[encoded];
	}

	/** Linear light to sRGB, clipped to 0..1; by table, within 2e-5 of the exact curve. NaN gives 0. */
	public static float toSrgb(final float linear) {
		if (!(linear > 0)) return 0;
		if (linear >= 1) return 1;
		// The table is spaced in the square root of light, where the curve is nearly straight.
		final float at = (float) Math.sqrt(linear) * STEPS;
		final int i = (int) at;
		return ENCODED[i] + (at - i) * (ENCODED[i + 1] - ENCODED[i]);
	}

	/** Linear light whose sRGB value is changed by so much; 0..1. */
	public static float shifted(final float linear, final float change) {
		return toLinear(Math.max(0, Math.min(1, toSrgb(linear) + change)));
	}

	/** Linear light to 8-bit sRGB 0..255, rounded and clipped. */
	public static int toSrgbByte(final float linear) {
		return (int) (toSrgb(linear) * 255f + 0.5f);
	}

	/** Relative luminance (ITU-R BT.709) of a linear colour. */
	public static float luminance(final float red, final float green, final float blue) {
		return 0.2126f * red + 0.7152f * green + 0.0722f * blue;
	}

	/** The same of a colour, {red, green, blue}. */
	public static float luminance(final float[] colour) {
		return luminance(colour[0], colour[1], colour[2]);
	}

	/** The same of pixel {@code i}, row * width + column, of a picture of three channels or more. */
	public static float luminance(final Picture linear, final int i) {
		final float[] d = linear.data();
		final int n = linear.planeSize();
		return luminance(d[i], d[n + i], d[2 * n + i]);
	}

	/** The logarithm of each pixel's {@link #luminance} (what is below 0 counts as 0) and a floor, above 0; one channel. */
	public static Picture logLuminance(final Picture linear, final float floor) {
		final Picture out = new Picture(linear.width(), linear.height(), 1);
		for (int i = 0; i < out.planeSize(); i++) out.data()[i] = (float) Math.log(floor + Math.max(0, luminance(linear, i)));
		return out;
	}

	/** Whether neither green nor blue differs from red by more than so much; NaN has no colour. */
	public static boolean isGrey(final float red, final float green, final float blue, final float most) {
		return !(Math.abs(red - green) > most || Math.abs(red - blue) > most);
	}

	/** Whether a picture in linear light, of which only the first three channels count, has no colour. */
	public static boolean isGrey(final Picture picture) {
		final int n = picture.planeSize();
		final float[] d = picture.data();
		for (int i = 0; i < n; i++) if (!isGrey(d[i], d[n + i], d[2 * n + i], GREY)) return false;
		return true;
	}

	/** Leaves the {@link #luminance} alone in the first three channels of a picture, which is changed; of logarithms the same sum. */
	public static void takeAway(final Picture picture) {
		final int n = picture.planeSize();
		final float[] d = picture.data();
		for (int i = 0; i < n; i++) {
			final float grey = luminance(picture, i);
			for (int c = 0; c < 3; c++) d[c * n + i] = grey;
		}
	}

	private static double decodeExactly(final double encoded) {
		return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
	}

	private static double encodeExactly(final double linear) {
		return linear <= 0.0031308 ? linear * 12.92 : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
	}
}
