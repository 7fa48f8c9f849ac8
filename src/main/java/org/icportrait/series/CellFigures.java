package org.icportrait.series;

import org.icportrait.geometry.Pose;
import org.icportrait.identity.Identity;
import org.icportrait.identity.Likeness;
import org.icportrait.image.Lab;

/**
 * What one picture of a series is worth, measured on the picture itself with the networks of the pack. Immutable.
 *
 * @param read where the head looks, or null where no face was found in the picture
 * @param poseError degrees between the rotations wanted and read; NaN where none was read
 * @param confidence of that reading, 0..1; NaN where there is none
 * @param lightError how far the light that was read differs from the one wanted, share of its mean; NaN where none was read
 * @param lightDegrees between their directions; NaN where one of them has none
 * @param seen share of the head's pixels that the photograph shows itself, neither mirrored nor guessed, 0..1
 * @param skin reflectance of the skin as read in the picture, or null
 * @param identity of the face in the picture; null where none was read or the pack cannot
 * @param likeness to the face in the photograph; null where there is no identity
 */
public record CellFigures(Pose read, double poseError, double confidence, double lightError, double lightDegrees, double seen, Lab skin, Identity identity,
	Likeness likeness)
{

	/** Of a picture in which no face was found. */
	static CellFigures unread(final double seen) {
		return new CellFigures(null, Double.NaN, Double.NaN, Double.NaN, Double.NaN, seen, null, null, null);
	}
}
