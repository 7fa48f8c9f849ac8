package org.icportrait.request;

import org.icportrait.generate.Extras;

/**
 * What is wanted beside a generated picture; what is not is null. Immutable.
 *
 * @param variants outcomes of the seed that are compared: how far they differ becomes a map
 * @param stack true for the variants themselves
 * @param start true for the picture that generation begins with
 * @param canvas true for the stitched canvas with its mask
 * @param flow true for where in the photographs each place was found
 */
public record BesideWords(Integer variants, Boolean stack, Boolean start, Boolean canvas, Boolean flow) {

	/** Null for nothing. */
	public static BesideWords of(final Extras extras) {
		if (extras.equals(Extras.NONE)) return null;
		return new BesideWords(extras.variants() == 1 ? null : Integer.valueOf(extras.variants()), flag(extras.stack()), flag(extras.start()), flag(extras.canvas()),
			flag(extras.flow()));
	}

	private static Boolean flag(final boolean wanted) {
		return wanted ? Boolean.TRUE : null;
	}

	/** Throws {@link org.icportrait.work.BadInput} for what cannot be. */
	Extras extras() {
		return new Extras(variants == null ? 1 : variants, is(stack), is(start), is(canvas), is(flow));
	}

	private static boolean is(final Boolean flag) {
		return Boolean.TRUE.equals(flag);
	}
}
