package org.icportrait.light;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/** Reads stitched canvases; pictures are {@link CropCells#SIDE} a side. Thread-safe. */
interface StitchReader {

	/**
	 * What a canvas says.
	 *
	 * @param logRatio of new to old shading, natural, 3 channels; its mean luminance over the head is 0
	 * @param light of the reference, in the axes of the canvas
	 */
	record Answer(Picture logRatio, Light light) {}

	/**
	 * @param profile linear RGB and, as a fourth channel, ones
	 * @param maps normal, coordinates, matte: 7 channels; normal and coordinates 0 off the head
	 * @param reference linear RGB and what is visible of it; hidden cells are 0
	 */
	Answer read(Picture profile, Picture maps, Picture reference, Progress progress);
}
