package org.icportrait.face;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/**
 * Takes other people out of a head's matte, so that they are background and stay whole: each place belongs to the face that is nearest to it on
 * a way along people, longer ways for larger faces. Stateless.
 */
final class OwnMatte {

	/** Radius of what is surely a face's own, share of its box's side. */
	private static final double CORE = 0.35;
	/** How many steps a step counts that does not run along a person. */
	private static final float ASIDE = 12;
	/** How far apart (in sides of faces) the two ways are where a place is wholly the nearer face's. */
	private static final float SOFTNESS = 0.04f;
	/** Sweeps over the picture after which ways hardly shorten. */
	private static final int SWEEPS = 8;
	/** Lengths of steps: bodies stand below their heads, so that the way aside is the longer one. */
	private static final float ACROSS = 1.5f, DOWN = 0.8f, DIAGONAL = 1.7f;

	private final Picture matte;
	private final float[] cost;

	private OwnMatte(final Picture matte) {
		this.matte = matte;
		cost = new float[matte.planeSize()];
		for (int i = 0; i < cost.length; i++) cost[i] = 1 + ASIDE * (1 - matte.data()[i]);
	}

	/**
	 * The reading with a matte, the wider look's too, of its own person alone; the reading itself where nobody else is near.
	 *
	 * @param own box of the face that was read
	 * @param others boxes of the other faces of the picture
	 */
	static HeadReading of(final HeadReading reading, final FaceBox own, final List<FaceBox> others) {
		if (others.isEmpty()) return reading;
		final HeadReading wide = reading.wide() == null ? null : of(reading.wide(), own, others);
		final Picture matte = new OwnMatte(reading.matte()).without(reading.cropToPicture(), own, others);
		return reading.withMatte(matte).withWide(wide);
	}

	private Picture without(final Similarity cropToPicture, final FaceBox own, final List<FaceBox> others) {
		final Similarity toMatte = new Similarity(matte.width(), 0, 0, 0).after(cropToPicture.inverse());
		final float[] mine = ways(toMatte, own, own), theirs = new float[mine.length];
		Arrays.fill(theirs, Float.MAX_VALUE);
		for (final FaceBox other : others) {
			final float[] ways = ways(toMatte, other, own);
			for (int i = 0; i < theirs.length; i++) theirs[i] = Math.min(theirs[i], ways[i]);
		}
		final Picture out = matte.copy();
		for (int i = 0; i < mine.length; i++) out.data()[i] *= Math.max(0, Math.min(1, 0.5f + (theirs[i] - mine[i]) / (2 * SOFTNESS)));
		return out;
	}

	/**
	 * For each place the length of the shortest way from a face, in sides of faces (the mean of both: larger people reach farther, but not that
	 * much). A face beyond the crop comes in over its border.
	 */
	private float[] ways(final Similarity toMatte, final FaceBox face, final FaceBox own) {
		final int w = matte.width(), h = matte.height();
		final double x = toMatte.x(face.x(), face.y()), y = toMatte.y(face.x(), face.y()), side = toMatte.scale() * face.side();
		final float[] ways = new float[w * h];
		for (int i = 0; i < ways.length; i++) {
			final double away = Math.max(0, Math.hypot(ACROSS * (i % w + 0.5 - x), DOWN * (i / w + 0.5 - y)) - CORE * side);
			final boolean border = i % w == 0 || i / w == 0 || i % w == w - 1 || i / w == h - 1;
			ways[i] = away == 0 || border && !inside(x, y) ? (float) away : Float.MAX_VALUE;
		}
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int i = 0; i < ways.length; i++) relax(ways, i, -1);
			for (int i = ways.length - 1; i >= 0; i--) relax(ways, i, 1);
		}
		for (int i = 0; i < ways.length; i++) ways[i] /= (float) (toMatte.scale() * Math.sqrt(face.side() * own.side()));
		return ways;
	}

	private boolean inside(final double x, final double y) {
		return x >= 0 && y >= 0 && x < matte.width() && y < matte.height();
	}

	/** Shortens the way to a place by those to four of its neighbours: before it, or after it. */
	private void relax(final float[] ways, final int i, final int step) {
		final int w = matte.width(), column = i % w, row = i / w;
		final boolean across = column + step >= 0 && column + step < w, down = row + step >= 0 && row + step < matte.height();
		float best = ways[i];
		if (across) best = Math.min(best, ways[i + step] + ACROSS * cost[i]);
		if (down) {
			final int beyond = i + step * w;
			best = Math.min(best, ways[beyond] + DOWN * cost[i]);
			if (across) best = Math.min(best, ways[beyond + step] + DIAGONAL * cost[i]);
			if (column - step >= 0 && column - step < w) best = Math.min(best, ways[beyond - step] + DIAGONAL * cost[i]);
		}
		ways[i] = best;
	}
}
