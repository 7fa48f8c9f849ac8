package org.icportrait.hair;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Matte;
import org.icportrait.face.Parts;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;

/** Whether what lies over a scalp is worn, a hat, cap, turban or scarf, and no hair: the network of parts tells. A miss is better than hair that is taken for a hat. Stateless. */
public final class HeadCovering {

	/**
	 * Share of cloth of what is seen of the scalp from which on it is covered, and of cloth and things together, for strange hats look as if held: FIGURES.
	 */
	private static final double CLOTH = 0.3, STRANGE = 0.6;
	/** Fewer cells of a scalp say nothing. */
	private static final int FEWEST = 100;

	private HeadCovering() {}

	/** False where no network tells parts and where too little of a scalp is seen. */
	public static boolean isWorn(final HeadReading reading) {
		if (reading.parts() == null) return false;
		final Picture places = reading.coordinates(), cloth = reading.parts().share(Parts.Kind.CLOTH), held = reading.parts().share(Parts.Kind.HELD);
		final int side = places.width(), n = places.planeSize();
		final double finer = reading.matte().width() / (double) side;
		double worn = 0, strange = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float matte = reading.matte().sample((i % side + 0.5) * finer, (i / side + 0.5) * finer, 0);
			if (matte < Matte.PERSON || !HeadModel.isScalp(places.data()[n + i] - HeadModel.FOREHEAD, places.data()[2 * n + i])) continue;
			count++;
			worn += cloth.data()[i];
			strange += cloth.data()[i] + held.data()[i];
		}
		return count >= FEWEST && (worn > CLOTH * count || strange > STRANGE * count);
	}
}
