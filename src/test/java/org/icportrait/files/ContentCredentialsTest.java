package org.icportrait.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.Test;

/**
 * The definition keeps to the documented schema of c2patool's manifest definitions (c2pa-rs, ManifestDefinition), and to the rules by which
 * its readers call a claim valid: the first action creates or opens, and an opening names the one parent among the ingredients.
 */
class ContentCredentialsTest {

	private static final Set<String> MANIFEST = Set.of("claim_version", "vendor", "claim_generator_info", "metadata", "title", "format", "instance_id", "thumbnail", "ingredients",
		"assertions", "redactions", "label", "hash_alg", "alg", "ta_url", "private_key", "sign_cert", "base_path");
	private static final Set<String> INGREDIENT = Set.of("title", "format", "document_id", "instance_id", "provenance", "thumbnail", "hash", "relationship", "active_manifest",
		"validation_status", "validation_results", "data", "description", "informational_URI", "metadata", "manifest_data", "label");
	private static final Set<String> ACTION = Set.of("action", "when", "softwareAgent", "softwareAgentIndex", "changed", "changes", "instance_id", "parameters", "actors",
		"digitalSourceType", "related", "reason", "description");
	private static final Set<String> AGENT = Set.of("name", "version", "icon", "operating_system");

	private static Provenance origin(final String action) {
		final Map<String, Object> light = Map.of("light", "photograph", "reference", Map.of("path", "../of/others/b.png", "sha256", "def"));
		return new Provenance(action, Map.of("profiles", List.of(Map.of("path", "home/of/someone/a.png", "sha256", "abc")), "light", light), Map.of(), "1.2.3", "pack 4",
			Map.of("surface.onnx", "123"), "CPU");
	}

	private static JsonObject manifest(final String action) {
		return JsonParser.parseString(ContentCredentials.manifest(origin(action), Path.of("a.png"))).getAsJsonObject();
	}

	private static JsonArray actions(final JsonObject manifest) {
		final JsonArray assertions = manifest.getAsJsonArray("assertions");
		assertEquals(1, assertions.size());
		assertEquals("c2pa.actions", assertions.get(0).getAsJsonObject().get("label").getAsString());
		return assertions.get(0).getAsJsonObject().getAsJsonObject("data").getAsJsonArray("actions");
	}

	private static void assertKeys(final Set<String> known, final JsonElement object) {
		final Set<String> unknown = new HashSet<>(object.getAsJsonObject().keySet());
		unknown.removeAll(known);
		assertEquals(Set.of(), unknown);
	}

	/** Of two runs of Java files are the same, byte by byte. */
	@Test
	void entriesAreInAnOrderOfOurs() {
		final JsonObject manifest = manifest("warp"), opened = actions(manifest).get(0).getAsJsonObject(), edited = actions(manifest).get(1).getAsJsonObject();
		assertEquals(List.of("label", "data"), List.copyOf(manifest.getAsJsonArray("assertions").get(0).getAsJsonObject().keySet()));
		assertEquals(List.of("action", "parameters"), List.copyOf(opened.keySet()));
		assertEquals(List.of("name", "version"), List.copyOf(edited.getAsJsonObject("softwareAgent").keySet()));
		assertEquals(List.of("description", "org.icportrait.request", "org.icportrait.models"), List.copyOf(edited.getAsJsonObject("parameters").keySet()));
	}

	@Test
	void everyKeyIsOfTheSchema() {
		for (final String action : List.of("warp", "analyze", "demo")) {
			final JsonObject manifest = manifest(action);
			assertKeys(MANIFEST, manifest);
			manifest.getAsJsonArray("claim_generator_info").forEach(agent -> assertKeys(AGENT, agent));
			if (manifest.has("ingredients")) manifest.getAsJsonArray("ingredients").forEach(ingredient -> assertKeys(INGREDIENT, ingredient));
			actions(manifest).forEach(each -> {
				assertKeys(ACTION, each);
				if (each.getAsJsonObject().has("softwareAgent")) assertKeys(AGENT, each.getAsJsonObject().get("softwareAgent"));
			});
		}
	}

	@Test
	void anEditedPhotographIsOpenedFirstAndIsTheOnlyParent() {
		final JsonObject manifest = manifest("warp");
		assertEquals(1, manifest.getAsJsonArray("ingredients").size());
		final JsonObject parent = manifest.getAsJsonArray("ingredients").get(0).getAsJsonObject();
		assertEquals("parentOf", parent.get("relationship").getAsString());
		assertEquals("sha256:abc", parent.get("description").getAsString());
		final JsonObject opened = actions(manifest).get(0).getAsJsonObject();
		assertEquals("c2pa.opened", opened.get("action").getAsString());
		assertEquals(parent.get("label"), opened.getAsJsonObject("parameters").getAsJsonArray("ingredientIds").get(0));
		assertEquals("c2pa.edited", actions(manifest).get(1).getAsJsonObject().get("action").getAsString());
	}

	@Test
	void whatHoldsNoPhotographIsCreated() {
		final JsonObject manifest = manifest("demo");
		assertFalse(manifest.has("ingredients"));
		assertEquals(1, actions(manifest).size());
		assertEquals("c2pa.created", actions(manifest).get(0).getAsJsonObject().get("action").getAsString());
	}

	@Test
	void noFolderIsNamed() {
		final String text = manifest("warp").toString();
		assertFalse(text.contains("someone") || text.contains("others") || text.contains("\"path\""), text);
		assertTrue(text.contains("\"sha256\":\"def\""), text);
	}
}
