package org.icportrait.face;

import java.util.Map;

import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.inference.Network;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.inference.TensorSets;
import org.icportrait.models.ModelPack;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** Reads the surface, pose, camera, light and landmarks of one head. Thread-safe; several threads read at once on the CPU. Close it. */
public final class SurfaceEstimator implements AutoCloseable {

	/** A look of less than this share of the confidence before is worse than that before. */
	private static final double WORSE = 0.9;
	/** A head that is read as surely as this does not stand on its head. */
	private static final double SURE_WAY_UP = 0.7;
	/** A wider look that is read less surely says nothing. */
	private static final double LEAST_WIDE_CONFIDENCE = 0.3;
	/** Degrees by which a box is turned where its head is not read surely; nobody knows how the head in a drawn box stands. */
	private static final double[] FOUND_TURNS = { 180 };
	private static final double[] DRAWN_TURNS = { 180, 90, -90 };

	private final Network network;
	private final TensorSets tensors;
	private final DepthRelief relief;
	/** Null where the pack has none. */
	private final PartsReader parts;

	private SurfaceEstimator(final OnnxRuntime runtime, final ModelPack pack, final Network network) {
		this.network = network;
		tensors = new TensorSets(FaceNetworks.SURFACE.of(network.description()));
		relief = DepthRelief.of(network.description());
		parts = PartsReader.open(runtime, pack).orElse(null); // last: where anything fails, the other network alone is open
	}

	/** Loads the network, and that of parts where the pack has one; the pack may be let go of afterwards. */
	public static SurfaceEstimator open(final OnnxRuntime runtime, final ModelPack pack) {
		final Network network = runtime.load(pack, FaceNetworks.SURFACE);
		try {
			return new SurfaceEstimator(runtime, pack, network);
		}
		catch (final RuntimeException failed) {
			network.close();
			throw failed;
		}
	}

	/**
	 * Reads a head. A second look is taken from where the first one saw the head, a third from where the second did (with two looks, landmarks
	 * of a picture that lost a row moved by up to 1.6 % of the eyes' distance; with three, by 0.3); the last alone looks at the mirror image
	 * too, where the network lets itself be told. A head that is not read surely is read upside down too, and the surer reading kept.
	 *
	 * @param picture linear light, grey or RGB (further channels are ignored)
	 * @param box one face of it, from {@link FaceFinder} or drawn by hand
	 * @param progress asked whether to stop
	 * @throws BadInput where the face is under 48 px, or the border cuts its eyes, nose or mouth, or the picture holds NaN or infinity there
	 * @throws org.icportrait.work.Fault where the network cannot be run
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public HeadReading estimate(final Picture picture, final FaceBox box, final Progress progress) {
		PictureCheck.requireSize(picture);
		FaceCheck.requireLargeEnough(box);
		FaceCheck.requireMiddleInside(box, picture.width(), picture.height());
		Placed read = look(picture, box, false, progress);
		final double[] otherTurns = box.drawn() ? DRAWN_TURNS : FOUND_TURNS;
		for (int i = 0; i < otherTurns.length && read.confidence() < SURE_WAY_UP; i++) {
			read = read.orSurer(look(picture, box.turned(otherTurns[i]), false, progress));
		}
		read = lastLook(picture, lookAgain(picture, read, progress), progress);
		FaceCheck.requireFeatures(read.reading(), box.side(), picture.width(), picture.height());
		return finished(picture, read, progress);
	}

	/** Looks once more, from farther off, where the person goes on beyond the crop that was read; gives the reading itself elsewhere, or where both looks disagree. */
	HeadReading widen(final Picture picture, final HeadReading reading, final Progress progress) {
		if (reading.wide() != null || !WiderLook.isNeeded(picture, reading)) return reading;
		final Placed look = look(picture, WiderLook.box(reading), true, progress);
		final HeadReading wider = look.reading();
		if (wider.confidence() < LEAST_WIDE_CONFIDENCE || WiderLook.contradicts(reading, wider)) return reading;
		return reading.withWide(finished(picture, look, progress));
	}

	@Override
	public void close() {
		try (parts) {
			network.close();
		}
	}

	/** With what colours say of its matte, and with its parts. */
	private HeadReading finished(final Picture picture, final Placed look, final Progress progress) {
		final HeadReading told = MatteColours.told(look.reading(), look.seen().get("crop"), picture, progress);
		return parts == null ? told : told.withParts(parts.read(look.seen(), progress));
	}

	/** A reading, the box that it was taken from, and what {@link PartsReader#seen} keeps of the run. */
	private record Placed(FaceBox box, HeadReading reading, Map<String, float[]> seen) {

		double confidence() {
			return reading.confidence();
		}

		Placed orSurer(final Placed other) {
			return other.confidence() > confidence() ? other : this;
		}

		/** A look from a better box, unless it is much less sure. */
		Placed orBetter(final Placed next) {
			return next.confidence() < WORSE * confidence() ? this : next;
		}
	}

	/** Looks from the box that the reading points to, unless that makes it worse. */
	private Placed lookAgain(final Picture picture, final Placed before, final Progress progress) {
		final FaceBox better = BoxRefinement.of(before.box(), before.reading());
		return better == before.box() ? before : before.orBetter(look(picture, better, false, progress));
	}

	/** The same with the mirror image, and from the box before where that makes it worse. */
	private Placed lastLook(final Picture picture, final Placed before, final Progress progress) {
		final Placed last = before.orBetter(look(picture, BoxRefinement.of(before.box(), before.reading()), true, progress));
		return last == before ? look(picture, before.box(), true, progress) : last;
	}

	private Placed look(final Picture picture, final FaceBox box, final boolean mirrored, final Progress progress) {
		final Picture crop = CropSampler.crop(picture, box.cropToPicture(), FaceNetworks.CROP_SIDE);
		PictureCheck.requireFinite(crop.data());
		final Brightening brightening = Brightening.of(crop);
		brightening.apply(crop);
		return tensors.lend(set -> {
			CropSampler.writeSrgb(crop, set.inputs().get("crop").buffer());
			if (set.inputs().containsKey("mirror")) set.inputs().get("mirror").buffer().put(mirrored ? 1 : 0);
			network.run(set.inputs(), set.outputs(), progress);
			return new Placed(box, SurfaceReader.read(box, brightening.gain(), relief, set.outputs()), PartsReader.seen(set));
		});
	}
}
