package org.icportrait.files;

import com.google.gson.GsonBuilder;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.portrait.Provenance;

/**
 * What c2patool needs to sign a picture: a manifest definition. Signing is its job, with the user's own key: {@code c2patool picture.png -m
 * picture.c2pa.json -o signed.png}. The photograph is an ingredient of the definition, known by its hash and not by name or place, so no
 * parent is given besides: readers of manifests refuse two.
 */
public final class ContentCredentials {

	/** The ending of the file's name. */
	public static final String ENDING = ".c2pa.json";

	/** What the opening refers to; a claim whose opening names no ingredient counts as invalid. */
	private static final String PHOTOGRAPH = "photograph";

	private ContentCredentials() {}

	/** The definition. @param picture the file that it goes with, whose ending tells its format */
	public static String manifest(final Provenance origin, final Path picture) {
		final boolean created = DigitalSourceType.of(origin) == DigitalSourceType.TRAINED;
		final Map<String, Object> manifest = new LinkedHashMap<>();
		manifest.put("claim_generator_info", List.of(agent(origin)));
		manifest.put("title", picture.getFileName().toString());
		manifest.put("format", PictureFormat.of(picture).mediaType());
		if (!created) manifest.put("ingredients", List.of(photograph(origin)));
		final List<?> actions = created ? List.of(made(origin, "c2pa.created")) : List.of(opened(), made(origin, "c2pa.edited"));
		manifest.put("assertions", List.of(ordered("label", "c2pa.actions", "data", Map.of("actions", actions))));
		return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(manifest) + "\n";
	}

	private static Map<String, Object> agent(final Provenance origin) {
		return ordered("name", "IC-Portrait", "version", origin.version());
	}

	private static Map<String, Object> photograph(final Provenance origin) {
		final Map<String, Object> ingredient = new LinkedHashMap<>();
		ingredient.put("label", PHOTOGRAPH);
		ingredient.put("title", PHOTOGRAPH);
		ingredient.put("relationship", "parentOf");
		final String hash = XmpPacket.hash(origin);
		if (hash != null) ingredient.put("description", hash);
		return ingredient;
	}

	private static Map<String, Object> opened() {
		return ordered("action", "c2pa.opened", "parameters", Map.of("ingredientIds", List.of(PHOTOGRAPH)));
	}

	private static Map<String, Object> made(final Provenance origin, final String action) {
		final Map<String, Object> made = new LinkedHashMap<>();
		made.put("action", action);
		made.put("digitalSourceType", DigitalSourceType.of(origin).address());
		made.put("softwareAgent", agent(origin));
		final Map<String, Object> parameters = ordered("description", Provenance.NOTICE, "org.icportrait.request", withoutPaths(origin.request()));
		parameters.put("org.icportrait.models", origin.models());
		made.put("parameters", parameters);
		return made;
	}

	/** Two entries in this order: those of Map.of have another one in each run of Java, and files would differ. */
	private static Map<String, Object> ordered(final String first, final Object its, final String second, final Object other) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put(first, its);
		map.put(second, other);
		return map;
	}

	/** What is signed travels with the picture: hashes may, the names of people's folders may not. */
	private static Object withoutPaths(final Object value) {
		if (value instanceof List<?> list) return list.stream().map(ContentCredentials::withoutPaths).toList();
		if (!(value instanceof Map<?, ?> map)) return value;
		final Map<Object, Object> kept = new LinkedHashMap<>();
		map.forEach((key, each) -> {
			if (!key.equals("path")) kept.put(key, withoutPaths(each));
		});
		return kept;
	}
}
