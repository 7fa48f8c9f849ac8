package org.icportrait.morphable;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

import org.icportrait.work.Fault;
import org.icportrait.work.Sha256;

/** Reads a head model that travels in the jar, once its size and SHA-256 are those that its description tells of. */
final class HeadModelResource {

	private static final int LONGEST = 64 << 20;

	/** What a description says; its licence and source are for people. */
	private record Description(String file, long bytes, String sha256) {}

	private HeadModelResource() {}

	/** @param description name of the JSON resource of this room; throws {@link Fault} where anything of it does not fit */
	static HeadModel load(final String description) {
		try (InputStream about = open(description)) {
			final Description said = new Gson().fromJson(new InputStreamReader(about, StandardCharsets.UTF_8), Description.class);
			if (said == null || said.file() == null || said.sha256() == null || said.bytes() < 1 || said.bytes() > LONGEST) throw damaged(null);
			return HeadModel.read(verified(said));
		}
		catch (final IOException | JsonParseException e) {
			throw damaged(e);
		}
	}

	private static ByteBuffer verified(final Description said) throws IOException {
		try (InputStream stream = open(said.file())) {
			final ByteBuffer content = ByteBuffer.wrap(stream.readNBytes((int) said.bytes() + 1));
			if (content.remaining() != said.bytes() || !Sha256.of(content.duplicate()).equals(said.sha256())) throw damaged(null);
			return content;
		}
	}

	private static InputStream open(final String name) {
		final InputStream stream = HeadModelResource.class.getResourceAsStream(name);
		if (stream == null) throw new Fault("The head model of the plugin (" + name + ") is missing; install the plugin again.");
		return stream;
	}

	private static Fault damaged(final Exception cause) {
		return new Fault("The head model of the plugin is not the published one: its length or SHA-256 differs; install the plugin again.", cause);
	}
}
