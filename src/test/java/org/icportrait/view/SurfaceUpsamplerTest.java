package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

/** Small maps of an ellipsoid, brought to picture resolution, are the ellipsoid's own. */
class SurfaceUpsamplerTest {

	private static final int SIDE = 260;
	private static final AnalyticHead HEAD = AnalyticHead.of(SIDE, 66, new Pose(20, -10, 15), (x, y, z, c) -> 0.6 + 0.1 * Math.sin(4 * x + c));

	@Test
	void mapsAreThoseOfTheHead() {
		final HeadMaps maps = SurfaceUpsampler.upsample(HEAD.picture((x, y, z, c) -> 1, 2), HEAD.surface());
		final HeadMaps truth = HEAD.maps();
		for (int j = 8; j < truth.height() - 8; j += 3) {
			for (int i = 8; i < truth.width() - 8; i += 3) {
				if (!isInside(truth, i, j)) continue;
				final int x = truth.x() + i - maps.x(), y = truth.y() + j - maps.y();
				assertTrue(maps.matte().get(x, y, 0) > 0.99f);
				assertEquals(truth.depth().get(i, j, 0), maps.depth().get(x, y, 0), 0.03);
				for (int c = 0; c < 3; c++) {
					assertEquals(truth.normals().get(i, j, c), maps.normals().get(x, y, c), 0.04);
					assertEquals(truth.coordinates().get(i, j, c), maps.coordinates().get(x, y, c), 0.03);
					assertEquals(truth.albedo().get(i, j, c), maps.albedo().get(x, y, c), 0.02);
				}
			}
		}
	}

	/** At least 8 pixels from the silhouette. */
	private static boolean isInside(final HeadMaps maps, final int i, final int j) {
		for (int k = 0; k < 16; k++) {
			final int x = (int) Math.round(i + 8 * Math.cos(k * Math.PI / 8)), y = (int) Math.round(j + 8 * Math.sin(k * Math.PI / 8));
			if (maps.matte().get(x, y, 0) == 0) return false;
		}
		return true;
	}

	@Test
	void normalsHaveLengthOneEverywhere() {
		final HeadMaps maps = SurfaceUpsampler.upsample(HEAD.picture((x, y, z, c) -> 1, 1), HEAD.surface());
		final int n = maps.width() * maps.height();
		for (int i = 0; i < n; i++) {
			final float x = maps.normals().data()[i], y = maps.normals().data()[n + i], z = maps.normals().data()[2 * n + i];
			assertEquals(1, Math.sqrt(x * x + y * y + z * z), 1e-4);
		}
	}

	@Test
	void theMatteEndsWhereTheHeadEnds() {
		final HeadMaps maps = SurfaceUpsampler.upsample(HEAD.picture((x, y, z, c) -> 1, 2), HEAD.surface());
		double wrong = 0, area = 0;
		for (int j = 0; j < maps.height(); j++) {
			for (int i = 0; i < maps.width(); i++) {
				final double truth = HEAD.hit(maps.x() + i + 0.5, maps.y() + j + 0.5, true) == null ? 0 : 1;
				wrong += Math.abs(truth - maps.matte().get(i, j, 0));
				area += truth;
			}
		}
		assertTrue(wrong / area < 0.02, "wrong share " + wrong / area);
	}

	@Test
	void aFaceOutsideOfThePictureIsRefused() {
		final AnalyticHead far = new AnalyticHead(50, 50, HEAD.axes(), Pose.FRONTAL, new HeadCamera(5000, 25, 20, 0), HEAD.paint());
		final BadInput e = assertThrows(BadInput.class, () -> SurfaceUpsampler.upsample(new Picture(50, 50, 3), far.surface()));
		assertTrue(e.getMessage().contains("outside"));
	}
}
