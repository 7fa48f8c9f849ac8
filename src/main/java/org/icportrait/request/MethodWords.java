package org.icportrait.request;

import org.icportrait.generate.Denoising;
import org.icportrait.work.BadInput;

/**
 * How a portrait is made, in words and numbers. What the word does not use is null. Immutable.
 *
 * @param method "geometric" or "in-context"
 * @param steps of the denoiser, as the other numbers with "in-context" alone
 * @param strength how far from the geometric result generation begins
 * @param guidance how strongly the photographs guide
 * @param seed of the noise
 * @param variant of that seed
 * @param mask image of what may change, in pixels of the wanted view; null for all
 */
public record MethodWords(String method, Integer steps, Double strength, Double guidance, Long seed, Integer variant, Source mask) {

	public static final String GEOMETRIC = "geometric";
	public static final String IN_CONTEXT = "in-context";
	/** Geometry and light alone. */
	public static final MethodWords DEFAULT = new MethodWords(GEOMETRIC, null, null, null, null, null, null);

	/**
	 * Checks every value, also those that the word does not use, and keeps those that it uses.
	 *
	 * @throws BadInput with one sentence for the first that is wrong
	 */
	public static MethodWords of(final String method, final Denoising numbers) {
		return of(method, numbers, null);
	}

	/** The same; {@code mask} says what may change, or null. */
	public static MethodWords of(final String method, final Denoising numbers, final Source mask) {
		if (GEOMETRIC.equals(method) && mask != null) throw new BadInput("A mask of what may change belongs to the method in-context; choose it, or leave the mask out.");
		if (GEOMETRIC.equals(method)) return DEFAULT;
		if (!IN_CONTEXT.equals(method)) throw new BadInput("The method must be geometric or in-context, not \"" + method + "\".");
		return new MethodWords(IN_CONTEXT, numbers.steps(), numbers.strength(), numbers.guidance(), numbers.seed(), numbers.variant(), mask);
	}

	/** The same, checked; what a sidecar leaves out is the default. */
	MethodWords checked() {
		return of(method, GEOMETRIC.equals(method) ? Denoising.DEFAULT : numbers(), mask);
	}

	private Denoising numbers() {
		final Denoising d = Denoising.DEFAULT;
		return new Denoising(steps == null ? d.steps() : steps, strength == null ? d.strength() : strength, guidance == null ? d.guidance() : guidance,
			seed == null ? d.seed() : seed, variant == null ? d.variant() : variant);
	}

	/** The same with the mask named otherwise. */
	MethodWords withMask(final Source other) {
		return new MethodWords(method, steps, strength, guidance, seed, variant, other);
	}

	/** What a scene needs; null for geometry alone. */
	Denoising denoising() {
		return method.equals(GEOMETRIC) ? null : numbers();
	}
}
