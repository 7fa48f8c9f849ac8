package org.icportrait.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Writing, reading between cells, and the blur against its definition. */
class CanonicalGridTest {

	private static final float CELL = 0.25f, REACH = 1.5f;
	private static final int SIDE = 12;

	private static CanonicalGrid random(final int planes, final int cells) {
		final Random random = new Random(1);
		final CanonicalGrid grid = new CanonicalGrid(CELL, REACH, planes);
		for (int i = 0; i < cells; i++) for (int p = 0; p < planes; p++) grid.set(random.nextInt(grid.cells()), p, random.nextFloat());
		return grid;
	}

	@Test
	void theMiddleOfACellIsNearestToItAndReadsItsValue() {
		final CanonicalGrid grid = random(2, 300);
		for (int at = 0; at < grid.cells(); at += 7) {
			assertEquals(at, grid.nearest(grid.x(at), grid.y(at), grid.z(at)));
			for (int p = 0; p < 2; p++) assertEquals(grid.get(at, p), read(grid, grid.x(at), grid.y(at), grid.z(at), 2)[p], 2e-3);
		}
	}

	@Test
	void aSlopeIsReadBetweenCells() {
		final CanonicalGrid grid = new CanonicalGrid(CELL, REACH, 1);
		for (int at = 0; at < grid.cells(); at++) grid.set(at, 0, grid.x(at) - 2 * grid.y(at) + 3 * grid.z(at));
		final Random random = new Random(2);
		for (int i = 0; i < 100; i++) {
			final float x = 2 * random.nextFloat() - 1, y = 2 * random.nextFloat() - 1, z = 2 * random.nextFloat() - 1;
			assertEquals(x - 2 * y + 3 * z, read(grid, x, y, z, 1)[0], 1e-4);
		}
	}

	/** Two box means along each axis, with nothing beyond the grid. */
	private static float[] read(final CanonicalGrid grid, final float x, final float y, final float z, final int planes) {
		final float[] out = new float[planes];
		grid.read(x, y, z, out);
		return out;
	}

	private static float[] blurredByDefinition(final CanonicalGrid grid, final int plane, final int radius) {
		float[] values = new float[grid.cells()];
		for (int i = 0; i < values.length; i++) values[i] = grid.get(i, plane);
		for (int pass = 0; pass < 6; pass++) {
			final int stride = pass % 3 == 0 ? 1 : pass % 3 == 1 ? SIDE : SIDE * SIDE;
			final float[] next = new float[values.length];
			for (int i = 0; i < values.length; i++) {
				for (int k = -radius; k <= radius; k++) {
					final int at = i / stride % SIDE + k;
					if (at >= 0 && at < SIDE) next[i] += values[i + k * stride] / (2 * radius + 1);
				}
			}
			values = next;
		}
		return values;
	}

	@Test
	void theBlurIsTwoBoxMeansAlongEachAxis() {
		final CanonicalGrid scattered = random(3, 40), lonely = new CanonicalGrid(CELL, REACH, 3), corner = new CanonicalGrid(CELL, REACH, 3);
		lonely.set(SIDE * SIDE * 5 + SIDE * 4 + 6, 1, 2);
		corner.set(0, 2, 1);
		for (final CanonicalGrid grid : new CanonicalGrid[] { scattered, lonely, corner }) {
			for (final int radius : new int[] { 1, 3 }) {
				final CanonicalGrid blurred = grid.blurred(radius);
				for (int p = 0; p < 3; p++) {
					final float[] out = new float[grid.cells()];
					for (int i = 0; i < out.length; i++) out[i] = blurred.get(i, p);
					assertArrayEquals(blurredByDefinition(grid, p, radius), out, 1e-5f);
				}
			}
		}
	}

	@Test
	void nothingStaysNothing() {
		final CanonicalGrid blurred = new CanonicalGrid(CELL, REACH, 2).blurred(2);
		for (int i = 0; i < blurred.cells(); i++) assertEquals(0, blurred.get(i, 0));
	}

	@Test
	void aSumIsNew() {
		final CanonicalGrid a = random(2, 100), b = random(2, 50), sum = a.plus(b, 0.5f);
		for (int i = 0; i < a.cells(); i++) assertEquals(a.get(i, 1) + 0.5f * b.get(i, 1), sum.get(i, 1), 1e-6);
		final float before = a.get(5, 0);
		sum.add(5, 0, 1);
		assertEquals(before, a.get(5, 0));
	}

	@Test
	void planesAreBlurredInAnyOrderToTheSameBits() {
		final CanonicalGrid grid = new CanonicalGrid(0.1f, 1, 3);
		for (int at = 0; at < grid.cells(); at += 7) for (int plane = 0; plane < 3; plane++) grid.set(at, plane, (plane + 1) * at % 13 * 0.1f);
		final CanonicalGrid inOrder = grid.blurred(2), backwards = grid.blurred(2, (plane, planes) -> {
			for (int k = planes - 1; k >= 0; k--) plane.accept(k);
		});
		for (int plane = 0; plane < 3; plane++) for (int at = 0; at < grid.cells(); at++) assertEquals(inOrder.get(at, plane), backwards.get(at, plane));
	}
}
