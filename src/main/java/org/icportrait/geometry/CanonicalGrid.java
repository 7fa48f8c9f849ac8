package org.icportrait.geometry;

import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

/**
 * Numbers on a cubic grid over canonical head space, in several planes: written cell by cell, read between cells (trilinear). What lies
 * beyond the grid counts as its border. Not thread-safe while it is written; may be read by many threads after that.
 */
public final class CanonicalGrid {

	private final float cell;
	private final float reach;
	private final int side;
	private final int cells;
	private final float[] values;

	/**
	 * A grid of zeros.
	 *
	 * @param cell side of a cell, dm
	 * @param reach half the extent of the grid, dm
	 * @param planes numbers in each cell
	 */
	public CanonicalGrid(final float cell, final float reach, final int planes) {
		this.cell = cell;
		this.reach = reach;
		side = (int) (2 * reach / cell);
		cells = side * side * side;
		values = new float[planes * cells];
	}

	/** A grid of zeros with the same cells as this one. */
	public CanonicalGrid empty(final int planes) {
		return new CanonicalGrid(cell, reach, planes);
	}

	/** The cell on the other side of the head. */
	public int mirrored(final int at) {
		return at - at % side + side - 1 - at % side;
	}

	/** The cell whose middle is nearest to a place (dm). */
	public int nearest(final float x, final float y, final float z) {
		return (Math.round(position(z)) * side + Math.round(position(y))) * side + Math.round(position(x));
	}

	/** Number of cells. */
	public int cells() {
		return cells;
	}

	/** The middle of a cell along x, dm. */
	public float x(final int at) {
		return (at % side + 0.5f) * cell - reach;
	}

	/** The middle of a cell along y, dm. */
	public float y(final int at) {
		return (at / side % side + 0.5f) * cell - reach;
	}

	/** The middle of a cell along z, dm. */
	public float z(final int at) {
		return (at / (side * side) + 0.5f) * cell - reach;
	}

	public float get(final int at, final int plane) {
		return values[plane * cells + at];
	}

	public void set(final int at, final int plane, final float value) {
		values[plane * cells + at] = value;
	}

	public void add(final int at, final int plane, final float value) {
		values[plane * cells + at] += value;
	}

	/** Raises one plane to at least {@code value} in the cells that lie within one cell of a place (dm). */
	public void raiseAround(final float x, final float y, final float z, final int plane, final float value) {
		final int i = index(x), j = index(y), k = index(z);
		for (int c = Math.max(0, k - 1); c <= Math.min(side - 1, k + 1); c++) {
			for (int b = Math.max(0, j - 1); b <= Math.min(side - 1, j + 1); b++) {
				for (int a = Math.max(0, i - 1); a <= Math.min(side - 1, i + 1); a++) {
					final int at = plane * cells + (c * side + b) * side + a;
					if (value > values[at]) values[at] = value;
				}
			}
		}
	}

	/** The first {@code out.length} planes between cells (trilinear). */
	public void read(final float x, final float y, final float z, final float[] out) {
		final float fx = position(x), fy = position(y), fz = position(z);
		final int i = (int) fx, j = (int) fy, k = (int) fz, row = side, slice = side * side;
		final float right = fx - i, left = 1 - fx + i, up = fy - j, down = 1 - fy + j, front = fz - k, back = 1 - fz + k;
		final float a = left * down, b = right * down, c = left * up, d = right * up;
		for (int plane = 0, at = (k * side + j) * side + i; plane < out.length; plane++, at += cells) {
			final int next = at + slice;
			out[plane] = a * back * values[at] + b * back * values[at + 1] + c * back * values[at + row] + d * back * values[at + row + 1] +
				a * front * values[next] + b * front * values[next + 1] + c * front * values[next + row] + d * front * values[next + row + 1];
		}
	}

	/** A new grid: this and {@code factor} times another of the same shape. */
	public CanonicalGrid plus(final CanonicalGrid other, final float factor) {
		final CanonicalGrid out = new CanonicalGrid(cell, reach, values.length / cells);
		for (int i = 0; i < values.length; i++) out.values[i] = values[i] + factor * other.values[i];
		return out;
	}

	/**
	 * A new grid, every plane blurred: two box means of (2 radius + 1) cells along each axis. Works only where there is something: heads
	 * fill a small part of their grid.
	 */
	public CanonicalGrid blurred(final int radius) {
		return blurred(radius, (plane, planes) -> {
			for (int k = 0; k < planes; k++) plane.accept(k);
		});
	}

	/** The same to the bit. @param each calls what it is given once for every number from 0 up to the other one, at the same time as it likes */
	public CanonicalGrid blurred(final int radius, final ObjIntConsumer<IntConsumer> each) {
		final CanonicalGrid out = new CanonicalGrid(cell, reach, values.length / cells);
		new GridBlur(side, radius).blur(values, out.values, each);
		return out;
	}

	private int index(final float x) {
		return Math.max(0, Math.min(side - 1, (int) ((x + reach) / cell)));
	}

	private float position(final float x) {
		return Math.max(0, Math.min(side - 1.001f, (x + reach) / cell - 0.5f));
	}
}
