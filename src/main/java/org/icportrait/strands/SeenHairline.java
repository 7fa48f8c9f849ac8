package org.icportrait.strands;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Ears;
import org.icportrait.work.Progress;

/**
 * Where in a frame hair ends on skin that is drawn. A frontal photograph shows temples and sideburns askance, too drawn out to be laid on, but where the one ends
 * and the other begins it shows well; where it shows nothing hair ends as usual. Immutable.
 *
 * @param inward how far (pixels of the frame) each pixel lies within hair, negative on skin; no farther than {@link #FARTHEST}
 * @param hair tells hair from skin by colour
 * @param sure how surely it does, above 0, to 1
 */
public record SeenHairline(Picture inward, HairOrSkin hair, float sure) {

	/** Farthest that is told, share of the frame's side: about 6 cm. */
	static final double FARTHEST = 0.16;
	/** Share of a drawn ear from which on what lies behind it is not seen. */
	private static final float EAR = 0.1f;
	/** Canonical heights (dm) between which sideburns end, and of brows below the usual hairline; how far in front of the ears sideburns reach, and how far aside. */
	private static final float END = -0.12f, SIDEBURN = 0.06f, BROW = -0.3f, TEMPLE = -0.2f, FRONT = 0.5f, SIDE = 0.4f, MIDDLE = 0.35f, ASIDE = 0.45f;
	/** Share of hair from which on it is some, and of the scalp where it surely grows. */
	private static final float HALF = 0.5f, GROWN = 0.95f;
	/** Radii, shares of the frame's side: of gaps in hair, and of what smooths its border. */
	private static final double GAP = 0.012, SMOOTH = 0.008;

	/** Null where too little hair is seen, or it has the colours of skin. @param scalp {@link Scalp#of} @param covered {@link Scalp#isCovered} @param skin with colours */
	public static SeenHairline of(final Condition condition, final Picture scalp, final boolean covered, final BareSkin skin, final Ears ears, final Progress progress) {
		final boolean[] all = Scalp.seen(condition, progress);
		if (count(all) < Strands.FEWEST) return null;
		// Foreheads reach above the usual hairline: what is as skin is there is none of it.
		final boolean[] seen = HairOrSkin.of(condition, HairOrSkin.unlike(condition, all, skin.colours()), skin.colours(), progress).haired(condition.startPicture(), all);
		if (count(seen) < Strands.FEWEST) return null;
		final HairOrSkin hair = HairOrSkin.of(condition, seen, skin.colours(), progress);
		final float sure = covered ? hair.apart(seen) : hair.sure(seen);
		if (sure <= 0) return null;
		final boolean[] mask = grown(shares(condition, hair, scalp, ears, progress), scalp, seen, condition, progress);
		final int side = scalp.width(), most = condition.frame().radius(FARTHEST);
		final float[] out = Distance.to(mask, side, most, progress), in = Distance.to(Dilation.complement(mask), side, most, progress);
		for (int i = 0; i < in.length; i++) in[i] -= out[i];
		return new SeenHairline(BoxBlur.twice(new Picture(side, side, 1, in), condition.frame().radius(SMOOTH), progress), hair, sure);
	}

	private static int count(final boolean[] where) {
		int count = 0;
		for (final boolean one : where) if (one) count++;
		return count;
	}

	/** Where hair grows, 0..1, in the frame, with sideburns; a new picture. @param scalp {@link Scalp#of} */
	public Picture with(final Picture scalp, final Ears ears, final Frame frame) {
		final Picture out = scalp.copy();
		final float soft = (float) (Hairline.THINS * frame.dm());
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Math.max(out.data()[i], Smooth.step(EAR, 0, ears.share().data()[i]) * Smooth.step(-soft, soft, inward.data()[i]));
		return out;
	}

	/** How much of each pixel is hair, 0..1: as seen, where nothing is seen as it grows usually, and beneath an ear as beside it. */
	private static Picture shares(final Condition condition, final HairOrSkin hair, final Picture scalp, final Ears ears, final Progress progress) {
		final float[] seen = hair.of(condition.startPicture()), known = condition.head();
		final Picture shares = new Picture(scalp.width(), scalp.height(), 1);
		for (int i = 0; i < known.length; i++) {
			if (ears.share().data()[i] > EAR) known[i] = 0;
			shares.data()[i] = condition.covered(i) > 0 ? seen[i] * mayGrow(condition.x(i), condition.y(i), condition.z(i)) : scalp.data()[i];
		}
		return BoxBlur.twice(PushPull.fill(shares, known, progress), 1, progress);
	}

	/** Where hair of a head may be seen, and brows, lashes and beards are not, 0..1. */
	static float mayGrow(final float x, final float y, final float z) {
		final float above = HeadModel.aboveHairline(y, z);
		if (above > 0) return Smooth.step(END, SIDEBURN, y);
		return Smooth.step(END, SIDEBURN, y) * Math.max(Smooth.step(BROW, TEMPLE, above), Smooth.step(FRONT, SIDE, z)) * Smooth.step(MIDDLE, ASIDE, Math.abs(x));
	}

	/** What hangs together with hair that surely grows, without gaps as gleams are. */
	private static boolean[] grown(final Picture shares, final Picture scalp, final boolean[] seen, final Condition condition, final Progress progress) {
		final int side = shares.width(), gap = condition.frame().radius(GAP);
		final boolean[] mask = new boolean[shares.data().length], kept = new boolean[mask.length];
		for (int i = 0; i < mask.length; i++) mask[i] = shares.data()[i] > HALF;
		final ConnectedParts parts = new ConnectedParts(mask, side);
		for (int i = 0; i < mask.length; i++) {
			if (scalp.data()[i] < GROWN || !seen[i] && condition.covered(i) > 0) continue;
			for (final int pixel : parts.take(i)) kept[pixel] = true;
		}
		return Dilation.shrink(Dilation.grow(kept, side, gap, progress), side, gap, progress);
	}
}
