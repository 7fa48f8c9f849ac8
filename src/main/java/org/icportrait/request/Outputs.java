package org.icportrait.request;

import org.icportrait.generate.Extras;
import org.icportrait.work.BadInput;

/**
 * What is written beside the picture, and how. Immutable.
 *
 * @param format "png" or "tiff"
 * @param maps whether visibility, correspondence, depth and normals are written
 * @param canvas whether the stitched canvas is written, where the light is a photograph's
 * @param beside what is written beside what is generated; null for nothing
 */
public record Outputs(String format, boolean maps, boolean canvas, BesideWords beside) {

	public static final String PNG = "png";
	public static final String TIFF = "tiff";
	public static final Outputs DEFAULT = new Outputs(PNG, false, false, null);

	public Outputs {
		if (!PNG.equals(format) && !TIFF.equals(format)) throw new BadInput("The format must be png or tiff, not \"" + format + "\".");
		if (beside != null) beside.extras();
	}

	/** With nothing beside what is generated. */
	public Outputs(final String format, final boolean maps, final boolean canvas) {
		this(format, maps, canvas, null);
	}

	/** The same with what is written beside what is generated. */
	public Outputs with(final Extras extras) {
		return new Outputs(format, maps, canvas, BesideWords.of(extras));
	}

	/** Whether it is wanted where in the photographs each place is found. */
	public boolean flow() {
		return extras().flow();
	}

	/** What a scene needs of it. */
	Extras extras() {
		return beside == null ? Extras.NONE : beside.extras();
	}
}
