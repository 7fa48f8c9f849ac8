package org.icportrait.generate;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/**
 * How what no photograph shows is generated, where that may be, and what is wanted beside it. Immutable.
 *
 * @param denoising steps and noise
 * @param mask of the picture's size, one channel, 0 (stays as geometry made it, to the bit) to 1 (may change); null where all may
 * @param extras besides the picture
 * @param automatic whether geometry alone will do where a pack cannot generate
 */
public record Generation(Denoising denoising, Picture mask, Extras extras, boolean automatic) {

	/** The best that a pack can, in default numbers: generated where it has the networks, else by geometry alone. */
	public static final Generation AUTOMATIC = new Generation(Denoising.DEFAULT, null, Extras.NONE, true);

	/** All may change, and nothing is wanted beside; generated in any case. */
	public static Generation of(final Denoising denoising) {
		return new Generation(denoising, null, Extras.NONE, false);
	}

	public Generation withMask(final Picture other) {
		return new Generation(denoising, other, extras, automatic);
	}

	public Generation withExtras(final Extras other) {
		return new Generation(denoising, mask, other, automatic);
	}

	/** Whether something is wanted that geometry alone does not have. */
	public boolean needsNetworks() {
		return mask != null || !extras.equals(Extras.NONE);
	}

	/** Throws {@link BadInput} where the mask is none for a picture of this size. */
	public void requireMaskOf(final int width, final int height) {
		if (mask == null) return;
		requireAlike(mask.width(), mask.height(), width, height);
		for (final float share : mask.data()) if (share > 0) return;
		throw new BadInput("The mask of what may change is black everywhere; what may change is white in it.");
	}

	/** Throws {@link BadInput} where mask and picture have not one size. */
	public static void requireAlike(final int maskWidth, final int maskHeight, final int width, final int height) {
		if (maskWidth == width && maskHeight == height) return;
		throw new BadInput("The mask of what may change has " + maskWidth + " x " + maskHeight + " pixels and the photograph " + width + " x " + height +
			"; they must be alike.");
	}
}
