package org.icportrait.portrait;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.icportrait.image.Picture;
import org.icportrait.light.EnvironmentMap;
import org.icportrait.light.OldExposure;
import org.icportrait.light.Light;
import org.icportrait.light.OldLightingStitch;
import org.icportrait.light.OldLitHead;
import org.icportrait.light.OldRelighter;
import org.icportrait.light.OldShading;
import org.icportrait.light.OldStitchResult;

/**
 * A head in the light that was chosen.
 *
 * @param picture relit, linear light
 * @param light in camera axes
 * @param canvas profile and masked reference side by side, or null where the light is not a photograph's
 */
record Relighting(Picture picture, Light light, Picture canvas) {

	/**
	 * @param head turned already
	 * @param shading that the head's picture carries, over its maps
	 * @param choice not {@link LightChoice#KEEP}
	 */
	static Relighting of(final OldLitHead head, final Picture shading, final LightChoice choice) {
		if (choice instanceof LightChoice.Reference reference) {
			final OldStitchResult stitch = OldLightingStitch.stitch(head, shading, reference.portrait().head(), reference.options());
			return new Relighting(stitch.relit(), stitch.light(), stitch.canvas());
		}
		final Light light = light(choice);
		final Picture wanted = OldShading.of(head.maps(), head.camera(), light);
		OldExposure.match(head.maps(), shading, wanted, strength(choice));
		return new Relighting(OldRelighter.apply(head.picture(), head.maps(), shading, wanted), light, null);
	}

	/** The coefficients of the soft part, for the origin of a result. */
	List<Double> coefficients() {
		return Arrays.stream(light.harmonics().toArray()).boxed().toList();
	}

	/** Seven numbers of each lamp, for the origin of a result: direction x, y, z, then red, green, blue, then hardness. */
	List<Double> lamps() {
		return light.lamps().stream().flatMap(lamp -> Stream.of(lamp.x(), lamp.y(), lamp.z(), lamp.red(), lamp.green(), lamp.blue(), lamp.hardness()))
			.toList();
	}

	/** Brightness relative to the photograph's own. */
	private static double strength(final LightChoice choice) {
		if (choice instanceof LightChoice.Preset preset) return preset.strength();
		if (choice instanceof LightChoice.Lamp lamp) return lamp.strength();
		return choice instanceof LightChoice.Environment surroundings ? surroundings.strength() : 1;
	}

	private static Light light(final LightChoice choice) {
		if (choice instanceof LightChoice.Preset preset) return preset.preset().light();
		if (choice instanceof LightChoice.Lamp lamp) return Light.from(lamp.azimuth(), lamp.elevation(), lamp.hardness());
		if (choice instanceof LightChoice.Coefficients coefficients) return Light.ofCoefficients(coefficients.values());
		if (choice instanceof LightChoice.Environment surroundings) return EnvironmentMap.light(surroundings.panorama(), 0, org.icportrait.work.Progress.NONE);
		throw new IllegalArgumentException("Not a light to change to: " + choice);
	}
}
