package org.icportrait.files;

import java.io.IOException;

/** Walks a WebP's chunks to its end. */
final class WebpChunks {

	private static final int LARGEST_BLOCK = 1 << 24;

	private WebpChunks() {}

	/** Throws {@link Damaged} where it does not hold together. */
	static PictureHeader read(final FileBytes in) throws IOException {
		in.littleEndian(true);
		final long end = 8 + in.u32(4);
		if (end > in.length()) throw new Damaged("it is cut off: it says that it has " + end + " bytes, and has " + in.length());
		long width = 0, height = 0, canvasWidth = 0, canvasHeight = 0;
		int frames = 0;
		long mark = -1;
		byte[] profile = null, exif = null, xmp = null;
		for (long at = 12; at <= end - 8;) {
			final String type = in.text(at, 4);
			final long length = in.u32(at + 4), data = at + 8;
			if (length > end - data) throw Damaged.cutOff("one of its blocks");
			switch (type) {
				case "VP8X" -> {
					canvasWidth = 1 + (in.u32(data + 4) & 0xffffff);
					canvasHeight = 1 + (in.u32(data + 6) >> 8);
				}
				case "VP8 " -> {
					if (in.u8(data + 3) != 0x9d || in.u8(data + 4) != 1 || in.u8(data + 5) != 0x2a) throw new Damaged("its pixels do not begin as they must");
					width = in.u16(data + 6) & 0x3fff;
					height = in.u16(data + 8) & 0x3fff;
					requireRoom(width, height, length);
				}
				case "VP8L" -> {
					if (in.u8(data) != 0x2f) throw new Damaged("its pixels do not begin as they must");
					width = 1 + (in.u32(data + 1) & 0x3fff);
					height = 1 + (in.u32(data + 1) >> 14 & 0x3fff);
				}
				case "ANMF" -> frames++;
				case "ICCP" -> {
					mark = at;
					profile = in.bytes(data, (int) Math.min(length, LARGEST_BLOCK));
				}
				case "EXIF" -> exif = exif(in, data, length);
				case "XMP " -> xmp = in.bytes(data, (int) Math.min(length, LARGEST_BLOCK));
				default -> {} // nothing that changes the picture
			}
			at = data + length + (length & 1);
		}
		if (width == 0 && frames == 0) throw new Damaged("it ends before its pixels");
		if (frames == 0 && canvasWidth > 0 && (canvasWidth != width || canvasHeight != height)) {
			throw new Damaged("it says " + canvasWidth + " x " + canvasHeight + " pixels in one place and " + width + " x " + height + " in another");
		}
		final boolean film = frames > 0;
		return PictureHeader.of(FileKind.WEBP, film ? canvasWidth : width, film ? canvasHeight : height, Math.max(1, frames), null, profile == null ? new Blocks(null, exif,
			xmp) : new Blocks(profile, exif, xmp, mark));
	}

	/** Each block of 16 x 16 pixels names how it is predicted, which takes more than a bit; a few bytes that claim millions would be decoded for seconds. */
	private static void requireRoom(final long width, final long height, final long bytes) throws Damaged {
		final long blocks = (width + 15) / 16 * ((height + 15) / 16);
		if (8 * bytes < blocks) throw new Damaged("it says " + width + " x " + height + " pixels, for which its " + bytes + " bytes are too few");
	}

	/** Some programs write the preamble of JPEG before it. */
	private static byte[] exif(final FileBytes in, final long at, final long length) throws IOException {
		final int skip = length > 6 && in.has(at, JpegSegments.EXIF) ? JpegSegments.EXIF.length() : 0;
		return in.bytes(at + skip, (int) Math.min(length - skip, LARGEST_BLOCK));
	}
}
