package org.icportrait.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabTest {

	/** Published values of the sRGB primaries under D65. */
	@ParameterizedTest
	@CsvSource({ "1,1,1, 100,0,0", "0,0,0, 0,0,0", "1,0,0, 53.24,80.09,67.20", "0,1,0, 87.73,-86.18,83.18", "0,0,1, 32.30,79.19,-107.86", "0.18418,0.18418,0.18418, 50,0,0" })
	void coloursHaveTheirPublishedPlaces(final double red, final double green, final double blue, final double l, final double a, final double b) {
		final Lab lab = Lab.of(red, green, blue);
		assertEquals(l, lab.l(), 0.02);
		assertEquals(a, lab.a(), 0.02);
		assertEquals(b, lab.b(), 0.02);
	}

	@Test
	void distancesAreEuclidean() {
		assertEquals(13, new Lab(10, 0, 0).distance(new Lab(10, 5, 12)), 1e-12);
		assertEquals(0, Lab.of(0.3, 0.2, 0.1).distance(Lab.of(0.3, 0.2, 0.1)));
	}
}
