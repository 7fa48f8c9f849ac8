package org.icportrait.head;

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

	/** Vertices of the front. */
	public int count() {
		return columns * rows;
	}
}
