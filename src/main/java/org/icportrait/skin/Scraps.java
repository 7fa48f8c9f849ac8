package org.icportrait.skin;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Picture;

/**
 * What is left of something of the photograph where drawn skin took the rest: the rim of an ear that stands beside the fitted one, amid generated hair. What hangs
 * together with a broad part of the photograph stays, and so does what lies far from drawn skin (an opening by reconstruction). Stateless.
 */
final class Scraps {

	/** From these shares on a pixel shows the photograph, and surely does; and from which of drawn skin about it it is near some. */
	private static final float SHOWN = 0.02f, SURE = 0.5f, NEAR = 0.001f;

	private Scraps() {}

	/**
	 * Takes them from how far the photograph's own pixels count, in place.
	 *
	 * @param core what the photograph shows so broadly about
	 * @param skin how much of what is about each pixel is skin that is drawn, 0..1
	 */
	static void remove(final Picture own, final boolean[] core, final Picture skin, final Condition condition) {
		final boolean[] left = new boolean[core.length];
		for (int i = 0; i < left.length; i++) left[i] = own.data()[i] > SHOWN && condition.covered(i) > 0;
		final ConnectedParts parts = new ConnectedParts(left, own.width());
		for (int i = 0; i < left.length; i++) if (core[i] && own.data()[i] > SURE) parts.take(i);
		for (final int[] part : parts) {
			if (Arrays.stream(part).anyMatch(i -> skin.data()[i] > NEAR)) for (final int i : part) own.data()[i] = 0;
		}
	}
}
