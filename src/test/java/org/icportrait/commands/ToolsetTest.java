package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/** The button of the toolbar knows every command, and no other. */
class ToolsetTest {

	@Test
	void listsEveryCommandByItsMenuLabel() throws Exception {
		final Set<String> listed = new TreeSet<>();
		final String menu = Files.readString(Path.of("macros", "toolsets", "IC-Portrait.ijm")).split("newArray")[1].split(";")[0];
		final Matcher entries = Pattern.compile("\"([^\"]+)\"").matcher(menu);
		while (entries.find()) listed.add(entries.group(1));
		listed.remove("-");
		final Set<String> commands = new TreeSet<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo command : context.service(CommandService.class).getCommands()) {
				if (command.getMenuPath().size() == 3 && Labels.MENU.equals(command.getMenuPath().get(1).getName())) {
					commands.add(command.getMenuPath().getLeaf().getName());
				}
			}
		}
		assertEquals(commands, listed);
	}
}
