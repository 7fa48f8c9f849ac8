package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.icportrait.face.Parts.Kind;
import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

class PartsTest {

	private static final int KINDS = Kind.values().length;

	/** Two by two places: the first is skin, the second half beard and a little less hair, the others nobody. */
	private static Parts parts() {
		final float[] shares = new float[4 * KINDS];
		shares[4 * Kind.SKIN.ordinal()] = 1;
		shares[4 * Kind.BEARD.ordinal() + 1] = 0.55f;
		shares[4 * Kind.HAIR.ordinal() + 1] = 0.45f;
		shares[2] = shares[3] = 1;
		return new Parts(2, shares);
	}

	@Test
	void sharesOfKindsAddUp() {
		assertArrayEquals(new float[] { 0, 0.55f, 0, 0 }, parts().share(Kind.BEARD).data());
		assertArrayEquals(new float[] { 0, 1, 0, 0 }, parts().share(Kind.BEARD, Kind.HAIR).data(), 1e-6f);
		final Picture all = parts().share(Kind.values());
		assertArrayEquals(new float[] { 1, 1, 1, 1 }, all.data(), 1e-6f);
		assertEquals(2, all.width());
	}

	@Test
	void whatIsHandedOutIsTheCallersOwn() {
		final Parts parts = parts();
		parts.share(Kind.SKIN).data()[0] = 0;
		assertEquals(1, parts.share(Kind.SKIN).data()[0]);
	}

	@Test
	void theLargestShareNamesAPlace() {
		assertArrayEquals(new Kind[] { Kind.SKIN, Kind.BEARD, Kind.NOBODY, Kind.NOBODY }, parts().likeliest());
	}

	@Test
	void anyOtherNumberOfSharesIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Parts(3, new float[4 * KINDS]));
	}
}
