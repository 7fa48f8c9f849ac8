package org.icportrait.series;

import org.icportrait.geometry.Pose;

/**
 * One view of a series. Immutable.
 *
 * @param code by which file names tell it
 * @param pose where the head shall look, absolute
 */
public record SeriesView(String code, Pose pose) {

	/** A view of no known set: its code is its angles. */
	static SeriesView of(final double yaw, final double pitch) {
		final String name = "yaw" + Angles.text(yaw);
		return new SeriesView(pitch == 0 ? name : name + "_pitch" + Angles.text(pitch), new Pose(yaw, pitch, 0));
	}

	/** For people: "yaw +15, pitch -30". */
	public String label() {
		return "yaw " + Angles.text(pose.yaw()) + (pose.pitch() == 0 ? "" : ", pitch " + Angles.text(pose.pitch()));
	}
}
