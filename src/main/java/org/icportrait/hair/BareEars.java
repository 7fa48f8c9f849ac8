package org.icportrait.hair;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Parts;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;

/** Whether a photograph shows ears, or hair and cloth where they are. Stateless. */
public final class BareEars {

	/** Vertices that are seen less well say nothing. */
	private static final float SEEN = 0.05f;
	/** Nearer to the mean skin than this (dm) an ear is bare: ears are read less well than faces, and hair and cloth lie farther out. */
	private static final float NEAR = 0.08f;
	/** Fewer than this are no ear. */
	private static final int FEWEST = 10;

	/** Share of cloth from which on it lies over them. */
	private static final float CLOTH = 0.5f;
	/** Shares of skin between which ears come to be bare. */
	private static final float COVERED = 0.3f, BARE = 0.5f;

	private BareEars() {}

	/**
	 * Which share of what it shows of the fitted head's ears is skin, 0..1; 0 where it shows none of them.
	 *
	 * @param sight of the fitted head's vertices
	 * @param cover what is known of a hat or scarf over the head, which may lie close to them; null for none
	 */
	public static float share(final FittedHead head, final float[] sight, final HeadMaps maps, final HeadCamera camera, final HeadReading cover) {
		final Picture cloth = cover == null ? null : cover.parts().share(Parts.Kind.CLOTH, Parts.Kind.HELD);
		final HeadModel model = head.model();
		final Picture places = maps.coordinates();
		int seen = 0, bare = 0;
		for (int v = 0; v < sight.length; v++) {
			if (sight[v] <= SEEN || !model.isEar(v)) continue;
			final float[] p = head.points();
			final double x = camera.x(p[3 * v], p[3 * v + 2]), y = camera.y(p[3 * v + 1], p[3 * v + 2]), column = maps.column(x, y), row = maps.row(x, y);
			seen++;
			if (cloth != null && at(cloth, cover.cropToPicture().inverse(), x, y) > CLOTH) continue;
			if (model.nearest(places.sample(column, row, 0), places.sample(column, row, 1), places.sample(column, row, 2), NEAR) >= 0) bare++;
		}
		return seen < FEWEST ? 0 : bare / (float) seen;
	}

	/** How surely ears are bare, 0..1. @param share {@link #share} */
	public static float sureness(final float share) {
		return Smooth.step(COVERED, BARE, share);
	}

	private static float at(final Picture crop, final Similarity toCrop, final double x, final double y) {
		return crop.sample(toCrop.x(x, y) * crop.width(), toCrop.y(x, y) * crop.height(), 0);
	}
}
