package org.icportrait.light;

import java.util.Arrays;

import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * Values over a head as it is seen from the front, by canonical x and y, to compare both sides: a face is alike on both, hard light is not. Means, each
 * channel by itself. Immutable.
 */
final class FaceChart {

	/** Side of a cell and half the extent, dm. */
	private static final float CELL = 0.05f, REACH = 1.6f;
	private static final int SIDE = (int) (2 * REACH / CELL);
	/** The matte from which a cell of the maps counts, and how many of them are half sure. */
	private static final float INSIDE = 0.95f, HALF_SURE = 0.5f;

	/** Sums of the channels, and as the last one how many. */
	private final Picture sums;

	private FaceChart(final Picture sums) {
		this.sums = sums;
	}

	/** @param values over the maps */
	static FaceChart of(final HeadMaps maps, final Picture values) {
		final int n = maps.size(), channels = values.channels();
		final Picture out = new Picture(SIDE, SIDE, channels + 1);
		final float[] place = maps.coordinates().data();
		for (int i = 0; i < n; i++) {
			final int x = (int) Math.floor((place[i] + REACH) / CELL), y = (int) Math.floor((place[n + i] + REACH) / CELL);
			if (maps.matte().data()[i] < INSIDE || x < 0 || y < 0 || x >= SIDE || y >= SIDE) continue;
			for (int c = 0; c < channels; c++) out.data()[c * SIDE * SIDE + y * SIDE + x] += values.data()[c * n + i];
			out.data()[channels * SIDE * SIDE + y * SIDE + x]++;
		}
		return new FaceChart(out);
	}

	/**
	 * What a place has in common with the place across the face: of values of one sign the smaller one, else nothing; nothing too where that is not seen.
	 *
	 * @param x canonical, dm
	 * @param y canonical, dm
	 * @param values of the place, one a channel; turned into what is common
	 */
	void common(final float x, final float y, final float[] values) {
		final double column = (REACH - x) / CELL, row = (y + REACH) / CELL;
		final float weight = sums.sample(column, row, values.length);
		if (weight <= 0) {
			Arrays.fill(values, 0);
			return;
		}
		for (int c = 0; c < values.length; c++) {
			final float across = sums.sample(column, row, c) / weight;
			values[c] = across * values[c] <= 0 ? 0 : weight / (weight + HALF_SURE) * Math.copySign(Math.min(Math.abs(values[c]), Math.abs(across)), across);
		}
	}
}
