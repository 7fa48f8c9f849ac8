package org.icportrait.commands;

import ij.measure.ResultsTable;

import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.face.Eyelids;
import org.icportrait.face.PoseInterval;
import org.icportrait.geometry.Pose;
import org.icportrait.portrait.Profile;

/** One row of the Results table for one face. */
final class AnalysisTable {

	private AnalysisTable() {}

	static void addRow(final ResultsTable table, final String label, final Profile portrait) {
		table.incrementCounter();
		table.addLabel(label);
		numbers(portrait).forEach(table::addValue);
	}

	/** What the row says, by its columns. */
	static Map<String, Double> numbers(final Profile portrait) {
		final Pose pose = portrait.pose();
		final Map<String, Double> numbers = new LinkedHashMap<>();
		numbers.put("X (px)", portrait.box().x());
		numbers.put("Y (px)", portrait.box().y());
		numbers.put("Side (px)", portrait.box().side());
		numbers.put("Score", (double) portrait.box().score());
		if (portrait.box().drawn()) numbers.put("Drawn", 1.0);
		if (portrait.isCut()) numbers.put("Cut", 1.0);
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
			numbers.put("Right eye open", eyelids.right());
			numbers.put("Left eye open", eyelids.left());
		}
		return numbers;
	}
}
