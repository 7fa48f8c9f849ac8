package org.icportrait.layers;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Closing;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How much of each pixel of a photograph shows the person. Mattes end softly where nothing does: what of the wall they take for the person would be lit with
 * it, and stand as a halo about it. So where a matte is soft, what is no different from the background is none of the person's. Others end sooner than the
 * photograph's blur does: what is on the way to the background just beside them is the person's in part, or stayed in the old light as a line. Hair and skin before a wall
 * of their colour are told pixel by pixel by either, and would keep the old light in specks: what is narrow and lies within the person is the person's. Stateless.
 */
final class PersonShare {

	/** Mattes between which they come to be believed, whatever the colour. */
	private static final float DOUBTED = 0.6f, SURE = 0.95f;
	/** From this share of the way to the background on a pixel is background: the rest is grain. */
	private static final float WHOLE = 0.92f;
	/** Squared distances from that way, as shares of its squared length, between which a pixel is neither: a collar brighter than the wall beside dark skin. */
	private static final float ON = 0.01f, OFF = 0.06f;

	/** Gaps up to twice as wide as this are closed, share of the area's width. */
	private static final double SPECK = 0.0035;

	/** Beside what is wholly the person's other pixels may be in part: so far does a photograph blur, share of the area's width. */
	private static final double BLUR = 0.005;
	/** Shares of the person between which what a pixel beside shows is no grain of the background any more. */
	private static final float GRAIN = 0.12f, MIXED = 0.35f;

	/** From the first to the second of these shares of the way to the background, and of these squared differences between it and the person, a gap is one. */
	private static final float TEXTURE = 0.08f, BEHIND = 0.3f, ALIKE = 0.1f, UNLIKE = 0.4f;
	private static final int WAY = 3;

	private PersonShare() {}

	/**
	 * @param shown linear RGB over the area, as photographed
	 * @param plate the background alone
	 * @param inner what lies further in
	 * @return 0..1 over the area
	 */
	static Picture of(final Picture shown, final Picture plate, final Picture matte, final CoarseFill inner, final Progress progress) {
		final int w = matte.width();
		final Picture out = matte.copy();
		Workers.bands(matte.height(), progress, (from, to) -> {
			final CoarseFill.Row line = inner.new Row();
			final float[] way = new float[WAY];
			for (int y = from; y < to; y++) {
				line.moveTo(y);
				for (int x = 0; x < w; x++) {
					final int i = y * w + x;
					final float a = matte.data()[i];
					if (a >= SURE || a <= 0) continue;
					onTheWay(shown.data(), plate.data(), i, line, x, way);
					out.data()[i] -= (1 - Smooth.step(DOUBTED, SURE, a)) * Math.max(0, a - person(way[0] * way[1] / WHOLE));
				}
			}
		});
		closeSpecks(shown, plate, inner, out, progress);
		addBlurred(shown, plate, matte, inner, out, progress);
		return out;
	}

	/** After gaps are closed: beyond the matte grain of a wall that is like the person stands in specks, and nothing is to be closed between those. */
	private static void addBlurred(final Picture shown, final Picture plate, final Picture matte, final CoarseFill inner, final Picture share, final Progress progress) {
		final int w = matte.width();
		final boolean[] beside = Dilation.grow(matte.above(Parting.FULL), w, BoxBlur.radius(BLUR, w), progress);
		Workers.bands(matte.height(), progress, (from, to) -> {
			final CoarseFill.Row line = inner.new Row();
			final float[] way = new float[WAY];
			for (int i = from * w; i < to * w; i++) {
				if (!beside[i] || share.data()[i] >= SURE) continue;
				line.moveTo(i / w);
				onTheWay(shown.data(), plate.data(), i, line, i % w, way);
				share.data()[i] = Math.max(share.data()[i], way[1] * blurred(person(way[0])));
			}
		});
	}

	/** Gaps that show a background which is nothing like the person stay. */
	private static void closeSpecks(final Picture shown, final Picture plate, final CoarseFill inner, final Picture share, final Progress progress) {
		final int w = share.width();
		final float[] closed = Closing.of(share, BoxBlur.radius(SPECK, w), progress).data(), open = share.data();
		Workers.bands(share.height(), progress, (from, to) -> {
			final CoarseFill.Row line = inner.new Row();
			final float[] way = new float[WAY];
			for (int i = from * w; i < to * w; i++) {
				if (closed[i] <= open[i]) continue;
				line.moveTo(i / w);
				onTheWay(shown.data(), plate.data(), i, line, i % w, way);
				final float gap = way[1] * Smooth.step(TEXTURE, BEHIND, way[0]) * Smooth.step(ALIKE, UNLIKE, way[2]);
				open[i] += (1 - gap) * (closed[i] - open[i]);
			}
		});
	}

	private static float person(final float background) {
		return 1 - Math.min(1, background);
	}

	/** Grain of the background is none of the person's. */
	private static float blurred(final float person) {
		return person * Smooth.step(GRAIN, MIXED, person);
	}

	/** How far a pixel is on the way from what lies further in to the background, 0..1, how surely it is on that way (less off it), and the squared length of that. */
	private static void onTheWay(final float[] shown, final float[] behind, final int i, final CoarseFill.Row line, final int x, final float[] out) {
		final int n = shown.length / 3;
		float along = 0, length = Parting.ALIKE;
		for (int c = 0; c < 3; c++) {
			final float inner = line.at(x, c), way = behind[c * n + i] - inner;
			along += (shown[c * n + i] - inner) * way;
			length += way * way;
		}
		final float share = Math.max(0, Math.min(1, along / length));
		float off = 0;
		for (int c = 0; c < 3; c++) {
			final float inner = line.at(x, c), left = shown[c * n + i] - inner - share * (behind[c * n + i] - inner);
			off += left * left;
		}
		out[0] = share;
		out[1] = 1 - Smooth.step(ON, OFF, off / length);
		out[2] = length;
	}
}
