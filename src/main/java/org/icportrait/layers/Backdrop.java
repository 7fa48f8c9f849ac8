package org.icportrait.layers;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Completion;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.work.Progress;

/**
 * What lies behind a person: where the background is plain it is continued smoothly, where it shows many things by places of it that look like what
 * lies about the gap. There smooth colours were fog in the shape of the person. Reads are thread-safe.
 */
final class Backdrop {

	/**
	 * From this {@link Unrest} on a background shows things, or the gap lies between two that are not alike. Walls of studios have up to 0.027 (four
	 * photographs), a sharp shadow on one 0.16, woods 1.4.
	 */
	static final float BUSY = 0.05f;
	/** About such places, share of the longer side, it counts as busy too; there smooth colours take over. */
	private static final double ABOUT = 0.15;

	private final CoarseFill smooth;
	private final Picture unrest;
	/** How busy each place is, 0..1, on the grid of the unrest. */
	private final Picture busy;
	/** The gap by known places; null where the background is plain, or too little of it is known. */
	private final Picture completed;

	/**
	 * @param shown linear RGB; not changed, and not kept
	 * @param gap where the background is wanted
	 * @param known pixels that show it and nothing else
	 * @param cells along the longer side for smooth continuations, at most
	 */
	Backdrop(final Picture shown, final boolean[] gap, final boolean[] known, final int cells, final Progress progress) {
		smooth = new CoarseFill(shown, known, cells, true, progress);
		final PictureRows filled = filled(shown, gap);
		unrest = Unrest.of(filled, shown.width(), either(gap, known), progress);
		busy = busy(progress);
		completed = busy == null ? null : Completion.of(filled.whole(shown.width(), shown.height(), progress), gap, known, progress);
	}

	/** Whether nothing of it is completed by known places. */
	boolean isPlain() {
		return completed == null;
	}

	private static boolean[] either(final boolean[] one, final boolean[] other) {
		final boolean[] out = new boolean[one.length];
		for (int i = 0; i < out.length; i++) out[i] = one[i] || other[i];
		return out;
	}

	/** Null where nothing is. */
	private Picture busy(final Progress progress) {
		final boolean[] things = new boolean[unrest.planeSize()];
		boolean any = false;
		for (int i = 0; i < things.length; i++) any |= things[i] = unrest.data()[i] > BUSY;
		if (!any) return null;
		final int reach = Math.max(1, (int) (ABOUT / 2 * Math.max(unrest.width(), unrest.height())));
		return BoxBlur.twice(Picture.ofMask(Dilation.grow(things, unrest.width(), 2 * reach, progress), unrest.width()), reach / 2, progress);
	}

	/** What is shown, smooth in the gap. */
	private PictureRows filled(final Picture shown, final boolean[] gap) {
		final int w = shown.width();
		return () -> {
			final PictureRows.Reader reader = PictureRows.of(shown).reader();
			final float[] fill = new float[3 * w];
			return (y, line) -> {
				reader.read(y, line);
				smooth.row(y, fill);
				for (int x = 0; x < w; x++) if (gap[y * w + x]) for (int c = 0; c < 3; c++) line[c * w + x] = fill[c * w + x];
			};
		};
	}

	/**
	 * Writes one row at picture resolution.
	 *
	 * @param out [channel * width + x]
	 * @param stray how far the background strays from its means at each pixel, linear
	 * @param shares how much of each pixel is completed by known places, 0..1
	 */
	void row(final int y, final float[] out, final float[] stray, final float[] shares) {
		smooth.row(y, out);
		final int w = stray.length;
		for (int x = 0; x < w; x++) {
			final float share = completed == null ? 0 : at(busy, x, y);
			shares[x] = share;
			stray[x] = share <= 0 ? 0 : share * at(unrest, x, y) * (out[x] + out[w + x] + out[2 * w + x]) / 3;
			if (share > 0) for (int c = 0; c < 3; c++) out[c * w + x] += share * (completed.get(x, y, c) - out[c * w + x]);
		}
	}

	private float at(final Picture cells, final int x, final int y) {
		return cells.sample((x + 0.5) * cells.width() / completed.width(), (y + 0.5) * cells.height() / completed.height(), 0);
	}
}
