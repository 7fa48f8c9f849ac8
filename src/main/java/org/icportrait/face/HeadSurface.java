package org.icportrait.face;

import org.icportrait.image.Picture;

/**
 * What the surface network says of one head, turned into the axes of the photograph. The maps are square grids over the head
 * crop: the centre of map pixel (i, j) of an n x n map is the crop fraction ((i + 0.5) / n, (j + 0.5) / n), which
 * {@link #cropToPicture()} takes to picture pixels. Depth, normals, rotation, camera and light are in the camera axes of the
 * PICTURE (x right, y up, z to the viewer), also where the crop was turned. The maps are live: treat them as read-only.
 */
public record HeadSurface(
	/** crop fractions to picture pixels */
	Similarity cropToPicture,
	/** person (1) against background (0), one channel, usually finer than the other maps */
	Picture matte,
	/** canonical head coordinates, dm, 3 channels */
	Picture coordinates,
	/** Qz of the visible surface, dm towards the viewer, relative to the head origin */
	Picture depth,
	/** Qz of the rearmost surface along the same ray, dm */
	Picture backDepth,
	/** unit normals, 3 channels */
	Picture normals,
	/** linear RGB reflectance 0..1, 3 channels */
	Picture albedo,
	/** 3 x 3 row-major, head axes to camera axes */
	double[] rotation,
	/** in picture pixels */
	HeadCamera camera,
	/** spherical harmonics, [k * 3 + channel], k = 0..8, cosine lobe folded in: linear pixel = albedo * sum c_k B_k(n) */
	double[] light,
	/** 68 x (x, y, confidence): picture pixels and 0..1, order of 300-W */
	double[] landmarks,
	/** how far this head is to be trusted, 0..1 */
	double confidence)
{

	/** Number of landmarks (order of 300-W). */
	public static final int LANDMARKS = 68;

	public Pose pose() {
		return Pose.fromRotation(rotation);
	}

	/** Side of the coordinate, depth, normal and albedo maps. */
	public int mapSize() {
		return depth.width();
	}
}
