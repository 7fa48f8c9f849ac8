package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Stray pixels of the photograph amid skin that is drawn: of its own ear, which is not quite where the fitted one is, or of a lock of hair. And the photograph's
 * end there, which fades: it shows skin askance, darker and greyer than that is, and beards would end in a step. Stateless.
 */
public final class Flecks {

	/**
	 * Shares of the frame's side: half the width of the widest one; radii of the photograph's end (so soft that its shade is no sickle on the cheek) and of its very
	 * edge; radius over which trusts are averaged.
	 */
	private static final double WIDEST = 0.027, END = 0.045, EDGE = 0.009, ABOUT = 0.012;
	/** Trusts between which a pixel shows skin straight. */
	private static final float ASKANCE = 0.4f, STRAIGHT = 0.95f;
	/** The same of detail, which tells of moles where colours tell of no skin. */
	private static final float DRAWN_OUT = 0.2f, TRUE = 0.7f;
	/** How much skin must be drawn for none to stay. */
	private static final float MUCH = 0.4f;

	private Flecks() {}

	/**
	 * How far the photograph's own pixels count; shares 0..1 over the frame.
	 *
	 * @param whole as they are
	 * @param detail by what is fine of them alone: moles and pores are seen where colours are darker and greyer already, but not at the very end; null where that is
	 *          nowhere
	 */
	public record Own(Picture whole, Picture detail) {}

	/**
	 * The photograph's own pixels without flecks, and toward its end less and less but for their detail.
	 *
	 * @param trusted one channel over the frame, 0..1; not changed
	 * @param skin how much of each pixel is skin that is drawn, 0..1
	 * @param condition in which hair that hangs, and what lies beside it, is trusted too
	 * @param shown the same without that: what is trusted for want of better has no detail of skin
	 * @param hair which pixels lie within hair that hangs, and are no fleck; null for none
	 */
	public static Own without(final Picture trusted, final Picture skin, final boolean[] hair, final Condition condition, final Condition shown, final Progress progress) {
		final boolean[] core = core(condition, progress);
		final Picture broad = broad(core, condition, END, progress), inside = broad(core, condition, EDGE, progress), straight = straight(condition, progress), trust = trust(shown, progress);
		final Picture whole = trusted.copy(), detail = trusted.copy();
		for (int i = 0; i < whole.data().length; i++) {
			final float lost = Smooth.step(0, MUCH, skin.data()[i]) * (1 - broad.data()[i] * straight.data()[i]);
			whole.data()[i] *= 1 - lost;
			// What is seen askance is drawn out, and so is its detail.
			detail.data()[i] *= lost * inside.data()[i] * Smooth.step(DRAWN_OUT, TRUE, trust.data()[i]);
		}
		for (int i = 0; hair != null && i < core.length; i++) core[i] |= hair[i];
		Scraps.remove(whole, core, BoxBlur.twice(skin, condition.frame().radius(WIDEST), progress), condition);
		return new Own(whole, detail);
	}

	/** How straight the photograph shows each pixel, 0..1. */
	static Picture straight(final Condition condition, final Progress progress) {
		final Picture out = trust(condition, progress);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Smooth.step(ASKANCE, STRAIGHT, out.data()[i]);
		return out;
	}

	/** How surely the photograph shows what is about each pixel, 0..1. */
	private static Picture trust(final Condition condition, final Progress progress) {
		final int side = condition.frame().side(), n = side * side;
		final Picture trust = new Picture(side, side, 1);
		for (int i = 0; i < n; i++) trust.data()[i] = condition.covered(i) == 0 ? 0 : condition.trust(i);
		return BoxBlur.twice(trust, condition.frame().radius(ABOUT), progress);
	}

	/** What the photograph does not show. */
	public static boolean[] hidden(final Condition condition) {
		final int n = condition.frame().side() * condition.frame().side();
		final boolean[] hidden = new boolean[n];
		for (int i = 0; i < n; i++) hidden[i] = !Shown.isShown(condition, i);
		return hidden;
	}

	/** What the photograph shows so broadly about. */
	private static boolean[] core(final Condition condition, final Progress progress) {
		return Dilation.complement(Dilation.grow(hidden(condition), condition.frame().side(), condition.frame().radius(WIDEST), progress));
	}

	/** What the photograph shows without what is narrow (a morphological opening), softened inward; 0..1. */
	private static Picture broad(final boolean[] core, final Condition condition, final double soft, final Progress progress) {
		final int side = condition.frame().side(), radius = condition.frame().radius(WIDEST), end = condition.frame().radius(soft);
		return BoxBlur.twice(Picture.ofMask(Dilation.grow(core, side, Math.max(0, radius - end), progress), side), Math.max(1, end / 2), progress);
	}
}
