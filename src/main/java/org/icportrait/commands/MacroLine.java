package org.icportrait.commands;

import ij.ImagePlus;

import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** A run of one of our commands as a line of a macro: what counts and nothing else, never the photograph itself. */
final class MacroLine {

	private MacroLine() {}

	/** The keys and values that count, in the order of the inputs; a file as its path. */
	static Map<String, String> options(final Module module) {
		final Map<String, String> options = new LinkedHashMap<>();
		for (final ModuleItem<?> input : module.getInfo().inputs()) {
			final String value = OurModules.isForUsers(input) ? text(module.getInput(input.getName())) : "";
			if (!value.isEmpty() && counts(module, input.getName())) options.put(input.getName(), value);
		}
		return options;
	}

	/** The whole line, as ImageJ's recorder writes it. */
	static String of(final Module module) {
		final String options = options(module).entrySet().stream().map(option -> option.getKey() + "=" + value(option.getValue()))
			.collect(Collectors.joining(" "));
		return "run(\"" + module.getInfo().getMenuPath().getLeaf().getName() + "\", \"" + options + "\");";
	}

	private static String value(final String value) {
		final String recordable = recordable(value);
		return recordable.contains(" ") ? "[" + recordable + "]" : recordable;
	}

	/** A value as ImageJ's recorder takes it: it puts brackets about blanks, and knows of nothing else that ends or changes a text, the blank of Japanese and tabs among it. */
	static String recordable(final String value) {
		final boolean odd = value.startsWith("[") || value.startsWith("'") || value.chars().anyMatch(Character::isWhitespace);
		return odd && !value.contains(" ") ? "[" + escaped(value) + "]" : escaped(value);
	}

	/** As it stands between quotes in a macro. */
	private static String escaped(final String value) {
		return value.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	private static boolean counts(final Module module, final String input) {
		return !(module.getDelegateObject() instanceof Recorded command) || command.counts(input);
	}

	private static String text(final Object value) {
		if (value == null) return "";
		if (value instanceof ImagePlus image) return image.getTitle();
		return value instanceof File file ? file.getPath() : value.toString();
	}
}
