package org.icportrait.batch;

import ij.ImagePlus;
import ij.gui.Overlay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PortraitOverlay;
import org.icportrait.portrait.FaceFacts;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Profile;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.FaceWords;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Sidecar;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads heads: box, pose, landmarks, confidence into the sidecar, and a picture with mesh, landmarks and axes drawn in. */
@Command(name = "analyze", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, description = "Reads the heads: pose, landmarks, a picture with the mesh.")
final class AnalyzeFiles extends FileCommand {

	@Option(names = "--faces", defaultValue = "largest", description = "largest or all (default: ${DEFAULT-VALUE})")
	private Faces faces;

	/** Which faces are read. */
	enum Faces {
		LARGEST, ALL
	}

	@Override
	void refuseIdle(final Predicate<String> given) {
		if (faces != Faces.ALL || !given.test("--faces") || !given.test("--select")) return;
		throw new BadInput("--select chooses one face, and leaves nothing to --faces all; leave one of the two out.");
	}

	@Override
	PortraitRequest request() {
		final PortraitRequest asked = ask(PortraitRequest.ANALYZE, ViewWords.UNCHANGED, LightWords.KEEP, false, false);
		return faces == Faces.ALL && asked.face().selection() == null ? asked.of(new FaceWords(FaceWords.ALL, null)) : asked;
	}

	@Override
	List<String> columns() {
		return FaceFigures.COLUMNS;
	}

	@Override
	JobWork begin(final PortraitEngine engine) {
		return new PictureWork(this, engine) {

			@Override
			Results process(final Photograph photograph, final PortraitRequest request) {
				return analyzed(engine, photograph, request);
			}

			@Override
			List<List<String>> figures(final Job job) {
				return FaceFigures.of(out().resolve(job.name() + ".json"));
			}
		};
	}

	private static Results analyzed(final PortraitEngine engine, final Photograph photograph, final PortraitRequest request) {
		final List<Profile> found = photograph.look(() -> engine.analyzeAll(photograph.picture(), request.face().choice(), Progress.NONE));
		final Map<String, Object> facts = new LinkedHashMap<>(Map.of("found", found.stream().map(FaceFacts::of).toList()));
		found.get(0).leftAside().ifPresent(told -> facts.put(Provenance.FACES, told));
		return Results.of(engine.provenance(PortraitRequest.ANALYZE, facts).asked(Sidecar.describe(request)), drawn(photograph, found), null);
	}

	private static ImagePlus drawn(final Photograph photograph, final List<Profile> found) {
		final Overlay overlay = new Overlay();
		final PortraitOverlay drawing = new PortraitOverlay(overlay);
		for (final Profile portrait : found) {
			drawing.addMesh(portrait.reading());
			drawing.addLandmarks(portrait.reading());
			drawing.addAxes(portrait.reading());
		}
		final ImagePlus copy = photograph.derive(photograph.picture(), "analyzed");
		copy.setOverlay(overlay);
		final ImagePlus flat = copy.flatten();
		flat.setTitle(copy.getTitle());
		return flat;
	}
}
