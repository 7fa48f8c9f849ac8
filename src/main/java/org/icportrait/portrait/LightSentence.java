package org.icportrait.portrait;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The light that was asked for, as a sentence for a paper. */
final class LightSentence {

	private static final Map<String, String> NAMES = Map.of("sameperson", "same person", "turned", "turned by");
	/** What stands in the sentence itself, and the place of a face that was found. */
	private static final List<String> OTHERWISE = List.of("light", "reference", "box", "coefficients");

	private LightSentence() {}

	/** @param light as requests have it; empty for one that nothing is known of */
	static String of(final Map<?, ?> light) {
		final String word = Objects.toString(light.get("light"), ""), settings = MethodsWords.settings(light, NAMES, OTHERWISE);
		final String reference = MethodsWords.file(light.get("reference"));
		final String with = settings.isEmpty() ? "." : " (" + settings + ").";
		return switch (word) {
			case "" -> "";
			case "keep" -> "The light of the photograph was kept.";
			case "photograph" -> "The light was taken from the photograph " + reference + with;
			case "environment" -> "The light was taken from the surroundings " + reference + with;
			case "coefficients" -> "The head was lit by the spherical-harmonics coefficients " + MethodsWords.value(light.get("coefficients")) + ".";
			case "direction" -> "The head was lit by one lamp" + with;
			default -> "The head was lit by the preset \"" + word + "\"" + with;
		};
	}
}
