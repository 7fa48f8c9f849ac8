package org.icportrait.head;

import org.icportrait.image.Picture;

/**
 * Hair, or cloth, that hangs beside the ears and the neck of a fitted head. Arrays are live.
 *
 * @param beside of the area
 * @param ears how much of what is beside each ear is the person, 0..1: towards negative x of the head's axes, towards positive x
 * @param where which cells lie where it hangs, as far as they are the person's at all
 */
record HangingHair(BesideHead beside, float[] ears, boolean[] where) {

	/** What counts as beside an ear, dm: to how far from the silhouette, and from which height on. */
	private static final float FARTHEST = 0.2f, LOBE = -0.4f;
	/** The share beside an ear from which on some hangs on that side. */
	private static final float SOME = 0.2f;

	/** @param matte over the area */
	static HangingHair of(final BesideHead beside, final Picture matte) {
		final float[] ears = new float[2];
		final int[] count = new int[2];
		final boolean[] where = new boolean[beside.beyond().length];
		for (int i = 0; i < where.length; i++) {
			if (!beside.mayHang(i) || beside.beyond()[i] > FARTHEST || beside.height()[i] < LOBE) continue;
			final int block = beside.block(), x = i % beside.columns() * block + block / 2, y = i / beside.columns() * block + block / 2;
			ears[beside.side(i)] += matte.get(Math.min(matte.width() - 1, x), Math.min(matte.height() - 1, y), 0);
			count[beside.side(i)]++;
		}
		for (int side = 0; side < 2; side++) ears[side] /= Math.max(1, count[side]);
		for (int i = 0; i < where.length; i++) where[i] = beside.mayHang(i) && ears[beside.side(i)] > SOME;
		return new HangingHair(beside, ears, where);
	}

	/** How much of what is beside an ear it is, 0..1. @param right whether of the one towards positive x of the head's axes */
	float besideEar(final boolean right) {
		return ears[right ? 1 : 0];
	}

	/** Whether it may lie at a pixel of the area. */
	boolean isAt(final int x, final int y) {
		return where[beside.cell(x, y)];
	}
}
