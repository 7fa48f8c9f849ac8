package org.icportrait.quality;

import ij.process.ColorProcessor;

import org.icportrait.image.Picture;

/** Maps of numbers as colours that people can look at; white where there is nothing. */
final class MapColours {

	/** Everything that is a number. */
	static final MapColours ALL = new MapColours(null, 0);

	private static final int NOTHING = 0xffffff;
	private static final float LEAST_MATTE = 0.5f;

	private final Picture matte;
	private final double fine;

	private MapColours(final Picture matte, final int side) {
		this.matte = matte;
		fine = matte == null ? 1 : (double) matte.width() / side;
	}

	/** Where a matte shows the person. @param side of the maps */
	static MapColours within(final Picture matte, final int side) {
		return new MapColours(matte, side);
	}

	/** One channel in grey. */
	ColorProcessor grey(final Picture map, final double low, final double high) {
		return draw(map, (x, y) -> level(map.get(x, y, 0), low, high) * 0x010101);
	}

	/** Three channels as red, green and blue. */
	ColorProcessor colours(final Picture map, final double low, final double high) {
		return draw(map, (x, y) -> level(map.get(x, y, 0), low, high) << 16 | level(map.get(x, y, 1), low, high) << 8 | level(map.get(x, y, 2), low, high));
	}

	/** A chessboard of the photograph, carried along: coloured by where it stood. @param side of a square, pixels */
	ColorProcessor squares(final Picture places, final double side) {
		return draw(places, (x, y) -> {
			final double u = places.get(x, y, 0), v = places.get(x, y, 1);
			final boolean dark = Math.floorMod((long) Math.floor(u / side) + (long) Math.floor(v / side), 2L) == 0;
			final int red = level((float) u, 0, places.width()), green = level((float) v, 0, places.height()), part = dark ? 2 : 3;
			return red * part / 3 << 16 | green * part / 3 << 8 | 140 * part / 3;
		});
	}

	private interface Colour {
		int at(int x, int y);
	}

	private ColorProcessor draw(final Picture map, final Colour colour) {
		final ColorProcessor out = new ColorProcessor(map.width(), map.height());
		for (int y = 0; y < map.height(); y++) for (int x = 0; x < map.width(); x++) out.set(x, y, shown(map, x, y) ? colour.at(x, y) : NOTHING);
		return out;
	}

	private boolean shown(final Picture map, final int x, final int y) {
		if (Float.isNaN(map.get(x, y, 0))) return false;
		return matte == null || matte.sample((x + 0.5) * fine, (y + 0.5) * fine, 0) >= LEAST_MATTE;
	}

	private static int level(final float value, final double low, final double high) {
		return (int) Math.round(255 * Math.min(1, Math.max(0, (value - low) / (high - low))));
	}
}
