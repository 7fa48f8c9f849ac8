package org.icportrait.batch;

import org.icportrait.generate.Extras;

import picocli.CommandLine.Option;

/** The options of what is written beside a generated picture, as the dialog has them. */
final class BesideMixin {

	@Option(names = "--variants", defaultValue = "1", description = "outcomes of the seed to compare, 2 to 64: also writes how far they differ, as 32-bit TIFF " +
		"(default: ${DEFAULT-VALUE}, nothing to compare)")
	private int variants;
	@Option(names = "--stack", description = "with --variants: also writes the variants themselves, as a TIFF of several slices")
	private boolean stack;
	@Option(names = "--start", description = "also writes the picture that generation begins with")
	private boolean start;
	@Option(names = "--canvas", description = "also writes the stitched canvas, as the networks see it, and its mask")
	private boolean canvas;
	@Option(names = "--flow", description = "also writes where in the photographs each place is found: by geometry, and by the networks, in colours and as 32-bit TIFF")
	private boolean flow;

	/** Throws {@link org.icportrait.work.BadInput} for what cannot be. */
	Extras extras() {
		return new Extras(variants, stack, start, canvas, flow);
	}
}
