package org.icportrait.commands;

import ij.measure.ResultsTable;

import org.icportrait.geometry.Pose;
import org.icportrait.portrait.AnalyzedPortrait;

/** One row of the Results table for one face. */
final class AnalysisTable {

	private AnalysisTable() {}

	static void addRow(final ResultsTable table, final String label, final AnalyzedPortrait portrait) {
		final Pose pose = portrait.pose();
		table.incrementCounter();
		table.addLabel(label);
		table.addValue("X (px)", portrait.box().x());
		table.addValue("Y (px)", portrait.box().y());
		table.addValue("Side (px)", portrait.box().side());
		table.addValue("Score", portrait.box().score());
		table.addValue("Yaw (deg)", pose.yaw());
		table.addValue("Pitch (deg)", pose.pitch());
		table.addValue("Roll (deg)", pose.roll());
		table.addValue("Confidence", portrait.surface().confidence());
	}
}
