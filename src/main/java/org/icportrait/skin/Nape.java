package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * Where in a {@link Frame} necks are skin that no frontal photograph shows, behind and below the ears: networks of so few pixels give it the shirt's colour, or
 * what lies behind it. From a soft hair line down, under what the {@link Collar} says is cloth. Stateless.
 */
final class Nape {

	/** Shares of bare skin beside the neck between which it comes: beside locks of long hair the nape is under hair too. */
	private static final float HAIRED = 0.6f, BARE = 0.8f;
	/** Canonical places (dm) between which it ends: in front, above, and at the collar, below which only what no photograph shows is drawn; and how far above that collars stand up behind. */
	private static final float FRONT = 0.6f, BEHIND = 0.35f, ABOVE = 0.3f, EAR = 0.05f, COLLAR = 0.06f, UP = 0.3f;
	/** Heights (dm) below an ear, which a jaw falls from to the front by {@link Jaw#RISE}, between which it begins beneath the jaw, as far to the front as there is one. */
	private static final float JAW = -0.35f, BENEATH = -0.5f;
	/** Radius of the hair line, share of the frame's side. */
	private static final double SOFT = 0.016;

	private Nape() {}

	/** How surely it is skin, 0..1. */
	static float bare(final SeenSkin skin) {
		return Smooth.step(HAIRED, BARE, skin.bare());
	}

	/** 0..1, smoothly, continued beyond the head; one channel. @param garment of the same condition: what is seen of it stays, up to where it may stand up behind */
	static Picture of(final Condition condition, final Garment garment, final Progress progress) {
		final float collar = garment.skin().collar();
		final Picture start = condition.startPicture();
		final int side = condition.frame().side(), n = side * side;
		final Picture raw = new Picture(side, side, 1);
		final float[] known = condition.head();
		for (int i = 0; i < n; i++) {
			final float y = condition.y(i), z = condition.z(i);
			if (known[i] <= 0 || HeadModel.isScalp(y, z)) continue;
			final float beneath = Smooth.step(JAW, BENEATH, y + Jaw.RISE * Math.max(0, z));
			raw.data()[i] = Math.max(beneath, Smooth.step(FRONT, BEHIND, z)) * Smooth.step(ABOVE, EAR, y);
			final boolean cloth = y < collar + UP && garment.isCloth(start, i);
			raw.data()[i] *= 1 - Shown.of(condition, i) * (cloth ? 1 : Smooth.step(collar + COLLAR, collar - COLLAR, y));
		}
		return BoxBlur.twice(PushPull.fill(raw, known, progress), condition.frame().radius(SOFT), progress);
	}
}
