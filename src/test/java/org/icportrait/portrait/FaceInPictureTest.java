package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.junit.jupiter.api.Test;

/** A face 200 pixels wide or so, in the middle of pictures of several sizes. */
class FaceInPictureTest {

	private static boolean isWhole(final double yaw, final int side) {
		return FaceInPicture.isWhole(new Pose(yaw, 0, 0).toRotation(), new HeadCamera(side / 2.0, side / 2.0, 130, 0.05), side, side);
	}

	@Test
	void aTurnedFaceLeavesATightCropAlone() {
		assertTrue(isWhole(0, 200), "seen from in front");
		for (final int yaw : new int[] { -60, 60 }) {
			assertFalse(isWhole(yaw, 200), "turned by " + yaw);
			assertTrue(isWhole(yaw, 500), "in a wide picture turned by " + yaw);
		}
	}
}
