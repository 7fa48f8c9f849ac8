package org.icportrait.face;

/**
 * A face of a picture, and what was read of it if a look was needed to know that it is one. Immutable.
 *
 * @param box where it is
 * @param reading of that look, or null
 */
public record FoundFace(FaceBox box, HeadReading reading) {

	/** How surely it is a face, 0..1: as the surface network says, or the finder where nothing was read. */
	double sureness() {
		return reading == null ? box.score() : reading.confidence();
	}

	/** The face in the box that a reading points to. */
	static FoundFace placed(final FaceBox box, final HeadReading reading) {
		return new FoundFace(new FaceBox(reading.camera().x0(), reading.camera().y0(), 2 * reading.camera().s(), reading.pose().roll(), box.score()),
			reading);
	}
}
