package org.icportrait.models;

import org.icportrait.work.BadInput;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Whether a manifest says all that is needed, and of networks that this version can run. */
final class ManifestCheck {

	private final PackManifest manifest;
	private final String place;

	private ManifestCheck(final PackManifest manifest, final String place) {
		this.manifest = manifest;
		this.place = place;
	}

	/** Throws {@link BadInput} with one sentence on the first fault. */
	static void require(final PackManifest manifest, final String place) {
		new ManifestCheck(manifest, place).check();
	}

	private void check() {
		present(manifest.name(), "name");
		present(manifest.version(), "version");
		present(manifest.licence(), "licence");
		present(manifest.authors(), "authors");
		present(manifest.trainingData(), "training_data");
		present(manifest.models(), "models");
		for (final String network : new TreeSet<>(Networks.names())) {
			present(manifest.models().get(network), "models." + network);
			checkInterface(network);
		}
		manifest.models().forEach(this::checkFile);
	}

	private void checkFile(final String network, final ModelDescription model) {
		present(model, "models." + network);
		present(model.file(), "models." + network + ".file");
		present(model.sha256(), "models." + network + ".sha256");
		if (model.file().contains("/") || model.file().contains("\\") || model.file().equals("..")) {
			throw new BadInput("The manifest of the model pack (" + place + ") names a file outside of the pack: " + model.file() + ".");
		}
	}

	private void checkInterface(final String network) {
		final ModelDescription model = manifest.models().get(network);
		present(model.inputs(), "models." + network + ".inputs");
		present(model.outputs(), "models." + network + ".outputs");
		final List<String> found = new ArrayList<>();
		for (final TensorDescription tensor : model.inputs()) found.add(signature(tensor, network));
		for (final TensorDescription tensor : model.outputs()) found.add(signature(tensor, network));
		for (final String expected : Networks.signatures(network)) if (!found.remove(expected)) {
			throw otherVersion(network, "it lacks " + expected);
		}
		if (!found.isEmpty()) throw otherVersion(network, "it has " + found.get(0));
	}

	private String signature(final TensorDescription tensor, final String network) {
		present(tensor, "models." + network + " tensor");
		present(tensor.shape(), "models." + network + " shape");
		return tensor.signature();
	}

	private BadInput otherVersion(final String network, final String why) {
		return new BadInput("The model pack " + manifest.name() + " " + manifest.version() + " (" + place +
			") was made for another version of the plugin: the inputs and outputs of '" + network + "' differ (" + why + ").");
	}

	private void present(final Object value, final String key) {
		if (value == null || Objects.equals(value, "")) {
			throw new BadInput("The manifest of the model pack (" + place + ") lacks '" + key + "'.");
		}
	}
}
