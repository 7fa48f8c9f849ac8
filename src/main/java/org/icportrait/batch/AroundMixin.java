package org.icportrait.batch;

import java.util.function.Predicate;

import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;

import picocli.CommandLine.Option;

/** The options of what turns and of what stands behind, as the dialogs have them. */
final class AroundMixin {

	@Option(names = "--turn", defaultValue = ViewWords.HEAD, description = "head or bust (default: ${DEFAULT-VALUE})")
	String turn;
	@Option(names = "--background", defaultValue = ViewWords.KEEP, description = "keep, transparent or colour (default: ${DEFAULT-VALUE})")
	String background;
	@Option(names = "--colour", defaultValue = "#808080", description = "of the background, #rrggbb (default: ${DEFAULT-VALUE})")
	String colour;

	/** As {@link FileCommand#refuseIdle}. */
	void refuseIdle(final Predicate<String> given) {
		if (!given.test("--colour") || ViewWords.COLOUR.equalsIgnoreCase(background)) return;
		throw new BadInput("The background \"" + background + "\" has no --colour; say --background colour, or leave the colour out.");
	}
}
