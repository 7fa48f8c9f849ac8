package org.icportrait.head;

import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Parts;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.maps.JoinedMaps;
import org.icportrait.work.Progress;

/**
 * How surely each place shows something that is held, over the crop of a reading and, where there is a wider one, over that, in cells of one size.
 *
 * @param toPicture fractions of the square, 0..1, to picture pixels
 * @param share 0..1, one channel, as many rows as columns
 * @param inner how many cells on each side lie beyond the reading's own crop
 */
record HeldShare(Similarity toPicture, Picture share, int inner) {

	/** Of what is held; null where no network says it. @param picture the whole of it; beyond its border a thing goes on */
	static HeldShare of(final HeadReading reading, final Area picture) {
		return of(reading, picture, Parts.Kind.HELD);
	}

	/** The same of another kind of parts. */
	static HeldShare of(final HeadReading reading, final Area picture, final Parts.Kind kind) {
		return reading.parts() == null ? null : read(reading, kind).goingOn(picture);
	}

	private static HeldShare read(final HeadReading reading, final Parts.Kind kind) {
		final Picture near = reading.parts().share(kind);
		final HeadReading wide = reading.wide();
		if (wide == null || wide.parts() == null) return new HeldShare(reading.cropToPicture(), near, 0);
		return joined(reading, near, wide, wide.parts().share(kind));
	}

	private static HeldShare joined(final HeadReading reading, final Picture near, final HeadReading wide, final Picture far) {
		final int n = near.width(), beyond = (int) Math.ceil((wide.cropToPicture().scale() / reading.cropToPicture().scale() - 1) * n / 2), side = n + 2 * beyond;
		final double first = -beyond / (double) n;
		final Similarity toPicture = reading.cropToPicture().after(new Similarity(side / (double) n, 0, first, first)), toWide = wide.cropToPicture().inverse().after(toPicture);
		final Picture out = new Picture(side, side, 1);
		for (int i = 0; i < out.planeSize(); i++) {
			final double column = i % side + 0.5, row = i / side + 0.5, u = (column - beyond) / n, v = (row - beyond) / n;
			final float own = JoinedMaps.nearer(u, v);
			final double farU = toWide.x(column / side, row / side), farV = toWide.y(column / side, row / side);
			out.data()[i] = (own > 0 ? own * near.sample(u * n, v * n, 0) : 0) + (own < 1 ? (1 - own) * far.sample(farU * far.width(), farV * far.height(), 0) : 0);
		}
		return new HeldShare(toPicture, out, beyond);
	}

	/** Cells beyond the picture, where networks see what is no picture, become those along its border. */
	private HeldShare goingOn(final Area picture) {
		final Picture out = share.copy();
		final Similarity toShare = toPicture.inverse();
		final double half = cell() / 2;
		for (int i = 0; i < out.planeSize(); i++) {
			if (isIn(i, picture)) continue;
			final double px = Math.max(half, Math.min(picture.width() - half, x(i))), py = Math.max(half, Math.min(picture.height() - half, y(i)));
			out.data()[i] = share.sample(toShare.x(px, py) * side(), toShare.y(px, py) * side(), 0);
		}
		return new HeldShare(toPicture, out, inner);
	}

	/**
	 * Narrow gaps between what is held are held too: networks doubt the edges between the parts of a thing.
	 *
	 * @param held share from which on a cell is
	 * @param filled that of gaps
	 * @param gap half their width, cells
	 */
	HeldShare closed(final float held, final float filled, final int gap, final Progress progress) {
		final boolean[] mask = share.above(held);
		final boolean[] closed = Dilation.shrink(Dilation.grow(mask, side(), gap, progress), side(), gap, progress);
		final Picture out = share.copy();
		for (int i = 0; i < mask.length; i++) if (closed[i] && !mask[i]) out.data()[i] = filled;
		return new HeldShare(toPicture, out, inner);
	}

	/** The same square with nothing held but these. @param pieces cells of each */
	HeldShare only(final List<int[]> pieces) {
		final Picture out = new Picture(side(), side(), 1);
		for (final int[] cells : pieces) for (final int cell : cells) out.data()[cell] = 1;
		return new HeldShare(toPicture, out, inner);
	}

	/** Whether a cell has its middle in the picture. */
	boolean isIn(final int cell, final Area picture) {
		return x(cell) >= 0 && y(cell) >= 0 && x(cell) < picture.width() && y(cell) < picture.height();
	}

	/** Cells along each side. */
	int side() {
		return share.width();
	}

	/** Picture pixels. */
	double cell() {
		return toPicture.scale() / side();
	}

	/** Column of the picture where a cell, row * side + column, has its middle. */
	double x(final int cell) {
		return toPicture.x((cell % side() + 0.5) / side(), (cell / side() + 0.5) / side());
	}

	/** The same of rows. */
	double y(final int cell) {
		return toPicture.y((cell % side() + 0.5) / side(), (cell / side() + 0.5) / side());
	}

	/** How many cells a cell lies inside a border so many cells within the square's: 0 along it, below 0 beyond. */
	int inside(final int cell, final int within) {
		final int column = cell % side(), row = cell / side();
		return Math.min(Math.min(column, side() - 1 - column), Math.min(row, side() - 1 - row)) - within;
	}
}
