package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class MethodsTextTest {

	@Test
	void everyParameterIsInTheText() {
		final Map<String, Object> request = new LinkedHashMap<>();
		request.put("profiles", List.of(Map.of("path", "a.png")));
		final Map<String, Object> view = new LinkedHashMap<>();
		view.put("pose", "absolute");
		view.put("yaw", 30.0);
		view.put("pitch", -2.5);
		request.put("view", view);
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("yaw_found", 1.23456789);
		facts.put("light_coefficients", List.of(1.0, 0.5));
		facts.put("landmarks", Collections.nCopies(204, 1.0));
		final Provenance origin = new Provenance("warp", request, facts, "1.2.3", "default 1.0.0", Map.of("surface.onnx", "def"), "CPU, 1 thread");
		assertEquals("The picture was made with IC-Portrait 1.2.3 (models default 1.0.0, trained on synthetic heads only; action \"warp\"; computed on CPU, 1 thread). " +
			"Asked for: profiles path a.png; view pose absolute; view yaw 30; view pitch -2.5. Found and done: yaw found 1.2346; light coefficients 1, 0.5. " +
			"SHA-256 of the networks: surface.onnx def. It is a generated picture, not a photograph.", MethodsText.of(origin));
	}
}
