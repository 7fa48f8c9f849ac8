package org.icportrait.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/**
 * The heads of one picture: they are looked for once, and each is read at first use, for its own sake or as somebody's neighbour, and kept. What is read
 * depends on neither order nor number of the questions. Holds the picture it was given (not a copy): do not change that. Usable as long as its reader is open. Thread-safe.
 */
public final class PictureHeads {

	/** People beside another are read too, so many at most, up to so many mean sides of their boxes away: as far as two wider looks touch. */
	private static final int MOST_BESIDE = 6;
	private static final double BESIDE = 0.5 * FaceBox.CROP * WiderLook.WIDER;

	private final Picture picture;
	private final BiFunction<FaceBox, Progress, HeadReading> reader;
	private final BiFunction<HeadReading, Progress, HeadReading> widener;
	private final Once<List<FoundFace>> found, foundSmall;
	private final Map<FaceBox, Head> heads = new ConcurrentHashMap<>();

	/**
	 * @param finder finds the faces of the picture, all small ones too where that is wanted
	 * @param reader reads the head in a box of the picture
	 * @param widener gives a reading of that its wider look where it needs one
	 */
	PictureHeads(final Picture picture, final BiFunction<Boolean, Progress, List<FoundFace>> finder,
		final BiFunction<FaceBox, Progress, HeadReading> reader, final BiFunction<HeadReading, Progress, HeadReading> widener)
	{
		this.picture = picture;
		this.reader = reader;
		this.widener = widener;
		found = new Once<>(progress -> finder.apply(false, progress));
		foundSmall = new Once<>(progress -> finder.apply(true, progress));
	}

	/** The picture that they are heads of. */
	public Picture picture() {
		return picture;
	}

	/** How many of them were asked for. */
	public int count() {
		return heads.size();
	}

	/** The faces of the picture. @param small whether all small ones are meant too */
	List<FoundFace> find(final boolean small, final Progress progress) {
		return (small ? foundSmall : found).get(progress);
	}

	/** One face as the finder knows it, read from near and, where that is needed, from farther off too. */
	private final class Head {

		private final Once<HeadReading> near, whole;

		Head(final FoundFace face) {
			near = new Once<>(progress -> face.reading() != null ? face.reading() : reader.apply(face.box(), progress));
			whole = new Once<>(progress -> widener.apply(near.get(progress), progress));
		}
	}

	/**
	 * Reads a face that was found in the picture, and once more from farther off where the person goes on beyond the crop; other people are no part of
	 * the matte. Throws as {@link SurfaceEstimator#estimate} does.
	 */
	public HeadReading read(final FoundFace face, final Progress progress) {
		return OwnMatte.of(head(face).whole.get(progress), face, beside(face, progress));
	}

	private Head head(final FoundFace face) {
		return heads.computeIfAbsent(face.box(), box -> new Head(face));
	}

	/** The other people, the nearest of them read. */
	private List<FoundFace> beside(final FoundFace face, final Progress progress) {
		final List<FoundFace> beside = new ArrayList<>();
		for (final FoundFace other : face.others().stream().sorted(Comparator.comparingDouble(one -> face.box().distance(one.box()))).toList()) {
			final boolean near = beside.size() < MOST_BESIDE && face.box().distance(other.box()) < BESIDE * (face.box().side() + other.box().side());
			beside.add(other.read(near ? neighbour(other, progress) : null));
		}
		return beside;
	}

	/** What is read of somebody beside another; null where the border cuts it, where it reads as no head, and where it cannot be read. */
	private HeadReading neighbour(final FoundFace face, final Progress progress) {
		try {
			final HeadReading near = head(face).near.get(progress);
			if (!(near.confidence() >= FaceReader.LEAST_CONFIDENCE) || near.isCut(face.box(), picture)) return null;
		}
		catch (final BadInput e) {
			return null; // too small, or too much is cut
		}
		return head(face).whole.get(progress);
	}
}
