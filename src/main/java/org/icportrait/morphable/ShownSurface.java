package org.icportrait.morphable;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.work.Progress;

/**
 * What a camera sees of an {@link Occluder} on a grid, and numbers of its vertices there, linearly between them. Live; treat it as read-only.
 *
 * @param depth dm, [rows columns]; {@link DepthBuffer#EMPTY} where nothing is
 * @param numbers [count][rows columns]; 0 where nothing is
 */
public record ShownSurface(float[] depth, float[][] numbers) {

	/**
	 * @param toGrid picture pixels to cells
	 * @param ofVertices [count][v]
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public static ShownSurface of(final Occluder surface, final float[][] ofVertices, final HeadCamera camera, final Similarity toGrid, final int columns, final int rows,
		final Progress progress)
	{
		final DepthBuffer drawn = surface.draw(camera, toGrid, 1, new DepthBuffer(columns, rows, ofVertices), progress);
		return new ShownSurface(drawn.nearest(), drawn.numbers());
	}
}
