package org.icportrait.raster;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The part of a picture in which triangles lie; surfaces are looked at at the same time. For one thread. */
public final class DrawnArea {

	private final List<Vertices> places = new ArrayList<>();
	private final List<int[]> triangles = new ArrayList<>();

	/** A surface: where its vertices are seen, and three of them for each triangle. */
	public void add(final Vertices vertices, final int[] corners) {
		places.add(vertices);
		triangles.add(corners);
	}

	/** Within a picture of that size; at least one pixel. */
	public Area within(final int width, final int height, final Progress progress) {
		final Area[] parts = new Area[places.size()];
		Workers.parts(parts.length, progress, k -> parts[k] = around(places.get(k), triangles.get(k)));
		Area all = new Area(0, 0, 0, 0);
		for (final Area part : parts) all = all.union(part);
		final Area out = all.intersect(new Area(0, 0, width, height));
		return out.isEmpty() ? new Area(0, 0, 1, 1) : out;
	}

	private static Area around(final Vertices places, final int[] triangles) {
		float left = Float.MAX_VALUE, top = Float.MAX_VALUE, right = -Float.MAX_VALUE, bottom = -Float.MAX_VALUE;
		for (final int v : triangles) {
			left = Math.min(left, places.x()[v]);
			top = Math.min(top, places.y()[v]);
			right = Math.max(right, places.x()[v]);
			bottom = Math.max(bottom, places.y()[v]);
		}
		return left > right ? new Area(0, 0, 0, 0) : Area.around(left, top, right, bottom);
	}
}
