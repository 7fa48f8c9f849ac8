package org.icportrait.face;

import java.util.List;
import java.util.stream.Stream;

/**
 * A face of a picture, and what was read of it if a look was needed to know that it is one. Immutable.
 *
 * @param box where it is
 * @param reading of that look, or null
 * @param others the other faces that were found, each without others of its own
 * @param seen where the finder saw it: the reading may place it elsewhere
 * @param behind whether it was read where the faces beside it are covered, for they hide a part of it
 */
public record FoundFace(FaceBox box, HeadReading reading, List<FoundFace> others, FaceBox seen, boolean behind) {

	public FoundFace {
		others = List.copyOf(others);
	}

	FoundFace(final FaceBox box, final HeadReading reading) {
		this(box, reading, List.of(), box, false);
	}

	/** The same face among others. @param all that were found, and with them whoever is {@link #withHidden}; this one may be one of them */
	FoundFace among(final List<FoundFace> all) {
		final Stream<FoundFace> hidden = all.stream().flatMap(one -> one.others.stream()).distinct()
			.filter(behind -> all.stream().noneMatch(one -> BoxSuppression.same(one.box, behind.box)));
		final List<FoundFace> beside = Stream.concat(all.stream(), hidden).filter(other -> other.box != box && !BoxSuppression.same(other.box, box))
			.map(other -> new FoundFace(other.box, other.reading, List.of(), other.box, other.behind)).toList();
		return new FoundFace(box, reading, beside, seen, behind);
	}

	/** The same face with people whom the finder saw, but whose reading shows somebody before them. */
	FoundFace withHidden(final List<FoundFace> hidden) {
		return new FoundFace(box, reading, hidden, seen, behind);
	}

	/** The same face with another reading. @param as null for none */
	FoundFace read(final HeadReading as) {
		return new FoundFace(box, as, others, seen, behind);
	}

	/** Without reading, where the finder saw it. */
	FoundFace asSeen() {
		return new FoundFace(seen, null);
	}

	/** Whether the finder saw it where a better one stands not. */
	boolean isSeenBeside(final FoundFace better) {
		return !BoxSuppression.same(better.box, seen) && !BoxSuppression.same(seen, better.box);
	}

	/** How surely it is a face, 0..1: as the surface network says, or the finder where nothing was read. */
	double sureness() {
		return reading == null ? box.score() : reading.confidence();
	}

	/** The face in the box that a reading points to. */
	static FoundFace placed(final FaceBox box, final HeadReading reading) {
		return new FoundFace(new FaceBox(reading.camera().x0(), reading.camera().y0(), 2 * reading.camera().s(), reading.pose().roll(), box.score()),
			reading, List.of(), box, false);
	}

	/** The same face, behind those beside it. */
	FoundFace asBehind() {
		return new FoundFace(box, reading, others, seen, true);
	}
}
