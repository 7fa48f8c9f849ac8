package org.icportrait.view;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;

/**
 * A head seen from elsewhere. All pictures have the size of the photograph; {@code maps} cover the part where the head is.
 *
 * @param picture the channels of the source, warped, on the background asked for
 * @param alpha 0..1: the turned person against the background
 * @param visibility 0..1: how well the photograph shows what stands here; 0 behind the silhouette and on the background
 * @param mirrored 0..1: how much of the pixel comes from the other half of the head
 * @param correspondence 2 channels: source x and y, picture pixels (pixel i covers [i, i + 1)); NaN off the person
 * @param maps of the turned head, in the camera axes of the picture
 * @param rotation 3 x 3 row-major, head axes to camera axes, of the turned head
 * @param camera of the picture, unchanged
 */
public record WarpResult(Picture picture, Picture alpha, Picture visibility, Picture mirrored, Picture correspondence, HeadMaps maps,
	double[] rotation, HeadCamera camera)
{}
