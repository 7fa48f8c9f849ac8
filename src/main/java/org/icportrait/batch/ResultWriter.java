package org.icportrait.batch;

import ij.ImagePlus;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import org.icportrait.image.Picture;
import org.icportrait.imagej.MapImages;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PictureFiles;
import org.icportrait.portrait.Provenance;

/** Writes the results of one run into its folder; names derive from the photographs' and never collide within the run. Not thread-safe. */
final class ResultWriter {

	/** How pictures are written. Maps of numbers are always TIFF. */
	enum Format {
		PNG, TIFF;

		String extension() {
			return this == PNG ? ".png" : ".tif";
		}
	}

	private final Path folder;
	private final Format format;
	private final PrintWriter print;
	private final Set<String> used = new HashSet<>();

	ResultWriter(final Path folder, final Format format, final PrintWriter print) {
		this.folder = folder;
		this.format = format;
		this.print = print;
	}

	/** A name of this run that no other photograph has: the photograph's own without extension, with a suffix and perhaps a number. */
	String newName(final Photograph photograph, final String suffix) {
		final String name = Photograph.baseName(photograph.title()) + "-" + suffix;
		String unique = name;
		for (int number = 2; !used.add(unique); number++) unique = name + "-" + number;
		return unique;
	}

	/**
	 * Writes a picture and its sidecar.
	 *
	 * @param image carries the format; marked with its origin here
	 * @param alpha coverage, or null; beside a TIFF it goes into a file of its own
	 */
	void writePicture(final String name, final ImagePlus image, final Picture alpha, final Provenance provenance) {
		final Path file = folder.resolve(name + format.extension());
		PictureFiles.mark(image, provenance);
		if (format == Format.PNG) PictureFiles.writePng(image, alpha, provenance, file);
		else {
			PictureFiles.writeTiff(image, file);
			if (alpha != null) writeMap(name + "-alpha", alpha, provenance, "alpha");
		}
		writeSidecar(name, provenance.toJson());
		print.println(file);
		print.flush();
	}

	/** Writes a map of numbers as 32-bit TIFF, one channel for each label. */
	void writeMap(final String name, final Picture map, final Provenance provenance, final String... labels) {
		final ImagePlus image = MapImages.of(map, name, labels);
		PictureFiles.mark(image, provenance);
		PictureFiles.writeTiff(image, folder.resolve(name + ".tif"));
	}

	/** Writes a JSON file beside the picture of this name. */
	void writeSidecar(final String name, final String json) {
		PictureFiles.writeText(json, folder.resolve(name + ".json"));
	}
}
