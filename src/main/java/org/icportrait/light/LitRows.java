package org.icportrait.light;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;

/** A person's rows in new light, as {@link Relighter} says. Thread-safe. */
final class LitRows implements PictureRows {

	/** From this linear value on highlights are bent. */
	private static final float SHOULDER = 0.8f;
	/** Pixels of a row that are looked at together: fewer black ones are lit as well, which is faster than asking. */
	private static final int STRETCH = 32;

	private final Picture person;
	private final Area area;
	private final RatioLines ratio;
	private final HeldGleams gleams;
	/** Null where light reaches everywhere. */
	private final BorderFade falloff;

	/** @param person linear RGB over {@code area} @param ratio what it is multiplied by */
	LitRows(final Picture person, final Area area, final RatioLines ratio, final HeldGleams gleams, final BorderFade falloff) {
		this.person = person;
		this.area = area;
		this.ratio = ratio;
		this.gleams = gleams;
		this.falloff = falloff.isNone() ? null : falloff;
	}

	@Override
	public Reader reader() {
		final int w = person.width();
		final float[] factors = new float[3 * w], skin = new float[w];
		return (y, line) -> {
			Arrays.fill(line, 0);
			for (int first = notBlack(y, 0, w), end; first < w; first = notBlack(y, end, w)) {
				end = end(y, first);
				light(y, first, end, factors, skin, line);
			}
		};
	}

	/** Lights a run of pixels of a row. @param factors as long as the line @param skin as long as a row; both for use in here */
	private void light(final int y, final int first, final int end, final float[] factors, final float[] skin, final float[] line) {
		final int w = person.width();
		final double px = area.x() + 0.5, py = area.y() + y + 0.5;
		ratio.read(px, py, first, end, factors);
		if (falloff != null) fade(factors, px, py, first, end);
		for (int c = 0; c < 3; c++) multiply((c * person.height() + y) * w, factors, c * w, first, end, line);
		gleams.hold(px, py, person, y, first, end, factors, skin, line);
		for (int c = 0; c < 3; c++) bend((c * person.height() + y) * w + first, c * w + first, end - first, line);
	}

	/** Up to where a row is lit from a pixel on: to the next stretch of it that is black, as all is beside a person and within hair that stands about a head. */
	private int end(final int y, final int first) {
		final int w = person.width();
		for (int end = Math.min(w, first + STRETCH);;) {
			final int next = Math.min(w, end + STRETCH);
			if (notBlack(y, end, next) == next) return end;
			end = next;
		}
	}

	/** The first pixel of a part of a row that is not black; {@code to} where all is. */
	private int notBlack(final int y, final int from, final int to) {
		final int n = person.planeSize(), row = y * person.width();
		final float[] data = person.data();
		for (int i = row + from; i < row + to; i++) if (data[i] != 0 || data[n + i] != 0 || data[2 * n + i] != 0) return i - row;
		return to;
	}

	private void fade(final float[] factors, final double x, final double y, final int first, final int end) {
		final int width = factors.length / 3;
		for (int i = first; i < end; i++) {
			final float share = falloff.at(x + i, y);
			for (int k = i; k < factors.length; k += width) factors[k] = 1 + share * (factors[k] - 1);
		}
	}

	/** One channel of a row, which begins at {@code start} in the person and at {@code from} in the lines. */
	private void multiply(final int start, final float[] factors, final int from, final int first, final int end, final float[] line) {
		final float[] data = person.data();
		// By itself, for so it works on several pixels at once.
		for (int x = first; x < end; x++) line[from + x] = data[start + x] * factors[from + x];
	}

	/** @param start of so many samples of the person @param from of theirs in the line */
	private void bend(final int start, final int from, final int count, final float[] line) {
		for (int x = 0; x < count; x++) if (line[from + x] > SHOULDER) line[from + x] = bend(line[from + x], person.data()[start + x]);
	}

	/** Of a value above the shoulder: those that were bright already stay; those that become so approach 1 without reaching it. */
	private static float bend(final float value, final float before) {
		final float start = Math.max(SHOULDER, Math.min(before, 1));
		if (value <= start || start >= 0.999f) return Math.min(value, Math.max(before, 1));
		final float room = 1 - start, t = (value - start) / room;
		// 1 - exp(-t) to within 0.01, by the exponential's first terms: rising, level with it at the shoulder, and many times faster.
		return start + room * (1 - 1 / (1 + t * (1 + t * (0.5f + t * (1 / 6f + t / 24)))));
	}
}
