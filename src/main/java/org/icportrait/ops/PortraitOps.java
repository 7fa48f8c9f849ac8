package org.icportrait.ops;

import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.icportrait.face.FaceBox;
import org.icportrait.face.FaceChoice;
import org.icportrait.image.Picture;
import org.icportrait.portrait.AnalyzedPortrait;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PortraitOptions;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;

/** The pipeline step by step, on ImgLib2 images with the axes x, y, channel (1 or 3), linear light. Thread-safe. */
public final class PortraitOps {

	private PortraitOps() {}

	/**
	 * Finds faces, best first.
	 *
	 * @implNote op names='icportrait.findFaces'
	 * @param engine an open engine
	 * @param image axes x, y, channel; linear light
	 * @return boxes; empty where there is no face
	 */
	public static List<FaceBox> findFaces(final PortraitEngine engine, final RandomAccessibleInterval<FloatType> image) {
		return engine.findFaces(copy(image), Progress.NONE);
	}

	/**
	 * Reads the largest face.
	 *
	 * @implNote op names='icportrait.analyze'
	 * @param engine an open engine
	 * @param image axes x, y, channel; linear light
	 * @return the portrait, ready to be turned and lit
	 */
	public static AnalyzedPortrait analyze(final PortraitEngine engine, final RandomAccessibleInterval<FloatType> image) {
		return engine.analyze(copy(image), FaceChoice.largest(), Progress.NONE);
	}

	/**
	 * A new view in a new light.
	 *
	 * @implNote op names='icportrait.generate'
	 * @param engine an open engine
	 * @param portrait from icportrait.analyze
	 * @param options pose, background and light
	 * @return axes x, y, channel; linear light
	 */
	public static RandomAccessibleInterval<FloatType> generate(final PortraitEngine engine, final AnalyzedPortrait portrait,
		final PortraitOptions options)
	{
		return engine.generate(portrait, options, Progress.NONE).picture().asImg();
	}

	/**
	 * Where every pixel of a view comes from.
	 *
	 * @implNote op names='icportrait.correspondence'
	 * @param engine an open engine
	 * @param portrait from icportrait.analyze
	 * @param options pose
	 * @return axes x, y, 2: source x and y in pixels, NaN off the person
	 */
	public static RandomAccessibleInterval<FloatType> correspondence(final PortraitEngine engine, final AnalyzedPortrait portrait,
		final PortraitOptions options)
	{
		return engine.view(portrait, options, Progress.NONE).warp().correspondence().asImg();
	}

	private static Picture copy(final RandomAccessibleInterval<FloatType> image) {
		if (image.numDimensions() != 3 || image.dimension(2) != 1 && image.dimension(2) != 3) {
			throw new BadInput("The image must have the axes x, y and channel, with 1 or 3 channels.");
		}
		final Picture picture = new Picture((int) image.dimension(0), (int) image.dimension(1), (int) image.dimension(2));
		final RandomAccess<FloatType> source = Views.zeroMin(image).randomAccess();
		final Cursor<FloatType> target = picture.asImg().localizingCursor();
		while (target.hasNext()) {
			target.fwd();
			source.setPosition(target);
			target.get().set(source.get());
		}
		return picture;
	}
}
