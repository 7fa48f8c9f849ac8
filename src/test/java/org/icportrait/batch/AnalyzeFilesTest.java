package org.icportrait.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import java.util.List;
import java.util.Map;

import org.icportrait.face.Eyelids;
import org.icportrait.portrait.Provenance;
import org.junit.jupiter.api.Test;

class AnalyzeFilesTest {

	/** Strict JSON knows no NaN. */
	@Test
	void anEyeThatWasNotReadIsNullInTheSidecar() {
		final List<Map<String, List<Double>>> found = List.of(Map.of("eyelids_open", AnalyzeFiles.described(new Eyelids(Double.NaN, 0.75))));
		final String json = new Provenance("analyze", Map.of(), Map.of("found", found), "1", "pack", Map.of(), "CPU").toJson();
		assertFalse(json.contains("NaN"), json);
		final JsonArray eyes = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("made").getAsJsonArray("found").get(0).getAsJsonObject().getAsJsonArray(
			"eyelids_open");
		assertTrue(eyes.get(0).isJsonNull());
		assertEquals(0.75, eyes.get(1).getAsDouble());
		assertEquals(json, Provenance.parse(json).toJson());
	}
}
