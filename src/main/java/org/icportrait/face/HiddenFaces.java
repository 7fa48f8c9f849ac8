package org.icportrait.face;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * People of whose faces others hide a part. Networks that see both take them for one: they are looked for, and read, where the others' faces are
 * covered. Where nobody is hidden it costs one look of the finder. Immutable.
 */
final class HiddenFaces {

	/** A find as near to a face that is covered, in sides of that, is what is left of that face: so are 59 of 62 on 60 photographs of one person. What lies farther is told by its reading. */
	private static final double LEAST_ASIDE = 0.15;
	/** Two heads that were read as near to each other, in the mean of their sides, are one. */
	private static final double LEAST_APART = 0.4;
	/** Nor is a reading of less confidence anybody: what is left of a covered face has 0.38 at most, of twelve who were hidden by 15 % each had 0.65 and more. */
	private static final double LEAST_CONFIDENCE = 0.5;
	/** A head that is read so far from where it was found, in sides of its box, was not read itself. */
	private static final double DRIFT = 0.2;
	/** Of heads as near to each other, in the mean of their sides, the surer hides a part of the other. */
	private static final double OVERLAP = 0.75;
	/** Faces that are as far apart, in the mean of their sides, do not overlap. */
	private static final double TOUCH = 1;
	/** Finds that are read, best first. */
	private static final int MOST_READ = 4;

	private final Picture picture;
	private final BiFunction<Picture, FaceBox, HeadReading> reader;

	/** @param reader reads the head in a box of a picture of this size */
	HiddenFaces(final Picture picture, final BiFunction<Picture, FaceBox, HeadReading> reader) {
		this.picture = picture;
		this.reader = reader;
	}

	/**
	 * The faces that were found, and with them those that they hide in part.
	 *
	 * @param look what the finder sees where faces are covered
	 */
	List<FoundFace> with(final List<FoundFace> found, final Function<List<FaceBox>, List<FaceBox>> look) {
		if (found.isEmpty()) return found;
		final List<FaceBox> faces = found.stream().map(FoundFace::box).toList();
		final List<FaceBox> seen = look.apply(faces).stream().filter(box -> isAside(box, faces)).limit(MOST_READ).toList();
		final List<FoundFace> all = new ArrayList<>(found);
		if (seen.isEmpty()) return all;
		final Picture covered = FaceCovers.over(picture, faces);
		for (final FaceBox box : seen) {
			read(covered, box).filter(one -> all.stream().noneMatch(other -> isOne(one.box(), other.box()))).map(FoundFace::asBehind).ifPresent(all::add);
		}
		return all;
	}

	/** The same faces, surest first; those that stand so close that the other was read in their place, or hides a part of them, are read where the other is covered. */
	List<FoundFace> apart(final List<FoundFace> found) {
		return found.stream().map(face -> face.behind() ? face : apart(face, found)).toList();
	}

	private FoundFace apart(final FoundFace face, final List<FoundFace> found) {
		final FaceBox seen = face.seen();
		final List<FaceBox> near = found.stream().filter(other -> other != face && isNearer(other.box(), seen, TOUCH)).map(FoundFace::box).toList();
		if (near.isEmpty() || !wantsCover(face, near)) return face;
		final Picture covered = FaceCovers.over(picture, near);
		final Optional<FoundFace> read = read(covered, seen).filter(one -> near.stream().noneMatch(other -> isOne(one.box(), other)));
		// A smaller face before a larger one is seen as surely as that, though it may be read as that.
		final boolean surest = near.stream().noneMatch(other -> other.score() > seen.score());
		return read.map(one -> one.withHidden(face.others())).map(one -> surest ? one : one.asBehind()).orElse(face);
	}

	private static boolean isAside(final FaceBox box, final List<FaceBox> faces) {
		return faces.stream().allMatch(face -> face.distance(box) > LEAST_ASIDE * face.side());
	}

	/** Whether it takes a look at it with those near by covered: one was read in its place, or is surer and overlaps it. */
	private boolean wantsCover(final FoundFace face, final List<FaceBox> near) {
		final FaceBox seen = face.seen();
		if (face.reading() != null) return near.stream().anyMatch(other -> other.score() > seen.score() && isNearer(other, face.box(), OVERLAP));
		return reading(picture, seen).filter(plain -> FoundFace.placed(seen, plain).box().distance(seen) > DRIFT * seen.side()).isPresent();
	}

	private Optional<FoundFace> read(final Picture covered, final FaceBox box) {
		return reading(covered, box).filter(one -> one.confidence() >= LEAST_CONFIDENCE && !one.isCut(box, picture)).map(one -> FoundFace.placed(box, one));
	}

	private Optional<HeadReading> reading(final Picture of, final FaceBox box) {
		try {
			return Optional.of(reader.apply(of, box));
		}
		catch (final BadInput e) {
			return Optional.empty(); // too small, or too much is cut
		}
	}

	private static boolean isOne(final FaceBox a, final FaceBox b) {
		return isNearer(a, b, LEAST_APART) || BoxSuppression.same(a, b) || BoxSuppression.same(b, a);
	}

	/** @param than in the mean of their sides */
	private static boolean isNearer(final FaceBox a, final FaceBox b, final double than) {
		return a.distance(b) < than * (a.side() + b.side()) / 2;
	}
}
