package org.icportrait.hair;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Matte;
import org.icportrait.face.Parts;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;

/** Whether what lies over a scalp is worn, a hat, cap, turban or scarf, and no hair: the network of parts tells. A miss is better than hair that is taken for a hat. Stateless. */
public final class HeadCovering {

	/**
	 * Share of what is seen of the scalp that is cloth, or a thing (hats of strange colours look as if held), from which on it may be covered, and on each side: 60 photographs
	 * without hats have .05 at most, a gleam on a shaven crown in blue light .51 and on the sides .10, 203 renders, hands before some, .44 and on the sides .27, never much of both.
	 */
	private static final double ALL = 0.4, SIDE = 0.3;
	/** How far aside (dm) a side begins; fewer cells of a scalp, and of a side, say nothing. */
	private static final float ASIDE = 0.35f;
	private static final int FEWEST = 100, FEWEST_ASIDE = 20;

	/** Left of it, between and right. */
	private final double[] worn = new double[3];
	private final int[] cells = new int[3];

	private HeadCovering() {}

	/** False where no network tells parts and where too little of a scalp is seen. */
	public static boolean isWorn(final HeadReading reading) {
		if (reading.parts() == null) return false;
		final HeadCovering told = new HeadCovering();
		told.add(reading);
		return told.isWorn();
	}

	private void add(final HeadReading reading) {
		final Picture places = reading.coordinates(), worn = reading.parts().share(Parts.Kind.CLOTH, Parts.Kind.HELD), matte = reading.matte();
		final int side = places.width(), n = places.planeSize();
		final double finer = matte.width() / (double) side, ofParts = worn.width() / (double) side;
		for (int i = 0; i < n; i++) {
			if (!HeadModel.isScalp(places.data()[n + i] - HeadModel.FOREHEAD, places.data()[2 * n + i])) continue;
			final double column = i % side + 0.5, row = i / side + 0.5;
			if (matte.sample(column * finer, row * finer, 0) < Matte.PERSON) continue;
			final float x = places.data()[i];
			final int part = x < -ASIDE ? 0 : x > ASIDE ? 2 : 1;
			this.worn[part] += worn.sample(column * ofParts, row * ofParts, 0);
			cells[part]++;
		}
	}

	private boolean isWorn() {
		final int count = cells[0] + cells[1] + cells[2];
		return count >= FEWEST && worn[0] + worn[1] + worn[2] > ALL * count && isWorn(0) && isWorn(2);
	}

	/** Whether one side is, or too little of it is seen. */
	private boolean isWorn(final int side) {
		return cells[side] < FEWEST_ASIDE || worn[side] > SIDE * cells[side];
	}
}
