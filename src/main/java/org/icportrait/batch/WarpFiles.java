package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns heads by geometry alone. */
@Command(name = "warp", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Turns the head; the light stays on it as it is.")
final class WarpFiles extends MakingFiles {

	@Mixin
	private ViewMixin view;

	@Option(names = "--maps", description = "also writes visibility, correspondence, depth and normals as 32-bit TIFF")
	private boolean maps;

	@Override
	List<Path> references() {
		return view.files();
	}

	@Override
	void refuseIdle(final Predicate<String> given) {
		view.refuseIdle(given);
	}

	@Override
	PortraitRequest request() {
		return ask(PortraitRequest.WARP, view.words(), LightWords.KEEP, maps, false);
	}
}
