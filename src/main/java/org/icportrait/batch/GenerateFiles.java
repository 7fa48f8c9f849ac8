package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.icportrait.request.PortraitRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

	@Mixin
	private BesideMixin beside;

	@Option(names = "--mask", paramLabel = "FILE", description = "image as large as the photograph, in pixels of the wanted view: only what is white in it may change")
	private Path mask;
	@Option(names = "--maps", description = "also writes visibility, correspondence, depth and normals as 32-bit TIFF, and how much was generated")
	private boolean maps;

	@Override
	List<Path> references() {
		return Stream.of(view.files(), light.files(), mask == null ? List.<Path>of() : List.of(mask), profiles.files()).flatMap(List::stream).toList();
	}

	@Override
	void refuseIdle(final Predicate<String> given) {
		view.refuseIdle(given);
		light.refuseIdle(given);
	}

	@Override
	PortraitRequest request() {
		final PortraitRequest asked = ask(PortraitRequest.GENERATE, view.words(), light.words(), maps, false).of(method.words(light.seed(), mask));
		return asked.of(asked.outputs().with(beside.extras())).joined(profiles.sources());
	}
}
