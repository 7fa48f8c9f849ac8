package org.icportrait.body;

import java.util.Arrays;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;

/**
 * What of a body is cloth and what is bare, by the reflectance that was read: of the neck, and of the sides of the chest, which are dressed if anything is.
 *
 * @param dressed which vertices of the grid look more like cloth than like skin, seen or not; null where both are alike or too little is seen
 * @param collar level where the garment ends at the sides
 */
record BodyCloth(boolean[] dressed, double collar) {

	/** Levels above which a neck is bare, and below which sides are looked at. */
	private static final double BARE = 1, SIDES = 3.5;
	/** Levels between which a garment ends. */
	private static final double HIGHEST = 0.75, LOWEST = 3, STEP = 0.125;
	/** Angles (radians) from the front between which a side is looked at. */
	private static final double FROM = 0.7, TO = 2;
	/** Cloth differs from skin by this (sRGB), or all is one. */
	private static final double APART = 0.08;

	/** @param lends which vertices are seen and no hair hangs before them */
	static BodyCloth of(final BodyGrid grid, final boolean[] lends) {
		final float[] skin = middle(grid, lends, false), cloth = middle(grid, lends, true);
		if (skin == null || cloth == null || difference(skin, cloth) < APART) return new BodyCloth(null, BodyGrid.USUAL);
		final boolean[] dressed = new boolean[lends.length];
		for (int v = 0; v < dressed.length; v++) {
			final float[] own = colour(grid, v);
			dressed[v] = difference(own, cloth) < difference(own, skin);
		}
		return new BodyCloth(dressed, collar(grid, lends, dressed));
	}

	private static boolean isSide(final int v) {
		final double angle = BodyGrid.angle(v), aside = Math.min(angle, 2 * Math.PI - angle);
		return aside > FROM && aside < TO;
	}

	/** The median reflectance (sRGB) of what is seen of the neck, or of the sides; null where nothing is. */
	private static float[] middle(final BodyGrid grid, final boolean[] lends, final boolean sides) {
		final float[][] found = new float[3][lends.length];
		int count = 0;
		for (int v = 0; v < lends.length; v++) {
			if (!lends[v] || (sides ? grid.level(v) < SIDES || !isSide(v) : grid.level(v) > BARE)) continue;
			final float[] own = colour(grid, v);
			for (int c = 0; c < 3; c++) found[c][count] = own[c];
			count++;
		}
		if (count == 0) return null;
		for (final float[] channel : found) Arrays.sort(channel, 0, count);
		return new float[] { found[0][count / 2], found[1][count / 2], found[2][count / 2] };
	}

	private static float[] colour(final BodyGrid grid, final int v) {
		final HeadMaps maps = grid.head.maps();
		final Picture albedo = maps.albedo();
		final float[] out = new float[3];
		for (int c = 0; c < 3; c++) out[c] = Colour.toSrgb(albedo.sample(maps.column(grid.x[v], grid.y[v]), maps.row(grid.x[v], grid.y[v]), c));
		return out;
	}

	private static double difference(final float[] a, final float[] b) {
		return Math.sqrt(((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2])) / 3);
	}

	/** The level at the sides above which fewest vertices are dressed and below which fewest are bare. */
	private static double collar(final BodyGrid grid, final boolean[] lends, final boolean[] dressed) {
		int best = Integer.MAX_VALUE, looked = 0;
		double collar = BodyGrid.USUAL;
		for (double at = HIGHEST; at <= LOWEST; at += STEP) {
			int wrong = 0;
			looked = 0;
			for (int v = 0; v < lends.length; v++) {
				if (!lends[v] || !isSide(v) || grid.level(v) < HIGHEST || grid.level(v) > LOWEST) continue;
				looked++;
				if (dressed[v] != grid.level(v) >= at) wrong++;
			}
			if (wrong >= best) continue;
			best = wrong;
			collar = at;
		}
		return looked == 0 ? BodyGrid.USUAL : collar;
	}
}
