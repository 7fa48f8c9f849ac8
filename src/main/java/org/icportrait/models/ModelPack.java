package org.icportrait.models;

import org.icportrait.work.BadInput;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A model pack: a manifest and one ONNX file for each network. It may hold networks that this version knows nothing of. Opening
 * checks the manifest and the length of every file; {@link #read} compares a file's SHA-256 as it hands it out, so that what runs is
 * what was published. Every fault of a pack is a {@link BadInput} of one sentence. Keeps no file open and none in memory; needs no
 * closing. Thread-safe.
 */
public final class ModelPack {

	/** Name of the manifest inside a pack. */
	public static final String MANIFEST = "pack.json";

	private static final String DEFAULT_FOLDER = "default";

	private final String source;
	private final PackReader reader;
	private final PackManifest manifest;

	private ModelPack(final PackSource source) {
		this.source = source.describe();
		reader = new PackReader(source);
		manifest = reader.manifest();
		manifest.models().values().forEach(reader::checkLength);
	}

	/** Opens the pack in a folder; null opens the default pack. */
	public static ModelPack open(final Path folder) {
		if (folder == null) return openDefault();
		if (!Files.exists(folder)) throw new BadInput("The model folder " + folder + " does not exist; choose a folder that holds " + MANIFEST + ".");
		if (!Files.isDirectory(folder)) throw new BadInput("The model folder " + folder + " is a file; choose the folder that holds " + MANIFEST + " (of a zip: unpack it first).");
		return new ModelPack(PackSource.folder(folder));
	}

	/** Opens the pack that travels in the jar. */
	public static ModelPack openDefault() {
		if (!hasDefault()) {
			throw new BadInput("This build of the plugin carries no default model pack; choose a model folder in the options.");
		}
		return new ModelPack(PackSource.resources(ModelPack.class, DEFAULT_FOLDER));
	}

	/** Whether a default pack is in the jar. */
	public static boolean hasDefault() {
		return ModelPack.class.getResource(DEFAULT_FOLDER + "/" + MANIFEST) != null;
	}

	/** Where the pack lies, for people: the default pack, or the folder. */
	public String source() {
		return source;
	}

	public PackManifest manifest() {
		return manifest;
	}

	/** Name and version, e.g. "icportrait-default 0.1.0". */
	public String title() {
		return manifest.name() + " " + manifest.version();
	}

	/**
	 * The network of a role.
	 *
	 * @return empty where the pack holds none and none is required
	 * @throws BadInput where a required one is missing, or the inputs and outputs that the manifest tells of do not fit
	 */
	public Optional<ModelDescription> find(final NetworkSpec spec) {
		final ModelDescription found = manifest.models().get(spec.role());
		if (found == null && !spec.required()) return Optional.empty();
		if (found == null) throw otherVersion("it holds no network '" + spec.role() + "'");
		final String misfit = spec.misfit(found);
		if (misfit != null) throw otherVersion("the inputs and outputs of '" + spec.role() + "' differ (" + misfit + ")");
		return Optional.of(found);
	}

	/**
	 * Reads and verifies the ONNX file of a network of this pack. Nothing is kept: let go of the buffer once the network is loaded.
	 *
	 * @return a direct buffer at position 0
	 * @throws BadInput where the file is not the one that the manifest tells of
	 * @throws org.icportrait.work.Fault where there is not memory enough
	 */
	public ByteBuffer read(final ModelDescription network) {
		return reader.read(network);
	}

	private BadInput otherVersion(final String why) {
		return new BadInput("The model pack " + title() + " (" + source + ") was made for another version of the plugin: " + why +
			"; install a pack for this version.");
	}
}
