package org.icportrait.view;

import org.icportrait.image.Picture;

/**
 * What is known of a head pixel by pixel, at a photograph's own resolution, inside a rectangle of it. All maps have the same
 * width and height; map pixel (i, j) lies on picture pixel (x + i, y + j). Depth and normals are in the camera axes of the
 * picture (x right, y up, z to the viewer). Where matte is 0 the other maps hold a smooth continuation or 0. Treat as read-only.
 */
public record HeadMaps(
	/** left edge in the picture, pixels; may be negative */
	int x,
	/** upper edge in the picture, pixels; may be negative */
	int y,
	/** person (1) against background (0) */
	Picture matte,
	/** Qz of the visible surface, dm towards the viewer, relative to the head origin */
	Picture depth,
	/** unit normals, 3 channels */
	Picture normals,
	/** canonical head coordinates, dm, 3 channels */
	Picture coordinates,
	/** linear RGB reflectance 0..1, 3 channels, low in detail */
	Picture albedo)
{

	public int width() {
		return matte.width();
	}

	public int height() {
		return matte.height();
	}
}
