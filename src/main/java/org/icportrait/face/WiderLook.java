package org.icportrait.face;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/** Whether and where a person is looked at once more, from farther off: hair and shoulders go on where the head's crop ends. */
final class WiderLook {

	/** Side of the wider crop in those of the head's: as far as the margin in which a head is worked on, and still read well. */
	static final double WIDER = 1.6;
	/** Matte from which something of the person lies at the border, and share of the border that may show it. */
	private static final float TOUCHED = 0.1f;
	private static final double MOST_TOUCHED = 0.01;

	/** Matte below which a look sees nobody, and from which somebody; share of the crop that must show nobody to tell anything. */
	private static final float NOBODY = 0.02f, SOMEBODY = 0.5f;
	private static final double LEAST_NOBODY = 0.05;
	/** Share of it that the wider look may fill: up to 0.026 in photographs, paintings and groups of people, 0.088 and more in vignettes. */
	private static final double MOST_DENIED = 0.05;

	private WiderLook() {}

	/** The box of the wider crop, turned as the head's. */
	static FaceBox box(final HeadReading reading) {
		final Similarity crop = reading.cropToPicture();
		return new FaceBox(crop.x(0.5, 0.5), crop.y(0.5, 0.5), WIDER * crop.scale() / FaceBox.CROP, -Math.toDegrees(crop.angle()), 1);
	}

	/** Whether the person reaches the border of the crop where the picture goes on. */
	static boolean isNeeded(final Picture picture, final HeadReading reading) {
		final Picture matte = reading.matte();
		final int n = matte.width();
		int touched = 0;
		for (int k = 0; k < n; k++) for (int side = 0; side < 4; side++) {
			final int i = side == 0 ? 0 : side == 1 ? n - 1 : k, j = side == 2 ? 0 : side == 3 ? n - 1 : k;
			if (matte.get(i, j, 0) > TOUCHED && goesOn(picture, reading.cropToPicture(), (i + 0.5) / n, (j + 0.5) / n)) touched++;
		}
		return touched > MOST_TOUCHED * 4 * n;
	}

	/** Whether there is picture a hundredth of the crop further out. */
	private static boolean goesOn(final Picture picture, final Similarity crop, final double u, final double v) {
		final double x = crop.x(0.5 + 1.02 * (u - 0.5), 0.5 + 1.02 * (v - 0.5)), y = crop.y(0.5 + 1.02 * (u - 0.5), 0.5 + 1.02 * (v - 0.5));
		return x >= 0 && y >= 0 && x <= picture.width() && y <= picture.height();
	}

	/**
	 * Whether a wider look sees the person where the nearer one sees nobody: then it takes something else for the person (the disc of an oval vignette), and
	 * tells nothing of what lies beyond the crop.
	 */
	static boolean contradicts(final HeadReading near, final HeadReading wide) {
		final Picture matte = near.matte();
		final Similarity toWide = wide.cropToPicture().inverse().after(near.cropToPicture());
		int nobody = 0, denied = 0;
		for (int i = 0; i < matte.planeSize(); i++) {
			if (matte.data()[i] >= NOBODY) continue;
			final double u = (i % matte.width() + 0.5) / matte.width(), v = (i / matte.width() + 0.5) / matte.height();
			nobody++;
			if (wide.matte().sample(toWide.x(u, v) * wide.matte().width(), toWide.y(u, v) * wide.matte().height(), 0) > SOMEBODY) denied++;
		}
		return nobody > LEAST_NOBODY * matte.planeSize() && denied > MOST_DENIED * nobody;
	}
}
