package org.icportrait.imagej;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.maps.Normals;
import org.icportrait.view.View;

/** The maps of a view over the whole picture, as commands and command line give them out; NaN off the person. */
public enum WarpMaps {

	/** How well the photograph shows what stands here, 0..1. */
	VISIBILITY("visibility"),
	/** Where it stands in the photograph, pixels, and in which of the photographs (0 for the first). */
	CORRESPONDENCE("x (px)", "y (px)", "photograph"),
	/** Towards the viewer, relative to the head origin, dm. */
	DEPTH("depth (dm)"),
	/** Unit normals in camera axes: x right, y up, z to the viewer. */
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
	public Picture of(final View view) {
		return switch (this) {
			case VISIBILITY -> inFrame(view, view.visibility());
			case CORRESPONDENCE -> inFrame(view, view.correspondence());
			case DEPTH -> inFrame(view, atPixels(view, view.maps().depth()));
			case NORMALS -> inFrame(view, unit(atPixels(view, view.maps().normals())));
		};
	}

	/** A map of the head's coarse grid, read at every pixel of the view's area that shows the person. */
	private static Picture atPixels(final View view, final Picture map) {
		final HeadMaps maps = view.maps();
		final Similarity toMaps = maps.pictureToMaps();
		final Area area = view.area();
		final Picture out = new Picture(area.width(), area.height(), map.channels());
		Arrays.fill(out.data(), Float.NaN);
		for (int y = 0; y < area.height(); y++) {
			for (int x = 0; x < area.width(); x++) {
				if (view.alpha().get(x, y, 0) <= 0) continue;
				final double px = area.x() + x + 0.5, py = area.y() + y + 0.5;
				for (int c = 0; c < map.channels(); c++) out.set(x, y, c, map.sample(toMaps.x(px, py), toMaps.y(px, py), c));
			}
		}
		return out;
	}

	/** Interpolation shortened them. */
	private static Picture unit(final Picture vectors) {
		Normals.toUnit(vectors);
		return vectors;
	}

	private static Picture inFrame(final View view, final Picture map) {
		return MapImages.inFrame(map, view.area().x(), view.area().y(), view.width(), view.height());
	}
}
