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
	private final Similarity toMatte;
	private final FaceBox own;

	private OwnMatte(final HeadReading reading, final FaceBox own) {
		matte = reading.matte();
		toMatte = new Similarity(matte.width(), 0, 0, 0).after(reading.cropToPicture().inverse());
		this.own = own;
	}

	/**
	 * The reading with a matte, the wider look's too, of its own person alone, and one of the others; the reading itself where nobody else is near.
	 *
	 * @param own the face that was read
	 * @param others the other faces of the picture, read as they are where that is possible
	 */
	static HeadReading of(final HeadReading reading, final FoundFace own, final List<FoundFace> others) {
		if (others.isEmpty()) return reading;
		final Shares near = new OwnMatte(reading, own.box()).among(others);
		final boolean[] nearer = new boolean[others.size()];
		for (int k = 0; k < nearer.length; k++) nearer[k] = others.get(k).reading() != null && isBehind(reading, own, others.get(k), near, k);
		final HeadReading wide = reading.wide() == null ? null : new OwnMatte(reading.wide(), own.box()).among(others).in(reading.wide(), nearer);
		return near.in(reading, nearer).withWide(wide);
	}

	/** Where one of the two alone was read with the other covered, that says it: a head ends at a cover as it ends at its own silhouette. */
	private static boolean isBehind(final HeadReading reading, final FoundFace own, final FoundFace other, final Shares shares, final int number) {
		final CommonBorder border = CommonBorder.of(reading, other.reading(), shares, number);
		return own.behind() == other.behind() ? border.isBehind() : own.behind() && border.isLong();
	}

	/**
	 * Whose each place of a matte is. Live.
	 *
	 * @param own the matte of the head's own person
	 * @param others that of all others
	 * @param whose the number of that other who is nearest, whether the place is that other's or not
	 */
	record Shares(Picture own, Picture others, int[] whose) {

		/** @param nearer which of the others stand before the head's own person */
		private HeadReading in(final HeadReading reading, final boolean[] nearer) {
			final Picture before = new Picture(others.width(), others.height(), 1);
			boolean any = false;
			for (final boolean one : nearer) any |= one;
			for (int i = 0; i < whose.length; i++) if (nearer[whose[i]]) before.data()[i] = others.data()[i];
			return reading.withMattes(own, others, any ? before : null);
		}
	}

	/** Ways to each face run along what its own reading says of its person: others' necks and hair are no part of the head's matte, but shoulders are. */
	private Shares among(final List<FoundFace> others) {
		final float[] mine = ways(own, matte), theirs = new float[mine.length], covered = new float[mine.length];
		final int[] whose = new int[mine.length];
		Arrays.fill(theirs, Float.MAX_VALUE);
		for (int k = 0; k < others.size(); k++) {
			final FoundFace other = others.get(k);
			final Picture person = other.reading() == null ? matte : read(other.reading());
			final float[] ways = ways(other.box(), person);
			for (int i = 0; i < theirs.length; i++) {
				if (ways[i] < theirs[i]) whose[i] = k;
				theirs[i] = Math.min(theirs[i], ways[i]);
				covered[i] = Math.max(covered[i], person.data()[i]);
			}
		}
		final Picture out = matte.copy(), rest = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < mine.length; i++) {
			out.data()[i] *= Math.max(0, Math.min(1, 0.5f + (theirs[i] - mine[i]) / (2 * SOFTNESS)));
			rest.data()[i] = Math.min(covered[i], 1 - out.data()[i]);
		}
		return new Shares(out, rest, whose);
	}

	/** What the reading of another face says of its person, over this matte's grid. */
	private Picture read(final HeadReading other) {
		final Picture out = new Picture(matte.width(), matte.height(), 1);
		final Similarity toPicture = toMatte.inverse();
		for (int i = 0; i < out.planeSize(); i++) {
			final double column = i % out.width() + 0.5, row = i / out.width() + 0.5;
			out.data()[i] = at(other, toPicture.x(column, row), toPicture.y(column, row));
		}
		return out;
	}

	/** The nearer look counts as far as it reaches. */
	private static float at(final HeadReading reading, final double x, final double y) {
		final Similarity toCrop = reading.cropToPicture().inverse();
		final double u = toCrop.x(x, y), v = toCrop.y(x, y);
		if (u >= 0 && v >= 0 && u <= 1 && v <= 1) return reading.matte().sample(u * reading.matte().width(), v * reading.matte().height(), 0);
		return reading.wide() == null ? 0 : at(reading.wide(), x, y);
	}

	/**
	 * For each place the length of the shortest way from a face, in sides of faces (the mean of both: larger people reach farther, but not that
	 * much). A face beyond the crop comes in over its border.
	 */
	private float[] ways(final FaceBox face, final Picture person) {
		final int w = matte.width(), h = matte.height();
		final double x = toMatte.x(face.x(), face.y()), y = toMatte.y(face.x(), face.y()), side = toMatte.scale() * face.side();
		final float[] ways = new float[w * h];
		for (int i = 0; i < ways.length; i++) {
			final double away = Math.max(0, Math.hypot(ACROSS * (i % w + 0.5 - x), DOWN * (i / w + 0.5 - y)) - CORE * side);
			final boolean border = i % w == 0 || i / w == 0 || i % w == w - 1 || i / w == h - 1;
			ways[i] = away == 0 || border && !inside(x, y) ? (float) away : Float.MAX_VALUE;
		}
		final float[] cost = new float[ways.length];
		for (int i = 0; i < cost.length; i++) cost[i] = 1 + ASIDE * (1 - person.data()[i]);
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			for (int i = 0; i < ways.length; i++) relax(ways, cost, i, -1);
			for (int i = ways.length - 1; i >= 0; i--) relax(ways, cost, i, 1);
		}
		for (int i = 0; i < ways.length; i++) ways[i] /= (float) (toMatte.scale() * Math.sqrt(face.side() * own.side()));
		return ways;
	}

	private boolean inside(final double x, final double y) {
		return x >= 0 && y >= 0 && x < matte.width() && y < matte.height();
	}

	/** Shortens the way to a place by those to four of its neighbours: before it, or after it. */
	private void relax(final float[] ways, final float[] cost, final int i, final int step) {
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
