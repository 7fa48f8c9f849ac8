package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.icportrait.geometry.Pose;
import org.icportrait.request.LightWords;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sets against what their makers publish of them (docs/commands/view-x-light-series.md names the sources). */
class StimulusSetsTest {

	private static SeriesPlan plan(final String preset) {
		return SeriesPlan.of(preset, "", "", "", null);
	}

	private static List<String> words() {
		return StimulusSets.words();
	}

	private static String codes(final List<SeriesView> views) {
		return views.stream().map(SeriesView::code).collect(Collectors.joining(" "));
	}

	/** Of the set, and within our range. */
	@ParameterizedTest
	@CsvSource({ "kdef, 5, 5, 1", "radboud, 5, 5, 1", "multi-pie, 15, 15, 19", "yale-b, 1, 1, 64", "manyfaces, 5, 5, 1", "mf3d, 133, 133, 1", "15-step, 21, 15, 1" })
	void viewsAndLightsAreAsManyAsTheSetHas(final String preset, final int views, final int reachable, final int lights) {
		assertEquals(views, StimulusSets.of(preset).views().size());
		assertEquals(reachable, plan(preset).views().size());
		assertEquals(lights, plan(preset).lights().size());
		assertEquals(views == reachable, plan(preset).notes().stream().noneMatch(note -> note.startsWith("left out")), () -> plan(preset).notes().toString());
	}

	@Test
	void codesAreThoseOfTheSets() {
		assertEquals("FL HL S HR FR", codes(StimulusSets.of("kdef").views()));
		assertEquals("000 045 090 135 180", codes(StimulusSets.of("radboud").views()));
		// Left to right profile 11_0 12_0 09_0 08_0 13_0 14_0 05_1 05_0 04_1 19_0 20_0 01_0 24_0, above 08_1 19_1; file names leave the bar out.
		assertEquals("110 120 090 080 130 140 051 050 041 190 200 010 240 081 191", codes(StimulusSets.of("multi-pie").views()));
		assertEquals("FL HL S HR FR", codes(plan("kdef").views()));
		assertTrue(plan("15-step").notes().get(0).contains("beyond yaw 90 and pitch 40") && plan("15-step").notes().get(0).contains("pitch-75"), plan("15-step").notes().get(0));
		assertTrue(codes(StimulusSets.of("mf3d").views()).startsWith("Haz-90_Hel-30 Haz-80_Hel-30"));
	}

	@Test
	void anglesAreThoseOfTheSets() {
		assertEquals(List.of(-90.0, -45.0, 0.0, 45.0, 90.0), yaws("kdef"));
		assertEquals(List.of(90.0, 45.0, 0.0, -45.0, -90.0), yaws("radboud"));
		assertEquals(List.of(-90.0, -45.0, 0.0, 45.0, 90.0), yaws("manyfaces"));
		for (int i = 0; i < 13; i++) assertEquals(-90 + 15 * i, StimulusSets.of("multi-pie").views().get(i).pose().yaw());
		assertEquals(13, StimulusSets.of("multi-pie").views().stream().filter(view -> view.pose().pitch() == 0).count());
		final Set<Pose> mf3d = StimulusSets.of("mf3d").views().stream().map(SeriesView::pose).collect(Collectors.toSet());
		for (int az = -90; az <= 90; az += 10) for (int el = -30; el <= 30; el += 10) assertTrue(mf3d.contains(new Pose(az, el, 0)), az + " " + el);
		for (final SeriesView view : StimulusSets.of("15-step").views()) {
			assertTrue(view.pose().yaw() == 0 || view.pose().pitch() == 0);
			assertEquals(0, Math.abs(view.pose().yaw() + view.pose().pitch()) % 15);
		}
	}

	private static List<Double> yaws(final String preset) {
		return StimulusSets.of(preset).views().stream().map(view -> view.pose().yaw()).toList();
	}

	/** A is positive at the subject's right, the picture's left, where our azimuths are negative; E is positive above, as ours are. */
	@Test
	void lampsOfYaleBStandWhereTheirNamesSay() {
		final Set<String> seen = new HashSet<>();
		for (final SeriesLight light : StimulusSets.of("yale-b").lights()) {
			final Matcher name = Pattern.compile("A([+-]\\d{3})E([+-]\\d{2})").matcher(light.code());
			assertTrue(name.matches(), light.code());
			assertEquals(-Integer.parseInt(name.group(1)), light.words().azimuth(), 1e-9, light.code());
			assertEquals(Integer.parseInt(name.group(2)), light.words().elevation(), 1e-9, light.code());
			assertTrue(seen.add(light.code()), light.code());
			final String other = "A" + (name.group(1).charAt(0) == '+' ? "-" : "+") + light.code().substring(2);
			if (!name.group(1).endsWith("000")) assertTrue(StimulusSets.of("yale-b").lights().stream().anyMatch(l -> l.code().equals(other)), "no mirror of " + light.code());
		}
		assertTrue(seen.containsAll(List.of("A+035E+40", "A+000E+00", "A+000E+90", "A-110E+65", "A+130E+20")));
		assertEquals("x_P00A+035E+40", plan("yale-b").fileName("x", plan("yale-b").views().get(0), light("yale-b", "A+035E+40")));
	}

	private static SeriesLight light(final String preset, final String code) {
		return StimulusSets.of(preset).lights().stream().filter(light -> light.code().equals(code)).findFirst().orElseThrow();
	}

	/** The flash at a camera lights the face from the front as that camera sees it, and comes from the other side for the opposite one. */
	@Test
	void flashesOfMultiPieStayWhereTheyStand() {
		final StimulusSet set = StimulusSets.of("multi-pie");
		for (int i = 0; i < 13; i++) {
			final LightWords seen = set.lights().get(1 + i).seenWith(set.views().get(i).pose());
			assertEquals(0, seen.azimuth(), 1e-5);
			assertEquals(0, seen.elevation(), 1e-5);
		}
		// From the first camera the one beside it stands at the picture's left: it is nearer to the front of the face, which looks there.
		assertEquals(-15, set.lights().get(2).seenWith(set.views().get(0).pose()).azimuth(), 1e-5);
		assertEquals(LightWords.of("flat", LightWords.Numbers.DEFAULT, null, org.icportrait.light.StitchOptions.DEFAULT), set.lights().get(0).words());
	}

	/** From a file's name one reads the view and the light, and no two cells share one. */
	@ParameterizedTest
	@MethodSource("words")
	void namesParseBack(final String preset) {
		final SeriesPlan plan = plan(preset);
		final boolean told = plan.set().pattern().contains("{light}");
		final String pattern = Pattern.quote(plan.set().pattern() + (!told && plan.lights().size() > 1 ? "_{light}" : "")).replace("{name}", "\\E(?<name>some one)\\Q")
			.replace("{view}", "\\E(?<view>" + alternatives(plan.views().stream().map(SeriesView::code).toList()) + ")\\Q").replace("{light}", "\\E(?<light>" + alternatives(plan
				.lights().stream().map(SeriesLight::code).toList()) + ")\\Q");
		final Set<String> names = new HashSet<>();
		for (final SeriesView view : plan.views()) for (final SeriesLight light : plan.lights()) {
			final String name = plan.fileName("some one", view, light);
			final Matcher matcher = Pattern.compile(pattern).matcher(name);
			assertTrue(matcher.matches(), name + " is not " + pattern);
			assertEquals(view.code(), matcher.group("view"));
			if (pattern.contains("<light>")) assertEquals(light.code(), matcher.group("light"));
			assertTrue(names.add(name), name);
		}
	}

	private static String alternatives(final List<String> codes) {
		return codes.stream().map(Pattern::quote).collect(Collectors.joining("|"));
	}

	@Test
	void otherWordsAreRefused() {
		assertTrue(assertThrows(BadInput.class, () -> StimulusSets.of("feret")).getMessage().contains("choose one of none, kdef"));
		assertEquals("kdef", StimulusSets.of(" KDEF ").word());
	}
}
