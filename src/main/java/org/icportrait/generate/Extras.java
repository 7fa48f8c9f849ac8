package org.icportrait.generate;

import org.icportrait.work.BadInput;

/**
 * What is wanted beside a generated picture; what is not is never made. Immutable. The constructor throws {@link BadInput} for what cannot be.
 *
 * @param variants outcomes of the seed that are compared, 1 to {@link #MOST_VARIANTS}: 1 for none besides the picture itself
 * @param stack whether the variants themselves are kept
 * @param start whether the picture is kept that generation begins with
 * @param canvas whether the stitched canvas and its mask are kept
 * @param flow whether it is kept where in the photographs the networks found each place, where there are such that guide
 */
public record Extras(int variants, boolean stack, boolean start, boolean canvas, boolean flow) {

	/** The picture alone. */
	public static final Extras NONE = new Extras(1, false, false, false, false);
	/** Most variants that are compared at once. */
	public static final int MOST_VARIANTS = 64;

	public Extras {
		if (variants < 1 || variants > MOST_VARIANTS) {
			throw new BadInput("The number of variants " + variants + " is out of range; choose 1 to " + MOST_VARIANTS + ".");
		}
		if (stack && variants < 2) throw new BadInput("A stack of variants needs 2 of them at least; set their number.");
	}
}
