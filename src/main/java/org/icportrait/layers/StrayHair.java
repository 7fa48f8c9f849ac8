package org.icportrait.layers;

import java.util.Arrays;

import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Single hairs that stand off a head, before a plain background: too thin for a matte, they would stay in the air where the head was. Thin lines (an opening by
 * reconstruction leaves them out) that begin and end near the person. Stateless.
 */
final class StrayHair {

	/** Shares of the area's width: how far from the person they reach, the means that they are held against, and half the broadest one. */
	private static final double REACH = 0.25, ABOUT = 0.012, BROAD = 0.004;
	/** The same: the shortest one, its shortest piece, and how far pieces lie from it. Letters of a wall are short. */
	private static final double SHORT = 0.05, PIECE = 0.01, GAP = 0.05;
	/**
	 * So many times the middle deviation of all pixels is a line's, in turns: what is one part with a thicket at a low level is a hair by itself at a higher one. How many times as
	 * much is surely one's, and the least of a line's (square roots of light): a step of 8 bits is .004.
	 */
	private static final float[] LEVELS = { 6, 4, 3, 2.2f };
	private static final float SURE = 2.5f, LEAST = 0.006f;
	/** Pixels along the longer side on which they are looked for. */
	private static final int LARGEST = 1000;
	/** Share of plain pixels about one from which on they give a mean. */
	private static final float SOME = 0.01f;
	/** Every so many pixels the deviations are looked at, and by how much of the width what is found is grown: lenses blur. */
	private static final int SAMPLED = 7;
	private static final double BLURRED = 0.003;

	private StrayHair() {}

	/**
	 * @param shown linear RGB; not changed
	 * @param person what the matte says is the person
	 * @param beside what lies so near that it is looked at otherwise, the person included
	 * @return which pixels beyond that show some
	 */
	static boolean[] of(final Picture shown, final boolean[] person, final boolean[] beside, final Progress progress) {
		final int w = shown.width(), h = shown.height(), block = (Math.max(w, h) + LARGEST - 1) / LARGEST;
		if (block == 1) return found(shown, person, beside, progress);
		final int columns = w / block, rows = h / block;
		final boolean[] close = scaled(beside, w, h, columns, rows, progress);
		final Picture seen = AreaScale.shrunk(shown, columns, rows, Dilation.complement(close));
		final boolean[] small = found(seen, scaled(person, w, h, columns, rows, progress), close, progress);
		return scaled(small, columns, rows, w, h, progress);
	}

	private static boolean[] scaled(final boolean[] mask, final int w, final int h, final int columns, final int rows, final Progress progress) {
		final boolean[] out = new boolean[columns * rows];
		final int[] across = new int[columns];
		for (int column = 0; column < columns; column++) across[column] = (int) ((column + 0.5) * w / columns);
		Workers.rows(rows, progress, row -> {
			final int start = (int) ((row + 0.5) * h / rows) * w;
			for (int column = 0; column < columns; column++) out[row * columns + column] = mask[start + across[column]];
		});
		return out;
	}

	private static boolean[] found(final Picture shown, final boolean[] person, final boolean[] beside, final Progress progress) {
		final int w = shown.width(), n = shown.planeSize();
		final boolean[] zone = Dilation.grow(person, w, BoxBlur.radius(REACH, w), progress), hairs = new boolean[n];
		takeThings(zone, Unrest.of(shown, Dilation.complement(beside), progress), w, progress);
		final float[] strays = strays(shown, beside, zone, progress);
		final float middle = middle(strays);
		boolean any = false;
		for (final float level : LEVELS) any |= add(hairs, zone, strays, level * middle, SHORT * w, w);
		if (!any) return hairs;
		final boolean[] about = Dilation.grow(hairs, w, BoxBlur.radius(GAP, w), progress);
		for (int i = 0; i < n; i++) about[i] &= zone[i];
		for (final float level : LEVELS) add(hairs, about, strays, level * middle, PIECE * w, w);
		return Dilation.grow(hairs, w, BoxBlur.radius(BLURRED, w), progress);
	}

	/** Takes out of a zone where the background shows things. */
	private static void takeThings(final boolean[] zone, final Picture unrest, final int w, final Progress progress) {
		final int h = zone.length / w;
		Workers.rows(h, progress, y -> {
			final int row = y * unrest.height() / h;
			for (int x = 0; x < w; x++) zone[y * w + x] = zone[y * w + x] && unrest.get(x * unrest.width() / w, row, 0) < Backdrop.BUSY;
		});
	}

	/** Adds the hairs among what strays by more than a level in a zone, as far as they are so long; whether there are any. */
	private static boolean add(final boolean[] hairs, final boolean[] zone, final float[] strays, final float level, final double length, final int w) {
		final boolean[] lines = new boolean[strays.length];
		for (int i = 0; i < lines.length; i++) lines[i] = zone[i] && strays[i] > level;
		final Looks looks = new Looks(w, zone, strays, lines, SURE * level, BoxBlur.radius(BROAD, w), length);
		boolean any = false;
		for (final int[] line : new ConnectedParts(lines, w)) {
			if (line.length < length || !looks.isHair(line)) continue;
			any = true;
			for (final int i : line) hairs[i] = true;
		}
		return any;
	}

	/** By how much each pixel of the background, of the zone alone, strays from the mean about it, square roots of light, much as eyes see it; what strays far is left out of that, which it would darken about a hair. */
	private static float[] strays(final Picture shown, final boolean[] beside, final boolean[] zone, final Progress progress) {
		final int n = shown.planeSize();
		final Picture seen = new Picture(shown.width(), shown.height(), 2);
		for (int i = 0; i < n; i++) {
			if (beside[i]) continue;
			seen.data()[i] = (float) Math.sqrt(Math.max(0, Math.min(1, Colour.luminance(shown, i))));
			seen.data()[n + i] = 1;
		}
		final float[] once = strays(seen, seen, zone, progress);
		final float far = LEVELS[0] * middle(once);
		final Picture plain = seen.copy();
		for (int i = 0; i < n; i++) if (once[i] > far) plain.data()[i] = plain.data()[n + i] = 0;
		return strays(seen, plain, zone, progress);
	}

	/** @param seen brightness, and whether it counts @param plain what the means are of */
	private static float[] strays(final Picture seen, final Picture plain, final boolean[] zone, final Progress progress) {
		final int n = seen.planeSize();
		final float[] mean = BoxBlur.twice(plain, BoxBlur.radius(ABOUT, seen.width()), progress).data(), out = new float[n];
		for (int i = 0; i < n; i++) if (zone[i] && seen.data()[n + i] > 0 && mean[n + i] > SOME) out[i] = Math.abs(seen.data()[i] - mean[i] / mean[n + i]);
		return out;
	}

	/** The median of what strays at all, or the least that counts. */
	private static float middle(final float[] strays) {
		final float[] some = new float[strays.length / SAMPLED + 1];
		int count = 0;
		for (int i = 0; i < strays.length; i += SAMPLED) if (strays[i] > 0) some[count++] = strays[i];
		Arrays.sort(some, 0, count);
		return Math.max(LEAST / LEVELS[LEVELS.length - 1], count == 0 ? 0 : some[count / 2]);
	}

	/** What a line is judged by: over all pixels, and from which deviation on it is surely there, and half of how broad one may be. */
	private record Looks(int width, boolean[] zone, float[] strays, boolean[] lines, float sure, int broad, double length) {

		/** Whether it is long, thin, surely there, and within the zone: what leads out of it, as a joint of a wall does, is none. */
		boolean isHair(final int[] line) {
			int left = width, right = 0, top = strays.length, bottom = 0;
			boolean surely = false;
			for (final int i : line) {
				final int x = i % width, y = i / width;
				surely |= strays[i] > sure;
				left = Math.min(left, x);
				right = Math.max(right, x);
				top = Math.min(top, y);
				bottom = Math.max(bottom, y);
			}
			if (!surely || Math.hypot(right - left, bottom - top) < length) return false;
			for (final int i : line) if (leadsOut(i) || isBroad(i)) return false;
			return true;
		}

		private boolean leadsOut(final int i) {
			final int x = i % width;
			return x == 0 || x == width - 1 || i < width || i >= zone.length - width || !zone[i - 1] || !zone[i + 1] || !zone[i - width] || !zone[i + width];
		}

		/** Whether all about a pixel is lines. */
		private boolean isBroad(final int i) {
			for (int dy = -broad; dy <= broad; dy++) {
				for (int dx = -broad; dx <= broad; dx++) {
					final int at = i + dy * width + dx;
					if (at < 0 || at >= lines.length || !lines[at]) return false;
				}
			}
			return true;
		}
	}
}
