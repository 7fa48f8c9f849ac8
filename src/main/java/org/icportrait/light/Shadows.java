package org.icportrait.light;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.HeadMaps;
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

	private final HeadMaps maps;
	private final HeadCamera camera;
	private final Similarity toPicture;
	private final Lamp lamp;
	private final double penumbra;

	private Shadows(final HeadMaps maps, final HeadCamera camera, final Lamp lamp) {
		this.maps = maps;
		this.camera = camera;
		toPicture = maps.pictureToMaps().inverse();
		this.lamp = lamp;
		penumbra = 0.10 + 0.9 * (1 - lamp.hardness());
	}

	/** 0 (in shadow) to 1 (lit) over the maps, perhaps at a coarser size; sample it by fractions of the maps' size. */
	static Picture reach(final HeadMaps maps, final HeadCamera camera, final Lamp lamp, final Progress progress) {
		final double scale = Math.min(1, GRID / (double) Math.max(maps.width(), maps.height()));
		final int w = Math.max(1, (int) (maps.width() * scale)), h = Math.max(1, (int) (maps.height() * scale));
		final double stepX = (double) maps.width() / w, stepY = (double) maps.height() / h;
		final Picture out = new Picture(w, h, 1);
		final Shadows shadows = new Shadows(maps, camera, lamp);
		Workers.rows(h, progress, j -> {
			for (int i = 0; i < w; i++) out.set(i, j, 0, shadows.reach((i + 0.5) * stepX, (j + 0.5) * stepY));
		});
		return out;
	}

	/** Of a place in cells. */
	private float reach(final double column, final double row) {
		final double px = toPicture.x(column, row), py = toPicture.y(column, row), pz = maps.depth().sample(column, row, 0);
		final double qx = camera.liftX(px, pz), qy = camera.liftY(py, pz);
		double open = 1;
		for (int k = 0; k < STEPS && open > 0; k++) {
			final double t = AT[k], z = pz + t * lamp.z(), scale = camera.scale(z);
			final double x = camera.x0() + (qx + t * lamp.x()) * scale, y = camera.y0() - (qy + t * lamp.y()) * scale;
			final double i = maps.column(x, y), j = maps.row(x, y);
			if (i < 0 || j < 0 || i >= maps.width() || j >= maps.height()) break;
			if (maps.matte().get((int) i, (int) j, 0) < 0.5f) continue;
			final double above = maps.depth().sample(i, j, 0) - z - BIAS;
			if (above > 0) open = Math.min(open, 1 - above / (penumbra * t));
		}
		return (float) Math.max(0, open);
	}
}
