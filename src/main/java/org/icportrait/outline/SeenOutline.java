package org.icportrait.outline;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.icportrait.hair.SeenHair;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How the outline of hair passes into what lies behind it, as photographs show it: from a tenth to half of the hair's light, along the way out. Immutable.
 *
 * @param soft dm at the head's origin, where no strand stands out
 * @param far likewise, where strands stand out far; no less than {@code soft}
 */
public record SeenOutline(double soft, double far) {

	/** Where too little is seen: the middle of 30 people. */
	public static final SeenOutline USUAL = new SeenOutline(0.02, 0.058);
	/** Widest that is taken over: beyond it hair is loose, and stands apart from the head. */
	private static final double SOFTEST = 0.025, FARTHEST = 0.08;
	/** How far (dm) from the matte's outline hair and wall are each alone, on what length, and how far inward a place is told to be hair. */
	private static final double ALONE = 0.12, LENGTH = 0.08, INWARD = 0.06;
	/** Radius (dm) that makes the matte's outline smooth enough to have a direction. */
	private static final double DIRECTION = 0.04;
	/** Shares of the ways between which most of them lie. */
	private static final double MIDDLE = 0.5, STRAND = 0.9;
	/** Light that begins to be hair's, and that is half of it. */
	private static final float TENTH = 0.1f, HALF = 0.5f;
	/** Least difference of wall and hair, linear light, and most that the wall may waver, share of it. */
	private static final float CONTRAST = 0.05f, WAVER = 0.08f;
	/** Steps for one pixel, and the fewest ways that say something. */
	private static final int FINE = 2, FEWEST = 30;

	/**
	 * @param photographs linear RGB; not changed
	 * @param heads one of each
	 */
	public static SeenOutline of(final List<Picture> photographs, final List<PreparedHead> heads, final Progress progress) {
		return of(IntStream.range(0, heads.size()).boxed().flatMapToDouble(i -> Arrays.stream(widths(photographs.get(i), heads.get(i), progress))).toArray());
	}

	/** @param widths of ways, dm; not changed */
	static SeenOutline of(final double[] widths) {
		if (widths.length < FEWEST) return USUAL;
		final double[] sorted = widths.clone();
		Arrays.sort(sorted);
		final double soft = Math.min(SOFTEST, sorted[(int) (MIDDLE * sorted.length)]);
		return new SeenOutline(soft, Math.max(soft, Math.min(FARTHEST, sorted[(int) (STRAND * sorted.length)])));
	}

	private static double[] widths(final Picture photograph, final PreparedHead head, final Progress progress) {
		final double dm = head.camera().s();
		final Picture matte = head.matte(), smooth = BoxBlur.twice(matte, Math.max(1, (int) Math.round(DIRECTION * dm)), progress);
		final SeenHair hair = head.hair().seen();
		final double[][] widths = new double[Math.max(0, matte.height() - 2)][];
		Workers.rows(widths.length, progress, row -> widths[row] = IntStream.range(1, matte.width() - 1).filter(x -> isOutline(matte, x, row + 1))
			.mapToDouble(x -> width(photograph, head, hair, smooth, x, row + 1)).filter(width -> width >= 0).map(width -> width / dm).toArray());
		return Arrays.stream(widths).flatMapToDouble(Arrays::stream).toArray();
	}

	/** At a pixel of the outline, pixels; negative where that is not to be told. */
	private static double width(final Picture photograph, final PreparedHead head, final SeenHair hair, final Picture smooth, final int x, final int y) {
		final double across = smooth.get(x - 1, y, 0) - smooth.get(x + 1, y, 0), down = smooth.get(x, y - 1, 0) - smooth.get(x, y + 1, 0), steep = Math.hypot(across, down);
		if (steep == 0) return -1;
		final double dm = head.camera().s();
		final Way way = new Way(photograph, head.area().x() + x + 0.5, head.area().y() + y + 0.5, across / steep, down / steep);
		return isHair(head, hair, way.x(-INWARD * dm), way.y(-INWARD * dm)) ? way.width(dm) : -1;
	}

	private static boolean isOutline(final Picture matte, final int x, final int y) {
		if (matte.get(x, y, 0) < HALF) return false;
		return Math.min(Math.min(matte.get(x - 1, y, 0), matte.get(x + 1, y, 0)), Math.min(matte.get(x, y - 1, 0), matte.get(x, y + 1, 0))) < HALF;
	}

	/** Whether a place of the photograph is hair upon the scalp. */
	private static boolean isHair(final PreparedHead head, final SeenHair hair, final double x, final double y) {
		final double column = head.maps().column(x, y), row = head.maps().row(x, y);
		return HeadModel.isScalp(head.maps().coordinates().sample(column, row, 1), head.maps().coordinates().sample(column, row, 2)) && hair.isAt(x, y);
	}

	/** A line across the outline at a place of the photograph, its direction outward. */
	private record Way(Picture photograph, double x, double y, double across, double down) {

		double x(final double out) {
			return x + out * across;
		}

		double y(final double out) {
			return y + out * down;
		}

		/** Pixels from the outermost tenth of hair to the outermost half of it; negative where that is not to be told. */
		double width(final double dm) {
			final double end = (ALONE + LENGTH) * dm;
			if (Math.min(x(end), x(-end)) < 1 || Math.min(y(end), y(-end)) < 1) return -1;
			if (Math.max(x(end), x(-end)) > photograph.width() - 1 || Math.max(y(end), y(-end)) > photograph.height() - 1) return -1;
			final double[] wall = new double[3], hair = new double[3];
			mean(ALONE * dm, end, wall);
			mean(-end, -ALONE * dm, hair);
			double length = 0;
			for (int c = 0; c < 3; c++) length += (hair[c] - wall[c]) * (hair[c] - wall[c]);
			if (length < CONTRAST * CONTRAST || waver(dm, wall, hair, length) > WAVER) return -1;
			final double tenth = first(TENTH, end, end, wall, hair, length), half = first(HALF, tenth, end, wall, hair, length);
			return half <= -ALONE * dm || tenth > ALONE * dm ? -1 : tenth - half;
		}

		private void mean(final double from, final double to, final double[] mean) {
			final int steps = (int) (FINE * (to - from));
			for (int step = 0; step < steps; step++) {
				final double out = from + (double) step / FINE;
				for (int c = 0; c < 3; c++) mean[c] += photograph.sample(x(out), y(out), c) / steps;
			}
		}

		private double waver(final double dm, final double[] wall, final double[] hair, final double length) {
			final int steps = (int) (FINE * LENGTH * dm);
			double squares = 0;
			for (int step = 0; step < steps; step++) {
				final double share = share(ALONE * dm + (double) step / FINE, wall, hair, length);
				squares += share * share / steps;
			}
			return Math.sqrt(squares);
		}

		/** Where on the way in it is first hair's by so much. */
		private double first(final float least, final double from, final double end, final double[] wall, final double[] hair, final double length) {
			double out = from;
			while (out > -end && share(out, wall, hair, length) < least) out -= 1.0 / FINE;
			return out;
		}

		/** How far a colour is on the way from the wall to the hair. */
		private double share(final double out, final double[] wall, final double[] hair, final double length) {
			double along = 0;
			for (int c = 0; c < 3; c++) along += (photograph.sample(x(out), y(out), c) - wall[c]) * (hair[c] - wall[c]);
			return along / length;
		}
	}
}
