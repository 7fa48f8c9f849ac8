package org.icportrait.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FragmentsTest {

	private static Fragments of(final byte kind, final float confidence) {
		final Fragments out = new Fragments(2);
		out.clear(0, 2);
		out.kind[0] = kind;
		out.confidence[0] = confidence;
		out.depth[0] = 1;
		return out;
	}

	/** A guess of the head's rear is none of the body, however faint. */
	@Test
	void theBodyIsToldByItsKindAlone() {
		for (final float confidence : new float[] { -1e-4f, -2e-4f, -0.3f }) {
			assertFalse(of(Fragments.HEAD, confidence).isBody(0));
			assertTrue(of(Fragments.BARE, confidence).isBody(0));
			assertFalse(of(Fragments.BARE, confidence).isCloth(0));
			assertTrue(of(Fragments.CLOTH, confidence).isBody(0) && of(Fragments.CLOTH, confidence).isCloth(0));
			assertFalse(of(Fragments.HEM, confidence).isBody(0));
		}
	}

	@Test
	void theKindGoesWithThePixelAndIsForgottenWithIt() {
		final Fragments to = new Fragments(2);
		to.clear(0, 2);
		to.take(of(Fragments.CLOTH, -1), 0, 1);
		assertEquals(Fragments.CLOTH, to.kind[1]);
		to.take(of(Fragments.HEAD, 1), 0, 1);
		assertEquals(Fragments.HEAD, to.kind[1]);
		to.take(of(Fragments.CLOTH, -1), 0, 1);
		to.clear(0, 2);
		assertFalse(to.isBody(1));
	}
}
