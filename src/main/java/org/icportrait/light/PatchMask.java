package org.icportrait.light;

import java.util.BitSet;
import java.util.Random;

import org.icportrait.work.BadInput;

/**
 * A picture's square patches, of which a share is hidden. The same numbers give the same mask on every machine (a Fisher-Yates shuffle
 * on the generator that java.util.Random specifies). Immutable.
 */
public final class PatchMask implements PixelMask {

	/** Share that the paper names as strong for learning light. */
	public static final double DEFAULT_RATIO = 0.80;

	private final int width;
	private final int height;
	private final int side;
	private final int columns;
	private final BitSet hidden = new BitSet();

	/**
	 * @param width of the picture, pixels
	 * @param height of the picture, pixels
	 * @param ratio share of patches hidden, 0 to below 1; exact to one patch, and one patch always stays
	 * @param patch side of a patch, pixels; 0 takes a sixteenth of the longer side
	 * @throws BadInput for numbers out of range
	 */
	public PatchMask(final int width, final int height, final double ratio, final int patch, final long seed) {
		check(ratio, patch);
		this.width = width;
		this.height = height;
		final int longer = Math.max(width, height);
		side = patch == 0 ? Math.max(1, (longer + 15) / 16) : Math.min(patch, longer);
		columns = (width + side - 1) / side;
		final int count = columns * ((height + side - 1) / side);
		hide(count, Math.min(count - 1, (int) Math.round(ratio * count)), new Random(seed));
	}

	/** For a picture of the given size. */
	public static PatchMask of(final int width, final int height, final StitchOptions options) {
		return new PatchMask(width, height, options.ratio(), options.patch(), options.seed());
	}

	static void check(final double ratio, final int patch) {
		if (!(ratio >= 0 && ratio < 1)) throw new BadInput("The masked share " + ratio + " is out of range; choose 0 to 0.99.");
		if (patch < 0) throw new BadInput("The patch size " + patch + " is out of range; choose 1 pixel or more, or 0 for automatic.");
	}

	private void hide(final int count, final int masked, final Random random) {
		final int[] order = new int[count];
		for (int i = 0; i < count; i++) order[i] = i;
		for (int i = 0; i < masked; i++) {
			final int j = i + random.nextInt(count - i);
			hidden.set(order[j]);
			order[j] = order[i];
		}
	}

	@Override
	public boolean shows(final int x, final int y) {
		return !hidden.get(y / side * columns + x / side);
	}

	/** True where a pixel stays, [y * width + x]. */
	public boolean[] toArray() {
		final boolean[] out = new boolean[Math.multiplyExact(width, height)];
		for (int i = 0; i < out.length; i++) out[i] = shows(i % width, i / width);
		return out;
	}
}
