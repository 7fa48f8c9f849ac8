package org.icportrait.batch;

import org.icportrait.request.ViewWords;

import picocli.CommandLine.Option;

/** The options of what turns and of what stands behind, as the dialogs have them. */
final class AroundMixin {

	@Option(names = "--turn", defaultValue = ViewWords.HEAD, description = "head or bust (default: ${DEFAULT-VALUE})")
	String turn;
	@Option(names = "--background", defaultValue = ViewWords.KEEP, description = "keep, transparent or colour (default: ${DEFAULT-VALUE})")
	String background;
	@Option(names = "--colour", defaultValue = "#808080", description = "of the background, #rrggbb (default: ${DEFAULT-VALUE})")
	String colour;
}
