package org.icportrait.files;

import ij.ImagePlus;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A picture that was read.
 *
 * @param image upright, in sRGB; 8- and 16-bit grey, real numbers and 8-bit colour as ImageJ holds them, 16-bit colour as a composite
 * @param notes what was done to it, and what was left undone, a clause each: "turned upright (EXIF orientation 6)"
 * @param source what its file says that results must go on saying: type, consent, rights; for the facts of an origin
 */
public record OpenedPicture(ImagePlus image, List<String> notes, Map<String, Object> source) {

	public OpenedPicture {
		notes = List.copyOf(notes);
		source = Collections.unmodifiableMap(new LinkedHashMap<>(source));
	}
}
