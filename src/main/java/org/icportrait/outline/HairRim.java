package org.icportrait.outline;

import org.icportrait.generate.Condition;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Distance;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.strands.Scalp;
import org.icportrait.work.Progress;

/**
 * Hair along a head's outline without what lies behind the head. Networks that cannot know how far hair reaches paint there some of each, and an outline drawn
 * through that mist would hold a pale rim: how far a colour is on the way from the hair further in to something brighter behind is taken out of it. Immutable.
 *
 * @param scalp what {@link Scalp#of} says
 * @param condition that is generated from
 */
public record HairRim(Picture scalp, Condition condition) {

	/** How far inward of the outline the networks still mix, and how far from it and from skin hair is surely hair alone, shares of the frame's side. */
	private static final double MIXED = 0.035, PURE = 0.06;
	/** Between these distances (shares of the frame's side) from such hair its colour and light tell ever less. */
	private static final double NEAR = 0.08, FAR = 0.12;
	/** Radius within which hair further in has one colour, share of the frame's side. */
	private static final double TOGETHER = 0.02;
	/** Share of what lies behind, of linear light, from which on a colour is no texture, but mixed: of dark hair a little of a wall makes grey. */
	private static final float MIST = 0.03f;
	/** Times as bright as hair, between which what lies behind tells: what is darker than the hair further in may be its shade. */
	private static final float NO_BRIGHTER = 1, BRIGHTER = 2;
	/** Squares of linear differences that are none. */
	private static final float ALIKE = 1e-4f, DARKEST = 1e-4f;
	/** From these on a pixel is the person's, and hair's. */
	private static final float PERSON = 0.5f, HAIR = 0.5f;

	/**
	 * @param made linear RGB, in the frame; not changed
	 * @param person how much of each pixel is the person's, generated or drawn, 0..1
	 * @return linear RGB; the same picture where there is no hair
	 */
	public Picture free(final Picture made, final Picture person, final Progress progress) {
		if (scalp == null) return made;
		final int side = made.width(), n = made.planeSize();
		final double pure = PURE * side, near = NEAR * side, far = FAR * side;
		final boolean[] outside = new boolean[n], other = new boolean[n];
		for (int i = 0; i < n; i++) {
			outside[i] = person.data()[i] < PERSON;
			other[i] = outside[i] || scalp.data()[i] < HAIR;
		}
		final float[] deep = Distance.to(outside, side, 1 + (int) Math.ceil(pure), progress), apart = Distance.to(other, side, 1 + (int) Math.ceil(pure), progress);
		final boolean[] known = new boolean[n];
		boolean any = false;
		for (int i = 0; i < n; i++) {
			known[i] = apart[i] > pure;
			any |= known[i];
		}
		if (!any) return made;
		final float[] away = Distance.to(known, side, 1 + (int) Math.ceil(far), progress);
		final float[] inner = BoxBlur.twice(PushPull.fill(made, Picture.ofMask(known, side).data(), progress), condition.frame().radius(TOGETHER), progress).data();
		final Picture out = made.copy();
		for (int i = 0; i < n; i++) {
			final float rim = 1 - Smooth.step((float) (MIXED * side), (float) pure, deep[i]), told = 1 - Smooth.step((float) near, (float) far, away[i]);
			unmix(out.data(), inner, i, scalp.data()[i] * rim * told);
		}
		return out;
	}

	/** Brings a pixel to the hair further in where it is on the way from that to what lies behind: what is left of it would be that way's noise. */
	private void unmix(final float[] colours, final float[] inner, final int i, final float most) {
		final int n = colours.length / 3;
		final float brighter = bright(condition.behind().data(), i, n) / Math.max(DARKEST, bright(inner, i, n)), may = most * Smooth.step(NO_BRIGHTER, BRIGHTER, brighter);
		if (may <= 0) return;
		float along = 0, length = ALIKE;
		for (int c = 0; c < 3; c++) {
			final float way = condition.behind().data()[c * n + i] - inner[c * n + i];
			along += (colours[c * n + i] - inner[c * n + i]) * way;
			length += way * way;
		}
		final float mixed = may * Smooth.step(0, MIST, along / length);
		for (int c = 0; mixed > 0 && c < 3; c++) colours[c * n + i] += mixed * (inner[c * n + i] - colours[c * n + i]);
	}

	private static float bright(final float[] colours, final int i, final int n) {
		return Colour.luminance(colours[i], colours[n + i], colours[2 * n + i]);
	}
}
