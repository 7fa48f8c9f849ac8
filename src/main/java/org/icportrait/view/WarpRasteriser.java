package org.icportrait.view;

import java.util.stream.IntStream;

import org.icportrait.image.Picture;

/**
 * Draws triangles into {@link WarpFragments}, nearest first. The triangles are a few pixels small, so place and texture are
 * interpolated linearly. Bands of rows are drawn in parallel; the result does not depend on their number.
 */
final class WarpRasteriser {

	/** From this matte on a place of the photograph is solid; below, it is the fringe of a soft edge. */
	private static final float SOLID = 0.5f;
	private static final float NOTHING = 0.02f;
	private static final int BAND = 32;

	/** Screen x, y (pixels of the rectangle) and depth (dm) of the vertices. */
	private final float[] x;
	private final float[] y;
	private final float[] z;
	private final float[] textureX;
	private final float[] textureY;
	private final float[] confidence;
	private final HeadMaps maps;
	private final int width;
	private final int height;

	WarpRasteriser(final float[] x, final float[] y, final float[] z, final float[] textureX, final float[] textureY, final float[] confidence,
		final HeadMaps maps, final int width, final int height)
	{
		this.x = x;
		this.y = y;
		this.z = z;
		this.textureX = textureX;
		this.textureY = textureY;
		this.confidence = confidence;
		this.maps = maps;
		this.width = width;
		this.height = height;
	}

	/**
	 * @param triangles three vertices each
	 * @param rear whether they lie behind the head, where the matte of the front does not count
	 * @param solid takes what is solid
	 * @param fringe takes the soft edges of the matte, or null
	 */
	void draw(final int[] triangles, final boolean rear, final WarpFragments solid, final WarpFragments fringe) {
		IntStream.range(0, (height + BAND - 1) / BAND).parallel().forEach(band -> {
			final int top = band * BAND, bottom = Math.min(height, top + BAND);
			for (int t = 0; t < triangles.length; t += 3) triangle(triangles[t], triangles[t + 1], triangles[t + 2], top, bottom, rear, solid, fringe);
		});
	}

	private void triangle(final int a, final int b, final int c, final int top, final int bottom, final boolean rear, final WarpFragments solid,
		final WarpFragments fringe)
	{
		final float lowY = Math.min(y[a], Math.min(y[b], y[c])), highY = Math.max(y[a], Math.max(y[b], y[c]));
		if (highY < top || lowY >= bottom) return;
		final float lowX = Math.min(x[a], Math.min(x[b], x[c])), highX = Math.max(x[a], Math.max(x[b], x[c]));
		final float area = (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);
		if (!(Math.abs(area) > 1e-6f)) return;
		final int y0 = Math.max(top, (int) Math.ceil(lowY - 0.5f)), y1 = Math.min(bottom - 1, (int) Math.floor(highY - 0.5f));
		final int x0 = Math.max(0, (int) Math.ceil(lowX - 0.5f)), x1 = Math.min(width - 1, (int) Math.floor(highX - 0.5f));
		final float inverse = 1 / area;
		for (int py = y0; py <= y1; py++) {
			final float fy = py + 0.5f;
			for (int px = x0; px <= x1; px++) {
				final float fx = px + 0.5f;
				final float u = ((x[b] - fx) * (y[c] - fy) - (x[c] - fx) * (y[b] - fy)) * inverse;
				final float v = ((x[c] - fx) * (y[a] - fy) - (x[a] - fx) * (y[c] - fy)) * inverse;
				final float w = 1 - u - v;
				// Both neighbours take a pixel on their common edge: no gaps, and the nearest wins anyway.
				if (u < -1e-5f || v < -1e-5f || w < -1e-5f) continue;
				fragment(py * width + px, a, b, c, u, v, w, rear, solid, fringe);
			}
		}
	}

	private void fragment(final int at, final int a, final int b, final int c, final float u, final float v, final float w, final boolean rear,
		final WarpFragments solid, final WarpFragments fringe)
	{
		final float depth = u * z[a] + v * z[b] + w * z[c];
		final float tx = u * textureX[a] + v * textureX[b] + w * textureX[c];
		final float ty = u * textureY[a] + v * textureY[b] + w * textureY[c];
		WarpFragments target = solid;
		if (!rear) {
			final float alpha = matte(tx, ty);
			if (alpha < NOTHING) return;
			if (alpha < SOLID) target = fringe;
		}
		if (target == null || depth <= target.depth[at]) return;
		target.depth[at] = depth;
		target.textureX[at] = tx;
		target.textureY[at] = ty;
		target.confidence[at] = u * confidence[a] + v * confidence[b] + w * confidence[c];
		target.rear[at] = rear;
	}

	private float matte(final float tx, final float ty) {
		final Picture matte = maps.matte();
		final int i = Math.max(0, Math.min(matte.width() - 1, (int) (tx - maps.x())));
		final int j = Math.max(0, Math.min(matte.height() - 1, (int) (ty - maps.y())));
		return matte.data()[j * matte.width() + i];
	}
}
