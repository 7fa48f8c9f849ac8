package org.icportrait.commands;

import java.util.function.Function;
import java.util.function.Supplier;

import org.icportrait.portrait.PortraitEngine;

/**
 * One engine that many threads work with and that can be replaced at any time: the old one is closed when the last of them is through
 * with it, never before. Thread-safe.
 */
final class EngineLease {

	/** An engine, how many work with it, and whether it shall close once they are done. */
	private static final class Leased {

		private final PortraitEngine engine;
		private int users;
		private boolean retired;

		private Leased(final PortraitEngine engine) {
			this.engine = engine;
		}
	}

	private final Supplier<PortraitEngine> opener;
	private Leased current;

	/** @param opener opens an engine where none is given */
	EngineLease(final Supplier<PortraitEngine> opener) {
		this.opener = opener;
	}

	/** Works with the engine of now, opened where there is none; it stays open until the work returns or throws. */
	<T> T with(final Function<PortraitEngine, T> work) {
		final Leased leased = take();
		try {
			return work.apply(leased.engine);
		}
		finally {
			giveBack(leased);
		}
	}

	/** From now on this engine is used; null: one that is opened at the next use. */
	void replace(final PortraitEngine engine) {
		final Leased old;
		synchronized (this) {
			old = current;
			current = engine == null ? null : new Leased(engine);
			if (old == null) return;
			old.retired = true;
			if (old.users > 0) return;
		}
		old.engine.close();
	}

	private synchronized Leased take() {
		if (current == null) current = new Leased(opener.get());
		current.users++;
		return current;
	}

	private void giveBack(final Leased leased) {
		synchronized (this) {
			leased.users--;
			if (!leased.retired || leased.users > 0) return;
		}
		leased.engine.close();
	}
}
