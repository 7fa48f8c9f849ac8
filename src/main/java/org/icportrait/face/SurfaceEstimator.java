package org.icportrait.face;

import org.icportrait.image.BadInputException;
import org.icportrait.image.Picture;
import org.icportrait.image.Progress;
import org.icportrait.inference.Model;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.models.Networks;

/** Reads the surface, pose, camera, light and landmarks of one head. Thread-safe. Close it. */
public final class SurfaceEstimator implements AutoCloseable {

	private final Model model;

	private SurfaceEstimator(final Model model) {
		this.model = model;
	}

	/** Loads the network; the pack may be let go of afterwards. */
	public static SurfaceEstimator open(final OnnxRuntime runtime, final ModelPack pack) {
		return new SurfaceEstimator(runtime.load(pack, Networks.SURFACE));
	}

	/**
	 * Reads a head. Where the first look shows that the box was placed badly, a second look is taken at a better one.
	 *
	 * @param picture linear light, grey or RGB (further channels are ignored)
	 * @param box one face of it, from {@link FaceFinder} or drawn by hand
	 * @param progress asked whether to stop
	 * @throws BadInputException where the face is under 48 px or cut by the border, or the picture holds NaN or infinity there
	 * @throws java.util.concurrent.CancellationException when cancelled
	 */
	public HeadSurface estimate(final Picture picture, final FaceBox box, final Progress progress) {
		PictureCheck.requireSize(picture);
		FaceCheck.requireLargeEnough(box);
		FaceCheck.requireMiddleInside(box, picture.width(), picture.height());
		final HeadSurface first = look(picture, box, progress);
		final FaceBox better = BoxRefinement.of(box, first);
		final HeadSurface surface = better == box ? first : look(picture, better, progress);
		FaceCheck.requireWhole(surface, better.side(), picture.width(), picture.height());
		return surface;
	}

	@Override
	public void close() {
		model.close();
	}

	private HeadSurface look(final Picture picture, final FaceBox box, final Progress progress) {
		final Picture crop = CropSampler.crop(picture, box.cropToPicture(), Networks.CROP_SIDE);
		PictureCheck.requireFinite(crop.data());
		return model.run(tensors -> CropSampler.writeSrgb(crop, tensors.buffer("crop")), progress, tensors -> SurfaceReader.read(box, tensors));
	}
}
