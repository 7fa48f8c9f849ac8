package org.icportrait.series;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.util.List;

import org.icportrait.imagej.Sheet;

/** A series at a glance: a column for each view, a row for each light, filled as cells come. Not thread-safe. */
public final class SeriesMontage {

	/** Side of a cell and of the whole, pixels. */
	private static final int LARGEST_CELL = 256, LARGEST = 8000, SMALLEST_CELL = 48;

	private final Sheet sheet;

	/** An empty one; cells get smaller where there are many. */
	public SeriesMontage(final SeriesPlan plan) {
		final int most = Math.max(plan.views().size(), plan.lights().size());
		final List<String> columns = plan.views().stream().map(SeriesView::label).toList(), rows = plan.lights().stream().map(SeriesLight::label).toList();
		sheet = new Sheet(columns, rows, Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, LARGEST / most)));
	}

	/** Puts a cell to its place. @param picture 8-bit grey or RGB */
	public void put(final SeriesCell cell, final ImageProcessor picture) {
		sheet.put(cell.view(), cell.light(), picture);
	}

	/** As it stands. */
	public ImagePlus image(final String title) {
		return sheet.image(title);
	}
}
