package org.icportrait.commands;

import ij.measure.ResultsTable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.face.Eyelids;
import org.icportrait.face.PoseInterval;
import org.icportrait.geometry.Pose;
import org.icportrait.portrait.Profile;

/** One row of the Results table for one face. */
final class AnalysisTable {

	/** Columns of the subject's right and left eye. */
	private static final List<String> EYES = List.of("Right eye open", "Left eye open");
	/** Columns that say 1 of what is so, and are there where it is so of any row. */
	private static final List<String> MARKS = List.of("Drawn", "Cut");

	private AnalysisTable() {}

	static void addRow(final ResultsTable table, final String label, final Profile portrait) {
		table.incrementCounter();
		table.addLabel(label);
		final Map<String, Double> numbers = numbers(portrait);
		numbers.forEach((column, value) -> add(table, column, value));
		if (portrait.reading().eyelids() == null) return;
		for (final String eye : EYES) if (!numbers.containsKey(eye)) table.addValue(eye, ""); // no number: 0 would mean closed
	}

	/** Adds a number to the last row. Rows that know no number of a new column, such as those of other commands, have none there: 0 would be one; marks are 0. */
	static void add(final ResultsTable table, final String column, final double value) {
		table.setNaNEmptyCells(!MARKS.contains(column));
		table.addValue(column, value);
		table.setNaNEmptyCells(false);
	}

	/** Adds a text to the last row; rows before that know none of a new column have none there. */
	static void add(final ResultsTable table, final String column, final String text) {
		if (!table.columnExists(column)) for (int row = 0; row < table.size() - 1; row++) table.setValue(column, row, "");
		table.addValue(column, text);
	}

	/** What the row says, by its columns; nothing of an eye that was not read. */
	static Map<String, Double> numbers(final Profile portrait) {
		final Pose pose = portrait.pose();
		final Map<String, Double> numbers = new LinkedHashMap<>();
		numbers.put("X (px)", portrait.box().x());
		numbers.put("Y (px)", portrait.box().y());
		numbers.put("Side (px)", portrait.box().side());
		numbers.put("Score", (double) portrait.box().score());
		if (portrait.box().drawn()) numbers.put(MARKS.get(0), 1.0);
		if (portrait.isCut()) numbers.put(MARKS.get(1), 1.0);
		numbers.put("Yaw (deg)", pose.yaw());
		numbers.put("Pitch (deg)", pose.pitch());
		numbers.put("Roll (deg)", pose.roll());
		numbers.put("Confidence", portrait.reading().confidence());
		final PoseInterval interval = portrait.reading().interval();
		if (interval != null) {
			numbers.put("Yaw +- (deg)", interval.yaw());
			numbers.put("Pitch +- (deg)", interval.pitch());
			numbers.put("Roll +- (deg)", interval.roll());
		}
		final Eyelids eyelids = portrait.reading().eyelids();
		if (eyelids != null) {
			if (!Double.isNaN(eyelids.right())) numbers.put(EYES.get(0), eyelids.right());
			if (!Double.isNaN(eyelids.left())) numbers.put(EYES.get(1), eyelids.left());
		}
		return numbers;
	}
}
