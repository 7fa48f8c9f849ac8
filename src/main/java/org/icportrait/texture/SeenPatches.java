package org.icportrait.texture;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.icportrait.geometry.Area;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Squares of what is seen, all of it the photograph's own: of skin those whose unevenest part is least uneven, for whatever else a face has (brows, lids, lips, creases,
 * gleams, moles) is more uneven than skin; of hair those that are less uneven than most, for gleams are more. Immutable.
 *
 * @param detail what is finer than the squares, as a share of the brightness around it; {@link ColourAxes} over a part of the picture
 * @param side of the squares, pixels
 * @param corners of the squares, top left, [row * width + column]; never empty
 * @param brightness in the middle of the squares, mean, the first of {@link ColourAxes}; 0 where there are none
 */
public record SeenPatches(Picture detail, int side, int[] corners, float brightness) {

	/** Side of the squares, share of the frame's width (25 mm of a head), where there are enough of them, else ever smaller; the radius of what is coarse, share of the side. */
	private static final double[] SIDES = { 0.068, 0.048, 0.034 };
	private static final double COARSE = 0.2;
	/** The same of beards and hair, of whose sides less is seen. */
	private static final double[] NARROW = { 0.048, 0.034, 0.024 };
	/** Smaller squares, pixels, hold no texture, and fewer of them repeat themselves. */
	private static final int SMALLEST = 10, FEWEST = 12;
	/** So many squares begin along the side of one; parts that are compared, along it. */
	private static final int STEPS = 4, PARTS = 8;
	/** Radius of what is fine, share of the side. */
	private static final double FINE = 0.06;
	/** Which of the squares, ordered by their unevenest part, is plain skin surely, and how many times as uneven plain skin is at most (a variance). */
	private static final double PLAIN = 0.1, UNEVENEST = 2;
	/** Which share of the squares of hair, ordered so, is without gleams. */
	private static final double DULL = 0.5;
	private static final float BLACK = 1e-3f;
	/** Brightness whose share is no more than this is none: rounding to 8 bits makes as much on skin of middling brightness. And what is 1 but for rounding. */
	private static final double FAINTEST = Grain.FLOOR, WHOLE = 0.9999;
	private static final int AXES = ColourAxes.COUNT;

	/**
	 * Null where too little of it is seen, or it shows no more than rounding to 8 bits makes.
	 *
	 * @param portrait {@link ColourAxes} of a part of the picture
	 * @param face where skin of the face is seen in it
	 * @param width of the frame, picture pixels
	 */
	public static SeenPatches of(final Picture portrait, final boolean[] face, final double width, final Progress progress) {
		return of(portrait, face, width, SIDES, SeenPatches::plain, progress);
	}

	/** The same of a beard, all of which counts. @param bearded where it is seen */
	public static SeenPatches ofBeard(final Picture portrait, final boolean[] bearded, final double width, final Progress progress) {
		return of(portrait, bearded, width, NARROW, (all, detail, side, asked) -> all, progress);
	}

	/** The same of hair without its gleams. @param haired where it is seen */
	public static SeenPatches ofHair(final Picture portrait, final boolean[] haired, final double width, final Progress progress) {
		return of(portrait, haired, width, NARROW, SeenPatches::dull, progress);
	}

	/** Which of some squares count. */
	@FunctionalInterface
	private interface Choice {

		int[] of(int[] corners, Picture detail, int side, Progress progress);
	}

	private static SeenPatches of(final Picture portrait, final boolean[] face, final double width, final double[] sides, final Choice choice, final Progress progress) {
		final Area box = Area.of(face, portrait.width());
		if (box.isEmpty()) return null;
		final Picture seen = new Picture(box.width(), box.height(), AXES);
		final boolean[] skin = new boolean[box.size()];
		for (int i = 0; i < AXES * skin.length; i++) {
			final int from = (box.y() + i % skin.length / box.width()) * portrait.width() + box.x() + i % box.width();
			skin[i % skin.length] = face[from];
			if (face[from]) seen.data()[i] = portrait.data()[i / skin.length * portrait.planeSize() + from];
		}
		for (final double share : sides) {
			final int side = (int) Math.round(share * width);
			if (side < SMALLEST) return null;
			final SeenPatches patches = of(seen, skin, side, choice, progress);
			if (patches.corners.length >= FEWEST) return patches.contrast() < FAINTEST ? null : patches;
		}
		return null;
	}

	/** As many as there are, of one size. */
	private static SeenPatches of(final Picture seen, final boolean[] skin, final int side, final Choice choice, final Progress progress) {
		final Picture coarse = coarse(seen, skin, BoxBlur.radius(COARSE, side), progress), detail = new Picture(seen.width(), seen.height(), AXES);
		final int n = detail.planeSize();
		for (int i = 0; i < AXES * n; i++) if (skin[i % n]) detail.data()[i] = (seen.data()[i] - coarse.data()[i]) / Math.max(BLACK, coarse.data()[i % n]);
		final int[] corners = choice.of(inside(skin, seen.width(), side), detail, side, progress);
		final int middle = side / 2 * (seen.width() + 1);
		return new SeenPatches(detail, side, corners, (float) Arrays.stream(corners).mapToDouble(corner -> coarse.data()[corner + middle]).average().orElse(0));
	}

	/** Deviation of the squares' detail in brightness. */
	public float contrast() {
		double squares = 0;
		for (final int corner : corners) for (int i = 0; i < side * side; i++) {
			final float value = detail.data()[corner + i / side * detail.width() + i % side];
			squares += value * value;
		}
		return (float) Math.sqrt(squares / (corners.length * side * side));
	}

	/** Means of the skin alone about each pixel. */
	private static Picture coarse(final Picture portrait, final boolean[] face, final int radius, final Progress progress) {
		final Picture masked = new Picture(portrait.width(), portrait.height(), AXES + 1);
		final int n = portrait.planeSize();
		for (int i = 0; i < n; i++) {
			if (!face[i]) continue;
			for (int axis = 0; axis < AXES; axis++) masked.data()[axis * n + i] = portrait.data()[axis * n + i];
			masked.data()[AXES * n + i] = 1;
		}
		final Picture out = BoxBlur.twice(masked, radius, progress);
		Workers.rows(AXES * portrait.height(), progress, line -> {
			for (int i = line * portrait.width(); i < (line + 1) * portrait.width(); i++) if (face[i % n]) out.data()[i] /= Math.max(BLACK, out.data()[AXES * n + i % n]);
		});
		return out;
	}

	/** All that lie within a mask. */
	private static int[] inside(final boolean[] skin, final int w, final int side) {
		final int step = Math.max(1, side / STEPS), h = skin.length / w;
		final SquareSums whole = SquareSums.of(Picture.ofMask(skin, w));
		return IntStream.range(0, skin.length).filter(i -> i % w % step == 0 && i / w % step == 0 && i % w + side <= w && i / w + side <= h && whole.mean(i, side) > WHOLE).toArray();
	}

	/** Those that are plain in what is fine and in what is broad, and that no fold crosses: stubble is the former, a deep crease the latter. */
	private static int[] plain(final int[] all, final Picture detail, final int side, final Progress progress) {
		if (all.length == 0) return all;
		final Picture broad = BoxBlur.blur(detail, BoxBlur.radius(FINE, side), progress), fine = detail.copy();
		for (int i = 0; i < fine.data().length; i++) fine.data()[i] -= broad.data()[i];
		final int part = Math.max(1, side / PARTS);
		final double[] fines = unevenest(SquareSums.of(fine), all, part), broads = unevenest(SquareSums.of(broad), all, part);
		final double mostFine = UNEVENEST * ranked(fines, PLAIN), mostBroad = UNEVENEST * ranked(broads, PLAIN);
		return Folds.of(broad).without(IntStream.range(0, all.length).filter(i -> fines[i] <= mostFine && broads[i] <= mostBroad).map(i -> all[i]).toArray(), side);
	}

	/** Those that are less uneven than most. */
	private static int[] dull(final int[] all, final Picture detail, final int side, final Progress progress) {
		if (all.length == 0) return all;
		final SquareSums squares = SquareSums.of(detail);
		final double[] uneven = Arrays.stream(all).mapToDouble(corner -> squares.mean(corner, side)).toArray();
		final double most = ranked(uneven, Math.max(DULL, Math.min(1, (FEWEST - 0.5) / all.length)));
		return IntStream.range(0, all.length).filter(i -> uneven[i] <= most).map(i -> all[i]).toArray();
	}

	/** Mean squares over the part of each square that has most. */
	private static double[] unevenest(final SquareSums sums, final int[] corners, final int part) {
		return Arrays.stream(corners).mapToDouble(corner -> {
			double most = 0;
			for (int k = 0; k < PARTS * PARTS; k++) most = Math.max(most, sums.mean(corner + k / PARTS * part * sums.width() + k % PARTS * part, part));
			return most;
		}).toArray();
	}

	private static double ranked(final double[] values, final double rank) {
		final double[] sorted = values.clone();
		Arrays.sort(sorted);
		return sorted[Math.min(sorted.length - 1, (int) (rank * sorted.length))];
	}
}
