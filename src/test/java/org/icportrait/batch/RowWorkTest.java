package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.icportrait.bridge.EggHead;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rows that other programs spread over machines follow the rules of tables. */
class RowWorkTest {

	private static List<String> relight(final String... more) {
		final List<String> arguments = new ArrayList<>(List.of("relight", "--models", EggHead.pack().toString(), "--device", "cpu"));
		arguments.addAll(List.of(more));
		return arguments;
	}

	@Test
	void rowsAddWhatTheArgumentsLack() throws IOException {
		assertTrue(RowWork.columns(relight()).contains("light"));
		try (RowWork work = RowWork.open(relight())) {
			assertEquals("x-relit", work.resultName("x", Map.of("light", "rim")));
			assertSentence("relight needs a light", () -> work.resultName("x", Map.of()));
			assertSentence("does not look at --reference", () -> work.resultName("x", Map.of("light", "rim", "reference", "a.png")));
		}
	}

	@Test
	void whatIsWrongForEveryRowIsRefusedBefore() {
		assertSentence("strength", () -> RowWork.columns(relight("--strength", "9")));
	}

	private static void assertSentence(final String part, final Executable call) {
		final String sentence = assertThrows(BadInput.class, call).getMessage();
		assertTrue(sentence.contains(part), sentence);
	}
}
