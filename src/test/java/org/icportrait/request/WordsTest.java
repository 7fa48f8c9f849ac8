package org.icportrait.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Generation;
import org.icportrait.geometry.Pose;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;
import org.icportrait.request.LightWords.Numbers;
import org.icportrait.view.Background;
import org.icportrait.work.BadInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WordsTest {

	private static final Source REFERENCE = Source.titled("reference.png");

	private static LightWords light(final String word, final String coefficients) {
		return LightWords.of(word, new Numbers(1.5, -30, 40, 0.7, coefficients), REFERENCE, StitchOptions.DEFAULT);
	}

	private static ViewWords view(final String pose, final Pose angles, final String turn, final String background, final String colour) {
		return ViewWords.of(pose, angles, REFERENCE, turn, background, colour);
	}

	@Test
	void everyWordOfALightIsTaken() {
		for (final String word : LightWords.words()) assertEquals(word, light(word, "1,2,3,4,5,6,7,8,9").light());
		assertEquals(LightPreset.KEY_LEFT.label(), light("Key-Left", "").light());
	}

	/** People write Transparent and IN-CONTEXT; equal requests must have one hash. */
	@Test
	void wordsCountInAnyCaseAndAreKeptAsDocumented() {
		for (final String word : LightWords.words()) assertEquals(light(word, "1,2,3,4,5,6,7,8,9"), light(word.toUpperCase(Locale.ROOT), "1,2,3,4,5,6,7,8,9"));
		assertEquals(view("like another", Pose.FRONTAL, "bust", "colour", "#102030"), view("Like Another", Pose.FRONTAL, "BUST", "Colour", "#102030"));
		assertEquals(view("change", Pose.FRONTAL, "head", "transparent", ""), view("CHANGE", Pose.FRONTAL, "Head", "TRANSPARENT", ""));
		assertEquals(MethodWords.of("in-context", Denoising.DEFAULT), MethodWords.of("In-Context", Denoising.DEFAULT));
		assertEquals(MethodWords.GEOMETRY, MethodWords.of("GEOMETRIC", Denoising.DEFAULT));
		assertEquals(FaceWords.DEFAULT.choice(), new FaceWords("LARGEST", null).choice());
		assertTrue(LightWords.needsReference("Photograph"));
	}

	/** Every way in comes through these words: one rule for all. */
	@Test
	void seedsAndFreedomHaveOneRange() {
		assertSentence("The seed must lie at 0 or above, not at -1", () -> MethodWords.of("geometric", new Denoising(1, 1, 1, -1, 0)));
		assertSentence("The seed must lie at 0 or above, not at -1", () -> LightWords.of("keep", Numbers.DEFAULT, null, new StitchOptions(0.5, 0, -1, false)));
		assertSentence("The freedom 0.0 is out of range; choose 0.05 to 1", () -> new Denoising(1, 0, 1, 1, 0));
		assertSentence("The freedom 0.04 is out", () -> new Denoising(1, 0.04, 1, 1, 0));
		assertEquals(0.05, MethodWords.of("automatic", new Denoising(1, 0.05, 1, 0, 0)).strength());
	}

	/** What a word does not use is not there: it must not fail, be recorded, or make two equal requests differ. */
	@Test
	void onlyWhatCountsIsKept() {
		final LightWords preset = light("rim", "");
		assertEquals(1.5, preset.strength());
		assertNull(preset.azimuth());
		assertNull(preset.reference());
		assertNull(preset.ratio());
		assertEquals(LightWords.KEEP, light("keep", ""));
		assertEquals(REFERENCE, light("photograph", "").reference());
		assertNull(light("photograph", "").strength());
		assertNull(light("environment", "").ratio());
		assertEquals(List.of(1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0), light("coefficients", "1, 2, 3; 4 5 6 7 8 9").coefficients());
		final ViewWords like = view("like another", new Pose(5, 6, 7), "head", "keep", "#808080");
		assertNull(like.yaw());
		assertNull(like.colour());
		assertNull(view("absolute", Pose.FRONTAL, "head", "keep", "").like());
	}

	/** Automatic is what is meant where nothing is said, and leaves the choice to the engine; geometry alone uses no number. */
	@Test
	void methodsKeepTheirWordAndWhatItUses() {
		assertEquals("automatic", MethodWords.DEFAULT.method());
		assertEquals(Generation.AUTOMATIC, MethodWords.DEFAULT.generation(null, Extras.NONE));
		final Denoising numbers = new Denoising(5, 0.5, 1.5, 9, 3);
		for (final String word : List.of("automatic", "in-context")) {
			final MethodWords words = MethodWords.of(word, numbers, REFERENCE);
			assertEquals(new MethodWords(word, 5, 0.5, 1.5, 9L, 3, REFERENCE), words);
			assertEquals(new Generation(numbers, null, Extras.NONE, word.equals("automatic")), words.generation(null, Extras.NONE));
			assertTrue(MethodWords.mayGenerate(word));
		}
		assertEquals(MethodWords.GEOMETRY, MethodWords.of("geometric", numbers));
		assertNull(MethodWords.GEOMETRY.steps());
		assertNull(MethodWords.GEOMETRY.generation(null, Extras.NONE));
	}

	@Test
	void wrongMethodsAreSaid() {
		assertSentence("automatic, in-context or geometric, not \"magic\"", () -> MethodWords.of("magic", Denoising.DEFAULT));
		assertSentence("automatic, in-context or geometric", () -> MethodWords.of(null, Denoising.DEFAULT));
		assertSentence("mask of what may change belongs to the methods automatic and in-context", () -> MethodWords.of("geometric", Denoising.DEFAULT, REFERENCE));
	}

	@Test
	void wrongLightsAreSaid() {
		assertSentence("not known", () -> light("moon", ""));
		assertSentence("9 or 27", () -> light("coefficients", "1,2"));
		assertSentence("none are given", () -> light("coefficients", " "));
		assertSentence("not a number", () -> light("coefficients", "1,2,3,4,5,6,7,8,x"));
		assertSentence("between -1000 and 1000", () -> light("coefficients", "1,2,3,4,5,6,7,8,1e308"));
		assertSentence("not a number", () -> light("coefficients", "1,2,3,4,5,6,7,8,9f"));
		assertSentence("give no light", () -> light("coefficients", "0,0,0,0,0,0,0,0,0"));
		assertSentence("give no light", () -> light("coefficients", "-1,0,3,0,0,0,0,0,0"));
		assertSentence("needs four numbers", () -> LightWords.box("10,20,30f,0"));
		assertSentence("needs a reference", () -> LightWords.of("environment", Numbers.DEFAULT, null, StitchOptions.DEFAULT));
	}

	/** Also numbers that the light does not use: a typing error must not pass because of another one. */
	@Test
	void everyNumberIsCheckedBeforeAnythingIsRead() {
		for (final Numbers wrong : List.of(new Numbers(Double.NaN, 0, 0, 0, ""), new Numbers(9, 0, 0, 0, ""), new Numbers(1, 200, 0, 0, ""),
			new Numbers(1, 0, -91, 0, ""), new Numbers(1, 0, 0, 2, ""), new Numbers(1, Double.POSITIVE_INFINITY, 0, 0, "")))
		{
			assertSentence("must lie between", () -> LightWords.of("keep", wrong, null, StitchOptions.DEFAULT));
		}
		assertSentence("masked share", () -> masked(Double.NaN, 0));
		assertSentence("masked share", () -> masked(1, 0));
		assertSentence("masked share", () -> masked(0.96, 0));
		assertSentence("patch", () -> masked(0.5, -1));
		assertSentence("patch", () -> masked(0.5, Integer.MAX_VALUE));
	}

	private static LightWords masked(final double ratio, final int patch) {
		return LightWords.of("keep", Numbers.DEFAULT, null, new StitchOptions(ratio, patch, 1, false));
	}

	@Test
	void wrongViewsAreSaid() {
		assertSentence("yaw", () -> view("absolute", new Pose(91, 0, 0), "head", "keep", ""));
		assertSentence("yaw", () -> view("absolute", new Pose(Double.NaN, 0, 0), "head", "keep", ""));
		assertSentence("pitch", () -> view("change", new Pose(0, 1e300, 0), "head", "keep", ""));
		assertSentence("must be", () -> view("sideways", Pose.FRONTAL, "head", "keep", ""));
		assertSentence("head", () -> view("absolute", Pose.FRONTAL, "feet", "keep", ""));
		assertSentence("#rrggbb", () -> view("absolute", Pose.FRONTAL, "head", "colour", "red"));
		assertSentence("background", () -> view("absolute", Pose.FRONTAL, "head", "beach", ""));
		assertSentence("needs that photograph", () -> ViewWords.of("like another", Pose.FRONTAL, null, "head", "keep", ""));
		assertEquals(Background.REMOVE, view("absolute", Pose.FRONTAL, "head", "transparent", "").behind());
		assertEquals(Background.colour(1, 0, 0), view("absolute", Pose.FRONTAL, "head", "colour", "#FF0000").behind());
	}

	@Test
	void wrongFacesAreSaid() {
		assertSentence("four numbers", () -> FaceWords.inside(1, 2, 3));
		assertSentence("width", () -> FaceWords.inside(1, 2, 0, 5));
		assertSentence("largest", () -> new FaceWords("second", null).choice());
		assertEquals(10, FaceWords.inside(10, 20, 30, 40).choice().x());
		assertEquals(FaceWords.inside(10, 20, 30, 40), FaceWords.inside("10, 20,30,40"));
		assertSentence("not \"1,2,a,4\"", () -> FaceWords.inside("1,2,a,4"));
	}

	static void assertSentence(final String part, final Executable action) {
		final BadInput thrown = assertThrows(BadInput.class, action);
		assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
		assertTrue(thrown.getMessage().endsWith("."), thrown.getMessage());
	}
}
