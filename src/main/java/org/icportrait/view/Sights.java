package org.icportrait.view;

/**
 * What each pixel of an area shows in the end: a place of one sight and, where two blend, of a second one. Sight 2 s is source s seen
 * directly, 2 s + 1 the same in the mirror.
 */
final class Sights {

	final Fragments seen;
	final byte[] which;
	/** Null where nothing blends. */
	Fragments second;
	byte[] secondWhich;
	/** 0..1: share of the second one. */
	float[] share;

	/** @param direct the first source's; becomes part of this and is changed */
	Sights(final Fragments direct) {
		seen = direct;
		which = new byte[direct.depth.length];
	}

	static boolean isMirrored(final byte sight) {
		return (sight & 1) == 1;
	}

	static int source(final byte sight) {
		return sight >> 1;
	}

	/** Makes room for a second sight, whose fragments become part of this; at most once. @return whether they did */
	boolean adopt(final Fragments other) {
		if (second != null) return false;
		second = other;
		secondWhich = new byte[which.length];
		share = new float[which.length];
		return true;
	}

	boolean isSecondAhead(final int i) {
		return share != null && share[i] > 0.5f;
	}

	/** The sight that has the greater share of a pixel. */
	Fragments top(final int i) {
		return isSecondAhead(i) ? second : seen;
	}

	byte topSight(final int i) {
		return isSecondAhead(i) ? secondWhich[i] : which[i];
	}

	boolean isBlended(final int i) {
		return share != null && share[i] > 0;
	}

	/** Gives a pixel's share {@code m}, above 0, to a further sight; of three that meet the least is dropped. */
	void mix(final int i, final float m, final Fragments other, final byte sight) {
		if (m >= 1) {
			seen.take(other, i, i);
			which[i] = sight;
			share[i] = 0;
			return;
		}
		if (isSecondAhead(i)) {
			seen.take(second, i, i);
			which[i] = secondWhich[i];
		}
		if (other != second) second.take(other, i, i);
		secondWhich[i] = sight;
		share[i] = m;
	}
}
