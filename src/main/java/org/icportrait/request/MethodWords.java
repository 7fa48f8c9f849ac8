package org.icportrait.request;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/**
 * How a portrait is made, in words and numbers. What the word does not use is null. Immutable.
 *
 * @param method "automatic", "in-context" or "geometric"
 * @param steps of the denoiser, as the other numbers null with "geometric"
 * @param strength how far from the geometric result generation begins
 * @param guidance how strongly the photographs guide
 * @param seed of the noise
 * @param variant of that seed
 * @param mask image of what may change, in pixels of the wanted view; null for all
 */
public record MethodWords(String method, Integer steps, Double strength, Double guidance, Long seed, Integer variant, Source mask) {

	/** In context where the model pack has the networks for it, else geometric; {@link org.icportrait.portrait.PortraitEngine#generator} decides. */
	public static final String AUTOMATIC = "automatic";
	public static final String GEOMETRIC = "geometric";
	public static final String IN_CONTEXT = "in-context";
	/** Geometry and light alone. */
	public static final MethodWords GEOMETRY = new MethodWords(GEOMETRIC, null, null, null, null, null, null);
	/** How portraits are generated where nothing else is said. */
	public static final MethodWords DEFAULT = of(AUTOMATIC, Denoising.DEFAULT);

	/**
	 * Checks every value, also those that the word does not use, and keeps those that it uses; the word counts in any case.
	 *
	 * @throws BadInput with one sentence for the first that is wrong
	 */
	public static MethodWords of(final String method, final Denoising numbers) {
		return of(method, numbers, null);
	}

	/** The same; {@code mask} says what may change, or null. */
	public static MethodWords of(final String word, final Denoising numbers, final Source mask) {
		final String method = Choices.of(word, AUTOMATIC, IN_CONTEXT, GEOMETRIC);
		Ranges.requireSeed(numbers.seed());
		if (GEOMETRIC.equals(method) && mask != null) {
			throw new BadInput("A mask of what may change belongs to the methods automatic and in-context; choose one of them, or leave the mask out.");
		}
		if (GEOMETRIC.equals(method)) return GEOMETRY;
		if (!AUTOMATIC.equals(method) && !IN_CONTEXT.equals(method)) {
			throw new BadInput("The method must be automatic, in-context or geometric, not \"" + method + "\".");
		}
		return new MethodWords(method, numbers.steps(), numbers.strength(), numbers.guidance(), numbers.seed(), numbers.variant(), mask);
	}

	/** Whether the method of that word may generate, so that its numbers count and a mask and extras are allowed. */
	public static boolean mayGenerate(final String method) {
		return !GEOMETRIC.equals(method);
	}

	/** The same, checked; a number that a sidecar leaves out is the default. */
	MethodWords checked() {
		return of(method, mayGenerate(method) ? numbers() : Denoising.DEFAULT, mask);
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

	/** What a scene needs; null for geometry alone. @param allowed the mask, opened; null for none */
	Generation generation(final Picture allowed, final Extras extras) {
		return mayGenerate(method) ? new Generation(numbers(), allowed, extras, method.equals(AUTOMATIC)) : null;
	}
}
