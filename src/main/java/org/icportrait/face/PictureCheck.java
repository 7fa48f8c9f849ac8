package org.icportrait.face;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/** Whether a picture can be looked at: one sentence each for what cannot. */
final class PictureCheck {

	/** Longest side of a picture, pixels. */
	static final int LONGEST_SIDE = 20_000;

	private PictureCheck() {}

	/** Throws {@link BadInput} where the size alone says that no face can be read. */
	static void requireSize(final Picture picture) {
		final String size = picture.width() + " x " + picture.height() + " px";
		if (Math.max(picture.width(), picture.height()) > LONGEST_SIDE) {
			throw new BadInput("The picture is too large (" + size + "); scale it to at most " + LONGEST_SIDE + " px a side.");
		}
		if (Math.min(picture.width(), picture.height()) < FaceCheck.SMALLEST_SIDE) {
			throw new BadInput("The picture is too small (" + size + "); a face needs at least " + FaceCheck.SMALLEST_SIDE + " px.");
		}
	}

	/** Throws {@link BadInput} where a number is NaN or infinite. */
	static void requireFinite(final float[] numbers) {
		for (final float number : numbers) if (!Float.isFinite(number)) {
			throw new BadInput("The picture holds values that are not numbers (NaN or infinity); replace them first.");
		}
	}
}
