package org.icportrait.face;

import org.icportrait.image.Picture;

import java.util.Arrays;

/**
 * What each place of a head crop shows, as the network of parts says it: shares over the same grid as the maps of a {@link HeadReading}
 * (the centre of map pixel (i, j) is the crop fraction ((i + 0.5) / size, (j + 0.5) / size)). The shares of all kinds together are 1 at
 * each place. Immutable.
 */
public final class Parts {

	/** The kinds, in the order of the network's channels. */
	public enum Kind {
		/** background and other people */
		NOBODY,
		/** with mouth, eyes, brows and lashes */
		SKIN,
		/** scalp hair */
		HAIR,
		/** whiskers; stubble counts as skin */
		BEARD,
		/** clothes, hats, head scarfs and masks that are worn */
		CLOTH,
		/** frames and dark lenses; behind clear ones is what they show */
		GLASSES,
		/** what stands before the person: hands, things in them, papers */
		HELD
	}

	private final int size;
	private final float[] shares;

	/** @param shares size x size numbers for each kind, in the order of {@link Kind}; kept, not copied */
	Parts(final int size, final float[] shares) {
		if (shares.length != Kind.values().length * size * size) {
			throw new IllegalArgumentException("Parts of " + size + " x " + size + " places cannot be " + shares.length + " numbers.");
		}
		this.size = size;
		this.shares = shares;
	}

	/** Places along each side. */
	public int size() {
		return size;
	}

	/**
	 * How much of each place these kinds are together: a picture of {@link #size()} x {@link #size()} with one channel, 0 to 1. It is the
	 * caller's own.
	 */
	public Picture share(final Kind... kinds) {
		final int places = size * size;
		final float[] sum = new float[places];
		for (final Kind kind : kinds) {
			final int start = kind.ordinal() * places;
			for (int i = 0; i < places; i++) sum[i] += shares[start + i];
		}
		return new Picture(size, size, 1, sum);
	}

	/** The kind of the largest share at each place, row by row. The array is the caller's own. */
	public Kind[] likeliest() {
		final Kind[] kinds = Kind.values(), best = new Kind[size * size];
		Arrays.fill(best, kinds[0]);
		for (final Kind kind : kinds) {
			for (int i = 0; i < best.length; i++) {
				if (shares[kind.ordinal() * best.length + i] > shares[best[i].ordinal() * best.length + i]) best[i] = kind;
			}
		}
		return best;
	}
}
