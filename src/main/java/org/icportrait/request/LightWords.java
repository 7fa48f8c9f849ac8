package org.icportrait.request;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.icportrait.light.HeadBox;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;
import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;

/**
 * A light in one word and some numbers, of which the word decides what counts; what it does not use is null. Immutable.
 *
 * @param light "keep", a preset ("key left", "rim" ...), "direction", "coefficients", "photograph" or "environment"
 * @param strength of presets, direction and environment, relative to the photograph's own light, 0 to 4
 * @param azimuth of a direction, degrees
 * @param elevation of a direction, degrees
 * @param hardness of a direction, 0 to 1
 * @param coefficients 9 (grey) or 27 (red, green, blue of each) spherical-harmonics numbers
 * @param reference the picture that the light is taken from
 * @param ratio masked share of a photograph's patches, 0 to 0.95
 * @param patch side of a patch, pixels; 0: a sixteenth of the longer side of the reference's crop
 * @param seed of the mask
 * @param sameperson whether the reference shows the same person
 * @param box of the reference's face: centre x, centre y, side (picture pixels), roll (degrees); null to find it
 * @param turned by which surroundings are turned about the vertical, degrees; positive moves them to the picture's right; null for 0
 */
public record LightWords(String light, Double strength, Double azimuth, Double elevation, Double hardness, List<Double> coefficients,
	Source reference, Double ratio, Integer patch, Long seed, Boolean sameperson, List<Double> box, Double turned)
{

	public static final String KEPT = "keep";
	public static final String DIRECTION = "direction";
	public static final String COEFFICIENTS = "coefficients";
	public static final String PHOTOGRAPH = "photograph";
	public static final String ENVIRONMENT = "environment";
	/** The photograph's own light stays. */
	public static final LightWords KEEP = new LightWords(KEPT, null, null);

	/** What belongs to a new light, as the command line calls it; macros write it without hyphens. */
	public static final List<String> OF_A_LIGHT = List.of("strength", "azimuth", "elevation", "hardness", "coefficients", "ratio", "patch", "same-person");

	/** Beside the photograph's own light. */
	private static final double STRONGEST = 4;
	/** Side of a patch, pixels. */
	public static final int LARGEST_PATCH = 16_384;
	/** Pixels that a box may lie off. */
	private static final double FARTHEST = 1e6;

	/** Every number that a light may need, as dialogs and the command line hold them; the defaults are those that are documented. */
	public record Numbers(double strength, double azimuth, double elevation, double hardness, String coefficients) {

		public static final Numbers DEFAULT = new Numbers(1, -45, 30, 0.5, "");
	}

	/** A light that its name, a strength and perhaps a picture say all about. */
	private LightWords(final String light, final Double strength, final Source reference) {
		this(light, strength, null, null, null, null, reference, null, null, null, null, null, null);
	}

	/** Every word, in the order of the dialogs. */
	public static List<String> words() {
		final List<String> words = new ArrayList<>(List.of(KEPT));
		for (final LightPreset preset : LightPreset.values()) words.add(preset.label());
		words.addAll(List.of(DIRECTION, COEFFICIENTS, PHOTOGRAPH, ENVIRONMENT));
		return words;
	}

	/** Whether the word, in any case, needs a picture to take the light from. */
	public static boolean needsReference(final String word) {
		return PHOTOGRAPH.equalsIgnoreCase(word) || ENVIRONMENT.equalsIgnoreCase(word);
	}

	/**
	 * Checks every value, also those that the word does not use, and keeps those that it uses; the word counts in any case.
	 *
	 * @param reference null for none
	 * @throws BadInput with one sentence for the first that is wrong
	 */
	public static LightWords of(final String word, final Numbers numbers, final Source reference, final StitchOptions stitch) {
		return of(word, numbers, reference, stitch, null);
	}

	/** The same; {@code box} is that of the reference's face, or null. */
	public static LightWords of(final String written, final Numbers numbers, final Source reference, final StitchOptions stitch, final List<Double> box) {
		final String word = Choices.of(written, KEPT, DIRECTION, COEFFICIENTS, PHOTOGRAPH, ENVIRONMENT);
		check(numbers, stitch);
		if (box != null) check(box);
		if (needsReference(word) && reference == null) throw new Incomplete("The light \"" + word + "\" needs a reference picture; name the one that it is taken from as reference.");
		return switch (word) {
			case KEPT -> KEEP;
			case DIRECTION -> new LightWords(word, numbers.strength, numbers.azimuth, numbers.elevation, numbers.hardness, null, null, null, null, null, null, null, null);
			case COEFFICIENTS -> new LightWords(word, null, null, null, null, Coefficients.parse(numbers.coefficients), null, null, null, null, null, null, null);
			case PHOTOGRAPH -> new LightWords(word, null, null, null, null, null, reference, stitch.ratio(), stitch.patch(), stitch.seed(), stitch.samePerson(), box, null);
			case ENVIRONMENT -> new LightWords(word, numbers.strength, reference);
			default -> new LightWords(preset(word).label(), numbers.strength, null);
		};
	}

	/** These words once more through every check, as if they came from a dialog. */
	LightWords checked() {
		final Numbers d = Numbers.DEFAULT;
		final StitchOptions s = StitchOptions.DEFAULT;
		final String numbers = coefficients == null ? "" : coefficients.stream().map(String::valueOf).collect(Collectors.joining(","));
		return of(light, new Numbers(or(strength, d.strength), or(azimuth, d.azimuth), or(elevation, d.elevation), or(hardness, d.hardness), numbers),
			reference, new StitchOptions(or(ratio, s.ratio()), or(patch, s.patch()), or(seed, s.seed()), or(sameperson, s.samePerson())), box).turned(or(turned, 0.0));
	}

	private static <T> T or(final T value, final T otherwise) {
		return value == null ? otherwise : value;
	}

	private static void check(final Numbers numbers, final StitchOptions stitch) {
		Ranges.require("strength of the light", numbers.strength, 0, STRONGEST);
		Ranges.require("azimuth of the light", numbers.azimuth, -180, 180);
		Ranges.require("elevation of the light", numbers.elevation, -90, 90);
		Ranges.require("hardness of the light", numbers.hardness, 0, 1);
		Ranges.require("masked share (ratio)", stitch.ratio(), 0, 0.95);
		Ranges.require("patch size", stitch.patch(), 0, LARGEST_PATCH);
		Ranges.requireSeed(stitch.seed());
	}

	private static void check(final List<Double> box) {
		if (box.size() != 4) throw new BadInput("The box of the reference needs four numbers: centre x, centre y, side, roll.");
		Ranges.require("centre x of the reference's box", box.get(0), -FARTHEST, FARTHEST);
		Ranges.require("centre y of the reference's box", box.get(1), -FARTHEST, FARTHEST);
		Ranges.require("side of the reference's box", box.get(2), 1, FARTHEST);
		Ranges.require("roll of the reference's box", box.get(3), -180, 180);
	}

	/** Four numbers separated by commas, or nothing; throws {@link BadInput} for anything else. */
	public static List<Double> box(final String text) {
		if (text == null || text.isBlank()) return null;
		try {
			final List<Double> box = Arrays.stream(text.trim().split("[,;\\s]+")).map(Decimal::of).toList();
			check(box);
			return box;
		}
		catch (final NumberFormatException exception) {
			throw new BadInput("The box of the reference needs four numbers: centre x, centre y, side, roll; not \"" + text + "\".", exception);
		}
	}

	/** The same with the box of the reference's face. */
	LightWords withBox(final HeadBox found) {
		return new LightWords(light, strength, azimuth, elevation, hardness, coefficients, reference, ratio, patch, seed, sameperson,
			List.of(found.x(), found.y(), found.side(), found.roll()), turned);
	}

	/**
	 * The same, its surroundings turned about the vertical; other lights stay as they are.
	 *
	 * @throws BadInput beyond -360 to 360 degrees
	 */
	public LightWords turned(final double degrees) {
		Ranges.require("turn of the surroundings", degrees, -360, 360);
		if (!light.equals(ENVIRONMENT) || degrees == 0) return this;
		return new LightWords(light, strength, azimuth, elevation, hardness, coefficients, reference, ratio, patch, seed, sameperson, box, degrees);
	}

	/** The box of the reference's face; null to find it. */
	HeadBox place() {
		return box == null ? null : new HeadBox(box.get(0), box.get(1), box.get(2), box.get(3));
	}

	/** The preset that a word names, in any case, with blanks or hyphens; throws {@link BadInput} where there is none. */
	static LightPreset preset(final String word) {
		for (final LightPreset preset : LightPreset.values()) {
			if (preset.label().equals(word.toLowerCase(Locale.ROOT).replace('-', ' '))) return preset;
		}
		final boolean half = Arrays.stream(LightPreset.values()).anyMatch(preset -> preset.label().startsWith(word.toLowerCase(Locale.ROOT) + " "));
		throw new BadInput("The light \"" + word + "\" is not known; choose one of " + String.join(", ", words()) + "." + (half ? " One of two words stands in quotes: \"key left\"." : ""));
	}

	/** The same with the reference named otherwise. */
	LightWords withReference(final Source other) {
		return new LightWords(light, strength, azimuth, elevation, hardness, coefficients, other, ratio, patch, seed, sameperson, box, turned);
	}

	/** How the reference is masked. */
	StitchOptions stitch() {
		return new StitchOptions(ratio, patch, seed, sameperson);
	}
}
