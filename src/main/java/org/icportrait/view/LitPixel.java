package org.icportrait.view;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Parted;

/** What the pixels of a photograph become where light changes the person in them. Immutable, thread-safe. */
final class LitPixel {

	/** So many times as much of a pixel may be background as its matte says: mattes err. */
	private static final float LEEWAY = 2;
	/** By so much brighter than the person (luminance) a background is told from it whatever the matte says: between strands a white wall is no hair. */
	private static final float BRIGHTER = 0.3f, PLAIN = 0.55f;
	/** Light that is none, and light that is hardly any, linear. */
	private static final float BLACK = 1e-6f, FAINT = 1e-3f;

	private final float[] person;
	private final float[] plate;
	private final int size;

	LitPixel(final Parted parted) {
		this(parted.person().fine(), parted.plate());
	}

	/** @param person the parted one, before it is lit, linear RGB @param plate the background alone, of the same size */
	LitPixel(final Picture person, final Picture plate) {
		this.person = person.data();
		this.plate = plate.data();
		size = plate.planeSize();
	}

	/**
	 * What of the pixel is the person's is multiplied as the person is: the parted person by its share, but no more than all the pixel has. Where the matte
	 * leaves little to the background the parted person may be a poor guess, of skin before a wall of its colour above all: in the shade what neither it nor as
	 * much of the background as may be there tells is the person's too, else it stays in the old light, as a fringe of colour. In the light it would glare.
	 *
	 * @param shown one channel of the pixel, linear
	 * @param share of the person in it, 0..1
	 * @param at sample of the parted person: channel times size, and pixel
	 * @param now that sample, lit; where it is as before the pixel stays to the bit
	 * @return linear
	 */
	float of(final float shown, final float share, final int at, final float now) {
		final float factor = (now + BLACK) / (person[at] + BLACK), own = Math.min(shown, share * person[at]);
		if (factor >= 1 || !isMixed(shown, own)) return shown + (factor - 1) * own;
		final float most = Math.max(plate[at], shown), leeway = LEEWAY * (1 - share);
		// The background's brightness, which lies elsewhere in memory, is asked for where it matters.
		if (own >= shown - leeway * most) return shown + (factor - 1) * own;
		return shown + (factor - 1) * Math.max(own, shown - Math.max(leeway, told(at % size)) * most);
	}

	/** Whether so much of a pixel is not the person's that the background says what is. @param own of it what is */
	private static boolean isMixed(final float shown, final float own) {
		return shown - own >= FAINT;
	}

	/** Whether {@link #of} may ask for the background of a pixel. @param person its parted person, before it is lit */
	static boolean isMixed(final float shown, final float share, final float person) {
		return share > 0 && isMixed(shown, Math.min(shown, share * person));
	}

	/** How plainly the background is brighter than the person, 0..1; the same for all channels, or what is left would have a colour. */
	private float told(final int pixel) {
		return Smooth.step(BRIGHTER, PLAIN, luminance(plate, pixel) - luminance(person, pixel));
	}

	private float luminance(final float[] picture, final int pixel) {
		return Colour.luminance(picture[pixel], picture[size + pixel], picture[2 * size + pixel]);
	}
}
