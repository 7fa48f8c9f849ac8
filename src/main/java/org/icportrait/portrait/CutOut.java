package org.icportrait.portrait;

import java.util.Arrays;

import org.icportrait.finish.Merge;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * A generated person without what was behind.
 *
 * @param picture the person's own colour, linear RGB; 0 where alpha is 0
 * @param alpha coverage 0..1, one channel; null where the background stays
 */
record CutOut(Picture picture, Picture alpha) {

	/** Linear mid-grey, before which a person is generated whose background is taken away. */
	static final float GREY = 0.2159f;

	/** Coverage below which a colour can no longer be told from what is behind. */
	private static final float LEAST = 0.02f;

	/** The whole picture before grey. */
	Picture beforeGrey() {
		final Picture out = new Picture(picture.width(), picture.height(), 3);
		Arrays.fill(out.data(), GREY);
		final int n = alpha.planeSize();
		for (int i = 0; i < out.data().length; i++) {
			final float a = alpha.data()[i % n];
			if (a > 0) out.data()[i] = GREY + a * (picture.data()[i] - GREY);
		}
		return out;
	}

	/**
	 * Takes the grey away again; what was not generated is this one to the bit.
	 *
	 * @param merged of {@link #beforeGrey}
	 * @param frame in which it was generated
	 */
	CutOut with(final Merge.Merged merged, final Frame frame) {
		final CutOut out = new CutOut(picture.copy(), alpha.copy());
		final Similarity toFrame = frame.fromPicture();
		final int w = picture.width(), n = alpha.planeSize();
		for (int i = 0; i < n; i++) {
			final float share = merged.generated().data()[i], before = alpha.data()[i];
			if (share <= 0) continue;
			final float made = merged.opacity().sample(toFrame.x(i % w + 0.5, i / w + 0.5), toFrame.y(i % w + 0.5, i / w + 0.5), 0), a = before + share * (made - before);
			out.alpha.data()[i] = a < LEAST ? 0 : a;
			for (int c = 0; c < 3; c++) {
				out.picture.data()[c * n + i] = a < LEAST ? 0 : Math.max(0, (merged.portrait().data()[c * n + i] - (1 - a) * GREY) / a);
			}
		}
		return out;
	}
}
