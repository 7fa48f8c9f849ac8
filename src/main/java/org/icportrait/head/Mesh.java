package org.icportrait.head;

import org.icportrait.geometry.Similarity;

/**
 * A head as a grid of vertices with its rear. Vertex i of the front stands on photograph place (textureX, textureY)[i]; vertex
 * {@code count + i} lies behind it on the rear surface, and its texture is pulled from just inside the silhouette. All arrays are live;
 * treat as read-only.
 *
 * @param columns of the grid
 * @param rows of the grid
 * @param textureX photograph pixels; front, then rear
 * @param textureY photograph pixels; front, then rear
 * @param innerX where front vertex i takes its colour once it is turned into full view: from further inside the silhouette, which may
 *   show a rim of background; photograph pixels
 * @param innerY likewise
 * @param points camera axes, dm, [3 i]; front, then rear
 * @param canonical coordinates of the front vertices, dm, [3 i]
 * @param confidence how well the photograph shows a vertex, 0..1; front, then rear
 * @param mirrorConfidence how well a front vertex may stand for the other side of the head, 0..1
 * @param front triangles, three vertices each; first those that lie wholly on the solid matte
 * @param whole how many numbers of {@code front} those are
 * @param shell triangles of the rear surface, and of the walls that join it to the front
 */
public record Mesh(int columns, int rows, float[] textureX, float[] textureY, float[] innerX, float[] innerY, float[] points, float[] canonical, float[] confidence,
	float[] mirrorConfidence, int[] front, int whole,
	int[] shell)
{

	/** A matte from which on a place is drawn at all, and beyond which it is solid; between them it is the fringe of a soft edge. */
	public static final float TOUCHED = 0.02f, SOLID = 0.5f;

	/** The same grid with other places and confidences. */
	Mesh with(final float[] otherPoints, final float[] otherConfidence, final float[] otherMirrorConfidence) {
		return new Mesh(columns, rows, textureX, textureY, innerX, innerY, otherPoints, canonical, otherConfidence, otherMirrorConfidence, front, whole, shell);
	}

	/** The same places, shown otherwise. @param other of at least the front vertices; the rear's stay @param otherMirror of the front vertices */
	public Mesh withConfidences(final float[] other, final float[] otherMirror) {
		final float[] all = confidence.clone();
		System.arraycopy(other, 0, all, 0, count());
		return with(points, all, otherMirror);
	}

	/** The same vertices with other triangles. */
	Mesh with(final int[] otherFront, final int otherWhole, final int[] otherShell) {
		return new Mesh(columns, rows, textureX, textureY, innerX, innerY, points, canonical, confidence, mirrorConfidence, otherFront, otherWhole, otherShell);
	}

	/** The same vertices with a quarter of the triangles, each over every second vertex. */
	public Mesh thinned() {
		return ThinnedTriangles.of(this);
	}

	/** The same places and confidences with the triangles of another mesh of this grid. */
	public Mesh withTrianglesOf(final Mesh other) {
		return with(other.front, other.whole, other.shell);
	}

	/** A mesh of the same grid, {@code share} of the way (0..1) from this one to another. */
	Mesh towards(final Mesh other, final float share) {
		if (share <= 0 || other == this) return this;
		if (share >= 1) return other;
		return with(mix(points, other.points, share), mix(confidence, other.confidence, share), mix(mirrorConfidence, other.mirrorConfidence, share));
	}

	private static float[] mix(final float[] a, final float[] b, final float share) {
		final float[] out = new float[a.length];
		for (int i = 0; i < out.length; i++) out[i] = a[i] + share * (b[i] - a[i]);
		return out;
	}

	/** Vertices of the front. */
	public int count() {
		return columns * rows;
	}

	/** Pixels from one column of the front to the next, and from row to row; the last of them are mostly nearer. */
	public double step() {
		return columns > 1 ? textureX[1] - textureX[0] : 1;
	}

	/** From photograph pixels to a grid so many times as fine as the vertices of the front, which lie in the middles of its cells. */
	public Similarity toGrid(final int finer) {
		final double cell = step() / finer;
		return new Similarity(1 / cell, 0, finer / 2.0 - textureX[0] / cell, finer / 2.0 - textureY[0] / cell);
	}
}
