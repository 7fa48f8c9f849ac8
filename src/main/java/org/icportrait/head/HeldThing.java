package org.icportrait.head;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;

/**
 * A thing that is held before a head, as a flat card: whatever becomes of it, it stays one piece and what is straight on it stays straight. Immutable; arrays
 * and pictures are live, treat them as read-only.
 *
 * @param area of the photograph that holds it
 * @param share how much of each pixel of the area it covers, 0..1, one channel
 * @param colours its own, mixed with nothing, linear RGB over the area
 * @param way how it takes part in a turn of the head
 * @param corners of the card, around it, photograph pixels: x and y, eight numbers. Of a hinged one the first two lie where it is before the head, the others where it stays
 * @param depths of the corners, dm towards the viewer, relative to the head origin
 */
public record HeldThing(Area area, Picture share, Picture colours, Way way, double[] corners, double[] depths) {

	/** Seen so far askance (cosine, and its card's size as a share of that in the photograph) and farther, it is not drawn. */
	private static final double ASKANCE = 0.12;

	/** How a thing takes part in a turn. */
	public enum Way {
		/** With the head. */
		TURNS,
		/** With the head where it is before that, and not at all where it goes on to what stays. */
		HINGED,
		/** Not at all: it belongs to what stays. */
		STAYS
	}

	/**
	 * Its card in a view.
	 *
	 * @param corners picture pixels, eight numbers in the order of {@link HeldThing#corners()}
	 * @param depths of those, dm towards the viewer
	 */
	public record Placed(double[] corners, double[] depths) {}

	/**
	 * Where its card is seen.
	 *
	 * @param change rotation of the head since the photograph, camera axes
	 * @param camera of both
	 * @param bust whether the whole bust turns, so that nothing stays but the far ends of what is hinged
	 * @return null where it is turned away or seen from its edge or from behind
	 */
	public Placed placed(final Rotation change, final HeadCamera camera, final boolean bust) {
		if (way == Way.STAYS && !bust) return new Placed(corners, depths);
		if (change.get(2, 2) < ASKANCE) return null;
		final Placed out = way == Way.HINGED ? hinged(change, camera) : turned(change, camera);
		return size(out.corners) / size(corners) < ASKANCE ? null : out;
	}

	/** Of a card, square pixels; the sign is another one from behind. */
	private static double size(final double[] at) {
		return ((at[4] - at[0]) * (at[7] - at[3]) - (at[6] - at[2]) * (at[5] - at[1])) / 2;
	}

	private Placed turned(final Rotation change, final HeadCamera camera) {
		final Placed out = new Placed(new double[8], new double[4]);
		for (int i = 0; i < 4; i++) put(change, camera, corners[2 * i], corners[2 * i + 1], depths[i], out, i);
		return out;
	}

	/** The end before the head goes as its middle does and keeps its width. */
	private Placed hinged(final Rotation change, final HeadCamera camera) {
		final double x = (corners[0] + corners[2]) / 2, y = (corners[1] + corners[3]) / 2;
		final Placed out = new Placed(corners.clone(), depths.clone()), middle = new Placed(new double[2], new double[1]);
		put(change, camera, x, y, (depths[0] + depths[1]) / 2, middle, 0);
		for (int i = 0; i < 2; i++) {
			out.corners[2 * i] += middle.corners[0] - x;
			out.corners[2 * i + 1] += middle.corners[1] - y;
			out.depths[i] = middle.depths[0];
		}
		return out;
	}

	private static void put(final Rotation change, final HeadCamera camera, final double x, final double y, final double depth, final Placed out, final int i) {
		final double qx = camera.liftX(x, depth), qy = camera.liftY(y, depth), z = change.z(qx, qy, depth);
		out.corners[2 * i] = camera.x(change.x(qx, qy, depth), z);
		out.corners[2 * i + 1] = camera.y(change.y(qx, qy, depth), z);
		out.depths[i] = z;
	}
}
