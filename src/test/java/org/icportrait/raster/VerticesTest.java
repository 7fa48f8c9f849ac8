package org.icportrait.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.junit.jupiter.api.Test;

/** Where what closes a head stands. */
class VerticesTest {

	@Test
	void whatIsSetBackIsSeenAtItsPlaceAndLiesDeeper() {
		final float[] places = { 7, 8 };
		final Rotation turned = new Pose(90, 0, 0).toRotation();
		final Vertices out = Vertices.behind(new float[] { 1, 0, 0, 0, 1, 0 }, places, places, v -> v == 0 ? turned : Rotation.IDENTITY, 0.25f, new HeadCamera(50, 50, 10, 0));
		assertArrayEquals(new float[] { 50, 50 }, out.x(), 1e-4f);
		assertArrayEquals(new float[] { 50, 40 }, out.y(), 1e-4f);
		assertArrayEquals(new float[] { -1.25f, -0.25f }, out.z(), 1e-5f);
		places[0] = 0;
		assertEquals(7, out.u()[0], "copied");
	}
}
