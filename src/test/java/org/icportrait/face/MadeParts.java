package org.icportrait.face;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;

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

	/** A reading whose person is skin, and above the usual hairline so much of one kind and for the rest of another. */
	public static HeadReading onScalp(final HeadReading reading, final Parts.Kind kind, final float share, final Parts.Kind rest) {
		return onScalp(reading, kind, x -> share, rest);
	}

	/** The same. @param share by how far aside, canonical dm */
	public static HeadReading onScalp(final HeadReading reading, final Parts.Kind kind, final DoubleUnaryOperator share, final Parts.Kind rest) {
		final Picture places = reading.coordinates();
		final int n = places.planeSize();
		final float[] shares = new float[Parts.Kind.values().length * n];
		for (int i = 0; i < n; i++) {
			final boolean scalp = HeadModel.isScalp(places.data()[n + i], places.data()[2 * n + i]);
			if (scalp) {
				final float one = (float) share.applyAsDouble(places.data()[i]);
				shares[kind.ordinal() * n + i] += one;
				shares[rest.ordinal() * n + i] += 1 - one;
			}
			else shares[Parts.Kind.SKIN.ordinal() * n + i] = 1;
		}
		return reading.withParts(new Parts(places.width(), shares));
	}

	/** A reading all of which is of one kind. */
	public static HeadReading all(final HeadReading reading, final Parts.Kind kind) {
		final int n = reading.coordinates().planeSize();
		final float[] shares = new float[Parts.Kind.values().length * n];
		Arrays.fill(shares, kind.ordinal() * n, (kind.ordinal() + 1) * n, 1);
		return reading.withParts(new Parts(reading.coordinates().width(), shares));
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
