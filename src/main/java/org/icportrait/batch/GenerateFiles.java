package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.work.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A new view in a new light. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Turns the head and lights it anew.")
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
	List<Path> references() {
		return Stream.concat(view.files().stream(), light.files().stream()).toList();
	}

	@Override
	String suffix() {
		return "portrait";
	}

	@Override
	Results process(final PortraitEngine engine, final Photograph photograph) {
		final PortraitResult result = engine.generate(analyze(engine, photograph), options, Progress.NONE);
		return Results.of(light.name(view.name(result.provenance().with("source", photograph.title()))), photograph.derive(result.picture(), suffix()),
			result.alpha());
	}
}
