package org.icportrait.imagej;

import ij.process.ImageProcessor;

import java.nio.ByteBuffer;

import org.icportrait.work.Sha256;

/** A name for pixel values: pictures of equal values have it, whatever file, title or mark they come with. */
public final class PixelHash {

	/** What sidecars call the hash of their picture's pixels. */
	public static final String FACT = "pixels_sha256";

	private PixelHash() {}

	/** SHA-256 of width, height and every pixel (row by row, big-endian; of colours 0, red, green, blue), 64 hexadecimal digits. */
	public static String of(final ImageProcessor slice) {
		final ByteBuffer bytes = ByteBuffer.allocate(Math.addExact(8, Math.multiplyExact(slice.getPixelCount(), Math.max(8, slice.getBitDepth() == 24 ? 32 : slice.getBitDepth()) / 8)));
		bytes.putInt(slice.getWidth()).putInt(slice.getHeight());
		final Object pixels = slice.getPixels();
		if (pixels instanceof byte[] values) bytes.put(values);
		else if (pixels instanceof short[] values) bytes.asShortBuffer().put(values);
		else if (pixels instanceof int[] values) for (final int value : values) bytes.putInt(value & 0xffffff); // what ImageJ leaves in the fourth byte differs
		else bytes.asFloatBuffer().put((float[]) pixels);
		return Sha256.of(bytes.rewind().limit(bytes.capacity()));
	}
}
