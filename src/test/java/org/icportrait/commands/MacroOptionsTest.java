package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

	@Test
	void keysValuesBracketsQuotesAndBareKeys() {
		final Map<String, String> expected = new LinkedHashMap<>();
		expected.put("yaw", "30");
		expected.put("image", "a [b] = c");
		expected.put("light", "key left");
		expected.put("preview", null);
		expected.put("colour", "");
		assertEquals(expected, MacroOptions.parse("Yaw=30  image=[a [b] = c] light='key left' preview colour=[] "));
	}

	@Test
	void nothingGivesNothing() {
		assertTrue(MacroOptions.parse(null).isEmpty());
		assertTrue(MacroOptions.parse("  ").isEmpty());
	}

	@Test
	void mistakesAreSaid() {
		for (final String options : Arrays.asList("yaw=1 yaw=2", "image=[never closed", "image='never closed")) {
			assertThrows(BadInput.class, () -> MacroOptions.parse(options), options);
		}
	}
}
