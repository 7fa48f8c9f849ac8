package org.icportrait.light;

import org.icportrait.morphable.DepthBuffer;

/**
 * The rays from one place of a surface to the places of a lamp, through the depths that the lamp sees, layer by layer. Places and ways are cells of those
 * depths, heights are dm. For one place after the other; for one thread.
 */
final class ShadowRays {

	/** Places of the lamp's disc that are tried, along a sunflower's spiral, and how many such sets there are, turned against each other. */
	private static final int TAPS = 8;
	static final int SETS = 4;
	private static final float[] ACROSS = new float[SETS * TAPS], UP = new float[SETS * TAPS];
	/** Of them, the outermost ones that look at what is near. */
	private static final int CONTACTS = 4;
	/** What hides a ray that lies below the plane that the place lies on: it is not followed, nor counted. */
	private static final float BELOW = Float.MAX_VALUE;

	static {
		for (int k = 0; k < SETS * TAPS; k++) {
			final double r = Math.sqrt((k % TAPS + 0.5) / TAPS), angle = k % TAPS * Math.PI * (3 - Math.sqrt(5)) + k / TAPS * Math.PI / (2 * SETS);
			ACROSS[k] = (float) (r * Math.cos(angle));
			UP[k] = (float) (r * Math.sin(angle));
		}
	}

	private final DepthBuffer depth;
	private final DepthBlocks blocks;
	private float u, v, w, slopeU, slopeV, near, firm;
	/** How much each ray is hidden so far, 1 and more: wholly. */
	private final float[] hidden = new float[TAPS];

	ShadowRays(final DepthBuffer depth, final DepthBlocks blocks) {
		this.depth = depth;
		this.blocks = blocks;
	}

	/**
	 * Goes to a place.
	 *
	 * @param u of the place, across @param v up @param w its depth
	 * @param slopeU by how much the plane that it lies on rises from cell to cell across @param slopeV up
	 * @param near how far before the plane something must stand to count @param firm how much farther to count in full
	 */
	void from(final float u, final float v, final float w, final float slopeU, final float slopeV, final float near, final float firm) {
		this.u = u;
		this.v = v;
		this.w = w;
		this.slopeU = slopeU;
		this.slopeV = slopeV;
		this.near = near;
		this.firm = firm;
	}

	/** How much the lowest layer hides, where all rays are as good as one: the mean of some of them. */
	float contact(final ShadowLayer lowest, final int set) {
		float sum = 0;
		for (int k = (set + 1) * TAPS - CONTACTS; k < (set + 1) * TAPS; k++) {
			final float du = lowest.radius() * ACROSS[k], dv = lowest.radius() * UP[k];
			sum += around(u + du, v + dv, slopeU * du + slopeV * dv, lowest);
		}
		return sum / CONTACTS;
	}

	/**
	 * The mean of what hides the rays.
	 *
	 * @param layers of them those are looked at whose bit is set in {@code which}, from the lowest
	 * @param contact what hides each of them before
	 * @param horizon rise of the plane towards a ray from which on it lies below
	 */
	float hidden(final ShadowLayer[] layers, final int which, final float contact, final float horizon, final int set) {
		for (int k = 0; k < TAPS; k++) hidden[k] = slopeU * ACROSS[set * TAPS + k] + slopeV * UP[set * TAPS + k] > horizon ? BELOW : contact;
		for (int rest = which; rest != 0; rest &= rest - 1) follow(layers[Integer.numberOfTrailingZeros(rest)], set);
		float sum = 0;
		int rays = 0;
		for (int k = 0; k < TAPS; k++) {
			if (hidden[k] == BELOW) continue;
			sum += Math.min(1, hidden[k]);
			rays++;
		}
		return rays == 0 ? 0 : sum / rays;
	}

	/** Follows all that are not hidden yet through one layer. */
	private void follow(final ShadowLayer layer, final int set) {
		final float radius = layer.radius();
		final boolean wide = layer.isWide();
		for (int k = 0; k < TAPS; k++) {
			if (hidden[k] >= 1) continue;
			final float du = radius * ACROSS[set * TAPS + k], dv = radius * UP[set * TAPS + k], plane = slopeU * du + slopeV * dv;
			hidden[k] += wide ? stands(cell(u + du), cell(v + dv), plane, layer) : around(u + du, v + dv, plane, layer);
		}
	}

	/** The row or column of a place; -1 for all before the first. */
	private static int cell(final float place) {
		return place < 0 ? -1 : (int) place;
	}

	/** 0..1: how much of the four cells around a place stands in a layer, and before the plane, which lies {@code plane} above the rays' start there. */
	private float around(final float x, final float y, final float plane, final ShadowLayer layer) {
		final int column = (int) Math.floor(x - 0.5f), row = (int) Math.floor(y - 0.5f);
		if (isBelow(blocks.ofFour(column, row) - w, plane, layer)) return 0;
		final float fu = x - 0.5f - column, fv = y - 0.5f - row;
		return (1 - fv) * ((1 - fu) * stands(column, row, plane, layer) + fu * stands(column + 1, row, plane, layer)) +
			fv * ((1 - fu) * stands(column, row + 1, plane, layer) + fu * stands(column + 1, row + 1, plane, layer));
	}

	/** The same of one cell. */
	private float stands(final int column, final int row, final float plane, final ShadowLayer layer) {
		final float height = depth.at(column, row) - w;
		return isBelow(height, plane, layer) ? 0 : Math.min(1, (height - plane - near) / firm) * layer.share(height);
	}

	/** Whether what has a height lies behind the plane or below a layer. */
	private boolean isBelow(final float height, final float plane, final ShadowLayer layer) {
		return height - plane - near <= 0 || height <= layer.below();
	}
}
