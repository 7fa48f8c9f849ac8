package org.icportrait.layers;

import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How much of each pixel of a photograph shows the person. Mattes end softly where nothing does: what of the wall they take for the person would be lit with
 * it, and stand as a halo about it. So where a matte is soft, what is no different from the background is none of the person's. Stateless.
 */
final class PersonShare {

	/** Mattes between which they come to be believed, whatever the colour. */
	private static final float DOUBTED = 0.6f, SURE = 0.95f;
	/** From this share of the way to the background on a pixel is background: the rest is grain. */
	private static final float WHOLE = 0.92f;
	/** Squared distances from that way, as shares of its squared length, between which a pixel is neither: a collar brighter than the wall beside dark skin. */
	private static final float ON = 0.01f, OFF = 0.06f;

	private PersonShare() {}

	/**
	 * @param shown linear RGB over the area, as photographed
	 * @param plate the background alone
	 * @param inner what lies further in
	 * @return 0..1 over the area, the matte at most
	 */
	static Picture of(final Picture shown, final Picture plate, final Picture matte, final CoarseFill inner, final Progress progress) {
		final int w = matte.width();
		final Picture out = matte.copy();
		Workers.bands(matte.height(), progress, (from, to) -> {
			final float[] line = new float[3 * w];
			for (int y = from; y < to; y++) {
				inner.row(y, line);
				for (int x = 0; x < w; x++) {
					final int i = y * w + x;
					final float a = matte.data()[i];
					if (a <= 0 || a >= SURE) continue;
					final float person = 1 - Math.min(1, background(shown.data(), plate.data(), i, line, x) / WHOLE);
					out.data()[i] -= (1 - Smooth.step(DOUBTED, SURE, a)) * Math.max(0, a - person);
				}
			}
		});
		return out;
	}

	/** How surely a pixel is background, 0..1: how far it is on the way from what lies further in; less off that way, or where both are alike. */
	private static float background(final float[] shown, final float[] behind, final int i, final float[] line, final int x) {
		final int n = shown.length / 3, w = line.length / 3;
		float along = 0, length = Parting.ALIKE;
		for (int c = 0; c < 3; c++) {
			final float inner = line[c * w + x], way = behind[c * n + i] - inner;
			along += (shown[c * n + i] - inner) * way;
			length += way * way;
		}
		final float share = Math.max(0, Math.min(1, along / length));
		float off = 0;
		for (int c = 0; c < 3; c++) {
			final float inner = line[c * w + x], left = shown[c * n + i] - inner - share * (behind[c * n + i] - inner);
			off += left * left;
		}
		return share * (1 - Smooth.step(ON, OFF, off / length));
	}
}
