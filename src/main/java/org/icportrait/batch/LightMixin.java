package org.icportrait.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.light.RadianceFile;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.LightChoice;
import org.icportrait.portrait.LightRequest;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.Progress;

import picocli.CommandLine.Option;

/** The options of a light, as the dialogs have them. */
final class LightMixin {

	@Option(names = "--light", defaultValue = LightRequest.KEEP, description = "keep, a preset (key left, key right, key above, key below, rim, flat), " +
		"direction, coefficients, photograph or environment (default: ${DEFAULT-VALUE})")
	private String light;
	@Option(names = "--strength", defaultValue = "1", description = "of the light, 0 to 4 (default: ${DEFAULT-VALUE})")
	private double strength;
	@Option(names = "--azimuth", defaultValue = "-45", description = "degrees; positive: from the picture's right (default: ${DEFAULT-VALUE})")
	private double azimuth;
	@Option(names = "--elevation", defaultValue = "30", description = "degrees; positive: from above (default: ${DEFAULT-VALUE})")
	private double elevation;
	@Option(names = "--hardness", defaultValue = "0.5", description = "0 (soft) to 1 (bare lamp) (default: ${DEFAULT-VALUE})")
	private double hardness;
	@Option(names = "--coefficients", defaultValue = "", description = "9 or 27 numbers separated by commas")
	private String coefficients;
	@Option(names = "--reference", paramLabel = "FILE", description = "photograph, or environment image (.hdr too), that the light is taken from")
	private Path reference;
	@Option(names = "--ratio", defaultValue = "0.8", description = "masked share of a photograph, 0 to 0.95 (default: ${DEFAULT-VALUE})")
	private double ratio;
	@Option(names = "--patch", defaultValue = "0", description = "side of a patch, pixels; 0: a sixteenth of the longer side (default: ${DEFAULT-VALUE})")
	private int patch;
	@Option(names = "--seed", defaultValue = "1", description = "of the mask (default: ${DEFAULT-VALUE})")
	private long seed;
	@Option(names = "--same-person", description = "the reference shows the same person")
	private boolean samePerson;

	/** The light; throws {@link org.icportrait.work.BadInput} where the options are wrong. */
	LightChoice choice(final PortraitEngine engine) {
		final boolean refers = reference != null && LightRequest.needsReference(light);
		final boolean photograph = refers && light.equals(LightRequest.PHOTOGRAPH);
		final AnalyzedPortrait portrait = photograph ? engine.analyze(Photograph.of(PictureFiles.open(reference)).picture(), FaceChoice.largest(),
			Progress.NONE) : null;
		return new LightRequest(light, strength, azimuth, elevation, hardness, coefficients, portrait, refers && !photograph ? panorama() : null,
			new StitchOptions(ratio, patch, seed, samePerson)).toChoice();
	}

	private Picture panorama() {
		final boolean radiance = reference.toString().toLowerCase(Locale.ROOT).endsWith(".hdr");
		return radiance ? RadianceFile.read(reference) : Photograph.of(PictureFiles.open(reference)).picture();
	}

	/** The files that are read. */
	List<Path> files() {
		return reference == null ? List.of() : List.of(reference);
	}

	/** Adds the name of the picture that the light was taken from. */
	Provenance name(final Provenance origin) {
		return LightRequest.needsReference(light) ? origin.with("light_of", reference.toString()) : origin;
	}
}
