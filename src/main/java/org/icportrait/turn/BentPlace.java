package org.icportrait.turn;

/** What a bent photograph ({@link Bend}) shows at a place: what lies behind, and the face before it. Written anew for each place; for one thread. */
public final class BentPlace {

	/** Which place of the photograph lies behind, pixels. */
	float x, y;
	/** The same of the face before it; as they were where {@link #face} is 0. */
	float faceX, faceY;
	/** How much it is the face, 0..1. */
	float face;

	/** Where what lies behind the face is in the photograph, pixels. */
	public float x() {
		return x;
	}

	/** Likewise. */
	public float y() {
		return y;
	}

	/** Where the face is in the photograph, pixels; not told where {@link #face()} is 0. */
	public float faceX() {
		return faceX;
	}

	/** Likewise. */
	public float faceY() {
		return faceY;
	}

	/** How much of what is seen is the face, 0..1. */
	public float face() {
		return face;
	}

	/** What is mostly seen of the two. @param place gets x and y, photograph pixels */
	public void mostly(final float[] place) {
		place[0] = face >= 0.5f ? faceX : x;
		place[1] = face >= 0.5f ? faceY : y;
	}
}
