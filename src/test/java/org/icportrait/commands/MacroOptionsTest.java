package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
		for (final String options : Arrays.asList("yaw=1 yaw=2", "image=[never closed", "image='never closed", "yaw = 30")) {
			assertThrows(BadInput.class, () -> MacroOptions.parse(options), options);
		}
	}

	/** The path was cut at the bracket, and what followed was called an unknown key. */
	@Test
	void aSingleBracketInAPathIsNamed() {
		final BadInput thrown = assertThrows(BadInput.class, () -> MacroOptions.parse("file=[/a/x].png] pages=all"));
		assertEquals("A value ends where its bracket closes, and behind [/a/x] stands .png]: rename what has a single bracket in its name.", thrown.getMessage());
		assertEquals(Map.of("file", "/a/[x].png", "yaw", "3"), MacroOptions.parse("file=[/a/[x].png]yaw=3"));
	}

	/** Behind the blank of such a name stood an unknown key. */
	@Test
	void aBracketThatNoneOpensIsNamed() {
		for (final String options : Arrays.asList("image=[a] b.png] yaw=3", "lights=keep, B.png] yaw=3")) {
			final String sentence = assertThrows(BadInput.class, () -> MacroOptions.parse(options)).getMessage();
			assertTrue(sentence.contains("the bracket behind ") && sentence.contains("closes what none opens"), sentence);
		}
	}

	@Test
	void aValueWithBlanksThatLacksItsBracketsIsTold() {
		assertEquals("light=[key left]", MacroOptions.meant("yaw=30 light=key left strength=2", "left"));
		assertEquals("file=[C:\\My Faces\\a b.png]", MacroOptions.meant("file=C:\\My Faces\\a b.png overwrite=true", "faces\\a"));
		assertEquals("yaw=[-30, 0, 30]", MacroOptions.meant("yaw=-30, 0, 30 lights=keep", "0,"));
		assertEquals("yaw=[30]", MacroOptions.meant("yaw= 30", "30"));
		for (final String options : Arrays.asList("yaw=30 left", "flag=true left", "light=[rim] left", "light='rim' left", "left", "left light=key", "text=[] left")) {
			assertNull(MacroOptions.meant(options, "left"), options);
		}
	}
}
