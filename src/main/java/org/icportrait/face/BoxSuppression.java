package org.icportrait.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Keeps the best of boxes that tell of the same face. */
final class BoxSuppression {

	/** Two boxes that share more than this part of their union are one face. */
	private static final double MOST_OVERLAP = 0.3;
	/** Nor may a box lie mostly inside a better one. */
	private static final double MOST_INSIDE = 0.6;

	private BoxSuppression() {}

	/** The kept boxes, best score first. Rolls are ignored: boxes count as upright squares. */
	static List<FaceBox> keepBest(final List<FaceBox> boxes) {
		final List<FaceBox> sorted = new ArrayList<>(boxes);
		sorted.sort(Comparator.comparingDouble(FaceBox::score).reversed());
		final List<FaceBox> kept = new ArrayList<>();
		for (final FaceBox box : sorted) if (kept.stream().noneMatch(better -> same(better, box))) kept.add(box);
		return kept;
	}

	private static boolean same(final FaceBox a, final FaceBox b) {
		final double shared = overlap(a.x(), a.side(), b.x(), b.side()) * overlap(a.y(), a.side(), b.y(), b.side());
		final double areaA = a.side() * a.side();
		final double areaB = b.side() * b.side();
		return shared > MOST_OVERLAP * (areaA + areaB - shared) || shared > MOST_INSIDE * Math.min(areaA, areaB);
	}

	private static double overlap(final double middleA, final double sideA, final double middleB, final double sideB) {
		final double low = Math.max(middleA - sideA / 2, middleB - sideB / 2);
		final double high = Math.min(middleA + sideA / 2, middleB + sideB / 2);
		return Math.max(0, high - low);
	}
}
