package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;
import org.icportrait.view.ViewOptions;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RequestsTest {

	private static final Picture REFERENCE = new Picture(2, 2, 3);
	private static final AnalyzedPortrait PORTRAIT = new AnalyzedPortrait(REFERENCE, null, null);

	private static LightChoice light(final String word, final String coefficients, final Picture panorama) {
		return new LightRequest(word, 1.5, -30, 40, 0.7, coefficients, PORTRAIT, panorama, StitchOptions.DEFAULT).toChoice();
	}

	@Test
	void everyWordOfALightMeansSomething() {
		assertEquals(LightChoice.KEEP, light("keep", "", null));
		assertEquals(new LightChoice.Preset(LightPreset.values()[0], 1.5), light(LightPreset.values()[0].label(), "", null));
		assertEquals(new LightChoice.Preset(LightPreset.KEY_LEFT, 1.5), light("key-left", "", null));
		assertEquals(new LightChoice.Lamp(-30, 40, 0.7, 1.5), light("direction", "", null));
		assertEquals(new LightChoice.Reference(PORTRAIT, StitchOptions.DEFAULT), light("photograph", "", REFERENCE));
		assertEquals(new LightChoice.Environment(REFERENCE, 1.5), light("environment", "", REFERENCE));
		for (final String word : LightRequest.words()) light(word, "1,2,3,4,5,6,7,8,9", REFERENCE);
	}

	@Test
	void nineCoefficientsCountForAllChannels() {
		final double[] values = ((LightChoice.Coefficients) light("coefficients", "1, 2, 3; 4 5 6 7 8 9", null)).values();
		assertEquals(27, values.length);
		assertEquals(1, values[2]);
		assertEquals(2, values[3]);
		assertEquals(9, values[26]);
	}

	@Test
	void wrongLightsAreSaid() {
		assertSentence("not known", () -> light("moon", "", null));
		assertSentence("9 or 27", () -> light("coefficients", "1,2", null));
		assertSentence("not a number", () -> light("coefficients", "1,2,3,4,5,6,7,8,x", null));
		assertSentence("needs a reference", () -> light("environment", "", null));
		assertSentence("hardness", () -> new LightRequest("direction", 1, 0, 0, 2, "", null, null, StitchOptions.DEFAULT).toChoice());
		assertSentence("strength", () -> new LightRequest("rim", 9, 0, 0, 0, "", null, null, StitchOptions.DEFAULT).toChoice());
		assertSentence("needs a reference", () -> new LightRequest("photograph", 1, 0, 0, 0, "", null, null, StitchOptions.DEFAULT).toChoice());
	}

	@Test
	void posesResolve() {
		final Pose now = new Pose(10, 5, -2);
		assertEquals(new Pose(30, 0, 0), PoseChoice.absolute(30, 0, 0).resolve(now));
		assertEquals(new Pose(40, 5, -2), PoseChoice.change(30, 0, 0).resolve(now));
		assertEquals(now, PoseChoice.KEEP.resolve(now));
	}

	@Test
	void wrongViewsAreSaid() {
		assertSentence("yaw", () -> ViewRequest.pose("absolute", new Pose(90, 0, 0), null));
		assertSentence("must be", () -> ViewRequest.pose("sideways", new Pose(0, 0, 0), null));
		assertSentence("head", () -> ViewRequest.turn("feet"));
		assertSentence("#rrggbb", () -> ViewRequest.withBackground(PortraitOptions.DEFAULT, "colour", "red"));
		assertSentence("background", () -> ViewRequest.withBackground(PortraitOptions.DEFAULT, "beach", ""));
		assertEquals(ViewOptions.Background.REMOVE, ViewRequest.withBackground(PortraitOptions.DEFAULT, "transparent", "").background());
	}

	private static void assertSentence(final String part, final Executable action) {
		final BadInput thrown = assertThrows(BadInput.class, action);
		assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
	}
}
