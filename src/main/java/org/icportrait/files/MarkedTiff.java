package org.icportrait.files;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.work.BadInput;

/** A TIFF as ImageJ writes it, properties included, with XMP in tag 700 of its first directory. */
final class MarkedTiff {

	private static final int ENTRY = 12, XMP = 700;
	private static final short BYTES = 1;
	/** What positions of four bytes reach. */
	private static final long LARGEST = 0xffff_ffffL;

	private MarkedTiff() {}

	/** Writes over a file; the image stays as it is. */
	static void write(final ImagePlus image, final byte[] xmp, final Path file) throws IOException {
		// Saving renames the image and takes it for saved; its other way, serialize, leaves the properties out.
		if (isFull(file, image)) throw new IOException("No space left on device"); // before ImageJ says so in its own words, and too late
		final String title = image.getTitle();
		final FileInfo from = image.getOriginalFileInfo();
		final boolean changes = image.changes;
		final FileSaver saver = new FileSaver(image);
		final boolean saved = image.getStackSize() > 1 ? saver.saveAsTiffStack(file.toString()) : saver.saveAsTiff(file.toString());
		image.setTitle(title);
		image.setFileInfo(from);
		image.changes = changes;
		if (!saved) throw new IOException(isFull(file, image) ? "No space left on device" : "ImageJ could not write it");
		addXmp(file, xmp);
	}

	/** ImageJ does not hand on why it failed. */
	private static boolean isFull(final Path file, final ImagePlus image) throws IOException {
		return Files.getFileStore(file).getUsableSpace() + Files.size(file) <= (long) image.getStackSize() * image.getWidth() * image.getHeight() * image.getBytesPerPixel();
	}

	/**
	 * Copies the first directory to the end with one entry more; everything else stays where it is, and is pointed at as before.
	 *
	 * @param file classic, without the tag
	 */
	private static void addXmp(final Path file, final byte[] xmp) throws IOException {
		try (RandomAccessFile tiff = new RandomAccessFile(file.toFile(), "rw")) {
			final ByteOrder order = tiff.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final long from = read(tiff, 4, 4, order).getInt() & LARGEST, to = tiff.length() + 1 & ~1L;
			final int count = read(tiff, from, 2, order).getShort() & 0xffff, size = 2 + ENTRY * (count + 1) + 4;
			if (to + size + xmp.length > LARGEST) throw new BadInput("A TIFF of more than 4 GB cannot carry its origin; save the stack in parts.");
			final ByteBuffer out = directory(read(tiff, from + 2, ENTRY * count + 4, order), count, xmp.length, to + size);
			tiff.seek(to);
			tiff.write(out.array());
			tiff.write(xmp);
			tiff.seek(4);
			tiff.write(ByteBuffer.allocate(4).order(order).putInt((int) to).array());
		}
	}

	/** @param old entries and where the next directory stands @param at where the packet will stand */
	private static ByteBuffer directory(final ByteBuffer old, final int count, final int length, final long at) {
		final ByteBuffer out = ByteBuffer.allocate(2 + ENTRY * (count + 1) + 4).order(old.order()).putShort((short) (count + 1));
		boolean written = false;
		for (int i = 0; i <= count; i++) {
			if (!written && (i == count || (old.getShort(ENTRY * i) & 0xffff) > XMP)) {
				out.putShort((short) XMP).putShort(BYTES).putInt(length).putInt((int) at);
				written = true;
			}
			if (i < count) out.put(old.array(), ENTRY * i, ENTRY);
		}
		return out.putInt(old.getInt(ENTRY * count));
	}

	private static ByteBuffer read(final RandomAccessFile tiff, final long at, final int count, final ByteOrder order) throws IOException {
		final byte[] bytes = new byte[count];
		tiff.seek(at);
		tiff.readFully(bytes);
		return ByteBuffer.wrap(bytes).order(order);
	}
}
