package org.icportrait.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;

import java.util.Arrays;

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

	/** A map of a part of a picture, laid into the whole picture's frame; NaN elsewhere. */
	public static Picture inFrame(final Picture map, final int x, final int y, final int width, final int height) {
		final Picture out = new Picture(width, height, map.channels());
		Arrays.fill(out.data(), Float.NaN);
		final int left = Math.max(0, -x);
		final int right = Math.min(map.width(), width - x);
		for (int c = 0; c < map.channels(); c++) {
			for (int j = Math.max(0, -y); j < Math.min(map.height(), height - y) && right > left; j++) {
				System.arraycopy(map.data(), (c * map.height() + j) * map.width() + left, out.data(), (c * height + y + j) * width + x + left,
					right - left);
			}
		}
		return out;
	}

	/** A share 0..1 as an 8-bit image, 255 for 1. */
	public static ImagePlus mask(final Picture share) {
		final byte[] pixels = new byte[share.planeSize()];
		for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) Math.round(255 * Math.min(1, Math.max(0, share.data()[i])));
		return new ImagePlus("", new ByteProcessor(share.width(), share.height(), pixels));
	}
}
