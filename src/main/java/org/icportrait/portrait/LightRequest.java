package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Picture;
import org.icportrait.light.Light;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;
import org.icportrait.work.BadInput;

/**
 * A light as dialogs, macros and the command line say it: one word and some numbers, of which the word decides what counts.
 *
 * @param word "keep", a preset ("key left", "rim" ...), "direction", "coefficients", "photograph" or "environment"
 * @param strength of presets, direction and environment, relative to the photograph's own light, 0 to 4
 * @param azimuth of a direction, degrees
 * @param elevation of a direction, degrees
 * @param hardness of a direction, 0 to 1
 * @param coefficients 9 or 27 numbers separated by commas
 * @param portrait for "photograph", else of no use; may be null
 * @param panorama for "environment", else of no use; may be null
 * @param stitch how much of a photograph is masked
 */
public record LightRequest(String word, double strength, double azimuth, double elevation, double hardness, String coefficients,
	AnalyzedPortrait portrait, Picture panorama, StitchOptions stitch)
{

	public static final String KEEP = "keep";
	public static final String DIRECTION = "direction";
	public static final String COEFFICIENTS = "coefficients";
	public static final String PHOTOGRAPH = "photograph";
	public static final String ENVIRONMENT = "environment";

	/** Every word, in the order of the dialogs. */
	public static List<String> words() {
		final List<String> words = new ArrayList<>(List.of(KEEP));
		for (final LightPreset preset : LightPreset.values()) words.add(preset.label());
		words.addAll(List.of(DIRECTION, COEFFICIENTS, PHOTOGRAPH, ENVIRONMENT));
		return words;
	}

	/** Whether the word needs a picture to take the light from. */
	public static boolean needsReference(final String word) {
		return word.equals(PHOTOGRAPH) || word.equals(ENVIRONMENT);
	}

	/** What is asked for; throws {@link BadInput} with one sentence where the word or its numbers are of no use. */
	public LightChoice toChoice() {
		requireRange("strength", strength, 0, 4);
		return switch (word) {
			case KEEP -> LightChoice.KEEP;
			case DIRECTION -> lamp();
			case COEFFICIENTS -> new LightChoice.Coefficients(parse(coefficients));
			case PHOTOGRAPH -> new LightChoice.Reference(required(portrait), stitch);
			case ENVIRONMENT -> new LightChoice.Environment(required(panorama), strength);
			default -> new LightChoice.Preset(preset(word), strength);
		};
	}

	private <T> T required(final T reference) {
		if (reference == null) throw new BadInput("The light \"" + word + "\" needs a reference picture.");
		return reference;
	}

	private LightChoice lamp() {
		requireRange("azimuth", azimuth, -180, 180);
		requireRange("elevation", elevation, -90, 90);
		requireRange("hardness", hardness, 0, 1);
		return new LightChoice.Lamp(azimuth, elevation, hardness, strength);
	}

	private static LightPreset preset(final String word) {
		for (final LightPreset preset : LightPreset.values()) {
			if (preset.label().equals(word.toLowerCase(Locale.ROOT).replace('-', ' '))) return preset;
		}
		throw new BadInput("The light \"" + word + "\" is not known; choose one of " + String.join(", ", words()) + ".");
	}

	/** 27 numbers, [k * 3 + channel]; nine count for all three channels. */
	private static double[] parse(final String text) {
		final String[] parts = text.trim().split("[,;\\s]+");
		if (parts.length != Harmonics.COUNT && parts.length != Harmonics.ALL) {
			throw new BadInput("The coefficients must be 9 or 27 numbers separated by commas; there are " + parts.length + ".");
		}
		return Light.ofCoefficients(Arrays.stream(parts).mapToDouble(LightRequest::number).toArray()).harmonics().toArray();
	}

	private static double number(final String text) {
		try {
			final double value = Double.parseDouble(text);
			if (Double.isFinite(value)) return value;
		}
		catch (final NumberFormatException exception) {
			// told below
		}
		throw new BadInput("The coefficient \"" + text + "\" is not a number.");
	}

	private static void requireRange(final String name, final double value, final double low, final double high) {
		if (!(value >= low && value <= high)) {
			throw new BadInput("The " + name + " of the light must lie between " + low + " and " + high + ", not at " + value + ".");
		}
	}
}
