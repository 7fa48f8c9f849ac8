package org.icportrait.face;

import org.icportrait.image.Picture;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The networks of faces together: the finder looks from near and far and by every turn until there is a sure find, an unsure one is read
 * before it counts, and what was read is kept. Thread-safe; several threads read at once on the CPU. Close it.
 */
public final class FaceReader implements AutoCloseable {

	/** Finder score from which a find in the picture as it stands is taken as it is. */
	private static final double SURE = 0.7;
	/** Confidence of the surface network from which a read find ends the search. */
	private static final double SURE_READING = 0.62;
	/** Confidence below which a find is no head: one that the finder takes for a face where the picture stands upright, and any other. */
	static final double LEAST_CONFIDENCE = 0.3;
	private static final double LEAST_CONFIDENCE_OF_A_GUESS = 0.5;
	private static final double LEAST_CONFIDENCE_OF_A_DRAWN = 0.1;
	/** Unsure finds that are read at each stage, best first. */
	private static final int MOST_READ = 6;

	private final FaceFinder finder;
	private final SurfaceEstimator estimator;
	/** Null where the pack has none. */
	private final EyelidReader eyelids;

	private FaceReader(final FaceFinder finder, final SurfaceEstimator estimator, final EyelidReader eyelids) {
		this.finder = finder;
		this.estimator = estimator;
		this.eyelids = eyelids;
	}

	/** Loads the networks; the pack may be let go of afterwards. */
	public static FaceReader open(final OnnxRuntime runtime, final ModelPack pack) {
		final FaceFinder finder = FaceFinder.open(runtime, pack);
		try {
			final SurfaceEstimator estimator = SurfaceEstimator.open(runtime, pack);
			try {
				return new FaceReader(finder, estimator, EyelidReader.open(runtime, pack).orElse(null));
			}
			catch (final RuntimeException exception) {
				estimator.close();
				throw exception;
			}
		}
		catch (final RuntimeException exception) {
			finder.close();
			throw exception;
		}
	}

	/**
	 * Finds the faces of a picture, from 5 % of its longer side to those that fill it and more, however they are turned. Where a face is
	 * surely seen, no further look is taken, so that small or lying faces beside it may be missed.
	 *
	 * @param picture linear light, grey or RGB (further channels are ignored)
	 * @param progress asked whether to stop
	 * @return surest first; empty where there is none
	 * @throws BadInput where the picture is smaller than 48 px or larger than 20,000 px a side, or holds NaN or infinity
	 * @throws org.icportrait.work.Fault where a network cannot be run
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public List<FoundFace> find(final Picture picture, final Progress progress) {
		return find(picture, first(picture, progress), false, progress);
	}

	/**
	 * The faces of a picture that are meant, surest first, at least one; all small ones too where all are meant. A rectangle in which nothing
	 * is found stands for a face itself ({@link FaceBox#drawn()}).
	 *
	 * @throws BadInput where there is none, where the rectangle lies outside of the picture, and as {@link #find} does
	 */
	public List<FoundFace> select(final Picture picture, final FaceChoice choice, final Progress progress) {
		return select(heads(picture), choice, progress);
	}

	/** The same of a picture whose faces are looked for once. */
	public List<FoundFace> select(final PictureHeads heads, final FaceChoice choice, final Progress progress) {
		final Picture picture = heads.picture();
		choice.requireTouches(picture.width(), picture.height());
		final List<FoundFace> known = heads.find(choice.mode() == FaceChoice.Mode.ALL, progress);
		final boolean looksAgain = choice.mode() == FaceChoice.Mode.INSIDE && choice.select(boxes(known)).get(0).drawn();
		final List<FoundFace> found = looksAgain ? guesses(picture, finder.look(picture, choice.around(), progress), known, progress) : known;
		final Map<FaceBox, FoundFace> byBox = new HashMap<>();
		for (final FoundFace face : found) byBox.putIfAbsent(face.box(), face);
		return choice.select(boxes(found)).stream().map(box -> byBox.getOrDefault(box, new FoundFace(box, null)).among(found)).toList();
	}

	/** Reads a face that was found in a picture, as {@link PictureHeads#read} does. */
	public HeadReading read(final Picture picture, final FoundFace face, final Progress progress) {
		return heads(picture).read(face, progress);
	}

	/** A picture whose faces are looked for and read once at most, however many of them are wanted. @param picture kept, not copied: do not change it */
	public PictureHeads heads(final Picture picture) {
		final Once<List<FoundFace>> first = new Once<>(progress -> first(picture, progress));
		return new PictureHeads(picture, (small, progress) -> find(picture, first.get(progress), small, progress), (box, progress) -> read(picture, box, progress),
			(reading, progress) -> estimator.widen(picture, reading, progress));
	}

	/**
	 * Reads the head in a box, and its eyelids where the pack has a network for them; throws as {@link SurfaceEstimator#estimate} does, and {@link BadInput} where what a user drew a box around
	 * reads as no head at all.
	 */
	public HeadReading read(final Picture picture, final FaceBox box, final Progress progress) {
		final HeadReading reading = estimator.estimate(picture, box, progress);
		if (box.drawn() && !(reading.confidence() >= LEAST_CONFIDENCE_OF_A_DRAWN)) {
			throw new BadInput("No face was found inside the selection, and what it holds reads as no head; draw it around one face.");
		}
		return eyelids == null ? reading : reading.withEyelids(eyelids.read(picture, reading, progress));
	}

	@Override
	public void close() {
		try (estimator; eyelids) {
			finder.close();
		}
	}

	private static List<FaceBox> boxes(final List<FoundFace> faces) {
		return faces.stream().map(FoundFace::box).toList();
	}

	/** What the first look sees, which all searches of a picture begin with. */
	private List<FoundFace> first(final Picture picture, final Progress progress) {
		final HiddenFaces hidden = new HiddenFaces(picture, (covered, box) -> read(covered, box, progress));
		final FaceFinder.Whole whole = finder.whole(picture);
		return hidden.apart(hidden.with(upright(picture, whole.look(progress), progress), covered -> whole.look(covered, progress)));
	}

	private List<FoundFace> find(final Picture picture, final List<FoundFace> first, final boolean small, final Progress progress) {
		List<FoundFace> faces = first;
		if (small || noneSure(faces)) faces = further(picture, Looks.nearer(picture), faces, progress);
		if (noneSure(faces)) faces = further(picture, Looks.farther(picture), faces, progress);
		if (noneSure(faces)) faces = further(picture, Looks.quarterTurns(picture), faces, progress);
		if (noneSure(faces)) faces = further(picture, Looks.eighthTurns(picture), faces, progress);
		return faces;
	}

	private static boolean noneSure(final List<FoundFace> faces) {
		return faces.stream().noneMatch(FaceReader::isSure);
	}

	private static boolean isSure(final FoundFace face) {
		return face.sureness() >= (face.reading() == null ? SURE : SURE_READING);
	}

	private List<FoundFace> further(final Picture picture, final Looks.Group looks, final List<FoundFace> faces, final Progress progress) {
		final List<FoundFace> all = new ArrayList<>(faces);
		all.addAll(guesses(picture, finder.look(picture, looks, progress), faces, progress));
		return BoxSuppression.keepSurest(all);
	}

	/** Those finds in the picture as it stands that are faces. */
	private List<FoundFace> upright(final Picture picture, final List<FaceBox> boxes, final Progress progress) {
		final List<FoundFace> faces = new ArrayList<>();
		final List<FaceBox> guesses = new ArrayList<>();
		for (final FaceBox box : boxes) {
			if (box.score() >= SURE) faces.add(new FoundFace(box, null));
			else if (box.score() < FaceFinder.LOWEST_SCORE) guesses.add(box);
			else read(picture, box, LEAST_CONFIDENCE, progress).ifPresent(faces::add);
		}
		faces.addAll(guesses(picture, guesses, faces, progress));
		final List<FoundFace> kept = BoxSuppression.keepSurest(faces);
		final List<FoundFace> hidden = faces.stream().filter(face -> kept.stream().allMatch(face::isSeenBeside)).map(FoundFace::asSeen).toList();
		return kept.stream().map(face -> face.withHidden(hidden)).toList();
	}

	/** Those of the boxes that read as heads; what a sure one of {@code known} tells of is not read again. */
	private List<FoundFace> guesses(final Picture picture, final List<FaceBox> boxes, final List<FoundFace> known, final Progress progress) {
		return boxes.stream().filter(box -> known.stream().noneMatch(face -> isSure(face) && BoxSuppression.same(face.box(), box)))
			.limit(MOST_READ).map(box -> read(picture, box, LEAST_CONFIDENCE_OF_A_GUESS, progress)).flatMap(Optional::stream)
			.filter(face -> face.reading() != null).toList();
	}

	/** Nothing where it reads as no head; without a reading where it is cut or cannot be read: what reads it later says so. */
	private Optional<FoundFace> read(final Picture picture, final FaceBox box, final double least, final Progress progress) {
		try {
			final HeadReading reading = read(picture, box, progress);
			if (!(reading.confidence() >= least)) return Optional.empty();
			return Optional.of(reading.isCut(box, picture) ? new FoundFace(box, null) : FoundFace.placed(box, reading));
		}
		catch (final BadInput e) {
			return Optional.of(new FoundFace(box, null)); // too small, or too much is cut
		}
	}
}
