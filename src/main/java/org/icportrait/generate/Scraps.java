package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.Arrays;

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
		final FloatBuffer maps = condition.maps().buffer();
		final boolean[] left = new boolean[core.length];
		for (int i = 0; i < left.length; i++) left[i] = own.data()[i] > SHOWN && maps.get(core.length + i) > 0;
		final Parts parts = new Parts(left, own.width(), new int[left.length]);
		for (int i = 0; i < left.length; i++) if (core[i] && own.data()[i] > SURE) parts.take(i);
		for (int i = 0; i < left.length; i++) {
			if (!left[i]) continue;
			final int count = parts.take(i);
			final int[] part = parts.queue();
			if (Arrays.stream(part, 0, count).noneMatch(at -> skin.data()[at] > NEAR)) continue;
			for (int at = 0; at < count; at++) own.data()[part[at]] = 0;
		}
	}

	/** @param left pixels of parts that were not taken yet @param queue those of the part that was taken last */
	private record Parts(boolean[] left, int width, int[] queue) {

		/** Takes all that hangs together with a pixel, corners included; the number of its pixels. */
		int take(final int first) {
			if (!left[first]) return 0;
			left[first] = false;
			queue[0] = first;
			int count = 1;
			for (int next = 0; next < count; next++) {
				final int x = queue[next] % width, y = queue[next] / width;
				for (int v = Math.max(0, y - 1); v <= Math.min(left.length / width - 1, y + 1); v++) {
					for (int u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
						final int i = v * width + u;
						if (!left[i]) continue;
						left[i] = false;
						queue[count++] = i;
					}
				}
			}
			return count;
		}
	}
}
