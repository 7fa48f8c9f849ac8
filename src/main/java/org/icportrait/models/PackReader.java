package org.icportrait.models;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

import org.icportrait.work.BadInput;
import org.icportrait.work.Fault;
import org.icportrait.work.Sha256;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads and verifies the files of a pack. What a manifest claims is believed, and memory taken for it, only once the file has that length. */
final class PackReader {

	/** A manifest of more bytes is none. */
	static final int LONGEST_MANIFEST = 4 << 20;

	private static final TypeAdapter<PackManifest> PARSER = new Gson().getAdapter(PackManifest.class);
	private final PackSource source;

	PackReader(final PackSource source) {
		this.source = source;
	}

	/** The checked manifest. */
	PackManifest manifest() {
		try (InputStream stream = open(ModelPack.MANIFEST, "There is no " + ModelPack.MANIFEST + " in").stream()) {
			final byte[] text = stream.readNBytes(LONGEST_MANIFEST + 1);
			if (text.length > LONGEST_MANIFEST) throw new BadInput("The manifest " + ModelPack.MANIFEST + " of " + pack() + " is too long to be one.");
			final PackManifest manifest = parse(new String(text, StandardCharsets.UTF_8));
			if (manifest == null) throw new BadInput("The manifest " + ModelPack.MANIFEST + " of " + pack() + " is empty.");
			ManifestCheck.require(manifest, source.describe());
			return manifest;
		}
		catch (final JsonParseException | NumberFormatException | MalformedJsonException | EOFException e) {
			throw new BadInput("The manifest " + ModelPack.MANIFEST + " of " + pack() + " is not the JSON of a pack.", e);
		}
		catch (final IOException e) {
			throw unreadable(ModelPack.MANIFEST, e);
		}
	}

	/** Unlike {@link Gson#fromJson} this takes nothing but JSON: no names or texts without quotes. */
	private static PackManifest parse(final String text) throws IOException {
		if (text.isBlank()) return null;
		final JsonReader reader = new JsonReader(new StringReader(text));
		final PackManifest manifest = PARSER.read(reader);
		if (reader.peek() != JsonToken.END_DOCUMENT) throw new JsonParseException("more than one manifest");
		return manifest;
	}

	/** Throws {@link BadInput} where a file is missing or of another length; reads nothing. */
	void checkLength(final ModelDescription model) {
		final PackSource.Opened opened = open(model.file(), "The file " + model.file() + " is missing from");
		try (InputStream stream = opened.stream()) {
			if (opened.length() >= 0 && opened.length() != model.bytes()) throw notPublished(model);
		}
		catch (final IOException e) {
			throw unreadable(model.file(), e);
		}
	}

	/** The content, verified, in a direct buffer. */
	ByteBuffer read(final ModelDescription model) {
		checkLength(model);
		final ByteBuffer content = allocate(model);
		try (InputStream stream = source.open(model.file()).stream(); ReadableByteChannel channel = Channels.newChannel(stream)) {
			while (content.hasRemaining() && channel.read(content) >= 0);
			if (content.hasRemaining() || stream.read() >= 0) throw notPublished(model);
		}
		catch (final IOException e) {
			throw unreadable(model.file(), e);
		}
		content.flip();
		if (!Sha256.of(content.duplicate()).equals(model.sha256().toLowerCase(Locale.ROOT))) throw notPublished(model);
		return content;
	}

	private ByteBuffer allocate(final ModelDescription model) {
		if (model.bytes() > Integer.MAX_VALUE) throw new BadInput("The file " + model.file() + " of " + pack() + " is too large; files of up to 2 GB are taken.");
		try {
			return ByteBuffer.allocateDirect((int) model.bytes());
		}
		catch (final OutOfMemoryError e) {
			throw new Fault("There is not enough memory for the model file " + model.file() + " (" + (model.bytes() >> 20) + " MB); give Java more (-Xmx).", e);
		}
	}

	private PackSource.Opened open(final String file, final String whereMissing) {
		try {
			return source.open(file);
		}
		catch (final FileNotFoundException e) {
			throw new BadInput(whereMissing + " " + pack() + ".", e);
		}
		catch (final IOException e) {
			throw unreadable(file, e);
		}
	}

	private BadInput notPublished(final ModelDescription model) {
		return new BadInput("The file " + model.file() + " of " + pack() +
			" is not the published one: its length or SHA-256 differs from the manifest; install the pack again.");
	}

	private BadInput unreadable(final String file, final IOException cause) {
		return new BadInput("The file " + file + " of " + pack() + " cannot be read: " + cause.getMessage() + ".", cause);
	}

	private String pack() {
		return "the model pack (" + source.describe() + ")";
	}
}
