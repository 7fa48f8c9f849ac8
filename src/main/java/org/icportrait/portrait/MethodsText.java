package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An origin as a paragraph for the methods section of a paper: the program, its models, every parameter that was asked for. */
public final class MethodsText {

	/** Longer lists, such as landmarks, stay in the files. */
	private static final int LONGEST_LIST = 27;

	private MethodsText() {}

	/** English, one paragraph. */
	public static String of(final Provenance origin) {
		final StringBuilder text = new StringBuilder();
		text.append("The picture was made with IC-Portrait ").append(origin.version()).append(" (models ").append(origin.pack()).append(
			", trained on synthetic heads only; action \"").append(origin.action()).append("\"; computed on ").append(origin.device()).append(").");
		final List<String> asked = new ArrayList<>(), found = new ArrayList<>(), models = new ArrayList<>();
		collect("", origin.request(), asked);
		collect("", origin.facts(), found);
		origin.models().forEach((file, sha256) -> models.add(file + " " + sha256));
		if (!asked.isEmpty()) text.append(" Asked for: ").append(String.join("; ", asked)).append('.');
		if (!found.isEmpty()) text.append(" Found and done: ").append(String.join("; ", found)).append('.');
		if (!models.isEmpty()) text.append(" SHA-256 of the networks: ").append(String.join("; ", models)).append('.');
		return text.append(" It is a generated picture, not a photograph.").toString();
	}

	private static void collect(final String name, final Object value, final List<String> out) {
		if (value instanceof Map<?, ?> map) map.forEach((key, inner) -> collect(name.isEmpty() ? key.toString() : name + " " + key, inner, out));
		else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map<?, ?>) {
			for (int i = 0; i < list.size(); i++) collect(list.size() == 1 ? name : name + " " + (i + 1), list.get(i), out);
		}
		else if (value instanceof List<?> list) {
			if (!list.isEmpty() && list.size() <= LONGEST_LIST) out.add(name.replace('_', ' ') + " " + String.join(", ", list.stream().map(MethodsText::word).toList()));
		}
		else if (value != null) out.add(name.replace('_', ' ') + " " + word(value));
	}

	/** Numbers to five digits, which is more than any of them is good for. */
	private static String word(final Object value) {
		if (!(value instanceof Number number) || number.doubleValue() == number.longValue()) return value instanceof Number n ? Long.toString(n.longValue()) : String.valueOf(
			value);
		return String.format(Locale.ROOT, "%.5g", number.doubleValue()).replaceFirst("(\\.\\d*?)0+($|e)", "$1$2").replaceFirst("\\.($|e)", "$1");
	}
}
