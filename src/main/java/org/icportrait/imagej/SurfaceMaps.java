package org.icportrait.imagej;

import ij.ImagePlus;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;

/** What was read of a head as one 32-bit stack at the resolution of the network's maps. */
public final class SurfaceMaps {

	/** Pixels with less of the person in them are off the head. */
	private static final float LEAST_MATTE = 0.5f;
	private static final String[] LABELS = { "depth (dm)", "back depth (dm)", "normal x", "normal y", "normal z", "head x (dm)", "head y (dm)",
		"head z (dm)", "albedo red", "albedo green", "albedo blue", "matte" };

	private SurfaceMaps() {}

	/**
	 * The maps, one channel each; they lie over the upright head crop, not over the photograph. Off the head, where less than half of a
	 * pixel is person, all but the matte are NaN. The calibration is that of the crop, in the photograph's units.
	 */
	public static ImagePlus of(final HeadReading surface, final Photograph photograph) {
		final int side = surface.mapSize();
		final int plane = side * side;
		final Picture all = new Picture(side, side, LABELS.length);
		int at = 0;
		for (final Picture map : new Picture[] { surface.depth(), surface.backDepth(), surface.normals(), surface.coordinates(), surface.albedo() }) {
			System.arraycopy(map.data(), 0, all.data(), at, map.data().length);
			at += map.data().length;
		}
		final double fine = (double) surface.matte().width() / side;
		for (int i = 0; i < plane; i++) {
			final float matte = surface.matte().sample((i % side + 0.5) * fine, (i / side + 0.5) * fine, 0);
			all.data()[at + i] = matte;
			if (matte < LEAST_MATTE) blank(all, i);
		}
		final Similarity mapToPicture = surface.cropToPicture().after(new Similarity(1.0 / side, 0, 0, 0));
		return photograph.namedPart(MapImages.of(all, "surface", LABELS), "surface", mapToPicture);
	}

	private static void blank(final Picture all, final int pixel) {
		for (int c = 0; c < LABELS.length - 1; c++) all.data()[c * all.planeSize() + pixel] = Float.NaN;
	}
}
