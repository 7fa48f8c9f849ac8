package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.icportrait.request.Incomplete;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lights heads anew, the view kept. */
@Command(name = "relight", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Lights the portrait anew; the view stays as it is.")
final class RelightFiles extends MakingFiles {

	@Mixin
	private LightMixin light;

	@Option(names = "--canvas", description = "with --light photograph: also writes the stitched canvas")
	private boolean canvas;

	@Override
	List<Path> references() {
		return light.files();
	}

	@Override
	void refuseIdle(final Predicate<String> given) {
		light.refuseIdle(given);
		if (given.test("--canvas") && !LightWords.PHOTOGRAPH.equals(asked().light().light())) throw new BadInput("--canvas belongs to --light photograph; say that, or leave it out.");
	}

	@Override
	PortraitRequest request() {
		final LightWords words = light.words();
		if (words.equals(LightWords.KEEP)) throw new Incomplete("relight needs a light: name one with --light, or in the column light of a table.");
		return ask(PortraitRequest.RELIGHT, ViewWords.UNCHANGED, words, false, canvas);
	}
}
