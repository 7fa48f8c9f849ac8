package org.icportrait.imagej;

import ij.ImagePlus;

import org.icportrait.face.HeadReading;
import org.icportrait.image.Picture;

/** What was read of a head as one 32-bit stack at the resolution of the network's maps. */
public final class SurfaceMaps {

	private static final String[] LABELS = { "depth (dm)", "back depth (dm)", "normal x", "normal y", "normal z", "head x (dm)", "head y (dm)",
		"head z (dm)", "albedo red", "albedo green", "albedo blue", "matte" };

	private SurfaceMaps() {}

	/** The maps, one channel each; they lie over the upright head crop, not over the photograph. */
	public static ImagePlus of(final HeadReading surface) {
		final int side = surface.mapSize();
		final Picture all = new Picture(side, side, LABELS.length);
		int at = 0;
		for (final Picture map : new Picture[] { surface.depth(), surface.backDepth(), surface.normals(), surface.coordinates(), surface.albedo() }) {
			System.arraycopy(map.data(), 0, all.data(), at, map.data().length);
			at += map.data().length;
		}
		for (int i = 0; i < side * side; i++) {
			final double scale = (double) surface.matte().width() / side;
			all.data()[at + i] = surface.matte().sample((i % side + 0.5) * scale, (i / side + 0.5) * scale, 0);
		}
		return MapImages.of(all, "surface", LABELS);
	}
}
