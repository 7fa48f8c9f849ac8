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

	@Mixin
	private ProfilesMixin profiles;

	@Override
	List<Path> references() {
		return Stream.of(view.files(), light.files(), profiles.files()).flatMap(List::stream).toList();
	}

	@Override
	PortraitRequest request() {
		return ask(PortraitRequest.GENERATE, view.words(), light.words(), false, false).of(method.words(light.seed())).joined(profiles.sources());
	}
}
