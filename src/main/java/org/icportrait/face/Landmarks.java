package org.icportrait.face;

import java.util.Arrays;

/** The 68 landmarks of a face in the order of 300-W. Immutable. */
public final class Landmarks {

	public static final int COUNT = 68;

	/** Those of jaw and brows come first; nose, eyes and mouth follow, of which so many may lie outside of a picture that shows a face. Of half faces five and more do, and what is made of them is no face. */
	private static final int FRAME = 27, MOST_FEATURES_OUTSIDE = 2;

	/** x, y (picture pixels), confidence. */
	private final double[] numbers;

	private Landmarks(final double[] numbers) {
		this.numbers = numbers;
	}

	/** From 68 times x, y (picture pixels) and confidence (0..1); copied. */
	public static Landmarks of(final double... numbers) {
		if (numbers.length != 3 * COUNT) throw new IllegalArgumentException("There are " + COUNT + " landmarks, not " + numbers.length / 3.0 + ".");
		return new Landmarks(numbers.clone());
	}

	/** Picture pixels. */
	public double x(final int i) {
		return numbers[3 * i];
	}

	/** Picture pixels, down. */
	public double y(final int i) {
		return numbers[3 * i + 1];
	}

	/** How surely the point is seen, 0..1. */
	public double confidence(final int i) {
		return numbers[3 * i + 2];
	}

	/** How many lie outside of a picture by more than a margin, pixels. */
	int outside(final int width, final int height, final double margin) {
		return outside(0, width, height, margin);
	}

	/** Whether a picture shows nose, eyes and mouth, as far as no more than two of their points lie outside of it by more than a margin, pixels. */
	public boolean showFeatures(final int width, final int height, final double margin) {
		return outside(FRAME, width, height, margin) <= MOST_FEATURES_OUTSIDE;
	}

	private int outside(final int first, final int width, final int height, final double margin) {
		int outside = 0;
		for (int i = first; i < COUNT; i++) {
			if (x(i) < -margin || y(i) < -margin || x(i) > width + margin || y(i) > height + margin) outside++;
		}
		return outside;
	}

	/** A copy of all numbers: 68 times x, y, confidence. */
	public double[] toArray() {
		return numbers.clone();
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof Landmarks that && Arrays.equals(numbers, that.numbers);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(numbers);
	}
}
