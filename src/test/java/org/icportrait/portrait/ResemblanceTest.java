package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;

class ResemblanceTest {

	private static Optional<String> doubt(final double likeness, final double turn) {
		return Resemblance.doubt(new double[] { likeness }, new double[] { turn });
	}

	@Test
	void anotherFaceIsTold() {
		assertEquals("of the further photographs of the person, the face in number 2 (likeness -0.03) is hardly like the first one's: where it is somebody else's, leave that " +
			"photograph out", Resemblance.doubt(new double[] { 0.84, -0.031 }, new double[] { 5, 40 }).get());
		assertEquals("of the further photographs of the person, the face in number 1 (likeness 0.02) and 3 (likeness 0.00) is hardly like the first one's: where it is somebody " +
			"else's, leave that photograph out", Resemblance.doubt(new double[] { 0.02, 0.7, 0 }, new double[3]).get());
	}

	@Test
	void oneFaceIsNot() {
		assertEquals(Optional.empty(), Resemblance.doubt(new double[0], new double[0]));
		assertEquals(Optional.empty(), doubt(0.5, 10));
		assertEquals(Optional.empty(), doubt(Double.NaN, 10), "a pack that knows no faces");
	}

	/** A face looks less like itself from another side. */
	@Test
	void lessIsAskedOfHeadsThatAreTurned() {
		assertTrue(doubt(0.25, 10).isPresent());
		assertEquals(Optional.empty(), doubt(0.25, 40));
		assertEquals(Optional.empty(), doubt(0.1, 60));
		assertTrue(doubt(0, 90).isPresent());
	}
}
