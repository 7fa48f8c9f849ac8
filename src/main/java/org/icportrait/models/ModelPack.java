package org.icportrait.models;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import org.icportrait.work.BadInput;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * A verified model pack: opening reads every file and compares its length and SHA-256 with the manifest, so what
 * {@link #bytes(String)} hands out is what was published. Every fault is a {@link BadInput} of one sentence. The object
 * keeps the files in memory and needs no closing: let go of it once the networks are loaded and keep {@link #manifest()}.
 * Thread-safe.
 */
public final class ModelPack {

	/** Name of the manifest inside a pack. */
	public static final String MANIFEST = "pack.json";

	private static final String DEFAULT_FOLDER = "default";

	private final String source;
	private final PackManifest manifest;
	private final Map<String, byte[]> contents;

	private ModelPack(final String source, final PackManifest manifest, final Map<String, byte[]> contents) {
		this.source = source;
		this.manifest = manifest;
		this.contents = contents;
	}

	/** Opens and verifies the pack in a folder; null opens the default pack. */
	public static ModelPack open(final Path folder) {
		if (folder == null) return openDefault();
		if (!Files.isDirectory(folder)) {
			throw new BadInput("The model folder " + folder + " does not exist; choose a folder that holds " + MANIFEST + ".");
		}
		return open(PackSource.folder(folder));
	}

	/** Opens and verifies the pack that travels in the jar. */
	public static ModelPack openDefault() {
		if (!hasDefault()) {
			throw new BadInput("This build of the plugin carries no default model pack; choose a model folder in the options.");
		}
		return open(PackSource.resources(ModelPack.class, DEFAULT_FOLDER));
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

	/** The verified ONNX file of a network, live: do not change it. */
	public byte[] bytes(final String network) {
		return contents.get(manifest.model(network).file());
	}

	static ModelPack open(final PackSource source) {
		final PackManifest manifest = readManifest(source);
		ManifestCheck.require(manifest, source.describe());
		final Map<String, byte[]> contents = new HashMap<>();
		for (final ModelDescription model : manifest.models().values()) contents.put(model.file(), readVerified(source, model));
		return new ModelPack(source.describe(), manifest, contents);
	}

	private static PackManifest readManifest(final PackSource source) {
		try {
			final PackManifest manifest = new Gson().fromJson(new String(source.read(MANIFEST), StandardCharsets.UTF_8), PackManifest.class);
			if (manifest != null) return manifest;
			throw new BadInput("The manifest " + MANIFEST + " of the model pack (" + source.describe() + ") is empty.");
		}
		catch (final FileNotFoundException e) {
			throw new BadInput("There is no " + MANIFEST + " in the model pack (" + source.describe() + ").", e);
		}
		catch (final JsonParseException | NumberFormatException e) {
			throw new BadInput("The manifest " + MANIFEST + " of the model pack (" + source.describe() + ") is not the JSON of a pack.",
				e);
		}
		catch (final IOException e) {
			throw unreadable(MANIFEST, source, e);
		}
	}

	private static byte[] readVerified(final PackSource source, final ModelDescription model) {
		final byte[] content;
		try {
			content = source.read(model.file());
		}
		catch (final FileNotFoundException e) {
			throw new BadInput("The file " + model.file() + " is missing from the model pack (" + source.describe() + ").", e);
		}
		catch (final IOException e) {
			throw unreadable(model.file(), source, e);
		}
		if (content.length != model.bytes() || !sha256(content).equals(model.sha256().toLowerCase(Locale.ROOT))) {
			throw new BadInput("The file " + model.file() + " of the model pack (" + source.describe() +
				") is not the published one: its SHA-256 differs from the manifest; install the pack again.");
		}
		return content;
	}

	private static BadInput unreadable(final String file, final PackSource source, final IOException cause) {
		return new BadInput("The file " + file + " of the model pack (" + source.describe() + ") cannot be read: " +
			cause.getMessage() + ".", cause);
	}

	/** SHA-256 in 64 lower-case hexadecimal digits. */
	static String sha256(final byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256.", e);
		}
	}
}
