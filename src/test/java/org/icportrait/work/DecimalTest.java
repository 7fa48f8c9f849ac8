package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {

	@Test
	void numbersAsPeopleWriteThem() {
		assertEquals(-10.5, Decimal.of(" -10.5 "));
		assertEquals(2000, Decimal.of("+2e3"));
		assertEquals(0.25, Decimal.of(".25"));
		assertEquals(3, Decimal.of("3."));
		assertTrue(Double.isNaN(Decimal.of("NaN")), "for ranges to refuse");
	}

	/** A letter behind a number would be a unit. */
	@ParameterizedTest
	@ValueSource(strings = { "10f", "10d", "10.D", "1e1F", "0x10", "0x1p4", "10deg", "10,5", "" })
	void whatIsNone(final String text) {
		assertThrows(NumberFormatException.class, () -> Decimal.of(text));
	}
}
