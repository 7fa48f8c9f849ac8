package org.icportrait.face;

import org.icportrait.face.OwnMatte.Shares;
import org.icportrait.geometry.Similarity;

/**
 * Where two heads meet in a picture, and what tells which of them is behind: a head turns away from the camera at its own silhouette, and one that
 * another covers still faces it where it ends.
 *
 * @param length of the border, share of the side of the face's box
 * @param own mean z of the normals along it, as the head's own reading says
 * @param other likewise of the other head
 */
record CommonBorder(double length, double own, double other) {

	/** How long a border must be, and by how much the normals must differ, to tell. */
	private static final double LEAST_LENGTH = 0.1, LEAST_DIFFERENCE = 0.02;
	/** Matte from which on a place is somebody's. */
	private static final float SOMEBODY = 0.5f;
	/** How far apart (share of the matte's side) places are that lie on the border's two sides, for mattes change softly there. */
	private static final double APART = 1 / 64.0;
	/** Canonical height (dm) below which nothing is read of a head: of shoulders normals tell less. */
	private static final float JAW = -0.9f;

	/**
	 * @param reading of the head, that the shares were made from
	 * @param neighbour the reading of the other head
	 * @param number of the other in the shares
	 */
	static CommonBorder of(final HeadReading reading, final HeadReading neighbour, final Shares shares, final int number) {
		final int n = shares.own().width(), apart = Math.max(1, (int) Math.round(APART * n));
		final Similarity toPicture = reading.cropToPicture();
		double own = 0, other = 0;
		int count = 0;
		for (int i = 0; i < n * n; i++) for (int k = 0; k < 4; k++) {
			final int dx = k == 0 ? 1 : k == 1 ? -1 : 0, dy = k == 2 ? 1 : k == 3 ? -1 : 0;
			final int x = i % n + dx * apart, y = i / n + dy * apart;
			if (x < 0 || y < 0 || x >= n || y >= n || shares.whose()[y * n + x] != number) continue;
			// The last place of the one's, as one looks from him to the other.
			if (shares.own().get(i % n, i / n, 0) <= SOMEBODY || shares.others().get(x, y, 0) <= SOMEBODY || isOwn(shares, i % n + dx, i / n + dy)) continue;
			final double u = (i % n + 0.5 - dx * apart) / n, v = (i / n + 0.5 - dy * apart) / n, s = (x + 0.5 + dx * apart) / n, t = (y + 0.5 + dy * apart) / n;
			final double here = facing(reading, toPicture.x(u, v), toPicture.y(u, v)), there = facing(neighbour, toPicture.x(s, t), toPicture.y(s, t));
			if (Double.isNaN(here) || Double.isNaN(there)) continue;
			own += here;
			other += there;
			count++;
		}
		return count == 0 ? new CommonBorder(0, 0, 0) : new CommonBorder(FaceBox.CROP * count / n, own / count, other / count);
	}

	private static boolean isOwn(final Shares shares, final int x, final int y) {
		return shares.own().get(x, y, 0) > SOMEBODY;
	}

	/** Which way (z of the normal) a head faces at a place of the picture; NaN off the head. */
	private static double facing(final HeadReading reading, final double x, final double y) {
		final Similarity toCrop = reading.cropToPicture().inverse();
		final double u = toCrop.x(x, y), v = toCrop.y(x, y), m = reading.mapSize();
		if (u < 0 || v < 0 || u > 1 || v > 1 || reading.coordinates().sample(u * m, v * m, 1) < JAW) return Double.NaN;
		return reading.normals().sample(u * m, v * m, 2);
	}

	/** Whether the head is surely behind the other. */
	boolean isBehind() {
		return isLong() && own - other > LEAST_DIFFERENCE;
	}

	/** Whether the heads touch each other for long enough to tell anything. */
	boolean isLong() {
		return length >= LEAST_LENGTH;
	}
}
