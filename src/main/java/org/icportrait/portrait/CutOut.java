package org.icportrait.portrait;

import org.icportrait.generate.Frame;
import org.icportrait.generate.Merge;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.view.View;

/**
 * A generated person without what was behind.
 *
 * @param picture the person's own colour, linear RGB; 0 where alpha is 0
 * @param alpha coverage 0..1, one channel; null where the background stays
 */
record CutOut(Picture picture, Picture alpha) {

	/** Coverage below which a colour can no longer be told from what is behind. */
	private static final float LEAST = 0.02f;

	/**
	 * Takes a grey background away again.
	 *
	 * @param matte of what was generated, in the frame
	 * @param grey linear, before which the person was generated
	 */
	static CutOut of(final Merge.Merged merged, final View view, final Picture matte, final Frame frame, final float grey) {
		final int w = merged.portrait().width(), h = merged.portrait().height();
		final Picture picture = new Picture(w, h, 3), alpha = new Picture(w, h, 1);
		final Similarity toFrame = frame.fromPicture();
		for (int i = 0; i < alpha.planeSize(); i++) {
			final int x = i % w, y = i / w;
			final float share = merged.generated().data()[i], before = before(view, x, y);
			final float made = share > 0 ? matte.sample(toFrame.x(x + 0.5, y + 0.5), toFrame.y(x + 0.5, y + 0.5), 0) : 0;
			final float a = before + share * (made - before);
			if (a < LEAST) continue;
			alpha.data()[i] = a;
			for (int c = 0; c < 3; c++) picture.set(x, y, c, Math.max(0, (merged.portrait().get(x, y, c) - (1 - a) * grey) / a));
		}
		return new CutOut(picture, alpha);
	}

	private static float before(final View view, final int x, final int y) {
		final int column = x - view.area().x(), row = y - view.area().y();
		if (column < 0 || row < 0 || column >= view.area().width() || row >= view.area().height()) return 0;
		return view.alpha().get(column, row, 0);
	}
}
