package org.icportrait.light;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** A profile, and beside it the crop of the reference as it is read: what is hidden is grey. Immutable. */
final class StitchCanvas {

	/** Linear grey of what is hidden. */
	private static final float HIDDEN = 0.21f;

	private final Picture reference;
	private final CropCells crop;
	private final boolean[] shown;

	/** @param reference kept, not copied: do not change it @param shown cells of the crop, [row * SIDE + column] */
	StitchCanvas(final Picture reference, final CropCells crop, final boolean[] shown) {
		this.reference = reference;
		this.crop = crop;
		this.shown = shown;
	}

	/** @param profile linear RGB @return of its height, the crop as a square right of it */
	Picture beside(final Picture profile) {
		final int h = profile.height(), w = profile.width();
		final Similarity toPicture = crop.toPicture().after(new Similarity(1.0 / h, 0, 0, 0));
		final Picture out = new Picture(w + h, h, 3);
		Workers.rows(h, Progress.NONE, y -> {
			for (int c = 0; c < 3; c++) {
				System.arraycopy(profile.data(), (c * h + y) * w, out.data(), (c * h + y) * out.width(), w);
				for (int x = 0; x < h; x++) out.set(w + x, y, c, at((int) Math.floor(toPicture.x(x + 0.5, y + 0.5)), (int) Math.floor(toPicture.y(x + 0.5, y + 0.5)), c));
			}
		});
		return out;
	}

	/** Which pixels of a picture of this size are shown, [y * width + x]. */
	boolean[] shown(final int width, final int height) {
		final boolean[] out = new boolean[Math.multiplyExact(width, height)];
		for (int i = 0; i < out.length; i++) {
			final int cell = crop.of(i % width, i / width);
			out[i] = cell >= 0 && shown[cell];
		}
		return out;
	}

	private float at(final int x, final int y, final int channel) {
		if (x < 0 || y < 0 || x >= reference.width() || y >= reference.height()) return HIDDEN;
		final int cell = crop.of(x, y);
		return cell >= 0 && shown[cell] ? reference.get(x, y, channel) : HIDDEN;
	}
}
