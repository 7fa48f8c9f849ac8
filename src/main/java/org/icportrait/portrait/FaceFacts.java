package org.icportrait.portrait;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.icportrait.face.Eyelids;
import org.icportrait.face.PoseInterval;
import org.icportrait.geometry.Pose;

/** What was read of a face, as origins and sidecars tell it: by the same names wherever it was read. Stateless. */
public final class FaceFacts {

	private FaceFacts() {}

	/**
	 * Names and values, in the order of sidecars: {@code x, y, side} (pixels), {@code score}, {@code drawn} and {@code cut} where they are true, {@code yaw,
	 * pitch, roll} (degrees), {@code confidence}, {@code pose_interval} (degrees) and {@code eyelids_open} (0..1, null for an eye that was not read) of packs that
	 * read them, {@code landmarks}.
	 */
	public static Map<String, Object> of(final Profile portrait) {
		final Map<String, Object> face = new LinkedHashMap<>();
		face.put("x", portrait.box().x());
		face.put("y", portrait.box().y());
		face.put("side", portrait.box().side());
		face.put("score", portrait.box().score());
		if (portrait.box().drawn()) face.put("drawn", true);
		if (portrait.isCut()) face.put("cut", true);
		final Pose pose = portrait.pose();
		face.put("yaw", pose.yaw());
		face.put("pitch", pose.pitch());
		face.put("roll", pose.roll());
		face.put("confidence", portrait.reading().confidence());
		final PoseInterval interval = portrait.reading().interval();
		if (interval != null) face.put("pose_interval", List.of(interval.yaw(), interval.pitch(), interval.roll()));
		final Eyelids eyelids = portrait.reading().eyelids();
		if (eyelids != null) face.put("eyelids_open", open(eyelids));
		final List<Double> landmarks = new ArrayList<>();
		for (final double number : portrait.reading().landmarks().toArray()) landmarks.add(number);
		face.put("landmarks", landmarks);
		return face;
	}

	/** Right and left; null for an eye that was not read, for JSON knows no NaN. */
	private static List<Double> open(final Eyelids eyelids) {
		return Arrays.asList(numberOrNull(eyelids.right()), numberOrNull(eyelids.left()));
	}

	private static Double numberOrNull(final double open) {
		return Double.isNaN(open) ? null : open;
	}
}
