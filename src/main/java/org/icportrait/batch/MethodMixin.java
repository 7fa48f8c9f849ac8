package org.icportrait.batch;

import java.nio.file.Path;

import org.icportrait.generate.Denoising;
import org.icportrait.request.MethodWords;

import picocli.CommandLine.Option;

/** The options of how a portrait is made, as the dialog has them. */
final class MethodMixin {

	@Option(names = "--method", defaultValue = MethodWords.AUTOMATIC, description = "automatic: in-context where the model pack can, else geometric; in-context: " +
		"what no photograph shows is generated; geometric: turned and lit alone (default: ${DEFAULT-VALUE})")
	private String method;
	@Option(names = "--steps", defaultValue = "" + Denoising.DEFAULT_STEPS, description = "of the denoiser, 1 to 100 (default: ${DEFAULT-VALUE})")
	private int steps;
	@Option(names = "--freedom", defaultValue = "1", description = "how far from the geometric result, " + Denoising.LEAST_STRENGTH + " to 1 (default: ${DEFAULT-VALUE})")
	private double freedom;
	@Option(names = "--guidance", defaultValue = "1", description = "how strongly the photograph guides, 0 to 4 (default: ${DEFAULT-VALUE})")
	private double guidance;
	@Option(names = "--variant", defaultValue = "0", description = "another outcome of the same seed (default: ${DEFAULT-VALUE})")
	private int variant;

	/**
	 * The method in words, checked; throws {@link org.icportrait.work.BadInput} where the options are wrong.
	 *
	 * @param mask of what may change, or null
	 */
	MethodWords words(final long seed, final Path mask) {
		return MethodWords.of(method, new Denoising(steps, freedom, guidance, seed, variant), mask == null ? null : FileSources.of(mask));
	}
}
