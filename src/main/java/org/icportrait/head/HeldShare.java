package org.icportrait.head;

import org.icportrait.face.HeadReading;
import org.icportrait.face.Parts;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * How surely each place shows something that is held, over the crop of a reading and, where there is a wider one, over that, in cells of one size.
 *
 * @param toPicture fractions of the square, 0..1, to picture pixels
 * @param share 0..1, one channel, as many rows as columns
 * @param inner how many cells on each side lie beyond the reading's own crop
 */
record HeldShare(Similarity toPicture, Picture share, int inner) {

	/** Null where no network says it. */
	static HeldShare of(final HeadReading reading) {
		if (reading.parts() == null) return null;
		final Picture near = reading.parts().share(Parts.Kind.HELD);
		final HeadReading wide = reading.wide();
		if (wide == null || wide.parts() == null) return over(reading, near);
		return joined(reading, near, wide, wide.parts().share(Parts.Kind.HELD));
	}

	/** Over the reading's own crop alone. */
	static HeldShare over(final HeadReading reading, final Picture share) {
		return new HeldShare(reading.cropToPicture(), share, 0);
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
