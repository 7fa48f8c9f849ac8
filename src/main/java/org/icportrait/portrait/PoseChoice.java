package org.icportrait.portrait;

import org.icportrait.geometry.Pose;

/** Where the head shall look. Immutable. */
public sealed interface PoseChoice {

	/** As it looks now. */
	PoseChoice KEEP = new Change(Pose.FRONTAL);

	/** To these angles, degrees. */
	record Absolute(Pose pose) implements PoseChoice {}

	/** By these angles, degrees, added to those of now. */
	record Change(Pose change) implements PoseChoice {}

	/** As another portrait looks. */
	record Like(AnalyzedPortrait other) implements PoseChoice {}

	/** To yaw, pitch and roll, degrees. */
	static PoseChoice absolute(final double yaw, final double pitch, final double roll) {
		return new Absolute(new Pose(yaw, pitch, roll));
	}

	/** By yaw, pitch and roll, degrees. */
	static PoseChoice change(final double yaw, final double pitch, final double roll) {
		return new Change(new Pose(yaw, pitch, roll));
	}

	/** As another portrait looks. */
	static PoseChoice like(final AnalyzedPortrait other) {
		return new Like(other);
	}

	/** The angles to turn to, given where the head looks now. */
	default Pose resolve(final Pose now) {
		if (this instanceof Absolute absolute) return absolute.pose();
		if (this instanceof Change change) return now.plus(change.change());
		return ((Like) this).other().pose();
	}
}
