package org.icportrait.geometry;

import java.util.Arrays;

/**
 * A turn, a scale and a shift of the plane: (x, y) goes to (a x - b y + tx, b x + a y + ty). Immutable.
 *
 * @param a scale times cosine
 * @param b scale times sine
 * @param tx shift along x
 * @param ty shift along y
 */
public record Similarity(double a, double b, double tx, double ty) {

	/** From fractions of a square, 0..1, to where it lies. @param x its middle @param y its middle @param a side times cosine @param b side times sine */
	public static Similarity ofSquare(final double x, final double y, final double a, final double b) {
		return new Similarity(a, b, x - 0.5 * (a - b), y - 0.5 * (a + b));
	}

	public double x(final double x, final double y) {
		return a * x - b * y + tx;
	}

	public double y(final double x, final double y) {
		return b * x + a * y + ty;
	}

	public double scale() {
		return Math.hypot(a, b);
	}

	/** The turn in radians; with y down, positive is clockwise as seen. */
	public double angle() {
		return Math.atan2(b, a);
	}

	public Similarity inverse() {
		final double d = a * a + b * b;
		final double ia = a / d;
		final double ib = -b / d;
		return new Similarity(ia, ib, -(ia * tx - ib * ty), -(ib * tx + ia * ty));
	}

	/** The borders (left, top, right, bottom) of the smallest upright rectangle that holds what becomes of one with these borders. */
	public double[] bounds(final double left, final double top, final double right, final double bottom) {
		final double[] x = { x(left, top), x(right, top), x(left, bottom), x(right, bottom) }, y = { y(left, top), y(right, top), y(left, bottom), y(right, bottom) };
		Arrays.sort(x);
		Arrays.sort(y);
		return new double[] { x[0], y[0], x[3], y[3] };
	}

	/** The smallest area that holds those. */
	public Area area(final double left, final double top, final double right, final double bottom) {
		final double[] bounds = bounds(left, top, right, bottom);
		return Area.around(bounds[0], bounds[1], bounds[2], bounds[3]);
	}

	/** First {@code inner}, then this. */
	public Similarity after(final Similarity inner) {
		return new Similarity(a * inner.a - b * inner.b, b * inner.a + a * inner.b, x(inner.tx, inner.ty), y(inner.tx, inner.ty));
	}
}
