package org.icportrait.light;

import java.util.Random;

import org.icportrait.work.BadInput;

/**
 * Which pixels of a picture stay visible when a share of its square patches is masked. The same numbers give the same mask on every
 * machine (a Fisher-Yates shuffle on the generator that java.util.Random specifies).
 */
public final class PatchMask {

	/** Share that the paper names as strong for learning light. */
	public static final double DEFAULT_RATIO = 0.80;

	private PatchMask() {}

	/**
	 * @param ratio share of patches masked, 0 to below 1; exact to one patch, and one patch always stays
	 * @param patch side of a patch, pixels; 0 takes a sixteenth of the longer side
	 * @return true where a pixel stays, [y * width + x]
	 */
	public static boolean[] visible(final int width, final int height, final double ratio, final int patch, final long seed) {
		if (!(ratio >= 0 && ratio < 1)) throw new BadInput("The masked share " + ratio + " is out of range; choose 0 to 0.99.");
		if (patch < 0) throw new BadInput("The patch size " + patch + " is out of range; choose 1 pixel or more, or 0 for automatic.");
		final int side = patch == 0 ? Math.max(1, (Math.max(width, height) + 15) / 16) : patch;
		final int columns = (width + side - 1) / side, count = columns * ((height + side - 1) / side);
		final int masked = Math.min(count - 1, (int) Math.round(ratio * count));
		final boolean[] hidden = new boolean[count];
		final int[] order = new int[count];
		for (int i = 0; i < count; i++) order[i] = i;
		final Random random = new Random(seed);
		for (int i = 0; i < masked; i++) {
			final int j = i + random.nextInt(count - i);
			final int swap = order[i];
			order[i] = order[j];
			order[j] = swap;
			hidden[order[i]] = true;
		}
		final boolean[] out = new boolean[width * height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) out[y * width + x] = !hidden[y / side * columns + x / side];
		}
		return out;
	}
}
