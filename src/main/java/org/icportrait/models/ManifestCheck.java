package org.icportrait.models;

import org.icportrait.work.BadInput;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Whether a manifest says all that is needed of a pack and its networks, whatever their roles. */
final class ManifestCheck {

	/** Of a file in a pack: no folders, no drives, nothing that a file system could read in two ways. */
	private static final Pattern FILE_NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .+-]*");

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
		manifest.models().forEach(this::checkModel);
	}

	private void checkModel(final String role, final ModelDescription model) {
		final String key = "models." + role;
		present(model, key);
		present(model.file(), key + ".file");
		present(model.sha256(), key + ".sha256");
		if (!FILE_NAME.matcher(model.file()).matches()) {
			throw new BadInput("The manifest of the model pack (" + place + ") gives '" + role +
				"' a file that cannot lie in a pack; name a file beside the manifest, of letters, digits, '.', '_' and '-'.");
		}
		checkTensors(model.inputs(), key + ".inputs");
		checkTensors(model.outputs(), key + ".outputs");
	}

	private void checkTensors(final List<TensorDescription> tensors, final String key) {
		present(tensors, key);
		for (final TensorDescription tensor : tensors) {
			present(tensor, key);
			present(tensor.name(), key + ".name");
			present(tensor.type(), key + ".type");
			present(tensor.shape(), key + ".shape");
			for (final Dimension axis : tensor.shape()) present(axis, key + ".shape");
		}
	}

	private void present(final Object value, final String key) {
		if (value == null || Objects.equals(value, "")) {
			throw new BadInput("The manifest of the model pack (" + place + ") lacks '" + key + "'.");
		}
	}
}
