package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.icportrait.light.StitchOptions;
import org.icportrait.request.LightWords;
import org.icportrait.request.Source;
import org.icportrait.work.BadInput;

import picocli.CommandLine.Option;

/** The options of a light, as the dialogs have them. */
final class LightMixin {

	@Option(names = "--light", defaultValue = LightWords.KEPT, description = "keep, a preset (key left, key right, key above, key below, rim, flat), " +
		"direction, coefficients, photograph or environment (default: ${DEFAULT-VALUE})")
	private String light;
	@Option(names = "--strength", defaultValue = "1", description = "of the light, 0 to 4 (default: ${DEFAULT-VALUE})")
	private double strength;
	@Option(names = "--azimuth", defaultValue = "-45", description = "degrees; positive: from the picture's right (default: ${DEFAULT-VALUE})")
	private double azimuth;
	@Option(names = "--elevation", defaultValue = "30", description = "degrees; positive: from above (default: ${DEFAULT-VALUE})")
	private double elevation;
	@Option(names = "--hardness", defaultValue = "0.5", description = "0 (soft) to 1 (bare lamp) (default: ${DEFAULT-VALUE})")
	private double hardness;
	@Option(names = "--coefficients", defaultValue = "", description = "9 or 27 numbers separated by commas")
	private String coefficients;
	@Option(names = "--reference", paramLabel = "FILE", description = "photograph, or environment image (.hdr too), that the light is taken from")
	private Path reference;
	@Option(names = "--ratio", defaultValue = "0.8", description = "masked share of a photograph, 0 to 0.95 (default: ${DEFAULT-VALUE})")
	private double ratio;
	@Option(names = "--patch", defaultValue = "0", description = "side of a masked patch, pixels, 0 to " + LightWords.LARGEST_PATCH + "; 0: a sixteenth of the reference's crop (default: ${DEFAULT-VALUE})")
	private int patch;
	@Option(names = "--seed", defaultValue = "1", description = "of the mask and of what is generated, 0 or more (default: ${DEFAULT-VALUE})")
	private long seed;
	@Option(names = "--same-person", description = "the reference shows the same person")
	private boolean samePerson;

	@Option(names = "--reference-box", paramLabel = "X,Y,SIDE,ROLL", description = "face of the reference photograph: centre x, centre y and side in pixels, " +
		"roll in degrees (default: the largest that is found)")
	private String box;

	/** The files that are read. */
	List<Path> files() {
		return reference == null ? List.of() : List.of(reference);
	}

	/** As {@link FileCommand#refuseIdle}. */
	void refuseIdle(final Predicate<String> given) {
		if (given.test("--reference") && !LightWords.needsReference(light)) {
			throw new BadInput("The light \"" + light + "\" does not look at --reference " + reference + "; say --light photograph or --light environment, or leave --reference out.");
		}
		if (given.test("--reference-box") && !LightWords.PHOTOGRAPH.equalsIgnoreCase(light)) {
			throw new BadInput("--reference-box belongs to --light photograph; say that, or leave the box out.");
		}
		refuseNumbers(given);
	}

	/** Numbers that the light does not need may stand, so that one line serves many lights, but not where nobody says which light. */
	private void refuseNumbers(final Predicate<String> given) {
		if (given.test("--light") || !LightWords.KEPT.equalsIgnoreCase(light)) return;
		for (final String option : LightWords.OF_A_LIGHT) {
			if (given.test("--" + option)) throw new BadInput("--" + option + " belongs to a new light, and none is named; say which with --light, or leave it out.");
		}
	}

	/** Of everything that is drawn by chance. */
	long seed() {
		return seed;
	}

	/** The light in words, checked; throws {@link org.icportrait.work.BadInput} where the options are wrong. */
	LightWords words() {
		final Source source = reference != null && LightWords.needsReference(light) ? FileSources.of(reference) : null;
		return LightWords.of(light, new LightWords.Numbers(strength, azimuth, elevation, hardness, coefficients), source,
			new StitchOptions(ratio, patch, seed, samePerson), LightWords.box(box));
	}
}
