package org.icportrait.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

class ProgressTest {

	/** Writes down what it is told. */
	private static final class Heard implements Progress {

		private final List<Double> fractions = new ArrayList<>();
		private boolean cancelled;

		@Override
		public void report(final double fraction, final String stage) {
			fractions.add(fraction);
		}

		@Override
		public boolean isCancelled() {
			return cancelled;
		}
	}

	@Test
	void partsLieInTheirWhole() {
		final Heard heard = new Heard();
		heard.sub(0, 0.5).report(0.5, "a");
		heard.sub(0.5, 1).sub(0, 0.5).report(1, "b");
		heard.sub(0.5, 1).report(2, "beyond its end");
		assertEquals(List.of(0.25, 0.75, 1.0), heard.fractions);
	}

	@Test
	void aPartNeverRunsBackwards() {
		final Heard heard = new Heard();
		final Progress part = heard.sub(0.2, 0.6);
		part.report(0.5, "");
		part.report(0.25, "");
		part.report(1, "");
		assertEquals(List.of(0.4, 0.4, 0.6), heard.fractions);
	}

	@Test
	void cancellingReachesEveryPart() {
		final Heard heard = new Heard();
		final Progress part = heard.sub(0, 0.5).sub(0.5, 1);
		part.check();
		heard.cancelled = true;
		assertThrows(CancellationException.class, part::check);
	}

	@Test
	void nothingHasNoParts() {
		assertSame(Progress.NONE, Progress.NONE.sub(0, 1));
		assertThrows(IllegalArgumentException.class, () -> new Heard().sub(0.5, 0.4));
	}
}
