package org.icportrait.view;

/** What a pixel of a photograph becomes where light changes the person in it. Stateless. */
final class LitPixel {

	/** So many times as much of a pixel may be background as its matte says: mattes err. */
	private static final float LEEWAY = 2;
	/** Light that is none, linear. */
	private static final float BLACK = 1e-6f;

	private LitPixel() {}

	/**
	 * What of the pixel is the person's is multiplied as the person is: the parted person by its share, but no more than all the pixel has. Where the matte
	 * leaves little to the background the parted person may be a poor guess, of skin before a wall of its colour above all: in the shade what neither it nor as
	 * much of the background as may be there tells is the person's too, else it stays in the old light, as a fringe of colour. In the light it would glare.
	 *
	 * @param shown one channel of the pixel, linear
	 * @param share of the person in it, 0..1
	 * @param before the parted person
	 * @param now the same, lit; equal to {@code before} the pixel stays to the bit
	 * @param plate the background alone
	 * @return linear
	 */
	static float of(final float shown, final float share, final float before, final float now, final float plate) {
		final float factor = (now + BLACK) / (before + BLACK), behind = LEEWAY * (1 - share) * Math.max(plate, shown);
		final float person = factor < 1 ? Math.max(share * before, shown - behind) : share * before;
		return shown + (factor - 1) * Math.min(shown, person);
	}
}
