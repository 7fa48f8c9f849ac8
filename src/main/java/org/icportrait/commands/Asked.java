package org.icportrait.commands;

import java.awt.Rectangle;
import java.util.List;

import org.icportrait.imagej.Photograph;
import org.icportrait.light.LightReading;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Scene;
import org.icportrait.request.FaceWords;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.Outputs;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.Progress;

/**
 * What a dialog or macro asked for at one moment, checked, whatever becomes of the command's fields since. Immutable.
 *
 * @param action of the request
 * @param view where the head shall look
 * @param light that is wanted
 * @param method how it is made
 * @param outputs besides the picture
 * @param images that view and light name
 */
record Asked(String action, ViewWords view, LightWords light, MethodWords method, Outputs outputs, ImageSources images) {

	/** With nothing besides the picture. */
	Asked(final String action, final ViewWords view, final LightWords light, final MethodWords method, final ImageSources images) {
		this(action, view, light, method, Outputs.DEFAULT, images);
	}

	/** The same with the picture alone, for a preview. */
	Asked alone() {
		return new Asked(action, view, light, method, Outputs.DEFAULT, images);
	}

	/** The same by geometry and light alone, which is quick. */
	Asked geometric() {
		return new Asked(action, view, light, MethodWords.GEOMETRY, Outputs.DEFAULT, images);
	}

	/** The same of a photograph, whose face is the one in its selection, else the largest. */
	PortraitRequest of(final Photograph photograph) {
		final Rectangle s = photograph.selection();
		final FaceWords face = s == null ? FaceWords.DEFAULT : FaceWords.inside(s.x, s.y, s.width, s.height);
		return new PortraitRequest(action, List.of(Source.titled(photograph.title())), face, view, light, method, outputs);
	}

	/** The scene, with a light that was read already where that is known. */
	Scene scene(final PortraitEngine engine, final PortraitRequest request, final Progress progress) {
		final LightReading known = images.references().light(engine, light);
		if (known != null) return Requests.resolve(request.of(LightWords.KEEP), images, progress).withLight(known);
		final Scene scene = Requests.resolve(request, images, progress);
		images.references().keep(engine, light, scene.light());
		return scene;
	}
}
