package org.icportrait.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.icportrait.work.BadInput;
import org.icportrait.work.OneLine;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A command with some of its options changed, as rows of a manifest change them: parsed and checked as the command line is. Not thread-safe. */
final class Variants {

	/** What holds for a whole run. */
	private static final Set<String> OF_THE_RUN = Set.of("out", "overwrite", "jobs", "format", "c2pa", "pages", "models", "device", "natives", "threads", "gpu", "manifest",
		"results", "resume", "help", "version");
	/** Kept for rows to come; rows of a table are often alike. */
	private static final int MOST_KEPT = 64;

	private final FileCommand command;
	private final CommandLine line;
	private final Map<Map<String, String>, FileCommand> kept = new LinkedHashMap<>(16, 0.75f, true) {

		private static final long serialVersionUID = 1L;

		@Override
		protected boolean removeEldestEntry(final Map.Entry<Map<String, String>, FileCommand> eldest) {
			return size() > MOST_KEPT;
		}
	};

	/** @param line that the command was parsed by */
	Variants(final FileCommand command, final CommandLine line) {
		this.command = command;
		this.line = line;
	}

	/** Names, without hyphens in front, of the options that a row may have. */
	Set<String> options() {
		final Set<String> names = new TreeSet<>();
		for (final OptionSpec option : line.getCommandSpec().options()) names.add(plain(option));
		names.removeAll(OF_THE_RUN);
		return names;
	}

	/** The command with these options in place of its own; throws {@link BadInput} where it cannot take them. */
	FileCommand of(final Map<String, String> options) {
		if (options.isEmpty()) return command.checked();
		return kept.computeIfAbsent(Map.copyOf(options), this::parse);
	}

	private FileCommand parse(final Map<String, String> options) {
		final List<String> arguments = new ArrayList<>();
		for (final OptionSpec option : line.getParseResult().matchedOptions()) if (!options.containsKey(plain(option))) add(option, option.originalStringValues(), arguments);
		options.forEach((name, value) -> add(line.getCommandSpec().optionsMap().get("--" + name), List.of(value), arguments));
		try {
			final FileCommand variant = command.getClass().getDeclaredConstructor().newInstance();
			Main.parser(variant).parseArgs(arguments.toArray(String[]::new));
			variant.checkedLike(command).refuseIdle(option -> options.containsKey(option.substring("--".length())));
			return variant;
		}
		catch (final CommandLine.ParameterException exception) {
			throw new BadInput(OneLine.of(exception.getMessage()), exception);
		}
		catch (final ReflectiveOperationException exception) {
			throw new IllegalStateException(exception);
		}
	}

	private static void add(final OptionSpec option, final List<String> values, final List<String> arguments) {
		if (option.arity().max() > 0) for (final String value : values) arguments.add(option.longestName() + "=" + value);
		else if (!values.contains("false")) arguments.add(option.longestName());
	}

	private static String plain(final OptionSpec option) {
		return option.longestName().replaceFirst("^-+", "");
	}
}
