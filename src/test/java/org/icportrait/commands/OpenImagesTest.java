package org.icportrait.commands;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImageStack;
import ij.VirtualStack;

import org.junit.jupiter.api.Test;

class OpenImagesTest {

	private static ImageStack stack(final int width, final int height, final int... values) {
		final ImageStack out = new ImageStack(width, height);
		for (final int value : values) {
			final byte[] slice = new byte[width * height];
			slice[1] = (byte) value;
			out.addSlice("", slice);
		}
		return out;
	}

	@Test
	void thoseWithTheSamePixelsAreTheSame() {
		assertTrue(OpenImages.isSame(stack(3, 2, 5, 6), stack(3, 2, 5, 6)));
		assertFalse(OpenImages.isSame(stack(3, 2, 5, 6), stack(3, 2, 5, 7)));
		assertFalse(OpenImages.isSame(stack(3, 2, 5, 6), stack(3, 2, 5)), "more slices");
		assertFalse(OpenImages.isSame(stack(3, 2, 5), stack(2, 3, 5)), "another shape of as many pixels");
	}

	/** Two movies on disk: their pixels are not looked at, and none of the two is taken by chance. */
	@Test
	void ofStacksOnDiskNobodyKnows() {
		final ImageStack one = new VirtualStack(3, 2, null, ""), other = new VirtualStack(3, 2, null, "");
		assertTrue(OpenImages.isSame(one, one));
		assertFalse(OpenImages.isSame(one, other));
	}
}
