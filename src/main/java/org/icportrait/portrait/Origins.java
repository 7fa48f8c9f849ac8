package org.icportrait.portrait;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.geometry.Pose;
import org.icportrait.inference.DeviceChoice;
import org.icportrait.light.HeadBox;
import org.icportrait.light.Lamp;
import org.icportrait.light.Light;
import org.icportrait.light.LightReading;
import org.icportrait.light.WantedLight;
import org.icportrait.models.PackManifest;
import org.icportrait.view.View;

/** What pictures are told to have come from: the pack and device of an engine, and what was done. Immutable. */
final class Origins {

	/** Notes of a result whose face the border cuts, of one whose turned face leaves the picture, and of one whose face is the user's rectangle. */
	private static final String CUT = "the border of the photograph cuts the face, and what it cuts off is a guess: a wider crop gives a better picture";
	private static final String LEAVES = "part of the turned face lies beyond the border of the picture: a wider crop of the photograph, or a smaller turn, shows all of it";
	private static final String BENT = "the turn is small: the photograph was bent as a whole, and nothing was cut out or generated";
	private static final String DRAWN = "the selection as drawn: no face was found in it";

	private final PackManifest manifest;
	private final DeviceChoice device;

	Origins(final PackManifest manifest, final DeviceChoice device) {
		this.manifest = manifest;
		this.device = device;
	}

	PackManifest manifest() {
		return manifest;
	}

	/** Name and version of the model pack. */
	String pack() {
		return manifest.name() + " " + manifest.version();
	}

	/** What the networks run on, and why. */
	DeviceChoice device() {
		return device;
	}

	/** Of something that was made with this pack on this device. */
	Provenance of(final String action, final Map<String, Object> facts) {
		final Map<String, String> hashes = new LinkedHashMap<>();
		manifest.models().values().forEach(model -> hashes.put(model.file(), model.sha256()));
		return new Provenance(action, Map.of(), facts, Provenance.pluginVersion(), pack(), hashes, device.name());
	}

	/** @param wanted the light as it was fitted to this head, and {@code light} what it was read from; both null where the photograph's stays */
	Provenance of(final TurnedPortrait turned, final WantedLight wanted, final LightReading light) {
		final Profile first = turned.who().first();
		final View view = turned.view();
		final Pose before = first.pose(), after = Pose.of(view.rotation());
		final Map<String, Object> facts = new LinkedHashMap<>();
		facts.put(Provenance.METHOD, GeometricGenerator.NAME);
		facts.put("yaw", after.yaw());
		facts.put("pitch", after.pitch());
		facts.put("roll", after.roll());
		facts.put("yaw_before", before.yaw());
		facts.put("pitch_before", before.pitch());
		facts.put("roll_before", before.roll());
		if (first.box().drawn()) facts.put("face", DRAWN);
		first.leftAside().ifPresent(told -> facts.put(Provenance.FACES, told));
		if (first.isCut()) facts.put("cut", CUT);
		if (view.isBent()) facts.put(Provenance.DRAWN, BENT);
		if (view.isWhole()) Idle.of(turned, light).ifPresent(told -> facts.put(Provenance.IDLE, told));
		if (!view.isUnchanged() && !FaceInPicture.isWhole(view.rotation(), view.camera(), view.width(), view.height())) facts.put("leaves", LEAVES);
		if (wanted != null) describe(wanted.light(), facts);
		if (light != null && light.box() != null) facts.put("reference_box", numbers(light.box()));
		return of(wanted == null ? "warp" : view.isUnchanged() ? "relight" : "generate", facts);
	}

	private static void describe(final Light light, final Map<String, Object> facts) {
		facts.put("light_coefficients", Arrays.stream(light.harmonics().toArray()).boxed().toList());
		facts.put("lamps", light.lamps().stream().map(Origins::describe).toList());
	}

	private static List<Double> numbers(final HeadBox box) {
		return List.of(box.x(), box.y(), box.side(), box.roll());
	}

	private static Map<String, Object> describe(final Lamp lamp) {
		final Map<String, Object> map = new LinkedHashMap<>();
		map.put("direction", List.of(lamp.x(), lamp.y(), lamp.z()));
		map.put("colour", List.of(lamp.red(), lamp.green(), lamp.blue()));
		map.put("hardness", lamp.hardness());
		return map;
	}
}
