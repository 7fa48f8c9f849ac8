package org.icportrait.face;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;

/**
 * What a crop's colours say of its matte. Before grounds that show things a network is unsure in whole patches: of a trunk beside hair, of a wheel behind a
 * shoulder. Whether a colour is the person's or the ground's, it mostly says surely close by: Bayes' rule with the network's matte as the prior and the shares
 * of a colour among what surely is person and what surely is none, window by window, as the likelihoods. A colour that both have, or neither, says nothing.
 * For one thread, once.
 */
final class MatteColours {

	/** Cells of each axis of the colour space: luma and two differences of colour. */
	private static final int CELLS = 32, PLANE = CELLS * CELLS, COLOURS = CELLS * PLANE;
	/** Windows in which colours are counted, share of the crop's side; each place lies in four. */
	private static final double WINDOW = 0.5;
	/** Mattes up to which and from which the network is taken at its word, and beyond which no colour counts. */
	private static final float GROUND = 0.2f, PERSON = 0.8f, CERTAIN = 0.001f;
	/** The least pixels of each in a window that tells anything. */
	private static final int FEW = 30;
	/** Shares of colours below which they are nothing, and the most that they say, log of the odds. */
	private static final float NOTHING = 1e-4f, MOST = 4;

	private final int side;
	private final float[] matte;
	/** Cell of each pixel's colour; -1 beyond the picture. */
	private final int[] colours;
	private final Counts person = new Counts(), ground = new Counts();
	/** What windows say, and how much they weigh. */
	private final float[] odds, weights;

	private MatteColours(final float[] srgb, final Picture matte, final boolean[] shown) {
		side = matte.width();
		this.matte = matte.data();
		colours = new int[side * side];
		for (int i = 0; i < colours.length; i++) colours[i] = shown[i] ? cell(srgb[i], srgb[colours.length + i], srgb[2 * colours.length + i]) : -1;
		odds = new float[colours.length];
		weights = new float[colours.length];
	}

	/**
	 * The reading with what the colours say of its matte; beyond the picture that stays as it was.
	 *
	 * @param srgb what the network saw, planes of sRGB 0..1 as large as the matte
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	static HeadReading told(final HeadReading reading, final float[] srgb, final Picture picture, final Progress progress) {
		return reading.withMatte(new MatteColours(srgb, reading.matte(), shown(reading, picture)).told(progress), reading.wide());
	}

	/** Which pixels of the matte lie in the picture. */
	private static boolean[] shown(final HeadReading reading, final Picture picture) {
		final int side = reading.matte().width();
		final boolean[] shown = new boolean[side * side];
		for (int i = 0; i < shown.length; i++) {
			final double u = (i % side + 0.5) / side, v = (i / side + 0.5) / side, x = reading.cropToPicture().x(u, v), y = reading.cropToPicture().y(u, v);
			shown[i] = x >= 0 && y >= 0 && x <= picture.width() && y <= picture.height();
		}
		return shown;
	}

	/** Rec. 709 luma and differences of colour: axes along which a surface's shading and its colour part. */
	private static int cell(final float red, final float green, final float blue) {
		final float luma = 0.2126f * red + 0.7152f * green + 0.0722f * blue;
		return (at(luma) * CELLS + at((blue - luma) / 1.8556f + 0.5f)) * CELLS + at((red - luma) / 1.5748f + 0.5f);
	}

	private static int at(final float value) {
		return Math.max(0, Math.min(CELLS - 1, (int) (value * CELLS)));
	}

	private Picture told(final Progress progress) {
		final int window = (int) (WINDOW * side), step = Math.max(1, window / 2);
		for (int top = -step; top < side; top += step) {
			progress.check();
			for (int left = -step; left < side; left += step) count(left, top, window);
		}
		final Picture out = new Picture(side, side, 1, matte.clone());
		for (int i = 0; i < colours.length; i++) if (isOpen(i)) out.data()[i] = with(matte[i], smooth(i));
		return out;
	}

	private boolean isOpen(final int i) {
		return colours[i] >= 0 && matte[i] > CERTAIN && matte[i] < 1 - CERTAIN;
	}

	/** Counts the colours of a window, and tells its open pixels, less toward its border. */
	private void count(final int left, final int top, final int window) {
		final int right = Math.min(side, left + window), bottom = Math.min(side, top + window);
		person.clear();
		ground.clear();
		boolean open = false;
		for (int y = Math.max(0, top); y < bottom; y++) for (int i = y * side + Math.max(0, left); i < y * side + right; i++) {
			if (colours[i] < 0) continue;
			if (matte[i] > PERSON) person.add(colours[i]);
			else if (matte[i] < GROUND) ground.add(colours[i]);
			open |= isOpen(i);
		}
		if (!open || person.number < FEW || ground.number < FEW) return;
		person.blur();
		ground.blur();
		for (int y = Math.max(0, top); y < bottom; y++) for (int x = Math.max(0, left); x < right; x++) {
			final int i = y * side + x;
			if (!isOpen(i)) continue;
			final float weight = tent(x - left, window) * tent(y - top, window);
			odds[i] += weight * (float) Math.log((person.share(colours[i]) + NOTHING) / (ground.share(colours[i]) + NOTHING));
			weights[i] += weight;
		}
	}

	private static float tent(final int at, final int window) {
		return 1 - Math.abs(2 * (at + 0.5f) / window - 1);
	}

	/** The mean of what is said about a place, near ones counting more: single pixels are grain. */
	private float smooth(final int i) {
		final int x = i % side, y = i / side;
		float sum = 0;
		for (int dy = -1; dy <= 1; dy++) for (int dx = -1; dx <= 1; dx++) {
			final int k = Math.max(0, Math.min(side - 1, y + dy)) * side + Math.max(0, Math.min(side - 1, x + dx));
			if (weights[k] > 0) sum += (dx == 0 ? 0.5f : 0.25f) * (dy == 0 ? 0.5f : 0.25f) * odds[k] / weights[k];
		}
		return sum;
	}

	private static float with(final float prior, final float odds) {
		final double likelihood = Math.exp(Math.max(-MOST, Math.min(MOST, odds)));
		return (float) (prior * likelihood / (prior * likelihood + 1 - prior));
	}

	/** How often each colour occurs. */
	private static final class Counts {

		private final float[] cells = new float[COLOURS];
		private final float[] line = new float[CELLS];
		/** The box that holds all colours that were counted. */
		private final int[] from = new int[3], to = new int[3];
		private int number;

		void clear() {
			Arrays.fill(cells, 0);
			Arrays.fill(from, CELLS);
			Arrays.fill(to, -1);
			number = 0;
		}

		void add(final int colour) {
			cells[colour]++;
			number++;
			reach(0, colour / PLANE);
			reach(1, colour / CELLS % CELLS);
			reach(2, colour % CELLS);
		}

		private void reach(final int axis, final int at) {
			from[axis] = Math.min(from[axis], at);
			to[axis] = Math.max(to[axis], at);
		}

		/** Spreads each count over the cells beside it. */
		void blur() {
			for (int axis = 0; axis < 3; axis++) {
				from[axis] = Math.max(0, from[axis] - 1);
				to[axis] = Math.min(CELLS - 1, to[axis] + 1);
			}
			blur(PLANE, 0, CELLS, 1, 1, 2);
			blur(CELLS, 1, PLANE, 0, 1, 2);
			blur(1, 2, PLANE, 0, CELLS, 1);
		}

		/** Along one axis, for all lines of the two others. */
		private void blur(final int stride, final int axis, final int first, final int firstAxis, final int second, final int secondAxis) {
			for (int a = from[firstAxis]; a <= to[firstAxis]; a++) for (int b = from[secondAxis]; b <= to[secondAxis]; b++) {
				final int start = a * first + b * second;
				for (int k = from[axis]; k <= to[axis]; k++) line[k] = cells[start + k * stride];
				for (int k = from[axis]; k <= to[axis]; k++) {
					final float before = k > from[axis] ? line[k - 1] : 0, after = k < to[axis] ? line[k + 1] : 0;
					cells[start + k * stride] = 0.5f * line[k] + 0.25f * (before + after);
				}
			}
		}

		float share(final int colour) {
			return cells[colour] / number;
		}
	}
}
