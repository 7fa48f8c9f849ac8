package org.icportrait.work;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Two things that were made at the same time, where one of the {@link Workers} was free: what works on no rows leaves them idle. */
public record Both<A, B>(A one, B other) {

	/**
	 * Makes both, in no order; neither may wait for the other.
	 *
	 * @param one null is allowed, as of the other
	 * @throws java.util.concurrent.CancellationException when the progress says no before one of them begins; whatever either throws ends both likewise
	 */
	public static <A, B> Both<A, B> of(final Supplier<A> one, final Supplier<B> other, final Progress progress) {
		final AtomicReference<A> first = new AtomicReference<>();
		final AtomicReference<B> second = new AtomicReference<>();
		Workers.parts(2, progress, part -> {
			if (part == 0) first.set(one.get());
			else second.set(other.get());
		});
		return new Both<>(first.get(), second.get());
	}
}
