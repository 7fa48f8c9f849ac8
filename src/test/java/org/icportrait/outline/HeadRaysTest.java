package org.icportrait.outline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;

import org.junit.jupiter.api.Test;

class HeadRaysTest {

	private static final HeadCamera CAMERA = new HeadCamera(200, 180, 60, 0.05);

	@Test
	void aPlaceOnARayIsFoundThere() {
		final HeadRays rays = HeadRays.of(CAMERA, new Pose(30, -10, 25).toRotation());
		for (double ray = 0.25; ray < HeadRays.COUNT; ray += 17.5) {
			final double x = rays.x(ray, 1.3), y = rays.y(ray, 1.3);
			assertEquals(ray, rays.ray(x, y), 1e-6);
			assertEquals(1.3, rays.far(x, y), 1e-9);
		}
	}

	@Test
	void theFirstRayGoesUpTheHeadHoweverItIsTilted() {
		for (final Rotation rotation : new Rotation[] { Rotation.IDENTITY, new Pose(0, 0, 40).toRotation(), new Pose(0, 0, -75).toRotation() }) {
			final HeadRays rays = HeadRays.of(CAMERA, rotation);
			final double z = rotation.z(0, 1.55, -0.75), crown = rays.ray(CAMERA.x(rotation.x(0, 1.55, -0.75), z), CAMERA.y(rotation.y(0, 1.55, -0.75), z));
			assertEquals(0, Math.min(crown, HeadRays.COUNT - crown), 1e-6);
		}
		assertTrue(HeadRays.of(CAMERA, Rotation.IDENTITY).across(HeadRays.COUNT / 4.0) > 0.99, "then clockwise");
	}

	@Test
	void valuesGoOnFromTheLastRayToTheFirst() {
		final float[] values = new float[HeadRays.COUNT];
		values[0] = 1;
		assertEquals(0.25f, HeadRays.between(values, HeadRays.COUNT - 0.75), 1e-6);
		final float[] mean = HeadRays.mean(values, 2);
		assertEquals(0.2f, mean[0], 1e-6);
		assertEquals(mean[3], mean[HeadRays.COUNT - 3], 1e-7);
		assertTrue(mean[3] > 0 && mean[5] == 0);
		assertArrayEquals(new float[HeadRays.COUNT], HeadRays.ranked(values, 2, 0.5));
		assertEquals(1, HeadRays.ranked(values, 2, 1)[HeadRays.COUNT - 2]);
	}
}
