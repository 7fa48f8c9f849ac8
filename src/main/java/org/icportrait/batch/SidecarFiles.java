package org.icportrait.batch;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.files.SidecarText;
import org.icportrait.work.BadInput;
import org.icportrait.work.Sha256;

/** Whether a sidecar tells of the files beside it. */
final class SidecarFiles {

	private static final int LONGEST = 1 << 24;

	private SidecarFiles() {}

	/** Reads a sidecar's text, UTF-8; throws {@link BadInput} where the file is missing, no text, or too long to be one of ours. */
	static String read(final Path file) {
		try {
			if (Files.size(file) > LONGEST) throw new BadInput("The file " + file + " is too long for a sidecar.");
			return Files.readString(file, StandardCharsets.UTF_8);
		}
		catch (final IOException exception) {
			if (!Files.exists(file)) throw new BadInput("The file " + file + " does not exist; name a .json file that stands beside a result.", exception);
			if (Files.isDirectory(file)) throw new BadInput(file + " is a folder; name the .json files in it.", exception);
			throw new BadInput("The file " + file + " cannot be read as text: name a .json file that stands beside a result.", exception);
		}
	}

	/** Whether the sidecar names this file with this content. */
	static boolean describes(final Path sidecar, final Path file) {
		try {
			return Sha256.of(file).equals(hashes(sidecar).get(file.getFileName().toString()));
		}
		catch (final IOException exception) {
			return false;
		}
	}

	/** Names of the files that a sidecar tells of, the picture first. */
	static List<String> names(final Path sidecar) {
		return List.copyOf(hashes(sidecar).keySet());
	}

	/** Whether all files that the sidecar names, at least one, lie beside it as they were written. */
	static boolean describesAll(final Path sidecar) {
		final Map<String, String> hashes = hashes(sidecar);
		return !hashes.isEmpty() && hashes.keySet().stream().allMatch(file -> describes(sidecar, sidecar.resolveSibling(file)));
	}

	/** Whether any file that the sidecar names lies beside it; true also where it names none, for it may be anything then. */
	static boolean anyIsThere(final Path sidecar) {
		final Map<String, String> hashes = hashes(sidecar);
		return hashes.isEmpty() || hashes.keySet().stream().anyMatch(file -> Files.exists(sidecar.resolveSibling(file)));
	}

	/** SHA-256 by name; empty where the file is no sidecar. */
	private static Map<String, String> hashes(final Path sidecar) {
		final Map<String, String> hashes = new LinkedHashMap<>();
		try {
			if (Files.size(sidecar) > LONGEST) return hashes;
			final JsonObject files = JsonParser.parseString(Files.readString(sidecar, StandardCharsets.UTF_8)).getAsJsonObject().getAsJsonObject(SidecarText.FILES);
			if (files != null) files.keySet().forEach(name -> hashes.put(Path.of(name).getFileName().toString(), files.get(name).getAsString()));
		}
		catch (final IOException | RuntimeException exception) {
			hashes.clear(); // no sidecar of ours
		}
		return hashes;
	}
}
