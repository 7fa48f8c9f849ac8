package org.icportrait.batch;

import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.work.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A new view in a new light. */
@Command(name = "generate", mixinStandardHelpOptions = true, description = "Turns the head and lights it anew.")
final class GenerateFiles extends FileCommand {

	@Mixin
	private ViewMixin view;

	@Mixin
	private LightMixin light;

	private PortraitOptions options;

	@Override
	void prepare(final PortraitEngine engine) {
		options = view.options(engine).withLight(light.choice(engine));
	}

	@Override
	void process(final PortraitEngine engine, final Photograph photograph, final ResultWriter writer) {
		final PortraitResult result = engine.generate(analyze(engine, photograph), options, Progress.NONE);
		writer.writePicture(writer.newName(photograph, "portrait"), photograph.derive(result.picture(), "portrait"), result.alpha(),
			light.name(view.name(result.provenance().with("source", photograph.title()))));
	}
}
