package org.icportrait.finish;

import org.icportrait.geometry.Area;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;

/**
 * Colours at the picture's own resolution.
 *
 * @param colours linear RGB over the area
 * @param noise to be added to their sRGB values, over the area; null for none
 */
record Finished(Area area, Picture colours, Picture noise) {

	/**
	 * A pixel of the picture, linear, with a share of this laid over it. Noise comes last and on sRGB values, as strong as makes up for the grain that
	 * the share covers: raised before and mixed as light, it would leave bright specks on dark parts.
	 *
	 * @param share 0..1; at 0 what is below stays to the bit
	 * @param detailed how much of what is fine of what is below is laid over this again, 0..1: there this has less of its own, or both were twice as coarse
	 */
	float over(final float below, final int x, final int y, final int channel, final float share, final float detailed) {
		if (share <= 0) return below;
		final float mixed = below + share * (colours.get(x - area.x(), y - area.y(), channel) - below);
		if (noise == null) return mixed;
		final float fine = Math.min(1, 1 - Math.min(1, share) + detailed), lacking = (float) Math.sqrt(1 - fine * fine);
		return Colour.shifted(mixed, lacking * noise.get(x - area.x(), y - area.y(), channel));
	}
}
