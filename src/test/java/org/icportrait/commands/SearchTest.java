package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.icportrait.bridge.CommandPlugIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

/**
 * What Fiji's search bar finds. Its searcher of modules (scijava-search, not on Central) takes a module's label, else the last word of its menu,
 * as the title, and finds what has the typed text in the title or in a word of the menu, in any case.
 */
class SearchTest {

	private static List<CommandInfo> commands() {
		return CommandPlugIn.context().service(CommandService.class).getCommands().stream().filter(info -> info.getClassName().startsWith("org.icportrait.commands."))
			.filter(info -> info.getMenuPath().size() == 3).toList();
	}

	private static boolean finds(final CommandInfo info, final String typed) {
		final String title = info.getLabel() == null || info.getLabel().isEmpty() ? info.getMenuPath().getLeaf().getName() : info.getLabel();
		return title.toLowerCase(Locale.ROOT).contains(typed) || info.getMenuPath().stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).contains(typed));
	}

	@ParameterizedTest
	@CsvSource({ "face, Generate Portrait... Analyze Portrait... Stitch Lighting... Open Portrait...", "head, Generate Portrait... Analyze Portrait... Warp View...",
		"pose, Generate Portrait... Analyze Portrait... Warp View...", "relight, Generate Portrait... Stitch Lighting...", "landmarks, Analyze Portrait..." })
	void theWordsThatPeopleTypeFindTheCommands(final String typed, final String wanted) {
		final Set<String> found = commands().stream().filter(info -> finds(info, typed)).map(info -> info.getMenuPath().getLeaf().getName()).collect(Collectors.toSet());
		for (final String name : wanted.split("(?<=\\.\\.\\.) ")) assertTrue(found.contains(name), typed + " finds only " + found);
	}

	@Test
	void everyCommandHasATitleThatBeginsWithItsNameASentenceAndAnIcon() throws IOException {
		for (final CommandInfo info : commands()) {
			final String name = info.getMenuPath().getLeaf().getName();
			assertTrue(info.getLabel().startsWith(name.replace("...", "") + ":"), name + ": " + info.getLabel());
			assertTrue(info.getDescription() != null && info.getDescription().endsWith("."), name + " has a sentence");
			assertNotNull(info.getIconPath(), name + " has an icon");
			final BufferedImage icon = ImageIO.read(SearchTest.class.getResource(info.getIconPath()));
			assertEquals(16, icon.getWidth(), name);
			assertEquals(16, icon.getHeight(), name);
		}
	}
}
