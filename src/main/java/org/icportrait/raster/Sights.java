package org.icportrait.raster;

/**
 * What each pixel of an area shows in the end: a place of one sight and, where two blend, of a second one. Sight 2 s is source s seen
 * directly, 2 s + 1 the same in the mirror.
 */
public final class Sights {

	/** What is seen at each pixel by its first sight. */
	public final Fragments seen;
	/** Which sight that is. */
	public final byte[] which;
	/** Null where only one sight is drawn; likewise the others. */
	public final Fragments second;
	/** Which sight the second one is. */
	public final byte[] secondWhich;
	/** 0..1: share of the second one. */
	public final float[] share;

	/** @param several whether more than the first source's direct sight is drawn */
	public Sights(final int size, final boolean several) {
		seen = new Fragments(size);
		which = new byte[size];
		second = several ? new Fragments(size) : null;
		secondWhich = several ? new byte[size] : null;
		share = several ? new float[size] : null;
	}

	/** Whether a sight shows the mirror image. */
	public static boolean isMirrored(final byte sight) {
		return (sight & 1) == 1;
	}

	/** The source that a sight shows. */
	public static int source(final byte sight) {
		return sight >> 1;
	}

	/** Share of the second sight of a pixel, 0..1; 0 where only one is drawn. */
	public float secondShare(final int i) {
		return share == null ? 0 : share[i];
	}

	boolean isSecondAhead(final int i) {
		return secondShare(i) > 0.5f;
	}

	/** The sight that has the greater share of a pixel. */
	public Fragments top(final int i) {
		return isSecondAhead(i) ? second : seen;
	}

	/** Which sight {@link #top} is of. */
	public byte topSight(final int i) {
		return isSecondAhead(i) ? secondWhich[i] : which[i];
	}

	/** Whether two sights share a pixel. */
	public boolean isBlended(final int i) {
		return secondShare(i) > 0;
	}

	/** Gives a pixel's share {@code m}, above 0, to pixel {@code from} of a further sight; of three that meet the least is dropped. */
	public void mix(final int i, final float m, final Fragments other, final int from, final byte sight) {
		if (m >= 1) {
			seen.take(other, from, i);
			which[i] = sight;
			share[i] = 0;
			return;
		}
		if (isSecondAhead(i)) {
			seen.take(second, i, i);
			which[i] = secondWhich[i];
		}
		second.take(other, from, i);
		secondWhich[i] = sight;
		share[i] = m;
	}
}
