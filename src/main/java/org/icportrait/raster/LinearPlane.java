package org.icportrait.raster;

/** A number that changes linearly over a triangle. */
final class LinearPlane {

	float start;
	float alongX;
	float alongY;

	/** By its values at the corners; (x1, y1), (x2, y2) are the other corners relative to the first. */
	void set(final float a, final float b, final float c, final float x1, final float y1, final float x2, final float y2, final float inverse) {
		start = a;
		alongX = ((b - a) * y2 - (c - a) * y1) * inverse;
		alongY = ((c - a) * x1 - (b - a) * x2) * inverse;
	}

	float at(final float x, final float y) {
		return start + x * alongX + y * alongY;
	}
}
