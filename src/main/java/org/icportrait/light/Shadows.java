package org.icportrait.light;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.HeadMaps;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Which places of a head a lamp reaches: from each place a ray is followed over the depth map towards the lamp. Only what the
 * picture shows can cast a shadow. Found on a coarse grid, for shadows of skin are soft.
 */
final class Shadows {

	private static final int GRID = 144;
	private static final int STEPS = 26;
	/** First and last point of a ray, dm from its start, and what counts as the surface itself. */
	private static final double NEAR = 0.06, FAR = 2.0, BIAS = 0.02;
	/** Distances from the start of a ray, dm. */
	private static final double[] AT = new double[STEPS];

	static {
		for (int k = 0; k < STEPS; k++) AT[k] = NEAR * Math.pow(FAR / NEAR, k / (STEPS - 1.0));
	}

	/** How far around the head, cells, shadows are followed; and how far below a ray (dm) a cell surely lies that is not looked at closely. */
	private static final int MARGIN = 4;
	private static final float BELOW = -0.15f;

	private final HeadMaps maps;
	private final HeadCamera camera;
	private final Similarity toMaps;
	private final Similarity toPicture;
	private final Lamp lamp;
	private final double penumbra;
	/** Where the head origin is seen, cells. */
	private final double column0;
	private final double row0;
	/** Nothing stands nearer to the viewer than this, dm. */
	private final double nearest;

	private Shadows(final HeadMaps maps, final HeadCamera camera, final Lamp lamp) {
		this.maps = maps;
		this.camera = camera;
		toMaps = maps.pictureToMaps();
		toPicture = toMaps.inverse();
		this.lamp = lamp;
		penumbra = 0.10 + 0.9 * (1 - lamp.hardness());
		column0 = toMaps.x(camera.x0(), camera.y0());
		row0 = toMaps.y(camera.x0(), camera.y0());
		double most = Double.NEGATIVE_INFINITY;
		for (final float z : maps.depth().data()) most = Math.max(most, z);
		nearest = most;
	}

	/** 0 (in shadow) to 1 (lit, turned away, or far off the head) over the maps, perhaps at a coarser size; sample it by fractions of the maps' size. */
	static Picture reach(final HeadMaps maps, final HeadCamera camera, final Lamp lamp, final Progress progress) {
		final double scale = Math.min(1, GRID / (double) Math.max(maps.width(), maps.height()));
		final int w = Math.max(1, (int) (maps.width() * scale)), h = Math.max(1, (int) (maps.height() * scale));
		final double stepX = (double) maps.width() / w, stepY = (double) maps.height() / h;
		final Picture out = new Picture(w, h, 1);
		final Shadows shadows = new Shadows(maps, camera, lamp);
		final boolean[] near = near(maps, progress);
		Workers.rows(h, progress, j -> {
			for (int i = 0; i < w; i++) {
				final double column = (i + 0.5) * stepX, row = (j + 0.5) * stepY;
				final int cell = (int) row * maps.width() + (int) column;
				out.data()[j * w + i] = near[cell] && shadows.isFaced(cell) ? shadows.reach(column, row) : 1;
			}
		});
		return out;
	}

	/** The cells of the head and a few around it. */
	private static boolean[] near(final HeadMaps maps, final Progress progress) {
		final boolean[] head = new boolean[maps.size()];
		for (int i = 0; i < head.length; i++) head[i] = maps.matte().data()[i] > 0;
		return Dilation.grow(head, maps.width(), MARGIN, progress);
	}

	/** Whether a cell's surface gets any light of the lamp; where it does not, shadows do not matter. */
	private boolean isFaced(final int cell) {
		final float[] normals = maps.normals().data();
		return lamp.falloff(normals[cell], normals[maps.size() + cell], normals[2 * maps.size() + cell]) > 0;
	}

	/** Of a place in cells. */
	private float reach(final double column, final double row) {
		final double px = toPicture.x(column, row), py = toPicture.y(column, row), pz = maps.depth().sample(column, row, 0);
		final double qx = camera.liftX(px, pz), qy = camera.liftY(py, pz);
		final int w = maps.width(), h = maps.height();
		final float[] matte = maps.matte().data(), depth = maps.depth().data();
		double open = 1;
		for (int k = 0; k < STEPS && open > 0; k++) {
			final double t = AT[k], x = qx + t * lamp.x(), y = qy + t * lamp.y(), z = pz + t * lamp.z(), scale = camera.scale(z);
			// What the camera and the maps make of (x, y, z) in one step.
			final double i = column0 + scale * (toMaps.a() * x + toMaps.b() * y), j = row0 + scale * (toMaps.b() * x - toMaps.a() * y);
			if (i < 0 || j < 0 || i >= w || j >= h || z > nearest && lamp.z() > 0) break;
			final int cell = (int) j * w + (int) i;
			if (matte[cell] < 0.5f || depth[cell] - z < BELOW) continue;
			final double above = maps.depth().sample(i, j, 0) - z - BIAS;
			if (above > 0) open = Math.min(open, 1 - above / (penumbra * t));
		}
		return (float) Math.max(0, open);
	}
}
