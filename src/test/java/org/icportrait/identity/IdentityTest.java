package org.icportrait.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

class IdentityTest {

	private static Identity of(final float... numbers) {
		return Identity.of(List.of(numbers));
	}

	@Test
	void likenessIsTheCosine() {
		assertEquals(1, of(2, 0).likenessTo(of(5, 0)).value(), 1e-6);
		assertEquals(0, of(2, 0).likenessTo(of(0, 1)).value(), 1e-6);
		assertEquals(-1, of(1, 1).likenessTo(of(-1, -1)).value(), 1e-6);
		assertEquals(Math.sqrt(0.5), of(1, 1).likenessTo(of(0, 3)).value(), 1e-6);
	}

	@Test
	void likenessIsTheSameBothWays() {
		final Identity one = Identity.of(List.of(new float[] { 1, 0, 0 }, new float[] { 0.9f, 0.1f, 0 })), two = Identity.of(List.of(new float[] { 0.7f, 0.5f, 0.1f }));
		assertEquals(one.likenessTo(two), two.likenessTo(one));
	}

	@Test
	void theIntervalIsWhatTheCutsDo() {
		final Likeness sure = of(1, 0).likenessTo(of(1, 1)), unsure = Identity.of(List.of(new float[] { 1, 0.2f }, new float[] { 1, -0.2f })).likenessTo(of(1, 1));
		assertEquals(sure.value(), unsure.value(), 1e-6);
		assertEquals(0, sure.high() - sure.low(), 1e-6);
		final double one = (1.2 / Math.hypot(1, 0.2)) / Math.sqrt(2), two = (0.8 / Math.hypot(1, 0.2)) / Math.sqrt(2);
		assertEquals(2 * 1.645 * (one - two) / 2, unsure.high() - unsure.low(), 1e-5);
		assertTrue(unsure.low() < unsure.value() && unsure.value() < unsure.high());
	}

	@Test
	void theMeanLiesBetween() {
		final Identity mean = Identity.mean(List.of(of(1, 0), of(0, 1)));
		assertEquals(Math.sqrt(0.5), mean.likenessTo(of(1, 0)).value(), 1e-6);
	}

	@Test
	void thoseOfDifferentPacksAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> of(1, 0).likenessTo(of(1, 0, 0)));
		assertThrows(IllegalArgumentException.class, () -> Identity.of(List.of()));
	}
}
