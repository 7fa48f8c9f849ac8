package org.icportrait.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.icportrait.work.BadInput;
import org.icportrait.work.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up pack opens; each fault of a pack gives its own sentence. */
class ModelPackTest {

	private static final NetworkSpec FINDER = NetworkSpec.required("finder", List.of("image float32 [1, 3, 320, 320]"),
		List.of("boxes float32 [1, 64, 4]", "scores float32 [1, 64]"));
	private static final NetworkSpec FEATURES = NetworkSpec.optional("features", List.of("picture float32 [1, 3, height, width]"),
		List.of("map float32 [1, 64, height, width]"));

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
		for (final NetworkSpec spec : List.of(FINDER, FEATURES)) models.add(spec.role(), model(spec));
		manifest.add("models", models);
		write();
	}

	@Test
	void opens() {
		final ModelPack pack = ModelPack.open(folder);
		assertEquals("made-up 1.2.3", pack.title());
		assertEquals("shapes", pack.manifest().trainingData().get(0).name());
		final ModelDescription finder = pack.find(FINDER).orElseThrow();
		assertEquals(0.5, finder.metrics().get("figure"));
		assertEquals("image float32 [1, 3, 320, 320]", finder.inputs().get(0).spec().toString());
		final ByteBuffer content = pack.read(finder);
		assertTrue(content.isDirect());
		assertEquals("the content of finder", StandardCharsets.UTF_8.decode(content).toString());
		assertEquals("map float32 [1, 64, height, width]", pack.find(FEATURES).orElseThrow().outputs().get(0).spec().toString());
	}

	/** Networks that this version knows nothing of, and more outputs of those it knows, are no errors. */
	@Test
	void furtherNetworksAndOutputs() throws IOException {
		manifest.getAsJsonObject("models").add("painter", model(NetworkSpec.required("painter", List.of("x float32 [n]"), List.of("y float32 [n]"))));
		network("finder").getAsJsonArray("outputs").add(tensor("wrinkles float32 [1, 4]"));
		write();
		assertTrue(ModelPack.open(folder).find(FINDER).isPresent());
	}

	@Test
	void optionalNetworksMayLack() throws IOException {
		manifest.getAsJsonObject("models").remove("features");
		write();
		assertTrue(ModelPack.open(folder).find(FEATURES).isEmpty());
		manifest.getAsJsonObject("models").remove("finder");
		write();
		assertUnfit(FINDER, "it holds no network 'finder'");
	}

	private void assertUnfit(final NetworkSpec spec, final String part) {
		assertSentence(part, () -> ModelPack.open(folder).find(spec));
	}

	@Test
	void missingFolder() {
		assertSentence(folder.resolve("nowhere"), "does not exist");
	}

	/** It was said not to exist. */
	@Test
	void aFileInPlaceOfTheFolder() throws IOException {
		assertSentence(Files.createFile(folder.resolve("pack.zip")), "is a file; choose the folder that holds pack.json (of a zip: unpack it first)");
	}

	@Test
	void noManifest() throws IOException {
		Files.delete(folder.resolve("pack.json"));
		assertSentence(folder, "There is no pack.json");
	}

	@Test
	void manifestIsNotJson() throws IOException {
		for (final String text : new String[] { "never mind", "{\"name\": ", "[1, 2]", "{\"models\": 3}", "{\"authors\": {}}", "{'name': \"n\"}", "{name: \"n\"}", "{\"name\": n}", "{\"name\": NaN}",
			manifest + "{}", manifest.toString().replace("}}", "};}") }) {
			Files.writeString(folder.resolve("pack.json"), text);
			assertSentence(folder, "is not the JSON of a pack");
		}
		Files.writeString(folder.resolve("pack.json"), "");
		assertSentence(folder, "is empty");
	}

	@Test
	void missingFile() throws IOException {
		Files.delete(folder.resolve("finder.onnx"));
		assertSentence(folder, "finder.onnx is missing");
	}

	@Test
	void changedByte() throws IOException {
		final byte[] content = content("finder");
		content[5] ^= 1;
		Files.write(folder.resolve("finder.onnx"), content);
		final ModelPack pack = ModelPack.open(folder);
		assertSentence("finder.onnx of the model pack", () -> pack.read(pack.find(FINDER).orElseThrow()));
		assertSentence("SHA-256 differs", () -> pack.read(pack.find(FINDER).orElseThrow()));
		pack.read(pack.find(FEATURES).orElseThrow());
	}

	@Test
	void cutFile() throws IOException {
		Files.write(folder.resolve("finder.onnx"), new byte[0]);
		assertSentence(folder, "its length or SHA-256 differs");
	}

	/** A manifest's word is not believed before the file has that length, nor a file of another length read. */
	@Test
	void noMemoryForWhatAFileOnlyClaims() throws IOException {
		network("finder").addProperty("bytes", 1_900_000_000);
		write();
		assertSentence(folder, "its length or SHA-256 differs");
		try (RandomAccessFile file = new RandomAccessFile(folder.resolve("finder.onnx").toFile(), "rw")) {
			file.setLength(1_900_000_000);
			network("finder").addProperty("bytes", 20);
			write();
			assertSentence(folder, "its length or SHA-256 differs");
			file.setLength(3_000_000_000L);
			network("finder").addProperty("bytes", 3_000_000_000L);
			write();
			final ModelPack pack = ModelPack.open(folder);
			assertSentence("too large", () -> pack.read(pack.find(FINDER).orElseThrow()));
		}
		try (RandomAccessFile file = new RandomAccessFile(folder.resolve("pack.json").toFile(), "rw")) {
			file.setLength(1_900_000_000);
		}
		assertSentence(folder, "too long");
	}

	@Test
	void otherInputs() throws IOException {
		final JsonObject image = network("finder").getAsJsonArray("inputs").get(0).getAsJsonObject();
		image.add("shape", numbers(1, 3, 640, 640));
		write();
		assertUnfit(FINDER, "another version of the plugin");
		assertUnfit(FINDER, "it lacks image float32 [1, 3, 320, 320]");
	}

	@Test
	void incompleteManifest() throws IOException {
		for (final String key : new String[] { "name", "version", "licence", "authors", "training_data", "models" }) {
			makePack();
			manifest.remove(key);
			write();
			assertSentence(folder, "lacks '" + key + "'");
		}
		for (final String key : new String[] { "file", "sha256", "inputs", "outputs" }) {
			makePack();
			network("finder").remove(key);
			write();
			assertSentence(folder, "lacks 'models.finder." + key + "'");
		}
	}

	@Test
	void wrongShapes() throws IOException {
		for (final String shape : new String[] { "[0]", "[-1]", "[1.5]", "[\"\"]", "[true]", "[[1]]", "{}" }) {
			network("finder").getAsJsonArray("inputs").get(0).getAsJsonObject().add("shape", JsonParser.parseString(shape));
			write();
			assertSentence(folder, "is not the JSON of a pack");
		}
	}

	@Test
	void namesThatCannotLieInAPack() throws IOException {
		for (final String name : new String[] { "../finder.onnx", "a/finder.onnx", "a\\finder.onnx", "..", "nul\0.onnx", "line\nfeed", "C:finder.onnx" }) {
			network("finder").addProperty("file", name);
			write();
			assertSentence(folder, "cannot lie in a pack");
		}
	}

	@Test
	void linksStayInsideThePack(@TempDir final Path elsewhere) throws IOException {
		Files.move(folder.resolve("finder.onnx"), elsewhere.resolve("finder.onnx"));
		try {
			Files.createSymbolicLink(folder.resolve("finder.onnx"), elsewhere.resolve("finder.onnx"));
		}
		catch (final UnsupportedOperationException | IOException e) {
			assumeTrue(false, "skipped: no links can be made here");
		}
		assertSentence(folder, "it is a link out of the folder");
		Files.move(elsewhere.resolve("finder.onnx"), folder.resolve("real.onnx"));
		Files.delete(folder.resolve("finder.onnx"));
		Files.createSymbolicLink(folder.resolve("finder.onnx"), Path.of("real.onnx"));
		assertTrue(ModelPack.open(folder).find(FINDER).isPresent());
	}

	private void assertSentence(final Path place, final String part) {
		assertSentence(part, () -> ModelPack.open(place));
	}

	private static void assertSentence(final String part, final Executable work) {
		final String message = assertThrows(BadInput.class, work).getMessage();
		assertTrue(message.contains(part), message);
		assertTrue(message.endsWith(".") && message.chars().noneMatch(Character::isISOControl), message);
	}

	private JsonObject network(final String network) {
		return manifest.getAsJsonObject("models").getAsJsonObject(network);
	}

	private JsonObject model(final NetworkSpec spec) throws IOException {
		final byte[] content = content(spec.role());
		Files.write(folder.resolve(spec.role() + ".onnx"), content);
		final JsonObject model = new JsonObject();
		model.addProperty("file", spec.role() + ".onnx");
		model.addProperty("sha256", Sha256.of(ByteBuffer.wrap(content)));
		model.addProperty("bytes", content.length);
		model.add("inputs", tensors(spec.inputs()));
		model.add("outputs", tensors(spec.outputs()));
		final JsonObject metrics = new JsonObject();
		metrics.addProperty("figure", 0.5);
		model.add("metrics", metrics);
		return model;
	}

	private static JsonArray tensors(final List<TensorSpec> specs) {
		final JsonArray tensors = new JsonArray();
		for (final TensorSpec spec : specs) tensors.add(tensor(spec.toString()));
		return tensors;
	}

	private static JsonObject tensor(final String signature) {
		final TensorSpec spec = TensorSpec.parse(signature);
		final JsonObject tensor = new JsonObject();
		tensor.addProperty("name", spec.name());
		tensor.addProperty("type", spec.type());
		tensor.add("shape", new Gson().toJsonTree(spec.shape()));
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
