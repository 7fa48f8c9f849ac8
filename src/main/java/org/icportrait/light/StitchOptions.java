package org.icportrait.light;

/**
 * How the lighting reference is masked. Immutable.
 *
 * @param ratio share of its patches masked; default {@link PatchMask#DEFAULT_RATIO}
 * @param patch side of a patch, pixels of the reference; 0 (default): a sixteenth of its longer side
 * @param seed of the mask; default 1
 */
public record StitchOptions(double ratio, int patch, long seed) {

	public static final StitchOptions DEFAULT = new StitchOptions(PatchMask.DEFAULT_RATIO, 0, 1);
}
