package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.Menus;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.icportrait.bridge.CommandPlugIn;
import org.icportrait.house.Pages;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/**
 * Every command has a page, docs/commands/NAME.md, whose table of fields is that of the code: names, labels, defaults and ranges. Macro
 * lines of any page run: their commands and keys exist, and their values are taken.
 */
class CommandPagesTest {

	private static final Path FOLDER = Path.of("docs", "commands");
	private static final Pattern RUN = Pattern.compile("\\brun\\((?:image, )?\"([^\"]+)\"(?:,\\s*([^\\n]*?))?\\);?[ \\t]*(?://.*)?$", Pattern.MULTILINE);
	private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");
	/** Stands for what a macro puts together when it runs. */
	private static final String UNKNOWN = "\ufffc";

	@BeforeAll
	static void menus() {
		CommandPlugIn.install();
	}

	static Stream<CommandInfo> commands() {
		return CommandPlugIn.context().service(CommandService.class).getCommands().stream().filter(info -> info.getClassName().startsWith("org.icportrait.commands."))
			.filter(info -> info.getMenuPath().size() == 3);
	}

	private static String label(final CommandInfo info) {
		return info.getMenuPath().getLeaf().getName();
	}

	private static Path page(final CommandInfo info) {
		return FOLDER.resolve(label(info).replace("...", "").toLowerCase(Locale.ROOT).replace(' ', '-') + ".md");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void thePageHasTheFieldsOfTheCommand(final CommandInfo info) {
		final List<String> fields = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs()) if (OurModules.isForUsers(item)) fields.add(row(item));
		assertTrue(Files.exists(page(info)), () -> page(info) + " is missing; its table of fields:\n" + String.join("\n", fields));
		assertEquals(String.join("\n", fields), String.join("\n", Pages.rows(page(info), 4)));
	}

	@ParameterizedTest
	@MethodSource("commands")
	void thePageSaysWhereTheCommandIsAndShowsIt(final CommandInfo info) {
		final String text = Pages.text(page(info));
		assertTrue(text.startsWith("# " + label(info) + "\n"), "the heading is " + label(info));
		assertTrue(text.contains(info.getMenuPath().getMenuString()), "the page says " + info.getMenuPath().getMenuString());
		assertTrue(text.contains("]("), "the page shows or links something");
		assertTrue(text.contains("run(\"" + label(info) + "\""), "the page has a macro line");
		assertTrue(text.contains("\n## In a script\n") && text.contains("\n## On the command line\n"), "the page has both headings");
	}

	@Test
	void everyPageIsOfACommand() throws Exception {
		final List<Path> known = new ArrayList<>(commands().map(CommandPagesTest::page).toList());
		known.add(FOLDER.resolve("command-line.md"));
		try (Stream<Path> files = Files.list(FOLDER)) {
			assertEquals(List.of(), files.filter(file -> !known.contains(file)).toList());
		}
	}

	@Test
	void macroLinesOfAllPagesRun() {
		final List<String> wrong = new ArrayList<>();
		int checked = 0;
		for (final Path page : Pages.all()) {
			final Matcher line = RUN.matcher(Pages.text(page));
			while (line.find()) {
				checked++;
				final String fault = fault(line.group(1), line.group(2) == null ? "" : line.group(2));
				if (fault != null) wrong.add(page + ": " + line.group() + ": " + fault);
			}
		}
		assertEquals(List.of(), wrong);
		assertTrue(checked > 12, "only " + checked + " lines were found");
	}

	/** What is wrong with a call, or null. */
	private static String fault(final String name, final String argument) {
		final CommandInfo info = commands().filter(command -> label(command).equals(name)).findAny().orElse(null);
		if (info == null) return Menus.getCommands().containsKey(name) ? null : "there is no such command";
		try {
			for (final Map.Entry<String, String> given : MacroOptions.parse(literal(argument)).entrySet()) {
				final ModuleItem<?> item = info.getInput(given.getKey());
				if (item == null || !OurModules.isForUsers(item)) return "there is no " + given.getKey();
				final boolean known = given.getValue() == null || !given.getValue().contains(UNKNOWN);
				if (known && item.getType() != ImagePlus.class) MacroValue.parse(item, given.getValue());
			}
			return null;
		}
		catch (final BadInput exception) {
			return exception.getMessage();
		}
	}

	/** A macro's text as far as it is written out. */
	private static String literal(final String expression) {
		final List<String> parts = new ArrayList<>();
		final Matcher text = TEXT.matcher(expression);
		while (text.find()) parts.add(text.group(1));
		return String.join(UNKNOWN, parts) + (expression.isEmpty() || expression.endsWith("\"") ? "" : UNKNOWN);
	}

	private static String row(final ModuleItem<?> item) {
		return "`" + item.getName() + "` | " + item.getLabel() + " | " + standard(item) + " | " + takes(item);
	}

	private static String standard(final ModuleItem<?> item) {
		if (item.getType() == ImagePlus.class && item.isAutoFill()) return "the active image";
		final Object value = item.getDefaultValue();
		if (value == null) return item.isRequired() ? "must be given" : "none";
		return value.toString().isEmpty() ? "empty" : number(value);
	}

	private static String takes(final ModuleItem<?> item) {
		if (item.getType() == ImagePlus.class) return "an open image";
		if (item.getType() == File.class) return "directory".equals(item.getWidgetStyle()) ? "a folder" : "a file";
		if (item.getType() == boolean.class) return "true, false";
		if (item.getChoices() != null && !item.getChoices().isEmpty()) return item.getChoices().stream().map(Object::toString).collect(Collectors.joining(", "));
		if (item.getMaximumValue() != null) return number(item.getMinimumValue()) + " to " + number(item.getMaximumValue());
		return item.getMinimumValue() != null ? number(item.getMinimumValue()) + " or more" : "text";
	}

	private static String number(final Object value) {
		return value.toString().replaceFirst("\\.0$", "");
	}
}
