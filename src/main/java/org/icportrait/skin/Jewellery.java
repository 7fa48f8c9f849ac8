package org.icportrait.skin;

import java.nio.FloatBuffer;
import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Shown;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.morphable.HeadModel;
import org.icportrait.view.View;
import org.icportrait.work.Progress;

/**
 * What has a colour that no skin has, on the side of a face and the ears, where a photograph shows them too askance for its pixels to stay: an earring would go on
 * as a stain of its colour in what is generated there. Stateless.
 */
public final class Jewellery {

	/** Canonical places (dm) of the side of a face and its ears: how far aside, how far behind, and between which heights. */
	private static final float ASIDE = 0.4f, BEHIND = -0.3f, LOWEST = -0.8f, HIGHEST = 0.35f;
	/** Up to which share of a pixel's being the photograph's own it goes on in what is generated. */
	private static final float OWN = 0.9f;
	/** Pixels beside it, which hold some of it. */
	private static final int TOUCHED = 2;
	/** How surely hair lies beside a face from where on the photograph's own pixels stay there, and jewellery among them. */
	private static final float OVERHUNG = 0.5f;

	private Jewellery() {}

	/**
	 * Takes it from where a portrait's generation starts, in place: what is about it goes on there. Where {@link Askance} leaves it as it is seen it stays.
	 *
	 * @param heads as the photographs show them
	 */
	public static void remove(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		if (Ears.overhung(view, heads) < OVERHUNG) remove(condition, progress);
	}

	/** The same wherever it is. */
	static void remove(final Condition condition, final Progress progress) {
		final SeenSkin skin = SeenSkin.of(condition);
		if (skin == null) return;
		final FloatBuffer start = condition.start().buffer();
		final Picture colours = condition.startPicture();
		final int side = condition.frame().side(), n = side * side;
		final boolean[] gaudy = new boolean[n];
		boolean any = false;
		for (int i = 0; i < n; i++) {
			gaudy[i] = condition.covered(i) > 0 && isAskance(condition, i) && skin.isGaudy(colours, i);
			any |= gaudy[i];
		}
		if (!any) return;
		final boolean[] touched = Dilation.grow(gaudy, side, TOUCHED, progress);
		final float[] known = new float[n];
		for (int i = 0; i < n; i++) known[i] = condition.covered(i) > 0 && !touched[i] ? 1 : 0;
		final Picture filled = PushPull.fill(colours, known, progress);
		for (int i = 0; i < n; i++) {
			if (!touched[i] || condition.covered(i) == 0 || !isAskance(condition, i)) continue;
			for (int c = 0; c < 3; c++) start.put(c * n + i, Condition.signed(filled.data()[c * n + i]));
		}
	}

	private static boolean isAskance(final Condition condition, final int i) {
		final float x = Math.abs(condition.x(i)), y = condition.y(i), z = condition.z(i);
		if (x < ASIDE || z < BEHIND || y < LOWEST || y > HIGHEST || HeadModel.isScalp(y, z)) return false;
		return Shown.own(condition, i) < OWN;
	}
}
