package org.icportrait.raster;

import org.icportrait.geometry.Area;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.work.Progress;

/**
 * Draws triangles into {@link Fragments}, nearest first, line by line. The triangles are small, so place and texture are interpolated
 * linearly. Bands of rows may be drawn at the same time, each by one thread.
 */
public final class Rasteriser {

	/** Rows that are drawn together. */
	public static final int BAND = 32;
	/** Both neighbours take a pixel on their common edge: no gaps, and the nearest wins anyway; pixels. */
	private static final float OVERLAP = 1e-3f;
	/** Of depths, dm. */
	private static final float ROUNDING = 1e-5f;

	/** What is drawn: the front with its soft edges, the front's solid part alone, or what lies behind it, where the matte does not count. */
	public enum Surface {
		FRONT, SOLID_FRONT, REAR
	}

	/** Screen x, y (picture pixels), depth (dm) and source places of the vertices. */
	private final Vertices screen;
	private final float[] textureX;
	private final float[] textureY;
	private final float[] confidence;
	private final PreparedHead head;
	private final Area area;
	private final int[] triangles;
	private final int whole;
	private final Surface surface;
	/** Where the triangles of each band begin in {@link #triangles}. */
	private int[][] ofBand;

	/**
	 * @param screen where the head's vertices are seen
	 * @param confidence of the vertices
	 * @param area that is drawn
	 * @param triangles three vertices each
	 * @param whole how many numbers of them are triangles that lie wholly on the solid matte, which come first
	 */
	public Rasteriser(final Vertices screen, final PreparedHead head, final float[] confidence, final Area area, final int[] triangles, final int whole,
		final Surface surface)
	{
		this.screen = screen;
		textureX = screen.u();
		textureY = screen.v();
		this.confidence = confidence;
		this.head = head;
		this.area = area;
		this.triangles = triangles;
		this.whole = whole;
		this.surface = surface;
	}

	/** Sorts the triangles into bands, which is to be done before they are drawn. */
	public void sort() {
		ofBand = BandTriangles.of(triangles, screen.y(), area);
	}

	/**
	 * Draws one band of rows.
	 *
	 * @param out begins at pixel {@code start} of the area
	 * @param wanted the pixels that are drawn, of the size of {@code out}; or null for all
	 * @param before what {@code out} holds already; null where that hides little
	 */
	public void draw(final int band, final Fragments out, final int start, final boolean[] wanted, final DepthTiles before, final Progress progress) {
		final int top = band * BAND, bottom = Math.min(area.height(), top + BAND);
		final Line line = new Line(out, start, wanted, before);
		for (int i = 0; i < ofBand[band].length; i++) {
			if (i % 1024 == 0) progress.check();
			line.triangle(triangles, ofBand[band][i], ofBand[band][i] < whole, top, bottom);
		}
	}

	/** Draws one triangle after the other; one per thread. */
	private final class Line {

		private final DrawnPixels pixels;
		private final int begin;
		private final boolean[] wanted;
		private final DepthTiles before;
		private float left;
		private float right;

		Line(final Fragments out, final int begin, final boolean[] wanted, final DepthTiles before) {
			this.before = before;
			pixels = new DrawnPixels(out, wanted, head, surface);
			this.begin = begin;
			this.wanted = wanted;
		}

		/** @param plain whether it needs no look at the matte */
		void triangle(final int[] corners, final int t, final boolean plain, final int top, final int bottom) {
			final int a = corners[t], b = corners[t + 1], c = corners[t + 2];
			final float ax = screen.x()[a] - area.x(), ay = screen.y()[a] - area.y();
			final float x1 = screen.x()[b] - area.x() - ax, y1 = screen.y()[b] - area.y() - ay;
			final float x2 = screen.x()[c] - area.x() - ax, y2 = screen.y()[c] - area.y() - ay;
			final float size = x1 * y2 - x2 * y1;
			if (!(Math.abs(size) > 1e-6f)) return;
			final int first = Math.max(top, (int) Math.ceil(ay + Math.min(0, Math.min(y1, y2)) - 0.5f - OVERLAP));
			final int last = Math.min(bottom - 1, (int) Math.floor(ay + Math.max(0, Math.max(y1, y2)) - 0.5f + OVERLAP));
			final int start = Math.max(0, (int) Math.ceil(ax + Math.min(0, Math.min(x1, x2)) - 0.5f - OVERLAP));
			final int end = Math.min(area.width() - 1, (int) Math.floor(ax + Math.max(0, Math.max(x1, x2)) - 0.5f + OVERLAP));
			if (start > end || first > last || wanted != null && !isWanted(start, end, first, last)) return;
			final float inverse = 1 / size;
			pixels.depth.set(screen.z()[a], screen.z()[b], screen.z()[c], x1, y1, x2, y2, inverse);
			if (before != null && before.hide(start, end, first, last, nearest(a, b, c))) return;
			pixels.placeX.set(textureX[a], textureX[b], textureX[c], x1, y1, x2, y2, inverse);
			pixels.placeY.set(textureY[a], textureY[b], textureY[c], x1, y1, x2, y2, inverse);
			pixels.sure.set(confidence[a], confidence[b], confidence[c], x1, y1, x2, y2, inverse);
			for (int row = first; row <= last; row++) {
				final float y = row + 0.5f - ay;
				left = Float.POSITIVE_INFINITY;
				right = Float.NEGATIVE_INFINITY;
				cross(0, 0, x1, y1, y);
				cross(x1, y1, x2, y2, y);
				cross(x2, y2, 0, 0, y);
				final int from = Math.max(0, (int) Math.ceil(ax + left - 0.5f - OVERLAP));
				final int to = Math.min(area.width() - 1, (int) Math.floor(ax + right - 0.5f + OVERLAP));
				if (from > to) continue;
				final int line = row * area.width() - begin;
				if (plain) pixels.span(line + from, line + to, from + 0.5f - ax, y);
				else pixels.edge(line + from, line + to, from + 0.5f - ax, y);
			}
		}

		/** No pixel of the triangle that the planes are set to is nearer: pixels lie up to the overlap outside of it, and numbers are rounded. */
		private float nearest(final int a, final int b, final int c) {
			final float corners = Math.max(screen.z()[a], Math.max(screen.z()[b], screen.z()[c]));
			return corners + ROUNDING + 2 * OVERLAP * (Math.abs(pixels.depth.alongX) + Math.abs(pixels.depth.alongY));
		}

		/** Whether any pixel of a rectangle is, its last ones included. */
		private boolean isWanted(final int start, final int end, final int top, final int bottom) {
			for (int row = top; row <= bottom; row++) {
				for (int at = row * area.width() - begin + start; at <= row * area.width() - begin + end; at++) if (wanted[at]) return true;
			}
			return false;
		}

		/** Widens the span by where an edge crosses a row. */
		private void cross(final float x0, final float y0, final float x1, final float y1, final float y) {
			if (y < Math.min(y0, y1) - OVERLAP || y > Math.max(y0, y1) + OVERLAP) return;
			final float t = Math.abs(y1 - y0) < 1e-9f ? 0 : Math.max(0, Math.min(1, (y - y0) / (y1 - y0)));
			final float x = x0 + t * (x1 - x0);
			left = Math.min(left, x);
			right = Math.max(right, x);
			if (y0 == y1) right = Math.max(right, Math.max(x0, x1));
			if (y0 == y1) left = Math.min(left, Math.min(x0, x1));
		}
	}
}
