package org.icportrait.face;

import java.util.List;

/**
 * A face of a picture, and what was read of it if a look was needed to know that it is one. Immutable.
 *
 * @param box where it is
 * @param reading of that look, or null
 * @param others the other faces that were found, each without others of its own
 */
public record FoundFace(FaceBox box, HeadReading reading, List<FoundFace> others) {

	public FoundFace {
		others = List.copyOf(others);
	}

	FoundFace(final FaceBox box, final HeadReading reading) {
		this(box, reading, List.of());
	}

	/** The same face among others. @param all that were found, without others; this one may be one of them */
	FoundFace among(final List<FoundFace> all) {
		return new FoundFace(box, reading, all.stream().filter(other -> other.box != box && !BoxSuppression.same(other.box, box)).toList());
	}

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
