package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.geometry.Pose;
import org.icportrait.request.LightWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesPlanTest {

	private static final Source SKY = Source.titled("sky");

	private static SeriesPlan plan(final String yaws, final String pitches, final String lights) {
		return SeriesPlan.of("none", yaws, pitches, lights, SKY);
	}

	private static List<String> labels(final SeriesPlan plan) {
		return plan.lights().stream().map(SeriesLight::label).toList();
	}

	@Test
	void emptyWordsMeanTheDefaults() {
		final SeriesPlan plan = plan("", "", "");
		assertEquals(List.of("yaw-30", "yaw-15", "yaw0", "yaw+15", "yaw+30"), plan.views().stream().map(SeriesView::code).toList());
		assertEquals(List.of("keep", "key left", "key right"), labels(plan));
		assertEquals("someone_yaw+15_key-left", plan.fileName("someone", plan.views().get(3), plan.lights().get(1)));
	}

	@Test
	void everyYawAtEveryPitch() {
		final SeriesPlan plan = plan("-10,0", "-20:20:20", "keep");
		assertEquals(List.of(new Pose(-10, -20, 0), new Pose(0, -20, 0), new Pose(-10, 0, 0), new Pose(0, 0, 0), new Pose(-10, 20, 0), new Pose(0, 20, 0)), plan.views().stream()
			.map(SeriesView::pose).toList());
		assertEquals("yaw-10_pitch+20", plan.views().get(4).code());
		assertEquals(List.of(new Pose(0, 5, 0)), SeriesPlan.of("15-step", "", "5", "", null).views().stream().map(SeriesView::pose).toList());
	}

	@Test
	void lampsOnAPathAndSurroundingsInSteps() {
		final SeriesPlan plan = plan("0", "", "rim, direction -90:90:90 20:40:20 0.8 ,environment 0:270:90");
		assertEquals(List.of("rim", "direction -90 +20 0.8", "direction 0 +20 0.8", "direction +90 +20 0.8", "direction -90 +40 0.8", "direction 0 +40 0.8",
			"direction +90 +40 0.8", "environment 0", "environment +90", "environment +180", "environment +270"), labels(plan));
		assertEquals(90, plan.lights().get(3).words().azimuth());
		assertEquals(0.8, plan.lights().get(3).words().hardness());
		assertEquals(180, plan.lights().get(9).words().turned());
		assertEquals(SKY, plan.lights().get(9).words().reference());
		assertEquals(11, plan.lights().stream().map(SeriesLight::code).distinct().count());
	}

	/** What is written takes the place of the set's, and its names stay. */
	@Test
	void aSetInOtherLights() {
		final SeriesPlan plan = SeriesPlan.of("kdef", "", "", "key left, key right", null);
		assertEquals(10, plan.size());
		assertEquals("AF01_FL_key-left", plan.fileName("AF01", plan.views().get(0), plan.lights().get(0)));
		assertEquals("AF01_FL", SeriesPlan.of("kdef", "", "", "", null).fileName("AF01", plan.views().get(0), plan.lights().get(0)));
		assertEquals(1, SeriesPlan.of("yale-b", "20", "", "keep", null).size());
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "95; 0; keep; yaw", "0; 45; keep; pitch", "0; 0; moon; moon", "0; 0; coefficients; coefficients", "0; 0; keep,keep; twice",
		"0; 0; direction; path of a lamp", "0; 0; direction 0 0 2; hardness", "0; 0; direction 0 0 0.2:0.8:0.2; hardness of a lamp's path is one number", "0; 0; direction 0 0 NaN; hardness", "0; 0; direction 200 0; azimuth", "0; 0; environment 0:10; turn", "0; 0; environment 0 1; steps",
		"0; 0; keep,; known", "x; 0; keep; yaw", "-75:75:1; -40:40:1; keep; more than 4000" })
	void oddWordsAreRefusedInOneSentence(final String yaws, final String pitches, final String lights, final String about) {
		final String sentence = assertThrows(BadInput.class, () -> plan(yaws, pitches, lights)).getMessage();
		assertTrue(sentence.contains(about) && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
	}

	@Test
	void surroundingsNeedAPicture() {
		assertTrue(assertThrows(BadInput.class, () -> SeriesPlan.of("none", "", "", "environment", null)).getMessage().contains("needs a reference"));
	}

	/** A cell's request is one that the other commands know. */
	@Test
	void aCellIsARequest() {
		final SeriesPlan plan = plan("15", "-5", "direction 30 10");
		final ViewWords view = ViewWords.of("absolute", Pose.FRONTAL, null, "bust", "colour", "#102030");
		final PortraitRequest asked = new PortraitRequest(PortraitRequest.GENERATE, List.of(Source.titled("a")), null, view, LightWords.KEEP, null, null);
		final PortraitRequest cell = plan.request(asked, plan.views().get(0), plan.lights().get(0));
		assertEquals(new ViewWords("absolute", 15.0, -5.0, 0.0, null, "bust", "colour", "#102030"), cell.view());
		assertEquals(30, cell.light().azimuth());
		assertEquals(asked.profiles(), cell.profiles());
	}
}
