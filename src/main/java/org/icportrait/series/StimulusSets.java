package org.icportrait.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.icportrait.geometry.Pose;
import org.icportrait.light.LightPreset;
import org.icportrait.light.StitchOptions;
import org.icportrait.request.LightWords;
import org.icportrait.work.BadInput;

/** The sets that are known by name. Their sources: docs/commands/view-x-light-series.md. */
public final class StimulusSets {

	/** Stands for no set. */
	public static final String NONE = "none";

	private static final String OF_ITS_OWN = "its light is soft, ours is \"flat\"";
	private static final SeriesLight SOFT = named(LightPreset.FLAT.label()), KEPT = named(LightWords.KEPT);

	private static final StimulusSet FREE = new StimulusSet(NONE, "", List.of(), List.of(), "{name}_{view}_{light}", null, false, List.of());

	/** In the order of dialogs. */
	private static final List<StimulusSet> ALL = List.of(FREE, kdef(), radboud(), multiPie(), yaleB(), manyFaces(), mf3d(), fifteenSteps());

	private StimulusSets() {}

	/** The words of all, that of no set first. */
	public static List<String> words() {
		return ALL.stream().map(StimulusSet::word).toList();
	}

	/** The set of this word, in any case; throws {@link BadInput} where there is none. */
	public static StimulusSet of(final String word) {
		for (final StimulusSet set : ALL) if (set.word().equals(word.trim().toLowerCase(Locale.ROOT))) return set;
		throw new BadInput("The preset \"" + word + "\" is not known; choose one of " + String.join(", ", words()) + ".");
	}

	private static SeriesLight named(final String light) {
		return SeriesLight.of(LightWords.of(light, LightWords.Numbers.DEFAULT, null, StitchOptions.DEFAULT), light);
	}

	private static SeriesView view(final String code, final double yaw, final double pitch) {
		return new SeriesView(code, new Pose(yaw, pitch, 0));
	}

	private static StimulusSet kdef() {
		return new StimulusSet("kdef", "KDEF", List.of(view("FL", -90, 0), view("HL", -45, 0), view("S", 0, 0), view("HR", 45, 0), view("FR", 90, 0)), List.of(SOFT),
			"{name}_{view}", null, false, List.of(OF_ITS_OWN, "FL is read as the left profile, which looks to the picture's left"));
	}

	private static StimulusSet radboud() {
		final List<SeriesView> views = new ArrayList<>();
		for (int code = 0; code <= 180; code += 45) views.add(view(String.format(Locale.ROOT, "%03d", code), 90 - code, 0));
		return new StimulusSet("radboud", "Radboud Faces Database", views, List.of(SOFT), "Rafd{view}_{name}", null, false,
			List.of(OF_ITS_OWN, "Rafd180 is read as the left profile, which looks to the picture's left"));
	}

	/** Cameras from the left profile to the right one, then the two above; flashes stay where they stand while the camera changes. */
	private static StimulusSet multiPie() {
		final String[] cameras = { "110", "120", "090", "080", "130", "140", "051", "050", "041", "190", "200", "010", "240" };
		final List<SeriesView> views = new ArrayList<>();
		for (int i = 0; i < cameras.length; i++) views.add(view(cameras[i], -90 + 15 * i, 0));
		views.add(view("081", -45, -30));
		views.add(view("191", 45, -30));
		final List<SeriesLight> lights = new ArrayList<>();
		lights.add(new SeriesLight("00", "no flash", SOFT.words(), false));
		// What turns the head to the picture's left is a camera at its left, azimuth + in head axes.
		for (int i = 0; i < cameras.length; i++) lights.add(flash(i + 1, 90 - 15 * i, 0));
		for (int i = 0; i < 5; i++) lights.add(flash(14 + i, 60 - 30 * i, 45));
		return new StimulusSet("multi-pie", "Multi-PIE", views, lights, "{name}_{view}_{light}", null, false, List.of(
			"cameras 08_1 and 19_1 are taken to stand 30 degrees above", "flashes 01 to 13 are taken to stand at the 13 cameras in their order, 14 to 18 45 degrees above"));
	}

	private static SeriesLight flash(final int number, final double azimuth, final double elevation) {
		return new SeriesLight(String.format(Locale.ROOT, "%02d", number), "flash " + number, SeriesLight.direction(azimuth, elevation, 0.8), true);
	}

	/** In the set's names A is positive at the subject's right, which is the picture's left. */
	private static StimulusSet yaleB() {
		final List<SeriesLight> lights = new ArrayList<>();
		for (final String place : YALE_MIDDLE.split(" ")) lights.add(strobe("A+000" + place));
		for (final String place : YALE_SIDES.split(" ")) {
			lights.add(strobe("A+" + place));
			lights.add(strobe("A-" + place));
		}
		return new StimulusSet("yale-b", "Extended Yale B", List.of(view("P00", 0, 0)), lights, "{name}_{view}{light}", null, false, List.of(
			"the frontal view alone: the other eight lie 12 and 24 degrees off in directions that its names do not tell", "the strobes are taken as bare lamps"));
	}

	private static final String YALE_MIDDLE = "E+00 E+20 E+45 E+90 E-20 E-35";
	private static final String YALE_SIDES = "005E+10 005E-10 010E+00 010E-20 015E+20 020E+10 020E-10 020E-40 025E+00 035E+15 035E+40 035E+65 035E-20 050E+00 050E-40 " +
		"060E+20 060E-20 070E+00 070E+45 070E-35 085E+20 085E-20 095E+00 110E+15 110E+40 110E+65 110E-20 120E+00 130E+20";

	private static SeriesLight strobe(final String code) {
		return new SeriesLight(code, code, SeriesLight.direction(-Integer.parseInt(code.substring(1, 5)) + 0.0, Integer.parseInt(code.substring(6)), 1), false);
	}

	private static StimulusSet manyFaces() {
		return new StimulusSet("manyfaces", "ManyFaces", Stream.of(-90, -45, 0, 45, 90).map(yaw -> SeriesView.of(yaw, 0)).toList(), List.of(new SeriesLight("ring",
			"ring light", SeriesLight.direction(0, 0, 0), false)), "{name}_{view}", new StimulusSet.Frame(675, 900, 0.5, 0.4), false, List.of("the codes are ours"));
	}

	private static StimulusSet mf3d() {
		final List<SeriesView> views = new ArrayList<>();
		for (int elevation = -30; elevation <= 30; elevation += 10) for (int azimuth = -90; azimuth <= 90; azimuth += 10) {
			views.add(view("Haz" + azimuth + "_Hel" + elevation, azimuth, elevation));
		}
		return new StimulusSet("mf3d", "MF3D", views, List.of(KEPT), "MF3D_{name}_{view}_Gaz0_Gel0", null, true, List.of(
			"positive azimuths are taken to turn to the picture's right", "the light is the photograph's own"));
	}

	private static StimulusSet fifteenSteps() {
		final List<SeriesView> views = new ArrayList<>();
		for (int yaw = -75; yaw <= 75; yaw += 15) views.add(SeriesView.of(yaw, 0));
		for (int pitch = -75; pitch <= 75; pitch += 15) if (pitch != 0) views.add(SeriesView.of(0, pitch));
		return new StimulusSet("15-step", "15-step", views, List.of(KEPT), "{name}_{view}", null, false, List.of("the light is the photograph's own"));
	}
}
