package org.icportrait.commands;

import ij.IJ;
import ij.plugin.BrowserLauncher;

import java.io.IOException;
import java.util.Locale;

/** The page that explains a command, in the documents of this version's repository. */
final class HelpPages {

	private static final String SITE = "https://github.com/ic-portrait/ic-portrait-fiji/blob/main/";
	private static final String START = "docs/index.md";

	private HelpPages() {}

	/** Opens the page of a command, by its menu label, in the browser; where that does not work, says where it is. */
	static void open(final String label) {
		open(SITE + page(label), label);
	}

	private static void open(final String address, final String what) {
		try {
			BrowserLauncher.openURL(address);
		}
		catch (final IOException | RuntimeException exception) {
			IJ.log("Help on " + what.replace("...", "") + ": " + address);
		}
	}

	/** Opens the page to begin with. */
	static void openStart() {
		open(SITE + START, Labels.MENU);
	}

	/** The page's file in the repository, e.g. docs/commands/warp-view.md for "Warp View...". */
	static String page(final String label) {
		return "docs/commands/" + label.replace("...", "").toLowerCase(Locale.ROOT).replace(' ', '-') + ".md";
	}
}
