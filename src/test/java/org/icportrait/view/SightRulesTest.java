package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import org.icportrait.raster.Fragments;

class SightRulesTest {

	private static Fragments of(final float depth, final float confidence) {
		final Fragments out = new Fragments(1);
		out.clear(0, 1);
		out.depth[0] = depth;
		out.confidence[0] = confidence;
		return out;
	}

	/** A far cheek lies more than a decimetre behind the near one, which nothing shows but the head's closure. */
	@Test
	void whatClosesTheHeadHidesWhatAnotherPhotographHasFarBehindIt() {
		final Fragments closure = of(0.7f, -0.02f);
		assertEquals(0, SightRules.ofDirect(closure, 0, of(-0.6f, 1), 0));
		assertEquals(1, SightRules.ofDirect(closure, 0, of(0.5f, 1), 0), "its own surface, some millimetres off");
		assertEquals(1, SightRules.ofDirect(closure, 0, of(0.9f, 1), 0), "before it");
	}

	@Test
	void anotherPhotographCountsWhereItShowsAPlaceClearer() {
		assertEquals(0, SightRules.ofDirect(of(0.7f, 0.6f), 0, of(0.7f, 0.6f), 0));
		assertEquals(1, SightRules.ofDirect(of(0.7f, 0.3f), 0, of(0.7f, 0.9f), 0));
	}
}
