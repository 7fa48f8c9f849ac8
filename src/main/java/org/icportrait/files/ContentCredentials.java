package org.icportrait.files;

import com.google.gson.GsonBuilder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.portrait.Provenance;

/**
 * What c2patool needs to sign a picture: a manifest definition. Signing is its job, with the user's own key: {@code c2patool picture.png -m
 * picture.c2pa.json -p photograph.jpg -o signed.png}.
 */
public final class ContentCredentials {

	/** The ending of the file's name. */
	public static final String ENDING = ".c2pa.json";

	private ContentCredentials() {}

	/** The definition. @param file name of the picture @param type its media type, e.g. "image/png" */
	public static String manifest(final Provenance origin, final String file, final String type) {
		final Map<String, Object> agent = Map.of("name", "IC-Portrait", "version", origin.version());
		final Map<String, Object> made = new LinkedHashMap<>();
		final boolean created = DigitalSourceType.of(origin) == DigitalSourceType.TRAINED;
		made.put("action", created ? "c2pa.created" : "c2pa.edited");
		made.put("digitalSourceType", DigitalSourceType.of(origin).address());
		made.put("softwareAgent", "IC-Portrait " + origin.version());
		made.put("parameters", Map.of("description", Provenance.NOTICE, "org.icportrait.request", origin.request(), "org.icportrait.models", origin.models()));
		final List<?> actions = created ? List.of(made) : List.of(Map.of("action", "c2pa.opened"), made);
		final Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("claim_generator_info", List.of(agent));
		manifest.put("title", file);
		manifest.put("format", type);
		manifest.put("assertions", List.of(Map.of("label", "c2pa.actions", "data", Map.of("actions", actions))));
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeSpecialFloatingPointValues().create().toJson(manifest) + "\n";
	}
}
