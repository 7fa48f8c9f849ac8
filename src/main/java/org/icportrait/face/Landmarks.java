package org.icportrait.face;

import java.util.Arrays;

/** The 68 landmarks of a face in the order of 300-W. Immutable. */
public final class Landmarks {

	public static final int COUNT = 68;

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
