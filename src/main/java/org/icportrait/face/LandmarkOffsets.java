package org.icportrait.face;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;

/**
 * From where the network says a landmark is, as its renders had it, to where people mark it in photographs: brows go on to the tip of their tail, and the nose ends at its
 * lower edge, above the head model's vertices. Constants in the head's own axes, alike on both sides; they are medians over the 30 neutral photographs with marked
 * points, which no network saw (docs/quality-history.md says what one half of them makes of the other). Stateless.
 */
public final class LandmarkOffsets {

	/** The outer end of the subject's left brow: away from the middle, down, and back as the mean head's skin goes; edge and base of the nose; dm. */
	private static final double[] TAIL = { 0.037, -0.058, -0.078 }, NOSE_EDGE = { 0, 0.025, 0.005 }, NOSE_BASE = { 0, 0.032, 0.02 };
	/** In the order of 300-W: outer ends of the subject's right and left brow, lower edge of the nose with its base in the middle. */
	private static final int RIGHT_TAIL = 17, LEFT_TAIL = 26, NOSE = 31, BASE = 33, AFTER_NOSE = 36;
	/** Before the head's origin, dm: where the camera's scale is taken. */
	private static final double FRONT = 0.9;

	private LandmarkOffsets() {}

	/** Landmarks as people mark them. @param read as the network says them @param rotation head to camera axes of the picture @param camera in picture pixels */
	public static Landmarks marked(final Landmarks read, final Rotation rotation, final HeadCamera camera) {
		return moved(read, rotation, camera, 1);
	}

	/** The points of a reading's landmarks that belong to the vertices of the head model, as the network saw them. */
	public static Landmarks ofVertices(final HeadReading reading) {
		return moved(reading.landmarks(), reading.rotation(), reading.camera(), -1);
	}

	private static Landmarks moved(final Landmarks landmarks, final Rotation rotation, final HeadCamera camera, final int way) {
		final double[] numbers = landmarks.toArray();
		final double scale = way * camera.scale(rotation.z(0, 0, FRONT));
		shift(numbers, RIGHT_TAIL, rotation, scale, -TAIL[0], TAIL[1], TAIL[2]);
		shift(numbers, LEFT_TAIL, rotation, scale, TAIL[0], TAIL[1], TAIL[2]);
		for (int i = NOSE; i < AFTER_NOSE; i++) {
			final double[] by = i == BASE ? NOSE_BASE : NOSE_EDGE;
			shift(numbers, i, rotation, scale, by[0], by[1], by[2]);
		}
		return Landmarks.of(numbers);
	}

	private static void shift(final double[] numbers, final int i, final Rotation rotation, final double scale, final double x, final double y, final double z) {
		numbers[3 * i] += scale * rotation.x(x, y, z);
		numbers[3 * i + 1] -= scale * rotation.y(x, y, z);
	}
}
