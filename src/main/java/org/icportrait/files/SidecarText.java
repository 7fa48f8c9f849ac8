package org.icportrait.files;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.util.Map;

import org.icportrait.portrait.Provenance;

/** The text of the file that stands beside a result: its origin, and which files belong to it. */
public final class SidecarText {

	/** Key of the list of files, each with its SHA-256. */
	public static final String FILES = "files";

	private SidecarText() {}

	/** @param hashes SHA-256 of each file by its name */
	public static String of(final Provenance origin, final Map<String, String> hashes) {
		final JsonObject json = JsonParser.parseString(origin.toJson()).getAsJsonObject();
		json.add(FILES, new Gson().toJsonTree(hashes));
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeSpecialFloatingPointValues().create().toJson(json) + "\n";
	}
}
