package org.icportrait.generate;

import org.icportrait.geometry.Area;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.work.Progress;

/**
 * How far the photograph is to be trusted at least, where it shows a place askance and yet better than anything that could be generated. Immutable.
 *
 * @param share of each pixel of the frame, 0..1, one channel; null for nowhere
 */
public record MoreTrust(Picture share) {

	public static final MoreTrust NONE = new MoreTrust(null);

	/** The more trusting of two, pixel by pixel. */
	public MoreTrust or(final MoreTrust other) {
		if (share == null || other.share == null) return share == null ? other : this;
		return new MoreTrust(Shares.most(share, other.share));
	}

	/** The same, less where something else is drawn. @param other how much of each pixel of the frame that is, 0..1 */
	public MoreTrust without(final Picture other) {
		return share == null ? this : new MoreTrust(Shares.without(share, other));
	}

	/** What {@link org.icportrait.view.View#known} says, with this trust; a new picture where there is some. @param area that it is known of */
	public Picture known(final Picture known, final Area area, final Frame frame, final Progress progress) {
		if (share == null) return known;
		final Picture out = known.copy();
		final int n = known.planeSize();
		frame.over(area, progress, (i, u, v) -> {
			final float shown = known.data()[i], covered = known.data()[n + i];
			if (covered > shown) out.data()[i] = Math.max(shown, covered * share.sample(u, v, 0));
		});
		return out;
	}

	/** The same of a condition; a new one where there is some. */
	public Condition trusted(final Condition condition) {
		if (share == null) return condition;
		final float[] trust = share.data().clone();
		for (int i = 0; i < trust.length; i++) trust[i] = Math.max(condition.trust(i), trust[i]);
		return condition.with(trust);
	}
}
