package org.icportrait.series;

import ij.process.ByteProcessor;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;
import org.icportrait.view.View;

/**
 * The parts of a face, pixel by pixel, with the numbers and names of MF3D's label maps. That set does not write down where one part ends;
 * here borders lie on the mean head: the outlines of eyes and mouth as the 68 landmarks have them, and boxes.
 */
public final class FaceParts {

	/** The numbers. */
	public static final int BACKGROUND = 0, EYES = 1, INNER_EYE = 2, OUTER_EYE = 3, HEAD = 4, EARS = 5, BODY = 6, NOSE = 7, OUTER_MOUTH = 8, INNER_MOUTH = 9;
	/** The largest of them. */
	static final int HIGHEST = INNER_MOUTH;

	private static final float PERSON = 0.5f;
	/** Canonical places (dm): in front of it lies the face; beside and behind them the ears; below it the body. */
	private static final double FACE_Z = 0.3, EAR_X = 0.72, EAR_LOW = -0.25, EAR_HIGH = 0.62, EAR_FRONT = 0.3, EAR_BACK = -0.45, BODY_Y = -1.05;
	/** How much larger than the opening between the lids the inner and the outer part around an eye are. */
	private static final double INNER = 1.35, OUTER = 2;

	private static final Outline EYE = Outline.of(1, 42, 43, 44, 45, 46, 47);
	private static final Outline INNER_OF_EYE = EYE.grown(INNER), OUTER_OF_EYE = EYE.grown(OUTER);
	private static final Outline LIPS = Outline.of(1, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59), MOUTH = Outline.of(1, 60, 61, 62, 63, 64, 65, 66, 67);
	private static final Outline NOSE_OUTLINE = Outline.of(1.1, 27, 31, 32, 33, 34, 35);

	private FaceParts() {}

	/** 8-bit, of the size of the picture. */
	public static ByteProcessor of(final View view) {
		final HeadMaps maps = view.maps();
		final Similarity toMaps = maps.pictureToMaps();
		final Area area = view.area().intersect(new Area(0, 0, view.width(), view.height()));
		final ByteProcessor out = new ByteProcessor(view.width(), view.height());
		for (int y = area.y(); y < area.bottom(); y++) for (int x = area.x(); x < area.right(); x++) {
			if (view.alpha().get(x - view.area().x(), y - view.area().y(), 0) < PERSON) continue;
			final double column = toMaps.x(x + 0.5, y + 0.5), row = toMaps.y(x + 0.5, y + 0.5);
			out.set(x, y, part(maps.coordinates().sample(column, row, 0), maps.coordinates().sample(column, row, 1), maps.coordinates().sample(column, row, 2)));
		}
		return out;
	}

	/** The part at a canonical place, dm. */
	static int part(final double x, final double y, final double z) {
		if (y < BODY_Y) return BODY;
		if (Math.abs(x) > EAR_X && y > EAR_LOW && y < EAR_HIGH && z < EAR_FRONT && z > EAR_BACK) return EARS;
		if (z < FACE_Z) return HEAD;
		final double side = Math.abs(x);
		if (EYE.holds(side, y)) return EYES;
		if (MOUTH.holds(x, y)) return INNER_MOUTH;
		if (LIPS.holds(x, y)) return OUTER_MOUTH;
		if (NOSE_OUTLINE.holds(x, y)) return NOSE;
		if (INNER_OF_EYE.holds(side, y)) return INNER_EYE;
		return OUTER_OF_EYE.holds(side, y) ? OUTER_EYE : HEAD;
	}

	/** A closed line on the mean head, seen from in front. */
	private record Outline(double[] x, double[] y) {

		/** Through landmarks, grown. */
		static Outline of(final double factor, final int... landmarks) {
			final HeadModel model = HeadModel.standard();
			final double[] x = new double[landmarks.length], y = new double[landmarks.length];
			for (int i = 0; i < landmarks.length; i++) {
				x[i] = model.neutral()[3 * model.landmarks()[landmarks[i]]];
				y[i] = model.neutral()[3 * model.landmarks()[landmarks[i]] + 1];
			}
			return new Outline(x, y).grown(factor);
		}

		/** About its middle. */
		Outline grown(final double factor) {
			final double mx = Arrays.stream(x).average().orElse(0), my = Arrays.stream(y).average().orElse(0);
			return new Outline(Arrays.stream(x).map(v -> mx + factor * (v - mx)).toArray(), Arrays.stream(y).map(v -> my + factor * (v - my)).toArray());
		}

		boolean holds(final double px, final double py) {
			boolean inside = false;
			for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
				if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) inside = !inside;
			}
			return inside;
		}
	}
}
