package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;

import java.util.List;
import java.util.Map;

import org.icportrait.face.Eyelids;
import org.icportrait.face.FaceBox;
import org.icportrait.face.HeadReading;
import org.icportrait.face.Landmarks;
import org.icportrait.face.PoseInterval;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

class FaceFactsTest {

	private static Profile profile(final PoseInterval interval, final Eyelids eyelids) {
		final HeadReading reading = new HeadReading(new Similarity(100, 0, 0, 0), null, null, null, null, null, null, Pose.FRONTAL.toRotation(),
			new HeadCamera(50, 50, 25, 0), Harmonics.NONE, Landmarks.of(new double[3 * Landmarks.COUNT]), 0.9, interval, eyelids, null, null, null, null);
		return Profile.of(new Picture(100, 100, 3), new FaceBox(50, 50, 50, 0, 1), reading);
	}

	/** Programs that read sidecars look for these names. */
	@Test
	void theNamesAreThoseOfSidecars() {
		final Map<String, Object> all = FaceFacts.of(profile(new PoseInterval(1, 2, 3), new Eyelids(0.5, 0.25)));
		assertEquals(List.of("x", "y", "side", "score", "yaw", "pitch", "roll", "confidence", "pose_interval", "eyelids_open", "landmarks"), List.copyOf(all.keySet()).stream().filter(
			name -> !name.equals("cut")).toList());
		assertEquals(List.of(1.0, 2.0, 3.0), all.get("pose_interval"));
		assertEquals(3 * Landmarks.COUNT, ((List<?>) all.get("landmarks")).size());
		assertFalse(FaceFacts.of(profile(null, null)).containsKey("eyelids_open"));
	}

	/** Strict JSON knows no NaN. */
	@Test
	void anEyeThatWasNotReadIsNull() {
		final Map<String, Object> face = FaceFacts.of(profile(null, new Eyelids(Double.NaN, 0.75)));
		final String json = new Provenance("analyze", Map.of(), Map.of("found", List.of(face)), "1", "pack", Map.of(), "CPU").toJson();
		assertFalse(json.contains("NaN"), json);
		final JsonArray eyes = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("made").getAsJsonArray("found").get(0).getAsJsonObject().getAsJsonArray("eyelids_open");
		assertTrue(eyes.get(0).isJsonNull());
		assertEquals(0.75, eyes.get(1).getAsDouble());
		assertEquals(json, Provenance.parse(json).toJson());
	}
}
