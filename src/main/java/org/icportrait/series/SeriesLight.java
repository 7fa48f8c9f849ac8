package org.icportrait.series;

import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.light.Lamp;
import org.icportrait.light.StitchOptions;
import org.icportrait.request.LightWords;

/**
 * One light of a series. Immutable.
 *
 * @param code by which file names tell it
 * @param label for people
 * @param words what it is
 * @param onHead whether a direction is that of the head (azimuth 0 in front of the face, positive to the subject's left), so that a lamp
 *        stays where it stands while the camera goes round; else it is that of the camera
 */
public record SeriesLight(String code, String label, LightWords words, boolean onHead) {

	/** A light as the camera has it; its code is its name. */
	static SeriesLight of(final LightWords words, final String label) {
		return new SeriesLight(label.replaceAll("[^A-Za-z0-9+.-]+", "-"), label, words, false);
	}

	/** A lamp with some fill, from angles in degrees. */
	static LightWords direction(final double azimuth, final double elevation, final double hardness) {
		return LightWords.of(LightWords.DIRECTION, new LightWords.Numbers(1, azimuth, elevation, hardness, ""), null, StitchOptions.DEFAULT);
	}

	/** The light in camera axes where the head looks so. */
	public LightWords seenWith(final Pose pose) {
		if (!onHead || !words.light().equals(LightWords.DIRECTION)) return words;
		final Lamp lamp = Lamp.from(words.azimuth(), words.elevation(), 1, words.hardness());
		final Rotation r = pose.toRotation();
		final double x = r.x(lamp.x(), lamp.y(), lamp.z()), y = r.y(lamp.x(), lamp.y(), lamp.z()), z = r.z(lamp.x(), lamp.y(), lamp.z());
		// Sines that rounding leaves at 1e-17 are 0.
		final double azimuth = Math.hypot(x, z) < 1e-9 ? 0 : Math.toDegrees(Math.atan2(x, z));
		return direction(round(azimuth), round(Math.toDegrees(Math.asin(Math.max(-1, Math.min(1, y))))), words.hardness());
	}

	private static double round(final double angle) {
		return Math.round(angle * 1e6) / 1e6 + 0.0;
	}
}
