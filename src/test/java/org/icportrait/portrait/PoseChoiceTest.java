package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.work.BadInput;

import org.junit.jupiter.api.Test;

class PoseChoiceTest {

	private static final Pose NOW = new Pose(10, 5, -2);

	private static void assertPose(final Pose expected, final PoseChoice choice) {
		assertEquals(0, choice.resolve(NOW.toRotation()).difference(expected.toRotation()), 1e-9);
	}

	@Test
	void posesResolve() {
		assertPose(new Pose(30, 0, 0), PoseChoice.absolute(30, 0, 0));
		assertPose(new Pose(40, 5, -2), PoseChoice.change(30, 0, 0));
		assertPose(NOW, PoseChoice.KEEP);
		assertThrows(BadInput.class, () -> PoseChoice.change(81, 0, 0).resolve(NOW.toRotation()));
		assertThrows(BadInput.class, () -> PoseChoice.absolute(0, -41, 0).resolve(NOW.toRotation()));
	}

	/** "Changes nothing" is possible for every head that can be read, and a head beyond the range may come inward. */
	@Test
	void headsBeyondTheRangeStayAndComeIn() {
		for (final Pose far : new Pose[] { new Pose(95, 0, 0), new Pose(0, 0, 60), new Pose(0, 45, 0), new Pose(-100, -50, 170) }) {
			final Rotation now = far.toRotation();
			assertSame(now, PoseChoice.KEEP.resolve(now), "to the bit");
			PoseChoice.change(far.yaw() > 0 ? -5 : far.yaw() < 0 ? 5 : 0, 0, 0).resolve(now);
		}
		assertThrows(BadInput.class, () -> PoseChoice.change(5, 0, 0).resolve(new Pose(95, 0, 0).toRotation()));
	}
}
