package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.request.PortraitRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A new view in a new light. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Turns the head and lights it anew.")
final class GenerateFiles extends MakingFiles {

	@Mixin
	private ViewMixin view;

	@Mixin
	private LightMixin light;

	@Mixin
	private MethodMixin method;

	@Override
	List<Path> references() {
		return Stream.concat(view.files().stream(), light.files().stream()).toList();
	}

	@Override
	PortraitRequest request() {
		return ask(PortraitRequest.GENERATE, view.words(), light.words(), false, false).of(method.words(light.seed()));
	}
}
