package org.icportrait.ops;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;

/** ImgLib2 images to pictures; the way back is {@link Picture#asImg()}, which copies nothing. */
final class Images {

	private Images() {}

	/** A copy of an image with the axes x, y, channel; throws {@link BadInput} where it has others, not that many channels, or other numbers. */
	static Picture copy(final RandomAccessibleInterval<FloatType> image, final int... channels) {
		final Object type = ((RandomAccessibleInterval<?>) image).getType(); // scripts do not look at what is between the angle brackets
		if (!(type instanceof FloatType)) {
			throw new BadInput("The image must hold 32-bit real numbers (FloatType, linear light 0 to 1), not " + type.getClass().getSimpleName() + "; convert it first.");
		}
		final int found = image.numDimensions() == 3 ? (int) image.dimension(2) : 0;
		if (Arrays.stream(channels).noneMatch(n -> n == found)) {
			throw new BadInput("The image must have the axes x, y and channel, with " + words(channels) + " channels.");
		}
		final Picture picture = new Picture(Math.toIntExact(image.dimension(0)), Math.toIntExact(image.dimension(1)), found);
		LoopBuilder.setImages(Views.zeroMin(image), picture.asImg()).forEachPixel((from, to) -> to.set(from));
		return picture;
	}

	private static String words(final int... channels) {
		return String.join(" or ", Arrays.stream(channels).mapToObj(String::valueOf).toList());
	}
}
