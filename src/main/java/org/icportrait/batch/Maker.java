package org.icportrait.batch;

import ij.ImagePlus;

import java.util.Locale;

import org.icportrait.imagej.ExtraImages;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.imagej.PixelHash;
import org.icportrait.imagej.WarpMaps;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Scene;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Sidecar;
import org.icportrait.request.Sources;
import org.icportrait.work.Progress;

/** Makes what requests ask for. What they refer to besides their photographs is read once. Thread-safe. */
final class Maker {

	private final PortraitEngine engine;
	private final Scene scene;
	private final JoinedPhotographs joined;

	/** @param asked of any photograph; throws {@link org.icportrait.work.BadInput} where what it refers to cannot be used, or the pack lacks the method */
	Maker(final PortraitEngine engine, final PortraitRequest asked, final Sources sources) {
		this.engine = engine;
		scene = Requests.resolve(asked, sources, Progress.NONE);
		engine.generator(scene.generation()).close(); // a pack that lacks what is asked for says so before the first photograph
		joined = new JoinedPhotographs(asked, sources);
	}

	/** A request with what was found when its scene was made, as a result's sidecar says it. */
	PortraitRequest found(final PortraitRequest request) {
		return Requests.found(request, scene);
	}

	/** @param request of this photograph, as the result's origin is to say it */
	Results make(final Photograph photograph, final PortraitRequest request) {
		final Profile profile = photograph.look(() -> engine.analyze(photograph.picture(), request.face().choice(), Progress.NONE));
		final PortraitResult result = engine.make(joined.person(profile, request), scene, Progress.NONE).asked(Sidecar.describe(found(request)));
		final ImagePlus picture = photograph.derive(result.picture(), suffix(request));
		final Results results = Results.of(result.provenance().with(PixelHash.FACT, PixelHash.of(picture.getProcessor())), picture, result.alpha());
		for (final WarpMaps kind : WarpMaps.values()) {
			final boolean wanted = request.outputs().maps() || kind == WarpMaps.CORRESPONDENCE && request.outputs().flow();
			if (wanted) results.andNumbers("-" + kind.name().toLowerCase(Locale.ROOT), kind.of(result.view()), kind.labels());
		}
		if (request.outputs().maps() && result.generated() != null) results.and("-generated", MapImages.mask(result.generated()), false);
		for (final ExtraImages.ExtraImage extra : ExtraImages.of(result.extras(), photograph)) results.and("-" + extra.name(), extra.image(), extra.onlyTiff());
		final boolean canvas = request.outputs().canvas() && result.canvas() != null;
		return canvas ? results.and("-canvas", new ImagePlus("canvas", PixelFormat.RGB.store(result.canvas())), false) : results;
	}

	/** What names of results end with, e.g. "view" for NAME-view.png. */
	static String suffix(final PortraitRequest request) {
		return switch (request.action()) {
			case PortraitRequest.ANALYZE -> "analyzed";
			case PortraitRequest.WARP -> "view";
			case PortraitRequest.RELIGHT -> "relit";
			default -> "portrait";
		};
	}
}
