package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import org.icportrait.face.PoseAxes.End;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;

/** The mesh of a sphere lies on the sphere, faces the viewer and covers its disc; overlays point the right way. */
class HeadMeshTest {

	@Test
	void verticesLieOnTheDisc() {
		final HeadMesh mesh = HeadMesh.of(Heads.sphere(), 2);
		for (int v = 0; v < mesh.x().length; v++) assertTrue(Math.hypot(mesh.x()[v] - 300, mesh.y()[v] - 250) < 82, () -> "beside the disc");
	}

	@Test
	void trianglesFaceTheViewerAndCoverTheDisc() {
		for (final int step : new int[] { 1, 2, 4 }) {
			final HeadMesh mesh = HeadMesh.of(Heads.sphere(), step);
			double area = 0;
			for (int t = 0; t < mesh.triangles().length; t += 3) {
				final double doubled = doubledArea(mesh, mesh.triangles()[t], mesh.triangles()[t + 1], mesh.triangles()[t + 2]);
				assertTrue(doubled > 0);
				area += doubled / 2;
			}
			assertEquals(Math.PI * 80 * 80, area, 0.17 * Math.PI * 80 * 80);
		}
	}

	@Test
	void depthJumpsAreLeftOpen() {
		final HeadReading sphere = Heads.sphere();
		final int before = HeadMesh.of(sphere, 1).triangles().length;
		for (int j = 0; j < 128; j++) for (int i = 64; i < 128; i++) sphere.depth().set(i, j, 0, sphere.depth().get(i, j, 0) - 1);
		final HeadMesh torn = HeadMesh.of(sphere, 1);
		assertTrue(torn.triangles().length < before);
		for (int t = 0; t < torn.triangles().length; t += 3) {
			assertEquals(torn.x()[torn.triangles()[t]] < 300, torn.x()[torn.triangles()[t + 1]] < 300);
			assertEquals(torn.x()[torn.triangles()[t]] < 300, torn.x()[torn.triangles()[t + 2]] < 300);
		}
		assertThrows(IllegalArgumentException.class, () -> HeadMesh.of(sphere, 0));
	}

	@Test
	void axesPointWhereTheHeadLooks() {
		final PoseAxes frontal = PoseAxes.of(Heads.sphere(), 1);
		assertEquals(new PoseAxes(300, 250, new End(400, 250), new End(300, 150), new End(300, 250)), frontal);
		final HeadReading turned = Heads.posed(new Pose(30, 20, 0), new HeadCamera(300, 250, 100, 0.05), 1);
		final PoseAxes axes = PoseAxes.of(turned, 1);
		assertTrue(axes.out().x() > 340, "yaw to the right: the nose axis ends on the right");
		assertTrue(axes.out().y() < 220, "pitch up: it ends higher");
	}

	@Test
	void landmarkLinesCoverAll() {
		int landmark = 0;
		for (final LandmarkLines.Line line : LandmarkLines.ALL) {
			assertEquals(landmark, line.first());
			landmark = line.last() + 1;
		}
		assertEquals(Landmarks.COUNT, landmark);
	}

	/** Positive where a, b, c run counter-clockwise as seen (y down). */
	private static double doubledArea(final HeadMesh mesh, final int a, final int b, final int c) {
		final double bx = mesh.x()[b] - mesh.x()[a];
		final double by = mesh.y()[b] - mesh.y()[a];
		final double cx = mesh.x()[c] - mesh.x()[a];
		final double cy = mesh.y()[c] - mesh.y()[a];
		return by * cx - bx * cy;
	}
}
