package org.icportrait.light;

import org.icportrait.work.BadInput;

/**
 * How the lighting reference is masked. Immutable. Throws {@link BadInput} for numbers out of range.
 *
 * @param ratio share of its patches masked, 0 to below 1; default {@link PatchMask#DEFAULT_RATIO}
 * @param patch side of a patch, pixels of the reference; 0 (default): a sixteenth of the longer side of its crop
 * @param seed of the mask; default 1
 * @param samePerson whether the reference shows the profile's own person: then the profile's reflectance stands for the reference's,
 *          and their low-frequency ratio is light alone; default false
 */
public record StitchOptions(double ratio, int patch, long seed, boolean samePerson) {

	public static final StitchOptions DEFAULT = new StitchOptions(PatchMask.DEFAULT_RATIO, 0, 1, false);

	public StitchOptions {
		PatchMask.check(ratio, patch);
	}

	public StitchOptions withSamePerson(final boolean value) {
		return new StitchOptions(ratio, patch, seed, value);
	}
}
