package org.icportrait.files;

import ij.ImagePlus;

import java.util.List;

/**
 * A picture that was read.
 *
 * @param image upright, in sRGB; 8- and 16-bit grey, real numbers and 8-bit colour as ImageJ holds them, 16-bit colour as a composite
 * @param notes what was done to it, and what was left undone, a clause each: "turned upright (EXIF orientation 6)"
 */
public record OpenedPicture(ImagePlus image, List<String> notes) {

	public OpenedPicture {
		notes = List.copyOf(notes);
	}
}
