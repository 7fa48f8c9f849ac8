package org.icportrait.raster;

import org.icportrait.geometry.Area;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.raster.Rasteriser.Surface;

/** The pixels of one triangle after the other, written into {@link Fragments} where they are nearest; what they show lies on planes over the picture. One per thread. */
final class DrawnPixels {

	/** Of the triangle, from its first corner on: depth (dm), place in the photograph (pixels) and confidence. */
	final LinearPlane depth = new LinearPlane(), placeX = new LinearPlane(), placeY = new LinearPlane(), sure = new LinearPlane();

	private final Fragments out;
	/** Null for all. */
	private final boolean[] wanted;
	private final Picture matte;
	private final Area matteArea;
	private final Surface surface;

	DrawnPixels(final Fragments out, final boolean[] wanted, final PreparedHead head, final Surface surface) {
		this.out = out;
		this.wanted = wanted;
		matte = head.matte();
		matteArea = head.area();
		this.surface = surface;
	}

	/** Pixels that are drawn wherever they are nearest. @param x of the first one, from the first corner @param y of all */
	void span(final int start, final int end, final float x, final float y) {
		final float z0 = depth.at(x, y), u0 = placeX.at(x, y), v0 = placeY.at(x, y), c0 = sure.at(x, y);
		final float zx = depth.alongX, ux = placeX.alongX, vx = placeY.alongX, cx = sure.alongX;
		final float[] depths = out.depth;
		final boolean rear = surface == Surface.REAR;
		for (int at = start; at <= end; at++) {
			final int k = at - start;
			final float z = z0 + k * zx;
			if (wanted != null && !wanted[at] || !(z > depths[at])) continue;
			depths[at] = z;
			out.x[at] = u0 + k * ux;
			out.y[at] = v0 + k * vx;
			out.confidence[at] = rear ? -Math.max(c0 + k * cx, Float.MIN_NORMAL) : Math.max(c0 + k * cx, 0);
		}
	}

	/** Pixels of a front where the matte says what is solid, what is a soft edge, and what is nothing. */
	void edge(final int start, final int end, final float x, final float y) {
		final float z0 = depth.at(x, y), u0 = placeX.at(x, y), v0 = placeY.at(x, y), c0 = sure.at(x, y);
		for (int at = start; at <= end; at++) {
			final int k = at - start;
			float z = z0 + k * depth.alongX;
			if (wanted != null && !wanted[at] || !(z > out.depth[at])) continue;
			final float u = u0 + k * placeX.alongX, v = v0 + k * placeY.alongX, alpha = matte(u, v);
			if (alpha < Mesh.SOLID) {
				z -= Fragments.FRINGE;
				if (alpha < Mesh.TOUCHED || surface == Surface.SOLID_FRONT || z <= out.depth[at]) continue;
			}
			out.depth[at] = z;
			out.x[at] = u;
			out.y[at] = v;
			out.confidence[at] = Math.max(c0 + k * sure.alongX, 0);
		}
	}

	private float matte(final float u, final float v) {
		final int i = Math.max(0, Math.min(matte.width() - 1, (int) (u - matteArea.x())));
		final int j = Math.max(0, Math.min(matte.height() - 1, (int) (v - matteArea.y())));
		return matte.data()[j * matte.width() + i];
	}
}
