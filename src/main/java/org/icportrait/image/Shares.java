package org.icportrait.image;

/** Pictures of shares 0..1, one channel, of one size; what is made of them is new but where said. Stateless. */
public final class Shares {

	private Shares() {}

	/** The larger of two, pixel by pixel. */
	public static Picture most(final Picture one, final Picture other) {
		final Picture out = one.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Math.max(one.data()[i], other.data()[i]);
		return out;
	}

	/** A picture of any channels whose values a filter that rings took beyond 0..1, in place. @return the same picture */
	public static Picture clip(final Picture shares) {
		for (int i = 0; i < shares.data().length; i++) shares.data()[i] = Math.max(0, Math.min(1, shares.data()[i]));
		return shares;
	}

	/** The first as far as the other goes. */
	public static Picture within(final Picture one, final Picture other) {
		final Picture out = one.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= other.data()[i];
		return out;
	}

	/** The first as far as the other leaves room for it. */
	public static Picture without(final Picture one, final Picture other) {
		final Picture out = one.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= 1 - other.data()[i];
		return out;
	}
}
