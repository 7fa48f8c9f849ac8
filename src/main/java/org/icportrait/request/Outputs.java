package org.icportrait.request;

import org.icportrait.work.BadInput;

/**
 * What is written beside the picture, and how. Immutable.
 *
 * @param format "png" or "tiff"
 * @param maps whether visibility, correspondence, depth and normals are written
 * @param canvas whether the stitched canvas is written, where the light is a photograph's
 */
public record Outputs(String format, boolean maps, boolean canvas) {

	public static final String PNG = "png";
	public static final String TIFF = "tiff";
	public static final Outputs DEFAULT = new Outputs(PNG, false, false);

	public Outputs {
		if (!PNG.equals(format) && !TIFF.equals(format)) throw new BadInput("The format must be png or tiff, not \"" + format + "\".");
	}
}
