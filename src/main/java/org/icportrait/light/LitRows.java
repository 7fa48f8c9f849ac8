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
			final int first = first(y), end = end(y, first);
			final double px = area.x() + 0.5, py = area.y() + y + 0.5;
			ratio.read(px, py, first, end, factors);
			if (falloff != null) fade(factors, px, py, first, end);
			for (int c = 0; c < 3; c++) multiply((c * person.height() + y) * w, factors, c * w, first, end, line);
			gleams.hold(px, py, person, y, first, end, factors, skin, line);
			for (int c = 0; c < 3; c++) bend((c * person.height() + y) * w + first, c * w + first, end - first, line);
		};
	}

	/** The first pixel of a row that is not black, as all is beside a person, or the row's length. */
	private int first(final int y) {
		int x = 0;
		while (x < person.width() && isBlack(x, y)) x++;
		return x;
	}

	/** The pixel after the last one of a row that is not black; its first one where all is. */
	private int end(final int y, final int first) {
		int x = person.width();
		while (x > first && isBlack(x - 1, y)) x--;
		return x;
	}

	private boolean isBlack(final int x, final int y) {
		return person.get(x, y, 0) == 0 && person.get(x, y, 1) == 0 && person.get(x, y, 2) == 0;
	}

	private void fade(final float[] factors, final double x, final double y, final int first, final int end) {
		final int width = factors.length / 3;
		for (int i = first; i < end; i++) {
			final float share = falloff.at(x + i, y);
			for (int k = i; k < factors.length; k += width) factors[k] = 1 + share * (factors[k] - 1);
		}
	}

	/** One channel of a row, which begins at {@code start} in the person and at {@code from} in the lines; black beside the person. */
	private void multiply(final int start, final float[] factors, final int from, final int first, final int end, final float[] line) {
		final float[] data = person.data();
		Arrays.fill(line, from, from + first, 0);
		// By itself, for so it works on several pixels at once.
		for (int x = first; x < end; x++) line[from + x] = data[start + x] * factors[from + x];
		Arrays.fill(line, from + end, from + person.width(), 0);
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
