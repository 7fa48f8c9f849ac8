package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.WarpMaps;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns heads by geometry alone. */
@Command(name = "warp", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Turns the head; the light stays on it as it is.")
final class WarpFiles extends FileCommand {

	@Mixin
	private ViewMixin view;

	@Option(names = "--maps", description = "also writes visibility, correspondence, depth and normals as 32-bit TIFF")
	private boolean maps;

	private PortraitOptions options;

	@Override
	void prepare(final PortraitEngine engine) {
		options = view.options(engine);
	}

	@Override
	List<Path> references() {
		return view.files();
	}

	@Override
	String suffix() {
		return "view";
	}

	@Override
	Results process(final PortraitEngine engine, final Photograph photograph) {
		final PortraitResult result = engine.view(analyze(engine, photograph), options, Progress.NONE);
		final Provenance origin = view.name(result.provenance().with("source", photograph.title()));
		final Results results = Results.of(origin, photograph.derive(result.picture(), suffix()), result.alpha());
		if (maps) for (final WarpMaps kind : WarpMaps.values()) {
			results.andNumbers("-" + kind.name().toLowerCase(Locale.ROOT), kind.of(result.warp()), kind.labels());
		}
		return results;
	}
}
