package org.icportrait.studio;

import java.awt.image.BufferedImage;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.portrait.PortraitResult;

/**
 * What a view knows of the person: seen in a photograph, taken from the other half of the head, or neither, which a generator fills.
 *
 * @param tint of the picture's size: the person in the colours of the three kinds, transparent elsewhere
 * @param seen share of the person's pixels, 0 to 1; the three add up to 1 where there is a person
 * @param mirrored likewise
 * @param unknown likewise
 */
record Knowledge(BufferedImage tint, double seen, double mirrored, double unknown) {

	/** Of the three kinds, as 0xrrggbb: told apart by the colour-blind as well. */
	static final int SEEN = 0x2a9d6f, MIRRORED = 0x3f7fd6, UNKNOWN = 0xe08a2c;
	private static final int STRENGTH = 150;
	/** Coverage from which a pixel is the person's, surety from which it is shown, share from which it is a kind's. */
	private static final float PERSON = 0.5f, SHOWN = 0.2f, HALF = 0.5f;

	/** Reads it of a result. */
	static Knowledge of(final PortraitResult result) {
		final Area area = result.view().area();
		final Picture known = result.view().known(), alpha = result.view().alpha();
		final BufferedImage tint = new BufferedImage(result.picture().width(), result.picture().height(), BufferedImage.TYPE_INT_ARGB);
		final long[] counts = new long[3];
		for (int y = 0; y < area.height(); y++) {
			for (int x = 0; x < area.width(); x++) {
				final float person = alpha.get(x, y, 0);
				if (person < PERSON) continue;
				final int kind = kind(known, x, y, person);
				counts[kind]++;
				tint.setRGB(area.x() + x, area.y() + y, STRENGTH << 24 | (kind == 0 ? SEEN : kind == 1 ? MIRRORED : UNKNOWN));
			}
		}
		final double all = Math.max(1, counts[0] + counts[1] + counts[2]);
		return new Knowledge(tint, counts[0] / all, counts[1] / all, counts[2] / all);
	}

	/** 0 seen, 1 mirrored, 2 neither. */
	private static int kind(final Picture known, final int x, final int y, final float person) {
		if (known.get(x, y, 0) < SHOWN * person || known.get(x, y, 1) < HALF * person) return 2;
		return known.get(x, y, 2) >= HALF ? 1 : 0;
	}
}
