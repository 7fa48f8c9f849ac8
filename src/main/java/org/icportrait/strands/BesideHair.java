package org.icportrait.strands;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.HeadModel;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.Ears;
import org.icportrait.skin.FaceSide;
import org.icportrait.skin.Form;
import org.icportrait.skin.SeenSkin;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * The side of a face beside loose hair, which a frontal photograph shows through its tips: turned, that is torn skin, hair and wall. What of it is no hair is drawn
 * as skin is beside bare ears. Stateless.
 */
public final class BesideHair {

	/** Canonical places (dm) of the ear, which stays as it is seen: between which it ends in front, and below. */
	private static final float EAR = 0.16f, BEFORE = 0.28f, LOBE = -0.16f, BELOW = -0.28f;
	/** Shares of the way from skin's colour to hair's between which a place comes to be hair, and the radius of its border, share of the frame's side. */
	private static final float SKIN = 0.35f, HAIR = 0.7f;
	private static final double SOFT = 0.006;
	/** Distances (dm) from the mean skin between which a place comes to be hair, whatever its colour: skin is seen between curls. */
	private static final float CLOSE = 0.1f, OUT = 0.16f;
	/** How near to jewellery its gleams lie, share of the frame's side. */
	private static final double GLEAM = 0.012;

	private BesideHair() {}

	/**
	 * Null where there is none: where ears are bare, where no hair is seen and where its colours are the skin's.
	 *
	 * @param heads as the photographs show them, one for each source of the view
	 * @param scalp what {@link Scalp#of} says
	 * @param hair that hangs beside the heads
	 */
	public static BareSkin of(final View view, final List<PreparedHead> heads, final Picture scalp, final Condition condition, final Hanging hair, final Progress progress) {
		final float loose = scalp == null || Ears.strength(view, heads) > 0 ? 0 : Ears.overhung(view, heads);
		final SeenSkin seen = loose <= 0 ? null : SeenSkin.of(condition);
		return seen == null ? null : of(loose, seen, Form.of(view, condition, progress), condition, hair, progress);
	}

	/** @param loose how surely hair lies beside the face, 0..1 */
	static BareSkin of(final float loose, final SeenSkin seen, final Form form, final Condition condition, final Hanging hair, final Progress progress) {
		final boolean[] strands = Scalp.seen(condition, progress);
		int count = 0;
		for (final boolean one : strands) if (one) count++;
		if (count < Strands.FEWEST) return null;
		final Picture side = FaceSide.of(condition, progress);
		final BareSkin skin = BareSkin.beside(side, seen, form, condition, progress);
		final HairOrSkin told = HairOrSkin.of(condition, strands, skin.colours(), progress);
		final float strength = loose * told.sure(strands);
		if (strength <= 0) return null;
		final float[] bare = bare(told.of(condition.startPicture()), seen, condition, progress), free = hair.free() == null ? null : hair.free().data();
		for (int i = 0; i < bare.length; i++) side.data()[i] *= strength * bare[i] * (free == null ? 1 : free[i]);
		return skin;
	}

	/** How much of each pixel is neither hair nor ear nor jewellery, 0..1; continued beyond the head. @param told how far each is hair by its colour */
	private static float[] bare(final float[] told, final SeenSkin seen, final Condition condition, final Progress progress) {
		final int side = condition.frame().side();
		final Picture out = new Picture(side, side, 1);
		final float[] known = new float[told.length];
		final boolean[] worn = seen.jewellery(condition.startPicture(), condition.frame().radius(GLEAM), progress);
		for (int i = 0; i < told.length; i++) {
			if (!condition.isHead(i)) continue;
			known[i] = 1;
			out.data()[i] = worn[i] ? 0 : Smooth.step(HAIR, SKIN, told[i]) * beyondEar(condition.y(i), condition.z(i)) * (1 - Smooth.step(CLOSE, OUT, HeadModel.standard().distance(condition.x(i), condition.y(i), condition.z(i), OUT)));
		}
		return BoxBlur.twice(PushPull.fill(out, known, progress), condition.frame().radius(SOFT), progress).data();
	}

	private static float beyondEar(final float y, final float z) {
		return Math.max(Smooth.step(EAR, BEFORE, z), Smooth.step(LOBE, BELOW, y));
	}
}
