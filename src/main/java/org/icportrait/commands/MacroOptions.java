package org.icportrait.commands;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.icportrait.work.BadInput;

/** The option string of an ImageJ macro call, {@code "yaw=30 title=[a b] preview"}, taken apart by ImageJ's own rules. */
final class MacroOptions {

	/** Values that no further word belongs to. */
	private static final Pattern FINISHED = Pattern.compile("[-+]?[\\d.,]*[\\d.]|true|false", Pattern.CASE_INSENSITIVE);

	private final String text;
	private int at;

	private MacroOptions(final String text) {
		this.text = text;
	}

	/**
	 * Takes the string apart.
	 *
	 * @param options may be null
	 * @return keys in lower case in their order; the value of a bare key is null
	 * @throws BadInput when a key comes twice, a bracket is never closed or never opened, or an equals sign has no key before it
	 */
	static Map<String, String> parse(final String options) {
		final MacroOptions parser = new MacroOptions(options == null ? "" : options);
		final Map<String, String> values = new LinkedHashMap<>();
		while (parser.skipBlanks()) {
			final String key = parser.key();
			final String value = parser.value();
			if (values.containsKey(key)) throw new BadInput("\"" + key + "\" is given twice.");
			values.put(key, value);
		}
		return values;
	}

	/**
	 * What is written where a value with blanks lacks its brackets, {@code light=key left}.
	 *
	 * @param word a key without a value, in lower case
	 * @return the value and its key as they were meant, {@code light=[key left]}; null where the word does not follow a value that may go on: numbers and true or false end
	 */
	static String meant(final String options, final String word) {
		final MacroOptions parser = new MacroOptions(options == null ? "" : options);
		String before = null;
		boolean found = false;
		while (parser.skipBlanks()) {
			final int start = parser.at;
			final String key = parser.key();
			final int end = parser.at;
			final String value = parser.value();
			if (found && value != null) break;
			if (value != null) before = isFinished(value, parser.text.charAt(end + 1 < parser.at ? end + 1 : end)) ? null : key + "=[" + value;
			else if (before != null) before += (before.endsWith("[") ? "" : " ") + parser.text.substring(start, end);
			found |= value == null && key.equals(word);
		}
		return found && before != null ? before + "]" : null;
	}

	private static boolean isFinished(final String value, final char first) {
		return first == '[' || first == '\'' || FINISHED.matcher(value).matches();
	}

	private boolean skipBlanks() {
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
		return at < text.length();
	}

	private String key() {
		final int start = at;
		while (at < text.length() && text.charAt(at) != '=' && !Character.isWhitespace(text.charAt(at))) at++;
		if (at == start) throw new BadInput("Nothing stands before the equals sign in \"" + text + "\"; write key=value without blanks between, as in yaw=30.");
		final String key = text.substring(start, at);
		if (key.indexOf(']') < 0 || key.indexOf('[') >= 0) return key.toLowerCase(Locale.ROOT);
		throw new BadInput("In \"" + text + "\" the bracket behind " + key.substring(0, key.indexOf(']')) + " closes what none opens: put values with blanks in brackets, and rename what has a single bracket in its name.");
	}

	private String value() {
		if (at >= text.length() || text.charAt(at) != '=') return null;
		at++;
		if (at < text.length() && text.charAt(at) == '[') return bracketed();
		if (at < text.length() && text.charAt(at) == '\'') return upTo(text.indexOf('\'', at + 1));
		return word();
	}

	private String word() {
		final int start = at;
		while (at < text.length() && !Character.isWhitespace(text.charAt(at))) at++;
		return text.substring(start, at);
	}

	/** Names of files may hold a bracket that is closed and was never opened. */
	private String bracketed() {
		final String inside = upTo(closingBracket());
		final int behind = at;
		final String rest = word();
		at = behind;
		if (rest.indexOf(']') < 0 || rest.indexOf('[') >= 0) return inside;
		throw new BadInput("A value ends where its bracket closes, and behind [" + inside + "] stands " + rest + ": rename what has a single bracket in its name.");
	}

	/** What stands between the mark here and the one at {@code end}; goes on behind it. */
	private String upTo(final int end) {
		if (end < 0) throw new BadInput("A bracket or quote is never closed in \"" + text.substring(at) + "\".");
		final String inside = text.substring(at + 1, end);
		at = end + 1;
		return inside;
	}

	private int closingBracket() {
		int depth = 0;
		for (int i = at; i < text.length(); i++) {
			if (text.charAt(i) == '[') depth++;
			else if (text.charAt(i) == ']' && --depth == 0) return i;
		}
		return -1;
	}
}
