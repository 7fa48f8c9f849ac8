package org.icportrait.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.files.ContentCredentials;
import org.icportrait.files.PictureWriter;
import org.icportrait.files.StagedFiles;
import org.icportrait.files.Targets;
import org.icportrait.portrait.Provenance;
import org.icportrait.request.Outputs;
import org.icportrait.work.BadInput;

/**
 * Writes results into a folder. All files of a result appear when all are complete, the sidecar first: a sidecar holds the SHA-256 of
 * its files, so it never tells of other pictures than its own. Thread-safe where names differ.
 */
final class ResultWriter {

	private static final String SIDECAR = ".json";

	/** How pictures are written. Maps of numbers are always TIFF. */
	enum Format {
		PNG, TIFF;

		static Format of(final String word) {
			return word.equals(Outputs.PNG) ? PNG : TIFF;
		}

		/** As requests say it. */
		String word() {
			return this == PNG ? Outputs.PNG : Outputs.TIFF;
		}

		String extension() {
			return this == PNG ? ".png" : ".tif";
		}
	}

	private final Path folder;
	private final Format format;
	private final Targets targets;
	private boolean credentials;

	/** @param overwrite whether earlier results may be replaced @param inputs files that never may */
	ResultWriter(final Path folder, final Format format, final boolean overwrite, final Collection<Path> inputs) {
		this.folder = folder;
		this.format = format;
		targets = new Targets(overwrite, inputs);
	}

	/** The same; with true a manifest definition for c2patool goes with each picture. */
	ResultWriter withCredentials(final boolean wanted) {
		credentials = wanted;
		return this;
	}

	/** Throws {@link BadInput} where an earlier result of this name stands and may not be replaced, or where the name is too long for a file. */
	void requireFree(final String name) {
		StagedFiles.requireName(folder.resolve(name + (credentials ? ContentCredentials.ENDING : SIDECAR)));
		final Path picture = folder.resolve(name + format.extension());
		final Path sidecar = folder.resolve(name + SIDECAR);
		Targets.requireOurs(sidecar);
		if (targets.overwrite()) {
			requireReplaceable(picture, sidecar);
			return;
		}
		if (Files.exists(picture) && Files.exists(sidecar) && !SidecarFiles.describes(sidecar, picture)) {
			throw new BadInput("The file " + picture + " is there already and is not the picture that its sidecar tells of (a run was cut off, or one of " +
				"them was changed); choose another folder, or add --overwrite to replace both.");
		}
		StagedFiles.requireFree(picture);
		// A sidecar alone was left by a run that was cut off.
		if (Files.exists(sidecar) && SidecarFiles.anyIsThere(sidecar)) StagedFiles.requireFree(sidecar);
	}

	/** Writes all files; returns the picture's. Throws {@link BadInput} where one cannot be written; none is there then. */
	Path write(final String name, final Results results) {
		final Map<String, String> hashes = new LinkedHashMap<>();
		try (StagedFiles staged = new StagedFiles()) {
			for (final Results.ResultFile file : results.files()) add(staged, name, file, hashes);
			if (credentials) addCredentials(staged, name, results.files().get(0).origin(), hashes);
			final String text = results.sidecar(hashes);
			requireFree(name);
			for (final String file : hashes.keySet()) requireReplaceable(folder.resolve(file), folder.resolve(name + SIDECAR));
			staged.addText(folder.resolve(name + SIDECAR), text);
			staged.publish(true);
		}
		return folder.resolve(hashes.keySet().iterator().next());
	}

	private void add(final StagedFiles staged, final String name, final Results.ResultFile file, final Map<String, String> hashes) {
		PictureWriter.mark(file.image(), file.origin());
		final boolean png = format == Format.PNG && !file.numbers();
		final Path target = folder.resolve(name + file.ending() + (png ? Format.PNG : Format.TIFF).extension());
		hashes.put(target.getFileName().toString(), staged.add(target, png ? PictureWriter.png(file.image(), file.alpha(), file.origin()) : PictureWriter.tiff(
			file.image(), file.origin())));
		if (!png && file.alpha() != null) add(staged, name, Results.numbers(file, "-alpha", file.alpha(), "alpha"), hashes);
	}

	private void addCredentials(final StagedFiles staged, final String name, final Provenance origin, final Map<String, String> hashes) {
		final Path target = folder.resolve(name + ContentCredentials.ENDING);
		hashes.put(target.getFileName().toString(), staged.addText(target, ContentCredentials.manifest(origin, folder.resolve(name + format.extension()))));
	}

	/** What an earlier sidecar names was a result once, whatever has become of it. */
	private void requireReplaceable(final Path target, final Path sidecar) {
		targets.require(target, file -> SidecarFiles.names(sidecar).contains(file.getFileName().toString()) || PictureWriter.isMarked(file));
	}
}
