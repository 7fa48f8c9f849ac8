package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values of an origin in words; origins come from files too, so that anything may stand anywhere. */
final class MethodsWords {

	/** What is told in degrees. */
	private static final List<String> ANGLES = List.of("azimuth", "elevation", "turned");

	private MethodsWords() {}

	/** The value where it is a map, else an empty one. */
	static Map<?, ?> map(final Object value) {
		return value instanceof Map<?, ?> map ? map : Map.of();
	}

	/** NaN for what is none. */
	static double number(final Object value) {
		return value instanceof Number number ? number.doubleValue() : Double.NaN;
	}

	/** A source's name without its folder, in quotes; empty for none. */
	static String file(final Object source) {
		final Object path = map(source).get("path");
		return path == null ? "" : "\"" + path.toString().replaceFirst("^.*[/\\\\](?=.)", "") + "\"";
	}

	/** "yaw 30, pitch 0 and roll 0 degrees"; empty where one of them is missing. @param ending of the names, e.g. "_before" */
	static String angles(final Map<?, ?> of, final String ending) {
		final List<String> said = new ArrayList<>();
		for (final String name : List.of("yaw", "pitch", "roll")) {
			final Object angle = of.get(name + ending) == null ? of.get(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + ending) : of.get(name + ending);
			if (Double.isNaN(number(angle))) return "";
			said.add(name + " " + value(Math.round(100 * number(angle)) / 100.0));
		}
		return said.get(0) + ", " + said.get(1) + " and " + said.get(2) + " degrees";
	}

	/** "steps 1, seed 7": all but what is false or nothing. @param names of users, where they differ @param without names that stay out */
	static String settings(final Map<?, ?> of, final Map<String, String> names, final List<String> without) {
		final Stream<String> said = of.entrySet().stream().filter(entry -> !without.contains(String.valueOf(entry.getKey()))).map(entry -> {
			final String key = String.valueOf(entry.getKey()), name = names.getOrDefault(key, key), value = value(entry.getValue());
			if (Boolean.TRUE.equals(entry.getValue())) return name;
			return value.isEmpty() ? "" : name + " " + value + (ANGLES.contains(key) ? " degrees" : "");
		});
		return said.filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
	}

	/** Numbers to five digits, which is more than any of them is good for; lists with commas; empty for nothing, false and what has parts. */
	static String value(final Object value) {
		if (value instanceof List<?> list) return list.stream().map(MethodsWords::value).collect(Collectors.joining(", "));
		if (value == null || value instanceof Map || Boolean.FALSE.equals(value)) return "";
		if (!(value instanceof Number number)) return value.toString();
		if (number.doubleValue() == number.longValue()) return Long.toString(number.longValue());
		return String.format(Locale.ROOT, "%.5g", number.doubleValue()).replaceFirst("(\\.\\d*?)0+($|e)", "$1$2").replaceFirst("\\.($|e)", "$1");
	}
}
