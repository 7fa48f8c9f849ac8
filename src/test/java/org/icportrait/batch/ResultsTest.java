package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;

import java.util.List;
import java.util.Map;

import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.Test;

class ResultsTest {

	private static List<String> notes(final Map<String, Object> facts) {
		return Results.of(new Provenance("warp", Map.of(), facts, "1", "p 1", Map.of(), "CPU"), IJ.createImage("", "8-bit", 1, 1, 1), null).notes();
	}

	/** A photograph that stands upside down gives a twisted neck: who made it is told, after what was told of the reading. */
	@Test
	void aHeadThatLiesIsSaid() {
		final String twisted = "the head lies in it (roll -178 degrees), and its neck was twisted: turn the photograph upright first";
		assertEquals(List.of("page 1 of 2", twisted), notes(Map.of("read", List.of("page 1 of 2"), "roll", 0.0, "roll_before", -178.0)));
		assertEquals(List.of(), notes(Map.of("roll", 0.0, "roll_before", 30.0)));
		assertEquals(List.of(), notes(Map.of("roll", 178.0, "roll_before", -178.0)), "four degrees");
		assertEquals(List.of("the border cuts it"), notes(Map.of("cut", "the border cuts it")));
		assertEquals(List.of("someone else"), notes(Map.of(Provenance.DOUBT, "someone else")));
		assertEquals(List.of("3 faces"), notes(Map.of(Provenance.FACES, "3 faces")));
		assertEquals(List.of(), notes(Map.of()));
	}
}
