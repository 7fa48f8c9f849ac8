package org.icportrait.face;

import org.icportrait.image.Picture;

/** Parts of a head crop without a network, for tests. */
public final class MadeParts {

	private MadeParts() {}

	/** A reading in which something is held; all else is nobody. @param share 0..1, one channel, square, over the crop */
	public static HeadReading held(final HeadReading reading, final Picture share) {
		final int n = share.planeSize(), kinds = Parts.Kind.values().length;
		final float[] shares = new float[kinds * n];
		for (int i = 0; i < n; i++) {
			shares[Parts.Kind.HELD.ordinal() * n + i] = share.data()[i];
			shares[Parts.Kind.NOBODY.ordinal() * n + i] = 1 - share.data()[i];
		}
		return reading.withParts(new Parts(share.width(), shares));
	}

	/** The same, and all that the reading's matte covers besides is skin. */
	public static HeadReading heldBeforeSkin(final HeadReading reading, final Picture share) {
		final int n = share.planeSize(), kinds = Parts.Kind.values().length;
		final float[] shares = new float[kinds * n];
		for (int i = 0; i < n; i++) {
			final Picture matte = reading.matte();
			final double column = (i % share.width() + 0.5) * matte.width() / share.width(), row = (i / share.width() + 0.5) * matte.height() / share.height();
			final float rest = 1 - share.data()[i], person = matte.sample(column, row, 0) > 0.5 ? rest : 0;
			shares[Parts.Kind.HELD.ordinal() * n + i] = share.data()[i];
			shares[Parts.Kind.SKIN.ordinal() * n + i] = person;
			shares[Parts.Kind.NOBODY.ordinal() * n + i] = rest - person;
		}
		return reading.withParts(new Parts(share.width(), shares));
	}
}
