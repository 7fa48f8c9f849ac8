package org.icportrait.imagej;

import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;
import org.icportrait.view.WarpResult;

/** The maps of a view over the whole picture, as commands and command line give them out. */
public enum WarpMaps {

	/** How well the photograph shows what stands here, 0..1; NaN off the person. */
	VISIBILITY("visibility"),
	/** Where it stands in the photograph, pixels; NaN off the person. */
	CORRESPONDENCE("x (px)", "y (px)"),
	/** Towards the viewer, relative to the head origin, dm; NaN off the person. */
	DEPTH("depth (dm)"),
	/** Unit normals in camera axes: x right, y up, z to the viewer; NaN as with depth. */
	NORMALS("x", "y", "z");

	private final String[] labels;

	WarpMaps(final String... labels) {
		this.labels = labels;
	}

	/** One label for each channel. */
	public String[] labels() {
		return labels.clone();
	}

	/** The map of this kind, of the size of the picture. */
	public Picture of(final WarpResult warp) {
		return switch (this) {
			case VISIBILITY -> onPerson(warp, warp.visibility());
			case CORRESPONDENCE -> warp.correspondence();
			case DEPTH -> onPerson(warp, inFrame(warp, warp.maps().depth()));
			case NORMALS -> onPerson(warp, inFrame(warp, warp.maps().normals()));
		};
	}

	/** A copy with NaN where nothing of the person is. */
	private static Picture onPerson(final WarpResult warp, final Picture map) {
		final float[] place = warp.correspondence().data();
		final float[] data = map.data().clone();
		for (int i = 0; i < data.length; i++) {
			if (Float.isNaN(place[i % map.planeSize()])) data[i] = Float.NaN;
		}
		return new Picture(map.width(), map.height(), map.channels(), data);
	}

	private static Picture inFrame(final WarpResult warp, final Picture map) {
		final HeadMaps maps = warp.maps();
		return MapImages.inFrame(map, maps.x(), maps.y(), warp.picture().width(), warp.picture().height());
	}
}
