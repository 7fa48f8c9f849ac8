package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.Test;

class RemarksTest {

	private static final Provenance ORIGIN = new Provenance("generate", Map.of(), Map.of(), "1", "pack", Map.of(), "CPU");

	/** What goes to the log, in a window or, where there is no screen, printed. */
	private static String logged(final Provenance origin) {
		final PrintStream out = System.out;
		final ByteArrayOutputStream printed = new ByteArrayOutputStream();
		if (IJ.getLog() != null) IJ.log("\\Clear");
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			Remarks.give("Some Command...", origin);
		}
		finally {
			System.setOut(out);
		}
		final String window = IJ.getLog();
		return (printed.toString(StandardCharsets.UTF_8) + (window == null ? "" : window)).strip();
	}

	@Test
	void aDoubtIsASentenceThatNamesTheCommand() {
		assertEquals("Some Command...: somebody else.", logged(ORIGIN.with(Provenance.DOUBT, "somebody else")));
	}

	@Test
	void aFaceThatWasChosenAmongSeveralIsSaidToo() {
		assertEquals("Some Command...: three faces.", logged(ORIGIN.with(Provenance.FACES, "three faces")));
	}

	@Test
	void noDoubtIsNoWord() {
		assertEquals("", logged(ORIGIN));
	}
}
