package org.icportrait.image;

/**
 * A colour as people tell colours apart: CIE 1976 L*a*b* under D65 (2 degrees). Immutable.
 *
 * @param l lightness, 0 black to 100 white
 * @param a towards red
 * @param b towards yellow
 */
public record Lab(double l, double a, double b) {

	/** White of sRGB, by rows of the matrix below. */
	private static final double XN = 0.95047, YN = 1, ZN = 1.08883;

	/** Of a linear sRGB colour, 0..1. */
	public static Lab of(final double red, final double green, final double blue) {
		final double x = f((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / XN);
		final double y = f((0.2126729 * red + 0.7151522 * green + 0.0721750 * blue) / YN);
		final double z = f((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / ZN);
		return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));
	}

	/** Delta E*ab, the distance of two colours; about 2 is seen. */
	public double distance(final Lab other) {
		return Math.sqrt((l - other.l) * (l - other.l) + (a - other.a) * (a - other.a) + (b - other.b) * (b - other.b));
	}

	private static double f(final double t) {
		return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
	}
}
