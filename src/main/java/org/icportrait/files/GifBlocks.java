package org.icportrait.files;

import java.io.IOException;

/** Walks a GIF's blocks to its end mark and counts its frames. */
final class GifBlocks {

	private static final int EXTENSION = 0x21, IMAGE = 0x2c, END = 0x3b;

	private GifBlocks() {}

	/** Throws {@link Damaged} where it does not hold together. */
	static PictureHeader read(final FileBytes in) throws IOException {
		in.littleEndian(true);
		final long width = in.u16(6), height = in.u16(8);
		long at = 13 + table(in.u8(10));
		int frames = 0;
		for (int block = in.u8(at); block != END; block = in.u8(at)) {
			if (block == EXTENSION) at = afterBlocks(in, at + 2);
			else if (block == IMAGE) {
				if (in.u16(at + 1) + in.u16(at + 5) > width || in.u16(at + 3) + in.u16(at + 7) > height) {
					throw new Damaged("a frame is larger than its " + width + " x " + height + " pixels");
				}
				at = afterBlocks(in, at + 11 + table(in.u8(at + 9)));
				frames++;
			}
			else throw new Damaged("it holds a block of an unknown kind");
			if (at >= in.length()) throw new Damaged("it is cut off: its end mark is missing");
		}
		if (frames == 0) throw new Damaged("it ends before its pixels");
		return PictureHeader.of(FileKind.GIF, width, height, frames, null, Blocks.NONE);
	}

	/** Bytes of the colours that a byte of flags announces. */
	private static int table(final int flags) {
		return (flags & 0x80) == 0 ? 0 : 3 << (flags & 7) + 1;
	}

	private static long afterBlocks(final FileBytes in, final long from) throws IOException {
		long at = from;
		for (int length = in.u8(at); length > 0; length = in.u8(at)) at += 1 + length;
		return at + 1;
	}
}
