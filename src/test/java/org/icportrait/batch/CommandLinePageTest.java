package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.icportrait.house.Pages;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** docs/commands/command-line.md has every option with its default and the subcommands that take it; lines of any page are taken. */
class CommandLinePageTest {

	/** Of the virtual machine, not ours. */
	private static final String JAVA_OPTION = "--enable-native-access";

	private static final Path PAGE = Path.of("docs", "commands", "command-line.md");
	private static final Pattern LINE = Pattern.compile("(?m)^(?:ic-portrait|.*org\\.icportrait\\.batch\\.Main) ((?:[^\\n]*\\\\\\n)*[^\\n]*)$");
	private static final Set<String> FILES = Set.of("--reference", "--like", "--profiles", "--mask");
	private static final Pattern OPTION = Pattern.compile("`(--[a-z][a-z0-9-]*)");

	@Test
	void thePageHasEveryOption() {
		assertEquals(String.join("\n", new TreeSet<>(options())), String.join("\n", new TreeSet<>(Pages.rows(PAGE, 3))));
	}

	/** Rows of the page: name, default and the subcommands that have it. */
	private static List<String> options() {
		final Map<String, List<String>> users = new LinkedHashMap<>();
		Main.commandLine().getSubcommands().forEach((name, line) -> {
			for (final OptionSpec option : line.getCommandSpec().options()) {
				if (option.usageHelp() || option.versionHelp()) continue;
				users.computeIfAbsent("`" + option.longestName() + "` | " + standard(option), key -> new ArrayList<>()).add(name);
			}
		});
		return users.entrySet().stream().map(entry -> entry.getKey() + " | " + who(entry.getValue())).toList();
	}

	private static String who(final List<String> names) {
		return names.size() == Main.commandLine().getSubcommands().size() ? "all" : String.join(", ", names);
	}

	private static String standard(final OptionSpec option) {
		if (option.required()) return "must be given";
		final String value = option.defaultValue();
		if (option.arity().max() == 0) return "off";
		return value == null || value.isEmpty() ? "none" : value.toLowerCase(Locale.ROOT);
	}

	/** Whoever reads the one must not learn something else from the other. */
	@Test
	void thePageAndTheHelpTellTheSameRanges() {
		for (final String[] told : new String[][] { { "--patch", "0 to 16384; 0: a sixteenth of the reference's crop" }, { "--freedom", "0.05 to 1" }, { "--seed", "0 or more" } }) {
			assertTrue(Pages.text(PAGE).lines().anyMatch(row -> row.startsWith("| `" + told[0] + "` |") && row.contains(told[1])), told[0] + " on the page");
			Main.commandLine().getSubcommands().values().stream().map(line -> line.getCommandSpec().findOption(told[0])).filter(Objects::nonNull).forEach(
				option -> assertTrue(option.description()[0].contains(told[1]), () -> option + " in the help"));
		}
	}

	@Test
	void linesOfAllPagesAreTaken() {
		final List<String> wrong = new ArrayList<>();
		int checked = 0;
		for (final Path page : Pages.all()) {
			final Matcher line = LINE.matcher(Pages.text(page));
			while (line.find()) {
				checked++;
				final String fault = fault(line.group(1));
				if (fault != null) wrong.add(page + ": " + line.group() + ": " + fault);
			}
		}
		assertEquals(List.of(), wrong);
		assertTrue(checked > 8, "only " + checked + " lines were found");
	}

	private static String fault(final String line) {
		try {
			CommandLines.check(words(line));
			return null;
		}
		catch (final CommandLine.ParameterException | BadInput exception) {
			return exception.getMessage();
		}
	}

	/** As a shell parts them; files that are read become one that is there. */
	private static String[] words(final String line) {
		final List<String> words = new ArrayList<>();
		final Matcher word = Pattern.compile("\"([^\"]*)\"|([^\\s\"\\\\#]+)|#.*").matcher(line);
		while (word.find() && !word.group().startsWith("#")) {
			final boolean file = !words.isEmpty() && FILES.contains(words.get(words.size() - 1));
			words.add(file ? PAGE.toString() : word.group(1) == null ? word.group(2) : word.group(1));
		}
		return words.toArray(String[]::new);
	}

	@Test
	void everyOptionThatProseNamesExists() {
		final TreeSet<String> known = new TreeSet<>(List.of("--help", JAVA_OPTION));
		Main.commandLine().getSubcommands().values().forEach(line -> line.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names()))));
		final List<String> wrong = new ArrayList<>();
		for (final Path page : Pages.all()) {
			if (page.startsWith("models") || page.endsWith("renders.md") || page.endsWith("quality.md") || page.endsWith("quality-history.md") || page.endsWith("CHANGELOG.md")) continue;
			final Matcher option = OPTION.matcher(Pages.prose(page));
			while (option.find()) if (!known.contains(option.group(1))) wrong.add(page + ": " + option.group(1));
		}
		assertEquals(List.of(), wrong);
	}
}
