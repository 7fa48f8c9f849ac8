package org.icportrait.face;

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

	private static final int MOST_LOOKS = 3;
	/** A look of less than this share of the confidence before is worse than that before. */
	private static final double WORSE = 0.9;

	private final Network network;
	private final TensorSets tensors = new TensorSets(FaceNetworks.SURFACE);

	private SurfaceEstimator(final Network network) {
		this.network = network;
	}

	/** Loads the network; the pack may be let go of afterwards. */
	public static SurfaceEstimator open(final OnnxRuntime runtime, final ModelPack pack) {
		return new SurfaceEstimator(runtime.load(pack, FaceNetworks.SURFACE));
	}

	/**
	 * Reads a head. Where the first look shows that the box was placed badly, another look is taken from a better one, twice at most.
	 *
	 * @param picture linear light, grey or RGB (further channels are ignored)
	 * @param box one face of it, from {@link FaceFinder} or drawn by hand
	 * @param progress asked whether to stop
	 * @throws BadInput where the face is under 48 px or cut by the border, or the picture holds NaN or infinity there
	 * @throws org.icportrait.work.Fault where the network cannot be run
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public HeadReading estimate(final Picture picture, final FaceBox box, final Progress progress) {
		PictureCheck.requireSize(picture);
		FaceCheck.requireLargeEnough(box);
		FaceCheck.requireMiddleInside(box, picture.width(), picture.height());
		final HeadReading surface = lookAgain(picture, box, look(picture, box, progress), progress);
		FaceCheck.requireWhole(surface, box.side(), picture.width(), picture.height());
		return surface;
	}

	@Override
	public void close() {
		network.close();
	}

	/** Looks from ever better boxes, while that helps. */
	private HeadReading lookAgain(final Picture picture, final FaceBox box, final HeadReading first, final Progress progress) {
		HeadReading best = first;
		FaceBox place = box;
		for (int looks = 1; looks < MOST_LOOKS; looks++) {
			final FaceBox better = BoxRefinement.of(place, best);
			if (better == place) return best;
			final HeadReading next = look(picture, better, progress);
			if (next.confidence() < WORSE * best.confidence()) return best;
			best = next;
			place = better;
		}
		return best;
	}

	private HeadReading look(final Picture picture, final FaceBox box, final Progress progress) {
		final Picture crop = CropSampler.crop(picture, box.cropToPicture(), FaceNetworks.CROP_SIDE);
		PictureCheck.requireFinite(crop.data());
		return tensors.lend(set -> {
			CropSampler.writeSrgb(crop, set.inputs().get("crop").buffer());
			network.run(set.inputs(), set.outputs(), progress);
			return SurfaceReader.read(box, set.outputs());
		});
	}
}
