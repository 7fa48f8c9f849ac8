package org.icportrait.series;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.icportrait.light.StitchOptions;
import org.icportrait.request.LightWords;
import org.icportrait.request.Source;
import org.icportrait.work.BadInput;
import org.icportrait.work.Decimal;

/**
 * The lights of a series as people write them, separated by commas: names as in the other dialogs ({@code keep}, {@code key left} ...), the
 * path of a lamp ({@code direction -90:90:30 20}, azimuths then elevations, and hardness where wanted), surroundings turned in steps
 * ({@code environment 0:315:45}).
 */
final class SeriesLights {

	/** Those that one word says all about; coefficients have commas of their own. */
	private static final List<String> NAMES = LightWords.words().stream().filter(word -> !Set.of(LightWords.DIRECTION, LightWords.ENVIRONMENT, LightWords.COEFFICIENTS).contains(word)).toList();

	private SeriesLights() {}

	/**
	 * @param reference what "environment" and "photograph" name, or null
	 * @return at least one, no two alike
	 * @throws BadInput with one sentence
	 */
	static List<SeriesLight> parse(final String text, final Source reference) {
		final List<SeriesLight> lights = new ArrayList<>();
		for (final String part : text.split(",", -1)) {
			addAll(part.trim().replaceAll("\\s+", " "), reference, lights);
			SeriesPlan.requireFew(1, lights.size());
		}
		final Set<String> codes = new HashSet<>();
		for (final SeriesLight light : lights) if (!codes.add(light.code())) throw new BadInput("The light \"" + light.label() + "\" is given twice.");
		return lights;
	}

	private static void addAll(final String part, final Source reference, final List<SeriesLight> lights) {
		final String[] words = part.split(" ");
		if (words[0].equalsIgnoreCase(LightWords.DIRECTION)) addPath(part, words, lights);
		else if (words[0].equalsIgnoreCase(LightWords.ENVIRONMENT)) addTurns(part, words, reference, lights);
		else {
			if (!NAMES.contains(part.toLowerCase(Locale.ROOT).replace('-', ' '))) throw new BadInput("The light \"" + part + "\" is not known in a series; choose from " +
				String.join(", ", NAMES) + ", \"direction -90:90:30 20\" and \"environment 0:315:45\", with commas between.");
			final LightWords light = LightWords.of(part, LightWords.Numbers.DEFAULT, reference, StitchOptions.DEFAULT);
			lights.add(SeriesLight.of(light, light.light()));
		}
	}

	private static void addPath(final String part, final String[] words, final List<SeriesLight> lights) {
		if (words.length < 3 || words.length > 4) {
			throw new BadInput("The path of a lamp is written as \"direction AZIMUTH ELEVATION\", each as 20 or as -90:90:30, and a hardness from 0 to 1 where wanted, not \"" +
				part + "\".");
		}
		final double hardness = words.length == 4 ? hardness(words[3]) : LightWords.Numbers.DEFAULT.hardness();
		for (final double elevation : Angles.parse(words[2], "elevation")) for (final double azimuth : Angles.parse(words[1], "azimuth")) {
			final String label = "direction " + Angles.text(azimuth) + " " + Angles.text(elevation) + (words.length == 4 ? " " + words[3] : "");
			lights.add(SeriesLight.of(SeriesLight.direction(azimuth, elevation, hardness), label));
		}
	}

	/** One for the whole path: what is no angle has no steps either. */
	private static double hardness(final String text) {
		try {
			return Decimal.of(text);
		}
		catch (final NumberFormatException exception) {
			throw new BadInput("The hardness of a lamp's path is one number from 0 to 1, not \"" + text + "\".", exception);
		}
	}

	private static void addTurns(final String part, final String[] words, final Source reference, final List<SeriesLight> lights) {
		if (words.length > 2) throw new BadInput("Surroundings turned in steps are written as \"environment 0:315:45\", not \"" + part + "\".");
		final LightWords still = LightWords.of(LightWords.ENVIRONMENT, LightWords.Numbers.DEFAULT, reference, StitchOptions.DEFAULT);
		for (final double turn : words.length == 1 ? List.of(0.0) : Angles.parse(words[1], "turn of the surroundings")) {
			lights.add(SeriesLight.of(still.turned(turn), "environment " + Angles.text(turn)));
		}
	}
}
