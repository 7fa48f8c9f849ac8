package org.icportrait.image;

import org.icportrait.geometry.Area;

/**
 * What is whole around a head and fades towards those sides of the worked area at which the picture goes on, so that nothing ends at a line.
 *
 * @param area that is worked on
 * @param width of the picture
 * @param height of the picture
 * @param band width of the strip in which it fades, pixels
 */
public record BorderFade(Area area, int width, int height, double band) {

	/** Share at a place of the picture, 0..1: 0 at a side of the area where the picture goes on, 1 a band further in. */
	public float at(final double x, final double y) {
		float share = 1;
		if (area.x() > 0) share *= step(x - area.x());
		if (area.y() > 0) share *= step(y - area.y());
		if (area.right() < width) share *= step(area.right() - x);
		if (area.bottom() < height) share *= step(area.bottom() - y);
		return share;
	}

	/** Whether it is whole everywhere. */
	public boolean isNone() {
		return area.x() <= 0 && area.y() <= 0 && area.right() >= width && area.bottom() >= height;
	}

	private float step(final double inside) {
		return Smooth.step(0, (float) band, (float) inside);
	}
}
