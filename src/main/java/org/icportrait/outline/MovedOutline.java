package org.icportrait.outline;

import org.icportrait.geometry.Area;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.view.HairBeyond;
import org.icportrait.view.LayerPixels;

/**
 * The hair along the photograph's outline, with tufts, curls and single strands, where a generated head ends: what generation ends in is smooth, as if cut out with scissors.
 * It stands in place of what is there, both within and beyond that outline. Immutable; pictures are live, treat them as read-only.
 *
 * @param area of the picture
 * @param colours mixed with nothing, linear RGB over the area
 * @param share how much of each pixel that hair covers, 0..1, one channel
 * @param weight how far it stands in place of what is there, 0..1, one channel
 */
public record MovedOutline(Area area, Picture colours, Picture share, Picture weight) {

	/** Coverage from which on what is seen behind a pixel is what the background says. */
	private static final float SOME = 0.3f;
	/** A small step of light. */
	private static final float STEP = 1e-3f;

	/** The same in other colours. */
	public MovedOutline withColours(final Picture other) {
		return new MovedOutline(area, other, share, weight);
	}

	/** How much of each pixel hides what lies behind the person, with it. @param person without it @param width of the picture */
	public HairBeyond.Covered covered(final HairBeyond.Covered person, final int width) {
		return pixel -> {
			final int at = area.index(pixel % width, pixel / width);
			final float before = person.at(pixel), stands = at < 0 ? 0 : weight.data()[at];
			return stands <= 0 ? before : Math.max(stands, with(before, at));
		};
	}

	/** How much of a pixel of the area is covered, that was covered so far. */
	private float with(final float before, final int at) {
		return before + weight.data()[at] * (share.data()[at] - before);
	}

	/** Lays it on a picture, in place. @param covered how much of each pixel the person covers so far @param behind what is seen behind a person */
	public void over(final Picture picture, final HairBeyond.Covered covered, final HairBeyond.Behind behind) {
		LayerPixels.each(area, weight, picture.width(), (i, to, stands) -> {
			final float told = Smooth.step(0, SOME, covered.at(to)), own = share.data()[i];
			for (int c = 0; c < 3; c++) {
				final int at = c * picture.planeSize() + to;
				final float before = picture.data()[at], wall = told <= 0 ? before : before + told * (behind.at(c, to) - before);
				picture.data()[at] += stands * (wall + own * (colours.data()[c * share.planeSize() + i] - wall) - before);
			}
		});
	}

	/** Lays it on a picture that is cut out, in place. @param alpha its coverage */
	public void over(final Picture picture, final Picture alpha) {
		LayerPixels.each(area, weight, picture.width(), (i, to, stands) -> {
			final float both = with(alpha.data()[to], i), own = both <= 0 ? 0 : stands * share.data()[i] / both;
			alpha.data()[to] = both;
			for (int c = 0; c < 3; c++) {
				final int at = c * picture.planeSize() + to;
				picture.data()[at] += own * (colours.data()[c * share.planeSize() + i] - picture.data()[at]);
			}
		});
	}

	/** Says how much of each pixel is generated with it, in place: no photograph shows hair there. @param generated one channel, the whole picture */
	public void mark(final Picture generated) {
		LayerPixels.each(area, weight, generated.width(), (i, to, stands) -> generated.data()[to] = with(generated.data()[to], i));
	}

	/**
	 * Takes what it stands for out of a map of what generation is in doubt about, in place.
	 *
	 * @param uncertainty levels of sRGB, one channel, the whole picture; NaN where nothing was generated
	 * @param before the picture, linear RGB, without it
	 * @param after the same with it
	 */
	public void settle(final Picture uncertainty, final Picture before, final Picture after) {
		LayerPixels.each(area, weight, uncertainty.width(), (i, to, stands) -> {
			final float doubt = uncertainty.data()[to];
			uncertainty.data()[to] = !Float.isNaN(doubt) ? doubt * (1 - stands) * steep(after, to) / steep(before, to) : share.data()[i] > 0 ? 0 : doubt;
		});
	}

	/** How many levels a step of light is there, more in the dark: mean square root of the channels. */
	private static float steep(final Picture picture, final int pixel) {
		float sum = 0;
		for (int c = 0; c < 3; c++) {
			final float light = picture.data()[c * picture.planeSize() + pixel], one = (Colour.toSrgb(light + STEP) - Colour.toSrgb(light)) / STEP;
			sum += one * one;
		}
		return (float) Math.sqrt(sum);
	}
}
