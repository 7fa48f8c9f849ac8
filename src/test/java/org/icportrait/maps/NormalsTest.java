package org.icportrait.maps;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** Means of normals become normals again. */
class NormalsTest {

	@Test
	void theyHaveLengthOneAndPointAheadWhereThereIsNone() {
		final Picture normals = new Picture(2, 1, 3, new float[] { 3, 0, 0, 0, 4, 0 });
		Normals.toUnit(normals);
		assertArrayEquals(new float[] { 0.6f, 0, 0, 0, 0.8f, 1 }, normals.data(), 1e-7f);
	}

	@Test
	void othersStay() {
		final Picture normals = new Picture(2, 1, 3, new float[] { 3, 5, 0, 0, 4, 0 });
		Normals.toUnit(normals, 0, 1);
		assertArrayEquals(new float[] { 0.6f, 5, 0, 0, 0.8f, 0 }, normals.data(), 1e-7f);
	}
}
