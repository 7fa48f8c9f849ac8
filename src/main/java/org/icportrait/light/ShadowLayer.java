package org.icportrait.light;

/**
 * One of the heights over a place between which a ray to a lamp is taken to have gone aside by the same. Immutable.
 *
 * @param below height (dm) of the middle of the layer below; negative infinity of the lowest
 * @param middle of this one
 * @param above of the next one; infinity of the highest
 * @param radius how far rays to the lamp's edge have gone aside here, cells
 * @param level of the blocks of depths that are looked at for that
 */
record ShadowLayer(float below, float middle, float above, float radius, int level) {

	/** Radius (cells) from which on the nearest cell does as well as the four around. */
	private static final float WIDE = 3;

	/** Whether the nearest cell does as well as the four around. */
	boolean isWide() {
		return radius >= WIDE;
	}

	/** Of a height in this layer: from the middle of one to that of the next it falls from 1 to 0 as the next one's rises; nothing is below the lowest. */
	float share(final float height) {
		if (height > middle) return Math.max(0, 1 - (height - middle) / (above - middle));
		return below == Float.NEGATIVE_INFINITY ? 1 : Math.max(0, (height - below) / (middle - below));
	}
}
