package org.icportrait.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.icportrait.work.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A made-up pack opens; each fault of a pack gives its own sentence. */
class ModelPackTest {

	@TempDir
	Path folder;
	private JsonObject manifest;

	@BeforeEach
	void makePack() throws IOException {
		manifest = new JsonObject();
		manifest.addProperty("name", "made-up");
		manifest.addProperty("version", "1.2.3");
		manifest.addProperty("licence", "CC0-1.0");
		manifest.add("authors", array("somebody"));
		final JsonObject data = new JsonObject();
		data.addProperty("name", "shapes");
		data.addProperty("licence", "MIT");
		final JsonArray trainingData = new JsonArray();
		trainingData.add(data);
		manifest.add("training_data", trainingData);
		final JsonObject models = new JsonObject();
		for (final String network : Networks.names()) models.add(network, model(network));
		manifest.add("models", models);
		write();
	}

	@Test
	void opens() {
		final ModelPack pack = ModelPack.open(folder);
		assertEquals("made-up 1.2.3", pack.title());
		assertEquals("shapes", pack.manifest().trainingData().get(0).name());
		assertEquals(0.5, pack.manifest().model(Networks.FINDER).metrics().get("figure"));
		assertArrayEquals(content(Networks.SURFACE), pack.bytes(Networks.SURFACE));
		assertEquals(3 * 320 * 320, pack.manifest().model(Networks.FINDER).tensor("image").size());
		assertThrows(IllegalArgumentException.class, () -> pack.bytes("painter"));
	}

	@Test
	void missingFolder() {
		assertSentence(folder.resolve("nowhere"), "does not exist");
	}

	@Test
	void noManifest() throws IOException {
		Files.delete(folder.resolve("pack.json"));
		assertSentence(folder, "There is no pack.json");
	}

	@Test
	void manifestIsNotJson() throws IOException {
		for (final String text : new String[] { "never mind", "{\"name\": ", "[1, 2]", "{\"models\": 3}", "{\"authors\": {}}" }) {
			Files.writeString(folder.resolve("pack.json"), text);
			assertSentence(folder, "is not the JSON of a pack");
		}
		Files.writeString(folder.resolve("pack.json"), "");
		assertSentence(folder, "is empty");
	}

	@Test
	void missingFile() throws IOException {
		Files.delete(folder.resolve("surface.onnx"));
		assertSentence(folder, "surface.onnx is missing");
	}

	@Test
	void changedByte() throws IOException {
		final byte[] content = content(Networks.FINDER);
		content[5] ^= 1;
		Files.write(folder.resolve("finder.onnx"), content);
		assertSentence(folder, "finder.onnx");
		assertSentence(folder, "SHA-256 differs");
	}

	@Test
	void cutFile() throws IOException {
		Files.write(folder.resolve("finder.onnx"), new byte[0]);
		assertSentence(folder, "SHA-256 differs");
	}

	@Test
	void otherInputs() throws IOException {
		final JsonObject image = network(Networks.FINDER).getAsJsonArray("inputs").get(0).getAsJsonObject();
		image.add("shape", numbers(1, 3, 640, 640));
		write();
		assertSentence(folder, "another version of the plugin");
		assertSentence(folder, "it lacks image float32 [1, 3, 320, 320]");
	}

	@Test
	void moreOutputs() throws IOException {
		network(Networks.SURFACE).getAsJsonArray("outputs").add(tensor("wrinkles float32 [1, 4]"));
		write();
		assertSentence(folder, "it has wrinkles float32 [1, 4]");
	}

	@Test
	void incompleteManifest() throws IOException {
		for (final String key : new String[] { "name", "version", "licence", "authors", "training_data", "models" }) {
			makePack();
			manifest.remove(key);
			write();
			assertSentence(folder, "lacks '" + key + "'");
		}
		makePack();
		manifest.getAsJsonObject("models").remove(Networks.SURFACE);
		write();
		assertSentence(folder, "lacks 'models.surface'");
		makePack();
		network(Networks.FINDER).remove("sha256");
		write();
		assertSentence(folder, "lacks 'models.finder.sha256'");
	}

	@Test
	void fileOutsideOfThePack() throws IOException {
		network(Networks.FINDER).addProperty("file", "../finder.onnx");
		write();
		assertSentence(folder, "outside of the pack");
	}

	private void assertSentence(final Path place, final String part) {
		final String message = assertThrows(BadInput.class, () -> ModelPack.open(place)).getMessage();
		assertTrue(message.contains(part), message);
		assertTrue(message.endsWith(".") && !message.contains("\n"), message);
	}

	private JsonObject network(final String network) {
		return manifest.getAsJsonObject("models").getAsJsonObject(network);
	}

	private JsonObject model(final String network) throws IOException {
		final byte[] content = content(network);
		Files.write(folder.resolve(network + ".onnx"), content);
		final JsonObject model = new JsonObject();
		model.addProperty("file", network + ".onnx");
		model.addProperty("sha256", ModelPack.sha256(content));
		model.addProperty("bytes", content.length);
		final JsonArray inputs = new JsonArray();
		final JsonArray outputs = new JsonArray();
		// The first signature of each network is its only input.
		for (final String signature : Networks.signatures(network)) (inputs.isEmpty() ? inputs : outputs).add(tensor(signature));
		model.add("inputs", inputs);
		model.add("outputs", outputs);
		final JsonObject metrics = new JsonObject();
		metrics.addProperty("figure", 0.5);
		model.add("metrics", metrics);
		return model;
	}

	private static JsonObject tensor(final String signature) {
		final String[] parts = signature.split(" ", 3);
		final JsonObject tensor = new JsonObject();
		tensor.addProperty("name", parts[0]);
		tensor.addProperty("type", parts[1]);
		final JsonArray shape = new JsonArray();
		for (final String length : parts[2].substring(1, parts[2].length() - 1).split(", ")) shape.add(Integer.parseInt(length));
		tensor.add("shape", shape);
		return tensor;
	}

	private static byte[] content(final String network) {
		return ("the content of " + network).getBytes(StandardCharsets.UTF_8);
	}

	private static JsonArray array(final String... texts) {
		final JsonArray array = new JsonArray();
		for (final String text : texts) array.add(text);
		return array;
	}

	private static JsonArray numbers(final int... numbers) {
		final JsonArray array = new JsonArray();
		for (final int number : numbers) array.add(number);
		return array;
	}

	private void write() throws IOException {
		Files.writeString(folder.resolve("pack.json"), manifest.toString());
	}
}
