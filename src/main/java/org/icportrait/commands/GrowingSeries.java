package org.icportrait.commands;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

import java.util.Map;
import java.util.function.UnaryOperator;

import org.icportrait.files.PictureWriter;
import org.icportrait.imagej.Photograph;
import org.icportrait.portrait.Provenance;
import org.icportrait.series.CellImages;
import org.icportrait.series.SeriesCell;
import org.icportrait.series.SeriesFolder;
import org.icportrait.series.SeriesMontage;
import org.icportrait.series.SeriesPlan;
import org.icportrait.series.SeriesStack;
import org.icportrait.series.SeriesTable;

/** What a run of a series has made so far, and where it goes. Of the thread that runs it; close it. */
final class GrowingSeries implements AutoCloseable {

	private final Photograph photograph;
	private final SeriesPlan plan;
	private final CellImages images;
	private final UnaryOperator<Provenance> sourced;
	private final SeriesTable figures;
	/** Each null where it is not wanted. */
	private SeriesStack stack;
	private SeriesFolder files;
	private SeriesMontage sheet;
	private boolean measured;
	/** Null where there are no windows to see it in. */
	private SheetAtWork window;
	private int count;

	/** @param sourced adds to an origin what is known of the photograph */
	GrowingSeries(final Photograph photograph, final SeriesPlan plan, final CellImages images, final UnaryOperator<Provenance> sourced) {
		this.photograph = photograph;
		this.plan = plan;
		this.images = images;
		this.sourced = sourced;
		figures = new SeriesTable(plan);
	}

	void asStack(final boolean coverage) {
		stack = new SeriesStack(plan, images, coverage);
	}

	void into(final SeriesFolder folder) {
		files = folder;
	}

	void withTable() {
		measured = true;
	}

	void withSheet() {
		sheet = new SeriesMontage(plan);
	}

	void take(final SeriesCell cell) {
		if (stack != null) stack.put(cell);
		if (files != null) files.put(cell, images, sourced.apply(images.origin(cell)));
		if (sheet != null) show(cell);
		if (measured) figures.add(cell);
		if (measured && files != null) files.put(figures);
		count++;
	}

	/** The sheet as it grows, where there are windows to see it in. */
	private void show(final SeriesCell cell) {
		sheet.put(cell, images.picture(cell).convertToRGB());
		if (IJ.getInstance() == null || Interpreter.isBatchMode()) return;
		if (window == null) window = new SheetAtWork(sheet, title("sheet"));
		else window.follow(sheet);
	}

	/** Pictures that were made. */
	int count() {
		return count;
	}

	/** What the origin of the whole says. */
	Map<String, Object> facts() {
		return figures.facts(count);
	}

	/** The stack, and rows in the Results table; null where files were written. */
	ImagePlus stack(final Provenance origin) {
		if (measured) addRows();
		return stack == null ? null : marked(stack.image(title("series")), origin);
	}

	/** The sheet, written beside the files where there are any; or null. */
	ImagePlus sheet(final Provenance origin) {
		if (sheet == null) return null;
		final ImagePlus image = marked(sheet.image(title("sheet")), origin);
		if (files != null) files.put(image, origin);
		return image;
	}

	private static ImagePlus marked(final ImagePlus image, final Provenance origin) {
		PictureWriter.mark(image, origin);
		return image;
	}

	private String title(final String suffix) {
		return Photograph.baseName(photograph.title()) + "-" + suffix;
	}

	private void addRows() {
		final ResultsTable results = ResultsTable.getResultsTable();
		for (int i = 0; i < figures.size(); i++) {
			results.incrementCounter();
			results.addLabel(photograph.title());
			figures.row(i).forEach((column, value) -> {
				if (value instanceof Double number) AnalysisTable.add(results, column, number);
				else AnalysisTable.add(results, column, value.toString());
			});
		}
		results.show("Results");
	}

	@Override
	public void close() {
		if (window != null) window.close();
	}
}
