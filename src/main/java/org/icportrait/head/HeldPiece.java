package org.icportrait.head;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.HeldThing.Way;
import org.icportrait.image.Picture;

/** One thing that is held, as cells of a crop's share: what of it lies before the head, where it goes on to what stays, and the plane that it lies in. */
final class HeldPiece {

	/** Share of a thing's cells before the head from which on it goes with that, and how far (dm) its other end must be to be a hinge. */
	private static final float TOUCHES = 0.12f;
	private static final double REACH = 0.6;
	/** How wide (dm) it must be where it goes on beyond what is seen, for that to count. */
	private static final double END = 0.06;
	/** How far (dm) it lies before what it hides: before so much of that, as a share. */
	private static final double BEFORE = 0.05, HIDES = 0.85;

	private final HeadReading reading;
	private final HeldShare share;
	private final int[] cells;
	private final double[] x;
	private final double[] y;
	private final Area picture;
	private final Way way;
	/** Middles of the end before the head and of the other one, picture pixels. */
	private final double[] near;
	private final double[] far;
	private final HeldPlane plane;
	private final double forward;

	/** @param cells of the share, row * side + column @param picture the whole of it */
	HeldPiece(final HeadReading reading, final HeldShare share, final int[] cells, final Area picture) {
		this.reading = reading;
		this.share = share;
		this.cells = cells;
		this.picture = picture;
		x = new double[cells.length];
		y = new double[cells.length];
		final boolean[] head = new boolean[cells.length], low = new boolean[cells.length], border = new boolean[cells.length];
		for (int k = 0; k < cells.length; k++) {
			x[k] = share.x(cells[k]);
			y[k] = share.y(cells[k]);
			border[k] = isAtBorder(k);
			final float ofHead = Neck.ofHead(read(Place.HEIGHT, k));
			head[k] = !border[k] && ofHead >= 1;
			low[k] = ofHead <= 0;
		}
		final boolean[] ends = count(border) > 0 ? border : low, before = count(head) > 0 ? head : all();
		near = middle(before);
		far = middle(ends);
		way = way(count(head), count(ends));
		final double[] depth = new double[cells.length];
		for (int k = 0; k < depth.length; k++) depth[k] = read(Place.DEPTH, k);
		plane = HeldPlane.fit(x, y, depth, before, reading.camera().s());
		forward = BEFORE + Math.max(0, outmost(depth, before));
	}

	/** How far (dm) before the plane most of what is hidden ends. */
	private double outmost(final double[] depth, final boolean[] some) {
		final double[] ahead = IntStream.range(0, depth.length).filter(k -> some[k]).mapToDouble(k -> depth[k] - plane.depth(x[k], y[k])).sorted().toArray();
		return ahead[(int) (HIDES * (ahead.length - 1))];
	}

	/** What goes on beyond the crops, while the picture does too, is not seen whole: it stays. */
	private Way way(final int before, final int ends) {
		final double least = END * reading.camera().s() / share.cell();
		if (before < TOUCHES * cells.length || cut(0) > least || cut(share.inner()) > least && beyond() < least) return Way.STAYS;
		if (ends < least) return Way.TURNS;
		return Math.hypot(near[0] - far[0], near[1] - far[1]) < REACH * reading.camera().s() ? Way.STAYS : Way.HINGED;
	}

	/** Cells along a crop's border where the picture goes on. */
	private int cut(final int within) {
		int count = 0;
		for (int k = 0; k < cells.length; k++) if (share.inside(cells[k], within) == 0 && !isAtBorder(k)) count++;
		return count;
	}

	/** Cells beyond the reading's own crop. */
	private int beyond() {
		int count = 0;
		for (final int cell : cells) if (share.inside(cell, share.inner()) < 0) count++;
		return count;
	}

	Way way() {
		return way;
	}

	/** Corners of its card, as {@link HeldThing} wants them. */
	double[] corners() {
		return way == Way.HINGED ? along() : around();
	}

	/** Depths of those corners, dm. */
	double[] depths(final double[] corners) {
		final double[] out = new double[4];
		for (int i = 0; i < 4; i++) out[i] = plane.depth(corners[2 * i], corners[2 * i + 1]) + forward;
		return out;
	}

	/** From end to end, as wide as it is. */
	private double[] along() {
		final double dx = far[0] - near[0], dy = far[1] - near[1], length = Math.hypot(dx, dy);
		double wide = 1;
		for (int k = 0; k < x.length; k++) wide = Math.max(wide, Math.abs((x[k] - near[0]) * dy - (y[k] - near[1]) * dx) / length);
		final double ax = -dy / length * wide, ay = dx / length * wide;
		return new double[] { near[0] - ax, near[1] - ay, near[0] + ax, near[1] + ay, far[0] + ax, far[1] + ay, far[0] - ax, far[1] - ay };
	}

	private double[] around() {
		double left = Double.MAX_VALUE, top = Double.MAX_VALUE, right = -Double.MAX_VALUE, bottom = -Double.MAX_VALUE;
		final double cell = share.cell();
		for (int k = 0; k < x.length; k++) {
			left = Math.min(left, x[k] - cell);
			right = Math.max(right, x[k] + cell);
			top = Math.min(top, y[k] - cell);
			bottom = Math.max(bottom, y[k] + cell);
		}
		return new double[] { left, top, right, top, right, bottom, left, bottom };
	}

	/** Whether the picture ends there. */
	private boolean isAtBorder(final int k) {
		final double cell = share.cell();
		return x[k] < cell || y[k] < cell || x[k] > picture.width() - cell || y[k] > picture.height() - cell;
	}

	private enum Place {
		HEIGHT, DEPTH
	}

	/** What the reading says behind it: its networks look through what is held. */
	private float read(final Place what, final int k) {
		final boolean own = share.inside(cells[k], share.inner()) >= 0 || reading.wide() == null;
		final HeadReading look = own ? reading : reading.wide();
		final Similarity toCrop = look.cropToPicture().inverse();
		final Picture map = what == Place.HEIGHT ? look.coordinates() : look.depth();
		return map.sample(toCrop.x(x[k], y[k]) * map.width(), toCrop.y(x[k], y[k]) * map.height(), what == Place.HEIGHT ? 1 : 0);
	}

	private boolean[] all() {
		final boolean[] out = new boolean[cells.length];
		Arrays.fill(out, true);
		return out;
	}

	private static int count(final boolean[] some) {
		int count = 0;
		for (final boolean one : some) if (one) count++;
		return count;
	}

	private double[] middle(final boolean[] some) {
		double sx = 0, sy = 0;
		int count = 0;
		for (int k = 0; k < some.length; k++) {
			if (!some[k]) continue;
			sx += x[k];
			sy += y[k];
			count++;
		}
		return new double[] { sx / Math.max(1, count), sy / Math.max(1, count) };
	}
}
