package org.icportrait.commands;

import ij.measure.ResultsTable;

import java.util.Map;
import java.util.stream.Collectors;

import org.icportrait.models.ModelDescription;
import org.icportrait.models.PackManifest;
import org.icportrait.portrait.PortraitEngine;

/** The table of models: one row for each network of the pack, first the device that runs it, last its hash. */
final class ModelTable {

	private ModelTable() {}

	static ResultsTable of(final PortraitEngine engine) {
		final PackManifest manifest = engine.manifest();
		final String data = manifest.trainingData().stream().map(item -> item.name() + " (" + item.licence() + ")").collect(Collectors.joining("; "));
		final ResultsTable table = new ResultsTable();
		for (final Map.Entry<String, ModelDescription> model : manifest.models().entrySet()) {
			table.incrementCounter();
			table.addValue("Device", engine.whyDevice());
			table.addValue("Network", model.getKey());
			table.addValue("Pack", engine.pack());
			table.addValue("From", engine.packSource());
			table.addValue("Licence", manifest.licence());
			table.addValue("Authors", String.join(", ", manifest.authors()));
			table.addValue("Trained on", data);
			table.addValue("Bytes", String.valueOf(model.getValue().bytes()));
			table.addValue("SHA-256", model.getValue().sha256());
		}
		return table;
	}
}
