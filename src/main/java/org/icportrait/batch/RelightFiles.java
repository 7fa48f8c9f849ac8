package org.icportrait.batch;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.List;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.portrait.LightChoice;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lights heads anew, the view kept. */
@Command(name = "relight", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Lights the portrait anew; the view stays as it is.")
final class RelightFiles extends FileCommand {

	@Mixin
	private LightMixin light;

	@Option(names = "--canvas", description = "with --light photograph: also writes the stitched canvas")
	private boolean canvas;

	private PortraitOptions options;

	@Override
	void prepare(final PortraitEngine engine) {
		final LightChoice choice = light.choice(engine);
		if (choice.equals(LightChoice.KEEP)) throw new BadInput("relight needs a light: name one with --light.");
		options = PortraitOptions.DEFAULT.withLight(choice);
	}

	@Override
	List<Path> references() {
		return light.files();
	}

	@Override
	String suffix() {
		return "relit";
	}

	@Override
	Results process(final PortraitEngine engine, final Photograph photograph) {
		final PortraitResult result = engine.generate(analyze(engine, photograph), options, Progress.NONE);
		final Provenance origin = light.name(result.provenance().with("source", photograph.title()));
		final Results results = Results.of(origin, photograph.derive(result.picture(), suffix()), null);
		return canvas && result.canvas() != null ? results.and("-canvas", new ImagePlus("canvas", PixelFormat.RGB.store(result.canvas()))) : results;
	}
}
