package org.icportrait.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Keeps the best of boxes that tell of the same face. */
final class BoxSuppression {

	/** Two boxes that share more than this part of their union are one face. */
	private static final double MOST_OVERLAP = 0.3;
	/** Nor may a box lie mostly inside a better one. The other way round there are two: a small face before a large one. */
	private static final double MOST_INSIDE = 0.6;
	/** Two boxes that share more than this part of their union are the same guess. */
	private static final double ALIKE = 0.5;

	private BoxSuppression() {}

	/** The kept boxes, best score first. Rolls are ignored: boxes count as upright squares. */
	static List<FaceBox> keepBest(final List<FaceBox> boxes) {
		return keep(boxes, FaceBox::score, Function.identity(), BoxSuppression::same);
	}

	/** Drops only what says the same as a better one: a small box in a large one is another guess. */
	static List<FaceBox> keepDistinct(final List<FaceBox> boxes) {
		return keep(boxes, FaceBox::score, Function.identity(), BoxSuppression::alike);
	}

	/** The kept faces, surest first. */
	static List<FoundFace> keepSurest(final List<FoundFace> faces) {
		return keep(faces, FoundFace::sureness, FoundFace::box, BoxSuppression::same);
	}

	private static <T> List<T> keep(final List<T> all, final ToDoubleFunction<T> worth, final Function<T, FaceBox> box,
		final BiPredicate<FaceBox, FaceBox> drops)
	{
		final List<T> sorted = new ArrayList<>(all);
		sorted.sort(Comparator.comparingDouble(worth).reversed());
		final List<T> kept = new ArrayList<>();
		for (final T each : sorted) if (kept.stream().noneMatch(better -> drops.test(box.apply(better), box.apply(each)))) kept.add(each);
		return kept;
	}

	/** Whether a box tells of the same face as a better one. */
	static boolean same(final FaceBox better, final FaceBox box) {
		final double shared = shared(better, box);
		final double both = area(better) + area(box) - shared;
		return shared > MOST_OVERLAP * both || area(box) <= area(better) && shared > MOST_INSIDE * area(box);
	}

	private static boolean alike(final FaceBox a, final FaceBox b) {
		final double shared = shared(a, b);
		return shared > ALIKE * (area(a) + area(b) - shared);
	}

	private static double area(final FaceBox box) {
		return box.side() * box.side();
	}

	private static double shared(final FaceBox a, final FaceBox b) {
		return overlap(a.x(), a.side(), b.x(), b.side()) * overlap(a.y(), a.side(), b.y(), b.side());
	}

	private static double overlap(final double middleA, final double sideA, final double middleB, final double sideB) {
		final double low = Math.max(middleA - sideA / 2, middleB - sideB / 2);
		final double high = Math.min(middleA + sideA / 2, middleB + sideB / 2);
		return Math.max(0, high - low);
	}
}
