package org.icportrait.portrait;

import java.util.Locale;

import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.work.BadInput;

/** Where the head shall look. Immutable. */
public sealed interface PoseChoice {

	/** The range of views, degrees either way. */
	double LARGEST_YAW = 90, LARGEST_PITCH = 40, LARGEST_ROLL = 45;

	/** As it looks now. */
	PoseChoice KEEP = new Change(Pose.FRONTAL);

	/** To these angles, degrees. */
	record Absolute(Pose pose) implements PoseChoice {}

	/** By these angles, degrees, added to those of now. */
	record Change(Pose change) implements PoseChoice {}

	/** To yaw, pitch and roll, degrees. */
	static PoseChoice absolute(final double yaw, final double pitch, final double roll) {
		return new Absolute(new Pose(yaw, pitch, roll));
	}

	/** By yaw, pitch and roll, degrees. */
	static PoseChoice change(final double yaw, final double pitch, final double roll) {
		return new Change(new Pose(yaw, pitch, roll));
	}

	/** As another portrait looks. */
	static PoseChoice like(final Profile other) {
		return new Absolute(other.pose());
	}

	/**
	 * The rotation to turn to, given that of now.
	 *
	 * @throws BadInput where an angle leaves the range of views, unless the head stands beyond it already and comes no further out
	 */
	default Rotation resolve(final Rotation now) {
		if (equals(KEEP)) return now;
		final Pose before = Pose.of(now);
		final Pose wanted = this instanceof Absolute absolute ? absolute.pose() : before.plus(((Change) this).change());
		check("yaw", wanted.yaw(), before.yaw(), LARGEST_YAW);
		check("pitch", wanted.pitch(), before.pitch(), LARGEST_PITCH);
		check("roll", wanted.roll(), before.roll(), LARGEST_ROLL);
		return wanted.toRotation();
	}

	private static void check(final String name, final double wanted, final double before, final double largest) {
		if (Math.abs(wanted) <= Math.max(largest, Math.abs(before)) + 1e-6) return;
		throw new BadInput(String.format(Locale.ROOT, "The head would stand at %s %.1f degrees; choose one from -%.0f to %.0f.", name, wanted, largest,
			largest));
	}
}
