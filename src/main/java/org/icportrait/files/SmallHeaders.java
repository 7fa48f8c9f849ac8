package org.icportrait.files;

import java.io.IOException;

/** The headers of kinds without structure to speak of: BMP and PNM. Where the length of the pixels follows from the size, it must be there. */
final class SmallHeaders {

	private static final int CORE_HEADER = 12;
	/** No text between the numbers of a header is longer. */
	private static final int LONGEST_HEADER = 1 << 16;

	private SmallHeaders() {}

	static PictureHeader bmp(final FileBytes in) throws IOException {
		in.littleEndian(true);
		final long pixels = in.u32(10), header = in.u32(14);
		final boolean core = header == CORE_HEADER;
		final long width = core ? in.u16(18) : (int) in.u32(18);
		final long height = core ? in.u16(20) : Math.abs((long) (int) in.u32(22));
		if (width < 1 || height < 1) throw new Damaged("it says that it has " + width + " x " + height + " pixels");
		final int bits = in.u16(core ? 24 : 28);
		final long packing = core ? 0 : in.u32(30);
		final long row = (width * bits + 31) / 32 * 4;
		final boolean flat = packing == 0 || packing == 3;
		if (pixels > in.length() || flat && row * height > in.length() - pixels) throw new Damaged("it is cut off: " + width + " x " + height + " pixels take more bytes than it has");
		final PixelScale scale = core ? null : PixelScale.of(in.u32(38) / 100.0, in.u32(42) / 100.0, "cm");
		return PictureHeader.of(FileKind.BMP, width, height, 1, scale, Blocks.NONE);
	}

	static PictureHeader pnm(final FileBytes in) throws IOException {
		final char kind = (char) in.u8(1);
		if (kind == '7') return pam(in);
		final long[] at = { 2 };
		final long width = number(in, at), height = number(in, at);
		final boolean bits = kind == '1' || kind == '4';
		final long largest = bits ? 1 : number(in, at);
		if (width < 1 || height < 1 || largest < 1 || largest > 65535) throw new Damaged("its header means nothing (" + width + " x " + height + ", up to " + largest + ")");
		final long samples = width * (kind == '3' || kind == '6' ? 3 : 1);
		if (kind >= '4') require(in, at[0] + 1, height * (bits ? (width + 7) / 8 : samples * (largest > 255 ? 2 : 1)));
		else if (!hasNumbers(in, at[0], samples * height, bits)) throw new Damaged("it is cut off: numbers are missing at its end");
		return PictureHeader.of(FileKind.PNM, width, height, 1, null, Blocks.NONE);
	}

	private static PictureHeader pam(final FileBytes in) throws IOException {
		final String head = in.text(0, (int) Math.min(LONGEST_HEADER, in.length()));
		final int end = head.indexOf("ENDHDR\n");
		if (end < 0) throw Damaged.cutOff("its header");
		final long width = value(head, "WIDTH"), height = value(head, "HEIGHT"), depth = value(head, "DEPTH"), largest = value(head, "MAXVAL");
		require(in, end + "ENDHDR\n".length(), width * height * depth * (largest > 255 ? 2 : 1));
		return PictureHeader.of(FileKind.PNM, width, height, 1, null, Blocks.NONE);
	}

	private static long value(final String head, final String name) throws Damaged {
		final var found = java.util.regex.Pattern.compile("\n" + name + "[ \t]+(\\d{1,9})\\s").matcher(head);
		if (!found.find()) throw new Damaged("its header does not tell the " + name);
		return Long.parseLong(found.group(1));
	}

	private static void require(final FileBytes in, final long from, final long bytes) throws Damaged {
		if (in.length() - from < bytes) throw new Damaged("it is cut off: its pixels take " + bytes + " bytes, and it has " + Math.max(0, in.length() - from));
	}

	/** The next number; at[0] is behind its last digit then. */
	private static long number(final FileBytes in, final long[] at) throws IOException {
		while (Character.isWhitespace(in.u8(at[0])) || in.u8(at[0]) == '#') {
			if (in.u8(at[0]) == '#') while (in.u8(at[0]) != '\n') at[0]++;
			at[0]++;
			if (at[0] > LONGEST_HEADER) throw new Damaged("its header does not end");
		}
		long value = 0;
		for (; Character.isDigit(in.u8(at[0])); at[0]++) {
			value = 10 * value + in.u8(at[0]) - '0';
			if (value > Integer.MAX_VALUE) throw new Damaged("its header holds a number that means nothing");
		}
		return value;
	}

	/** Bits may stand without blanks between them. */
	private static boolean hasNumbers(final FileBytes in, final long from, final long wanted, final boolean bits) throws IOException {
		long found = 0;
		boolean inside = false;
		for (long at = from; at < in.length() && found < wanted; at++) {
			final boolean digit = Character.isDigit(in.u8(at));
			if (digit && (bits || !inside)) found++;
			inside = digit;
		}
		return found >= wanted;
	}
}
