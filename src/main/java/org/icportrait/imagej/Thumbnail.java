package org.icportrait.imagej;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.awt.Image;
import java.awt.image.BaseMultiResolutionImage;

/** Small pictures of images, for windows. Stateless. */
public final class Thumbnail {

	private Thumbnail() {}

	/** The current slice as it is displayed, sharp on screens of twice the resolution too. @param side longer side, pixels of the window */
	public static Image of(final ImagePlus image, final int side) {
		return new BaseMultiResolutionImage(scaled(image, side), scaled(image, 2 * side));
	}

	private static Image scaled(final ImagePlus image, final int side) {
		final double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
		final ImageProcessor pixels = image.getProcessor().duplicate();
		pixels.resetRoi();
		pixels.setInterpolationMethod(ImageProcessor.BILINEAR);
		return pixels.resize(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int) Math.round(image.getHeight() * scale)), true)
			.getBufferedImage();
	}
}
