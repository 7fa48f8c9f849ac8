package org.icportrait.face;

import org.icportrait.image.Picture;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

import java.util.ArrayList;
import java.util.List;

/**
 * Both networks of faces together: an unsure find is read before it counts, and what was read is kept. Thread-safe; several threads
 * read at once on the CPU. Close it.
 */
public final class FaceReader implements AutoCloseable {

	/** Finder score from which a find is taken as it is. */
	private static final double SURE = 0.7;
	/** Confidence of the surface network below which a find is no head. */
	private static final double LEAST_CONFIDENCE = 0.3;

	private final FaceFinder finder;
	private final SurfaceEstimator estimator;

	private FaceReader(final FaceFinder finder, final SurfaceEstimator estimator) {
		this.finder = finder;
		this.estimator = estimator;
	}

	/** Loads both networks; the pack may be let go of afterwards. */
	public static FaceReader open(final OnnxRuntime runtime, final ModelPack pack) {
		final FaceFinder finder = FaceFinder.open(runtime, pack);
		try {
			return new FaceReader(finder, SurfaceEstimator.open(runtime, pack));
		}
		catch (final RuntimeException exception) {
			finder.close();
			throw exception;
		}
	}

	/**
	 * Finds all faces as {@link FaceFinder} does, and drops unsure finds that read as no head. Where no upright find is left, the picture
	 * is looked at turned.
	 *
	 * @return best first; empty where there is none
	 * @throws BadInput where the picture cannot be looked at
	 * @throws org.icportrait.work.Fault where a network cannot be run
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public List<FoundFace> find(final Picture picture, final Progress progress) {
		final List<FoundFace> upright = confirmed(picture, finder.findUpright(picture, progress), progress);
		return upright.isEmpty() ? confirmed(picture, finder.findTilted(picture, progress), progress) : upright;
	}

	/** Reads a face of a picture that {@link #find} found there; throws as {@link SurfaceEstimator#estimate} does. */
	public HeadReading read(final Picture picture, final FoundFace face, final Progress progress) {
		return face.reading() != null ? face.reading() : read(picture, face.box(), progress);
	}

	/** Reads the head in a box; throws as {@link SurfaceEstimator#estimate} does. */
	public HeadReading read(final Picture picture, final FaceBox box, final Progress progress) {
		return estimator.estimate(picture, box, progress);
	}

	@Override
	public void close() {
		try (estimator) {
			finder.close();
		}
	}

	private List<FoundFace> confirmed(final Picture picture, final List<FaceBox> boxes, final Progress progress) {
		final List<FoundFace> faces = new ArrayList<>();
		for (final FaceBox box : boxes) {
			final FoundFace face = look(picture, box, progress);
			if (face.reading() == null || face.reading().confidence() >= LEAST_CONFIDENCE) faces.add(face);
		}
		return faces;
	}

	private FoundFace look(final Picture picture, final FaceBox box, final Progress progress) {
		if (box.score() >= SURE) return new FoundFace(box, null);
		try {
			return new FoundFace(box, read(picture, box, progress));
		}
		catch (final BadInput e) {
			return new FoundFace(box, null); // too small or cut: what reads it later says so
		}
	}
}
