package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.imagej.Photograph;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.Tensor;
import org.icportrait.models.ModelPack;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitResult;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Scene;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack whose denoiser works on latents goes the same way; the tiny one gives the negative of the start. */
class LatentsTest {

	private static final int SIDE = 64, LATENT = 32, N = SIDE * SIDE;

	@TempDir
	Path folder;

	private static InContextNetworks open(final Path pack) {
		return InContextNetworks.open(OnnxRuntime.open(EggHead.engine().runtime()), ModelPack.open(pack)).orElseThrow();
	}

	private static Condition condition() {
		final Random random = new Random(2);
		final Tensor start = Tensor.floats(1, 3, SIDE, SIDE), maps = Tensor.floats(1, Condition.MAPS, SIDE, SIDE);
		for (int i = 0; i < 3 * N; i++) start.buffer().put(i, random.nextFloat() * 1.8f - 0.9f);
		return new Condition(new Frame(new Similarity(SIDE, 0, 0, 0), SIDE), start, maps, new Picture(SIDE, SIDE, 3));
	}

	@Test
	void whatIsGeneratedComesThroughEncoderAndDecoder() {
		try (InContextNetworks networks = open(EggHead.packWithLatents())) {
			assertEquals(SIDE, networks.side());
			final Condition condition = condition();
			final Denoising.Generated made = Denoising.DEFAULT.run(networks, condition, networks.guide(null, null, Progress.NONE), Progress.NONE);
			for (int i = 0; i < 3 * N; i++) assertEquals(Condition.linear(-condition.start().buffer().get(i)), made.colours().data()[i], 1e-5);
			assertEquals(SIDE, made.matte().width(), "the matte is as large as the picture");
		}
	}

	/** Maps come to the denoiser at the size of the latents: means of what is covered, nothing where less than half is. */
	@Test
	void mapsAreMeansOfWhatIsCovered() {
		try (InContextNetworks networks = open(EggHead.packWithLatents())) {
			final Condition condition = condition();
			for (final int i : new int[] { 0, 1, SIDE, 2 }) condition.maps().buffer().put(N + i, 1); // three of the first four pixels, one of the next
			for (int i = 0; i < 4; i++) condition.maps().buffer().put(6 * N + i, i + 1); // depths 1 2 / 0 0 and 3 4 / 0 0
			final Tensor maps = networks.given(condition, Progress.NONE).maps();
			assertEquals(LATENT, maps.shape()[3]);
			final int n = LATENT * LATENT;
			assertEquals(1, maps.buffer().get(n));
			assertEquals(1, maps.buffer().get(6 * n), 1e-6);
			assertEquals(0, maps.buffer().get(n + 1));
			assertEquals(0, maps.buffer().get(6 * n + 1));
		}
	}

	@Test
	void aPortraitIsMadeInLatents() {
		try (PortraitEngine engine = PortraitEngine.open(EggHead.engine().withPack(EggHead.packWithLatents()))) {
			final Picture picture = Photograph.of(EggHead.one()).picture();
			final Person egg = Person.of(engine.analyze(picture, FaceChoice.largest(), Progress.NONE));
			final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0)).withGeneration(Denoising.DEFAULT);
			final PortraitResult result = engine.make(egg, scene, Progress.NONE);
			float most = 0;
			for (final float share : result.generated().data()) most = Math.max(most, share);
			assertTrue(most > 0.9f);
		}
	}

	@Test
	void halfAPairIsRefused() throws IOException {
		assertRefused("only one of the networks 'encoder' and 'decoder'", models -> models.remove("decoder"));
		assertRefused("works on 12 channels, and the networks 'encoder' and 'decoder' are missing", models -> {
			models.remove("encoder");
			models.remove("decoder");
		});
	}

	/** The pixels' own denoiser beside encoder and decoder of others. */
	@Test
	void aPairOfOtherSizesIsRefused() throws IOException {
		final JsonObject pixels = manifest(EggHead.packWithGenerator()).getAsJsonObject("models").getAsJsonObject("denoiser");
		assertRefused("do not fit each other", models -> models.add("denoiser", pixels), EggHead.packWithGenerator().resolve("denoiser.onnx"));
	}

	/** An encoder whose manifest leaves the size of its pictures open. */
	@Test
	void anOpenSizeIsRefused() throws IOException {
		assertRefused("", models -> {
			final JsonArray shape = models.getAsJsonObject("encoder").getAsJsonArray("inputs").get(0).getAsJsonObject().getAsJsonArray("shape");
			shape.set(3, new com.google.gson.JsonPrimitive("width"));
		});
	}

	private static JsonObject manifest(final Path pack) throws IOException {
		return JsonParser.parseString(Files.readString(pack.resolve("pack.json"))).getAsJsonObject();
	}

	private void assertRefused(final String sentence, final Consumer<JsonObject> change, final Path... files) throws IOException {
		try (Stream<Path> all = Stream.concat(Files.list(EggHead.packWithLatents()), Stream.of(files))) {
			for (final Path file : all.toList()) Files.write(folder.resolve(file.getFileName()), Files.readAllBytes(file));
		}
		final JsonObject pack = manifest(EggHead.packWithLatents());
		change.accept(pack.getAsJsonObject("models"));
		Files.writeString(folder.resolve("pack.json"), pack.toString());
		final BadInput refused = assertThrows(BadInput.class, () -> open(folder));
		assertTrue(refused.getMessage().contains(sentence) && refused.getMessage().endsWith("."), refused.getMessage());
	}
}
