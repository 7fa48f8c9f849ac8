package org.icportrait.files;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;

/** Turns and mirrors pictures as their EXIF orientation asks for. */
final class Upright {

	private Upright() {}

	/**
	 * @param orientation 1 to 8: where the first row and column of the stored pixels lie
	 * @return the same image where it is upright already, else its pixels turned; every slice, with its label
	 */
	static ImagePlus turn(final ImagePlus image, final int orientation) {
		if (orientation == 1) return image;
		final ImageStack from = image.getStack();
		ImageStack to = null;
		for (int i = 1; i <= from.size(); i++) {
			final ImageProcessor slice = turn(from.getProcessor(i), orientation);
			if (to == null) to = new ImageStack(slice.getWidth(), slice.getHeight());
			to.addSlice(from.getSliceLabel(i), slice);
		}
		image.setStack(to);
		return image;
	}

	private static ImageProcessor turn(final ImageProcessor slice, final int orientation) {
		final boolean mirrored = orientation == 2 || orientation == 4 || orientation == 5 || orientation == 7;
		final ImageProcessor turned = switch (orientation) {
			case 3, 4 -> slice.rotateLeft().rotateLeft();
			case 5, 6 -> slice.rotateRight();
			case 7, 8 -> slice.rotateLeft();
			default -> slice;
		};
		if (mirrored) turned.flipHorizontal();
		return turned;
	}
}
