package org.icportrait.portrait;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.icportrait.geometry.Pose;
import org.icportrait.view.ViewOptions;

/** Options as names and values, under the names that dialogs, macros and the command line use. */
final class OptionTexts {

	private OptionTexts() {}

	/** Every option, with the angles that were reached from those of the photograph. */
	static Map<String, Object> describe(final PortraitOptions options, final Pose now) {
		final Map<String, Object> map = new LinkedHashMap<>();
		final Pose target = options.pose().resolve(now);
		map.put("pose", poseWord(options.pose()));
		map.put("yaw", target.yaw());
		map.put("pitch", target.pitch());
		map.put("roll", target.roll());
		map.put("yaw_before", now.yaw());
		map.put("pitch_before", now.pitch());
		map.put("roll_before", now.roll());
		map.put("turn", options.turn().name().toLowerCase(Locale.ROOT));
		map.put("background", ViewRequest.word(options.background()));
		if (options.background() == ViewOptions.Background.COLOUR) map.put("colour", options.colour().toString());
		addLight(map, options.light());
		return map;
	}

	private static String poseWord(final PoseChoice choice) {
		if (choice.equals(PoseChoice.KEEP)) return "keep";
		if (choice instanceof PoseChoice.Absolute) return ViewRequest.ABSOLUTE;
		return choice instanceof PoseChoice.Change ? ViewRequest.CHANGE : ViewRequest.LIKE;
	}

	private static void addLight(final Map<String, Object> map, final LightChoice light) {
		if (light instanceof LightChoice.Preset preset) {
			map.put("light", preset.preset().label());
			map.put("strength", preset.strength());
		}
		else if (light instanceof LightChoice.Lamp lamp) {
			map.put("light", LightRequest.DIRECTION);
			map.put("azimuth", lamp.azimuth());
			map.put("elevation", lamp.elevation());
			map.put("hardness", lamp.hardness());
			map.put("strength", lamp.strength());
		}
		else if (light instanceof LightChoice.Coefficients coefficients) {
			map.put("light", LightRequest.COEFFICIENTS);
			map.put("coefficients", Arrays.stream(coefficients.values()).boxed().toList());
		}
		else if (light instanceof LightChoice.Reference reference) {
			map.put("light", LightRequest.PHOTOGRAPH);
			map.put("ratio", reference.options().ratio());
			map.put("patch", reference.options().patch());
			map.put("seed", reference.options().seed());
			map.put("same_person", reference.options().samePerson());
		}
		else if (light instanceof LightChoice.Environment environment) {
			map.put("light", LightRequest.ENVIRONMENT);
			map.put("strength", environment.strength());
		}
		else map.put("light", LightRequest.KEEP);
	}
}
