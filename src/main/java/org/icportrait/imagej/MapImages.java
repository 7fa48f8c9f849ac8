package org.icportrait.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;

import org.icportrait.image.Picture;

/** Maps of numbers (depth, normals, correspondence ...) as 32-bit images: one channel for each plane, values untouched. */
public final class MapImages {

	private MapImages() {}

	/**
	 * Copies a map into an image.
	 *
	 * @param labels one for each channel
	 * @return 32-bit, channels shown one at a time in grey; the display range covers the finite values
	 */
	public static ImagePlus of(final Picture map, final String title, final String... labels) {
		if (labels.length != map.channels()) throw new IllegalArgumentException("There must be one label for each channel.");
		final ImageStack stack = new ImageStack(map.width(), map.height());
		final int plane = map.planeSize();
		for (int c = 0; c < labels.length; c++) {
			final float[] pixels = new float[plane];
			System.arraycopy(map.data(), c * plane, pixels, 0, plane);
			stack.addSlice(labels[c], pixels);
		}
		final ImagePlus image = new ImagePlus(title, stack);
		image.setDimensions(labels.length, 1, 1);
		if (labels.length == 1) {
			image.resetDisplayRange();
			return image;
		}
		final CompositeImage channels = new CompositeImage(image, CompositeImage.GRAYSCALE);
		channels.setOpenAsHyperStack(true);
		return channels;
	}
}
