package org.icportrait.head;

/** Which vertices triangles join, in the order of the triangles; some twice. Immutable. */
final class Neighbours {

	private final int[] start;
	private final int[] list;

	/** @param count of vertices @param triangles three vertices each */
	Neighbours(final int count, final int[] triangles) {
		start = new int[count + 1];
		for (final int v : triangles) start[v + 1] += 2;
		for (int v = 0; v < count; v++) start[v + 1] += start[v];
		list = new int[2 * triangles.length];
		final int[] next = start.clone();
		for (int i = 0; i < triangles.length; i++) {
			final int t = i - i % 3, v = triangles[i];
			list[next[v]++] = triangles[t + (i + 1) % 3];
			list[next[v]++] = triangles[t + (i + 2) % 3];
		}
	}

	/** Where the neighbours of a vertex begin; those of the next one follow. */
	int first(final int v) {
		return start[v];
	}

	int at(final int k) {
		return list[k];
	}
}
