package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class MethodsTextTest {

	private static final Map<String, String> HASHES = Map.of("surface.onnx", "def");

	/** In the order that is given. */
	private static Map<String, Object> map(final Object... namesAndValues) {
		final Map<String, Object> map = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) map.put((String) namesAndValues[i], namesAndValues[i + 1]);
		return map;
	}

	private static Map<String, Object> request(final Map<String, Object> view, final Map<String, Object> light) {
		return map("action", "generate", "profiles", List.of(map("path", "../in/a.png", "sha256", "0a")), "face", map("faces", "largest"), "view", view, "light", light,
			"method", map("method", "automatic", "steps", 1L, "strength", 1.0, "guidance", 1.0, "seed", 7L, "variant", 0L), "outputs", map("format", "png", "maps", false,
				"canvas", false));
	}

	private static Map<String, Object> facts(final Object method) {
		return map("method", method, "yaw", 29.999999999, "pitch", -0.0, "roll", 0.0, "yaw_before", -4.3951, "pitch_before", 1.1089, "roll_before", -1.8262,
			"light_coefficients", List.of(1.0, 0.5), "source_pixels_sha256", "2ab1");
	}

	private static String text(final Map<String, Object> request, final Map<String, Object> facts, final String device) {
		return MethodsText.of(new Provenance("generate", request, facts, "1.2.3", "icportrait-default 1.0.0", HASHES, device));
	}

	@Test
	void whatAPaperWantsAndNothingElse() {
		final Map<String, Object> view = map("pose", "absolute", "yaw", 30.0, "pitch", 0.0, "roll", 0.0, "turn", "head", "background", "keep");
		assertEquals("The picture was made with IC-Portrait 1.2.3 (model pack icportrait-default 1.0.0, trained on synthetic heads only) from the photograph \"a.png\". " +
			"The head was turned to yaw 30, pitch 0 and roll 0 degrees (in the photograph yaw -4.4, pitch 1.11 and roll -1.83 degrees). " +
			"The head was lit by the preset \"key left\" (strength 0.8). " +
			"What the photograph does not show was generated (method in-context, steps 1, freedom 1, guidance 1, seed 7, variant 0). The background was kept. " +
			"The networks ran on the CPU. It is a generated picture, not a photograph.",
			text(request(view, map("light", "key left", "strength", 0.8)), facts("in-context"), "CPU, 1 thread of 2 cores: no CUDA: none here"));
	}

	@Test
	void geometryAloneHasNoSettingsOfTheDenoiser() {
		final Map<String, Object> view = map("pose", "change", "yaw", 0.0, "pitch", 0.0, "roll", 0.0, "turn", "head", "background", "colour", "colour", "#808080");
		final String text = text(request(view, map("light", "photograph", "reference", map("path", "lit.png"), "ratio", 0.8, "patch", 0L, "seed", 1L, "sameperson", false)),
			facts("geometric"), "NVIDIA H200 (GPU 0)");
		assertTrue(text.contains("The pose of the head was kept (yaw 30, pitch 0 and roll 0 degrees). The light was taken from the photograph \"lit.png\" (ratio 0.8, patch 0, seed 1). " +
			"All of it was made by geometry and light alone (method geometric). The background was replaced by the colour #808080. The networks ran on the GPU NVIDIA H200."), text);
	}

	@Test
	void lightsOfManyKinds() {
		final Map<String, Object> view = map("pose", "like another", "like", map("path", "b.png"), "turn", "bust", "background", "transparent");
		final String lamp = text(request(view, map("light", "direction", "strength", 1.0, "azimuth", -45.0, "elevation", 30.0, "hardness", 0.5)), facts("geometric"), "CPU");
		assertTrue(lamp.contains("Head and shoulders were turned to the pose of the photograph \"b.png\", yaw 30") && lamp.contains("The background was removed."), lamp);
		assertTrue(lamp.contains("The head was lit by one lamp (strength 1, azimuth -45 degrees, elevation 30 degrees, hardness 0.5)."), lamp);
		assertTrue(text(request(view, map("light", "coefficients", "coefficients", List.of(1.0, 0.5))), facts("geometric"), "CPU").contains("coefficients 1, 0.5."));
		assertTrue(text(request(view, map("light", "keep")), facts("geometric"), "CPU").contains("The light of the photograph was kept."));
	}

	@Test
	void aSeriesTellsItsGridAndNotTheFirstCell() {
		final Map<String, Object> view = map("pose", "absolute", "yaw", 0.0, "pitch", 0.0, "roll", 0.0, "turn", "head", "background", "keep");
		final Map<String, Object> made = map("preset", "kdef", "pictures", "2 of 2", "views", List.of("HL", "S"), "lights", List.of("keep"), "method", List.of("in-context", "geometric"));
		final String text = MethodsText.of(new Provenance("series", request(view, map("light", "keep")), made, "1", "mine 1", HASHES, "CPU"));
		assertTrue(text.contains("(model pack mine 1)"), "who trained it on what is not known: " + text);
		assertTrue(text.contains("of the set kdef. Each of the views HL, S was shown in each of the lights keep (pictures: 2 of 2). What the photograph does not show was generated"), text);
		assertTrue(text.endsWith("The pictures are generated, they are no photographs."), text);
	}

	/** A reading is no picture; scripts ask by objects, and files hold anything. */
	@Test
	void whatIsNotKnownIsLeftOut() {
		final Map<String, Object> found = map("found", List.of(map("Yaw (deg)", 3.0, "Pitch (deg)", 2.0, "Roll (deg)", 1.0)));
		assertEquals("The head was read with IC-Portrait 1 (model pack mine 1) from a photograph. Its pose was read as yaw 3, pitch 2 and roll 1 degrees. The networks ran on the CPU.",
			MethodsText.of(new Provenance("analyze", map(), found, "1", "mine 1", HASHES, "CPU")));
		assertEquals("The picture was made with IC-Portrait null (model pack null) from a photograph. The networks ran on the CPU. It is a generated picture, not a photograph.",
			MethodsText.of(new Provenance(null, map("view", 3.0, "profiles", List.of()), map("yaw", "x"), null, null, HASHES, null)));
	}
}
