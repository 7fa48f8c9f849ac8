package org.icportrait.commands;

import ij.ImagePlus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.files.DigitalSourceType;
import org.icportrait.files.PictureFacts;
import org.icportrait.files.PictureReader;
import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.PixelHash;
import org.icportrait.portrait.Provenance;

/** What the origin of a result says of the image that it was made of. */
final class SourceFacts {

	private SourceFacts() {}

	/** @param image that the user chose @param picture of it that was worked on: the same, or one of its slices */
	static Map<String, Object> of(final ImagePlus image, final ImagePlus picture) {
		final Map<String, Object> facts = new LinkedHashMap<>(said(image));
		facts.put(PixelHash.FACT, PixelHash.of(picture.getProcessor()));
		return facts;
	}

	private static Map<String, Object> said(final ImagePlus image) {
		final Provenance origin = PictureWriter.origin(image);
		if (origin != null) return DigitalSourceType.passedOn(origin);
		if (PictureReader.cameFromHere(image)) return PictureReader.source(image);
		final Path file = FileWarning.file(image);
		return file == null ? Map.of() : PictureFacts.source(file);
	}
}
