package org.icportrait.face;

import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * What the surface network says of one head, turned into the axes of the photograph. The maps are square grids over the head
 * crop: the centre of map pixel (i, j) of an n x n map is the crop fraction ((i + 0.5) / n, (j + 0.5) / n), which
 * {@link #cropToPicture()} takes to picture pixels. Depth, normals, rotation, camera and light are in the camera axes of the
 * PICTURE (x right, y up, z to the viewer), also where the crop was turned. The maps are live: treat them as read-only.
 */
public record HeadReading(
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
	/** head axes to camera axes */
	Rotation rotation,
	/** in picture pixels */
	HeadCamera camera,
	/** the network's guess, cosine lobe folded in: linear pixel = albedo * sum c_k B_k(n) */
	Harmonics light,
	Landmarks landmarks,
	/** how far this head is to be trusted, 0..1 */
	double confidence,
	/** how far the pose may be off; null where the pack's network does not say */
	PoseInterval interval,
	/** how far the eyes are open, NaN for one that is turned away or hidden; null where no network of the pack says it */
	Eyelids eyelids,
	/** the same head read from farther off, where the person goes on beyond the crop; else null */
	HeadReading wide,
	/** other people (1) against what is none of them (0), like the matte; null where nobody else is near */
	Picture others,
	/** those of the others who stand before this person, like the matte; null where nobody does */
	Picture nearer,
	/** what each place of the crop shows; null where no network of the pack says it */
	Parts parts)
{

	/** Without interval, eyelids, wider look, other people and parts. */
	public HeadReading(final Similarity cropToPicture, final Picture matte, final Picture coordinates, final Picture depth, final Picture backDepth,
		final Picture normals, final Picture albedo, final Rotation rotation, final HeadCamera camera, final Harmonics light,
		final Landmarks landmarks, final double confidence)
	{
		this(cropToPicture, matte, coordinates, depth, backDepth, normals, albedo, rotation, camera, light, landmarks, confidence, null, null, null,
			null, null, null);
	}

	/** The same with what other looks say. */
	private HeadReading with(final Picture own, final Eyelids lids, final HeadReading more, final Picture ofOthers, final Picture ofNearer, final Parts said) {
		return new HeadReading(cropToPicture, own, coordinates, depth, backDepth, normals, albedo, rotation, camera, light, landmarks, confidence, interval, lids, more, ofOthers,
			ofNearer, said);
	}

	/** The same with a wider look. */
	HeadReading withWide(final HeadReading more) {
		return with(matte, eyelids, more, others, nearer, parts);
	}

	/** The same with what a network of its own says of the eyelids. */
	HeadReading withEyelids(final Eyelids lids) {
		return with(matte, lids, wide, others, nearer, parts);
	}

	/** The same with what a network of its own says of the parts. */
	HeadReading withParts(final Parts said) {
		return with(matte, eyelids, wide, others, nearer, said);
	}

	/** The same with another matte, one of other people, and one of those of them who stand nearer. */
	HeadReading withMattes(final Picture own, final Picture ofOthers, final Picture ofNearer) {
		return with(own, eyelids, wide, ofOthers, ofNearer, parts);
	}

	/** The same with another matte. @param more the wider look, which may be changed likewise; null where there is none */
	public HeadReading withMatte(final Picture own, final HeadReading more) {
		return with(own, eyelids, more, others, nearer, parts);
	}

	/** Whether the border of the picture that was read cuts much of the face. @param box that was read */
	public boolean isCut(final FaceBox box, final Picture picture) {
		return !FaceCheck.isWhole(this, box.side(), picture.width(), picture.height());
	}

	public Pose pose() {
		return Pose.of(rotation);
	}

	/** Side of the coordinate, depth, normal and albedo maps. */
	public int mapSize() {
		return depth.width();
	}
}
