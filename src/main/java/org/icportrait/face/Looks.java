package org.icportrait.face;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.image.Picture;

/** Where the finder looks after the whole picture as it stands: squares of the picture, as boxes whose crop they are. */
final class Looks {

	/** Tiles are looked at from this side on: in smaller pictures the finder sees as much at its own size. */
	private static final int LEAST_TILED = 480;
	/** Side of a tile as a share of the picture's longer one; two in a row overlap by a fifth, more than a small face needs. */
	private static final double TILE = 0.6;

	private Looks() {}

	/**
	 * Looks that are taken together.
	 *
	 * @param least score of a find that is worth reading: measured, for a face has more in at least one look, and most else has less
	 */
	record Group(List<FaceBox> squares, double least) {}

	/** A square twice as wide as the picture, for faces that fill it and more. Beyond the picture its border repeats. */
	static Group farther(final Picture picture) {
		return new Group(List.of(square(picture.width() / 2.0, picture.height() / 2.0, 2 * Math.max(picture.width(), picture.height()), 0)), 0.3);
	}

	/** Overlapping tiles, for small faces in large pictures; none where the picture is small. */
	static Group nearer(final Picture picture) {
		final double longer = Math.max(picture.width(), picture.height());
		final double side = TILE * longer;
		final List<FaceBox> squares = new ArrayList<>();
		if (longer >= LEAST_TILED) for (final double y : middles(picture.height(), side)) for (final double x : middles(picture.width(), side)) {
			squares.add(square(x, y, side, 0));
		}
		return new Group(squares, 0.4);
	}

	private static double[] middles(final double length, final double side) {
		return length > side * 4 / 3 ? new double[] { side / 2, length - side / 2 } : new double[] { length / 2 };
	}

	/** The whole picture lying on its sides and standing on its head. */
	static Group quarterTurns(final Picture picture) {
		return turned(picture, 90, 180, -90);
	}

	/** The whole picture by what lies between: the finder of any pack sees heads that lean by 25 degrees. */
	static Group eighthTurns(final Picture picture) {
		return turned(picture, 45, -45, 135, -135);
	}

	private static Group turned(final Picture picture, final double... turns) {
		final List<FaceBox> squares = new ArrayList<>();
		for (final double turn : turns) squares.add(wholeTurned(picture, turn));
		return new Group(squares, 0.45);
	}

	/** A square about a rectangle, three times as large, so that a face there is seen at the finder's best size. */
	static Group around(final double x, final double y, final double width, final double height) {
		return new Group(List.of(square(x + width / 2, y + height / 2, 3 * Math.max(width, height), 0)), 0.3);
	}

	/** A square that is turned by {@code turn} degrees, counter-clockwise as seen, and holds the whole picture. */
	private static FaceBox wholeTurned(final Picture picture, final double turn) {
		final double cos = Math.abs(Math.cos(Math.toRadians(turn)));
		final double sin = Math.abs(Math.sin(Math.toRadians(turn)));
		final double width = picture.width() * cos + picture.height() * sin;
		final double height = picture.height() * cos + picture.width() * sin;
		return square(picture.width() / 2.0, picture.height() / 2.0, Math.max(width, height), turn);
	}

	private static FaceBox square(final double x, final double y, final double side, final double turn) {
		return new FaceBox(x, y, side / FaceBox.CROP, turn, 1);
	}
}
