package org.icportrait.series;

import ij.ImagePlus;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.files.ContentCredentials;
import org.icportrait.files.OutputFile;
import org.icportrait.files.PictureWriter;
import org.icportrait.files.SidecarText;
import org.icportrait.files.StagedFiles;
import org.icportrait.files.Targets;
import org.icportrait.image.Picture;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;

/**
 * A series as files: each picture with its sidecar under the names of the set, the table (NAME-series.csv) after each cell, the sheet
 * (NAME-series.png) at the end. Whatever ends the run, what was written is whole and the table tells of it. Not thread-safe.
 */
public final class SeriesFolder {

	private static final String SIDECAR = ".json", COVERAGE = "_coverage.png", LABEL = "_label.png", TABLE = "-series.csv", SHEET = "-series.png";

	private final Path folder;
	private final SeriesPlan plan;
	private final String name;
	private final boolean tiff;
	private final boolean overwrite;
	/** Known once the folder is made. */
	private Targets targets;
	private boolean credentials;
	private boolean coverage;

	/** @param name of the person or photograph @param tiff whether pictures are TIFF, else PNG @param overwrite whether earlier results may be replaced */
	public SeriesFolder(final Path folder, final SeriesPlan plan, final String name, final boolean tiff, final boolean overwrite) {
		this.folder = folder;
		this.plan = plan;
		this.name = name;
		this.tiff = tiff;
		this.overwrite = overwrite;
	}

	/** The same; with true a manifest definition for c2patool goes with each picture. */
	public SeriesFolder withCredentials(final boolean wanted) {
		credentials = wanted;
		return this;
	}

	/** The same; with true cells have a coverage, which goes beside what cannot hold it. */
	public SeriesFolder withCoverage(final boolean wanted) {
		coverage = wanted;
		return this;
	}

	/**
	 * Makes the folder.
	 *
	 * @param read files that are never replaced
	 * @throws BadInput where the folder cannot be made, or where one of the files that will come is there and may not be replaced
	 */
	public void prepare(final Collection<Path> read) {
		OutputFile.prepareFolder(folder);
		targets = new Targets(overwrite, read);
		for (final SeriesView view : plan.views()) for (final SeriesLight light : plan.lights()) requireAll(plan.fileName(name, view, light));
		targets.require(table(), SeriesCsv::isOurs);
		targets.require(sheet());
	}

	private void requireAll(final String cellName) {
		targets.require(file(cellName));
		targets.require(folder.resolve(cellName + SIDECAR));
		if (tiff && coverage) targets.require(folder.resolve(cellName + COVERAGE));
		if (plan.set().labels()) targets.require(folder.resolve(cellName + LABEL));
		if (credentials) targets.require(folder.resolve(cellName + ContentCredentials.ENDING));
	}

	/**
	 * Writes a cell's picture and sidecar, together or not at all; returns the picture's file.
	 *
	 * @param images what the cell looks like
	 * @param origin of the cell
	 */
	public Path put(final SeriesCell cell, final CellImages images, final Provenance origin) {
		final String cellName = plan.fileName(name, plan.views().get(cell.view()), plan.lights().get(cell.light()));
		final ImagePlus image = images.image(cell, cellName), cover = images.coverage(cell, cellName), parts = images.parts(cell, cellName);
		final Map<String, String> hashes = new LinkedHashMap<>();
		PictureWriter.mark(image, origin);
		try (StagedFiles staged = new StagedFiles()) {
			final Picture alpha = cover == null ? null : CellImages.share(cover);
			add(staged, file(cellName), tiff ? PictureWriter.tiff(image, origin) : PictureWriter.png(image, alpha, origin), hashes);
			if (tiff && cover != null) add(staged, folder.resolve(cellName + COVERAGE), PictureWriter.png(cover, null, origin.with("map", "coverage")), hashes);
			if (parts != null) add(staged, folder.resolve(cellName + LABEL), PictureWriter.png(parts, null, origin.with("map", "face parts")), hashes);
			if (credentials) addCredentials(staged, cellName, origin, hashes);
			staged.addText(folder.resolve(cellName + SIDECAR), SidecarText.of(origin, hashes));
			staged.publish(overwrite);
		}
		return file(cellName);
	}

	private void addCredentials(final StagedFiles staged, final String cellName, final Provenance origin, final Map<String, String> hashes) {
		final Path target = folder.resolve(cellName + ContentCredentials.ENDING);
		targets.require(target);
		hashes.put(target.getFileName().toString(), staged.addText(target, ContentCredentials.manifest(origin, file(cellName))));
	}

	private void add(final StagedFiles staged, final Path target, final StagedFiles.Content content, final Map<String, String> hashes) {
		targets.require(target);
		hashes.put(target.getFileName().toString(), staged.add(target, content));
	}

	/** Writes the table as it stands, in place of the one before. */
	public Path put(final SeriesTable table) {
		OutputFile.write(table(), part -> Files.writeString(part, SeriesCsv.of(table, row -> file(table.fileName(row, name)).getFileName().toString()), StandardCharsets.UTF_8));
		return table();
	}

	/** Writes the sheet. */
	public Path put(final ImagePlus montage, final Provenance origin) {
		PictureWriter.writePng(montage, null, origin, sheet());
		return sheet();
	}

	private Path file(final String cellName) {
		return folder.resolve(cellName + (tiff ? ".tif" : ".png"));
	}

	private Path table() {
		return folder.resolve(name + TABLE);
	}

	private Path sheet() {
		return folder.resolve(name + SHEET);
	}
}
