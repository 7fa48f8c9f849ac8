package org.icportrait.studio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.geometry.Pose;
import org.icportrait.light.StitchOptions;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Scene;
import org.icportrait.request.LightWords;
import org.icportrait.request.MethodWords;
import org.icportrait.request.PortraitRequest;
import org.icportrait.request.Requests;
import org.icportrait.request.Source;
import org.icportrait.request.ViewWords;
import org.icportrait.work.Progress;

/**
 * What is wished for, in the words and numbers of <i>Generate Portrait...</i>, always within their ranges. Immutable.
 *
 * @param turned whether the head was turned; else it stays as the photograph shows it and the angles are 0
 * @param yaw degrees, to a tenth, as the other angles
 * @param pitch degrees
 * @param roll degrees
 * @param turn "head" or "bust"
 * @param light a word of {@link LightWords} that needs no reference
 * @param strength of the light
 * @param azimuth whole degrees, of the light "direction", as the elevation
 * @param elevation whole degrees
 * @param hardness of the light "direction", 0 to 1
 * @param method by which <i>Generate</i> makes it, a word of {@link MethodWords}; what is looked at is geometric
 */
public record StudioState(boolean turned, double yaw, double pitch, double roll, String turn, String light, double strength, double azimuth,
	double elevation, double hardness, String method)
{

	/** The photograph as it is. */
	public static final StudioState UNCHANGED = new StudioState(false, 0, 0, 0, ViewWords.HEAD, LightWords.KEPT, 1, -45, 30, 0.5, MethodWords.DEFAULT.method());

	public StudioState {
		yaw = turned ? angle(yaw, PoseChoice.LARGEST_YAW) : 0;
		pitch = turned ? angle(pitch, PoseChoice.LARGEST_PITCH) : 0;
		roll = turned ? angle(roll, PoseChoice.LARGEST_ROLL) : 0;
		azimuth = Math.rint(within(azimuth, -180, 180));
		elevation = Math.rint(within(elevation, -90, 90));
		strength = Math.rint(within(strength, 0, 4) * 20) / 20;
		hardness = Math.rint(within(hardness, 0, 1) * 20) / 20;
	}

	/** To where the head looks, degrees. */
	public StudioState lookingTo(final double newYaw, final double newPitch, final double newRoll) {
		return new StudioState(true, newYaw, newPitch, newRoll, turn, light, strength, azimuth, elevation, hardness, method);
	}

	/** Turned by some degrees, from where the photograph shows the head as long as it was not turned. */
	public StudioState turnedBy(final Pose photographs, final double byYaw, final double byPitch, final double byRoll) {
		if (turned) return lookingTo(yaw + byYaw, pitch + byPitch, roll + byRoll);
		return lookingTo(photographs.yaw() + byYaw, photographs.pitch() + byPitch, photographs.roll() + byRoll);
	}

	/** As the photograph shows the head. */
	public StudioState unturned() {
		return new StudioState(false, 0, 0, 0, turn, light, strength, azimuth, elevation, hardness, method);
	}

	/** With the shoulders turned too, or not. */
	public StudioState turning(final String what) {
		return new StudioState(turned, yaw, pitch, roll, what, light, strength, azimuth, elevation, hardness, method);
	}

	/** In a light that a word says. */
	public StudioState lit(final String word) {
		return new StudioState(turned, yaw, pitch, roll, turn, word, strength, azimuth, elevation, hardness, method);
	}

	/** Lit by a lamp from a direction. */
	public StudioState litFrom(final double newAzimuth, final double newElevation) {
		return new StudioState(turned, yaw, pitch, roll, turn, LightWords.DIRECTION, strength, newAzimuth, newElevation, hardness, method);
	}

	/** In a stronger or weaker, harder or softer light. */
	public StudioState litLike(final double newStrength, final double newHardness) {
		return new StudioState(turned, yaw, pitch, roll, turn, light, newStrength, azimuth, elevation, newHardness, method);
	}

	/** Made by a method. */
	public StudioState madeBy(final String word) {
		return new StudioState(turned, yaw, pitch, roll, turn, light, strength, azimuth, elevation, hardness, word);
	}

	/** The inputs of <i>Generate Portrait...</i> that ask for this, by their names; all others are at their defaults. */
	public Map<String, Object> inputs() {
		final Map<String, Object> inputs = new LinkedHashMap<>();
		inputs.put("pose", turned ? ViewWords.ABSOLUTE : ViewWords.CHANGE);
		inputs.put("yaw", yaw);
		inputs.put("pitch", pitch);
		inputs.put("roll", roll);
		inputs.put("turn", turn);
		inputs.put("light", light);
		inputs.put("strength", strength);
		inputs.put("azimuth", azimuth);
		inputs.put("elevation", elevation);
		inputs.put("hardness", hardness);
		inputs.put("method", method);
		return inputs;
	}

	/** The same as a scene, to be looked at: geometry and light alone. */
	public Scene scene() {
		final ViewWords view = ViewWords.of(turned ? ViewWords.ABSOLUTE : ViewWords.CHANGE, new Pose(yaw, pitch, roll), null, turn, ViewWords.KEEP, "#808080");
		final LightWords words = LightWords.of(light, new LightWords.Numbers(strength, azimuth, elevation, hardness, ""), null, StitchOptions.DEFAULT);
		final PortraitRequest request = new PortraitRequest(PortraitRequest.GENERATE, List.of(Source.titled("studio")), null, view, words, null, null);
		return Requests.resolve(request, null, Progress.NONE);
	}

	private static double angle(final double degrees, final double largest) {
		return Math.rint(within(degrees, -largest, largest) * 10) / 10 + 0.0;
	}

	private static double within(final double value, final double low, final double high) {
		return Math.max(low, Math.min(high, value));
	}
}
