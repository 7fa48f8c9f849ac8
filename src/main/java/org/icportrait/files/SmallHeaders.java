package org.icportrait.files;

import java.io.IOException;
import java.util.regex.Pattern;

/** The headers of kinds without structure to speak of: BMP and PNM. Where the length of the pixels follows from the size, it must be there. */
final class SmallHeaders {

	private static final int CORE_HEADER = 12;
	/** A header that may name a colour profile, and the words by which it does ("MBED", "LINK"). */
	private static final int PROFILE_HEADER = 124, EMBEDDED = 0x4d424544, LINKED = 0x4c494e4b;
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
		final String[] notes = flat ? bmpNotes(in, pixels + row * height, profileEnd(in, header), width + " x " + height) : new String[0];
		final PixelScale scale = core ? null : PixelScale.of(in.u32(38) / 100.0, in.u32(42) / 100.0, "cm");
		return PictureHeader.of(FileKind.BMP, width, height, 1, scale, Blocks.NONE, notes);
	}

	/** What is odd about the length that a bitmap says of itself. @param end of its pixels @param profile the end of a profile behind them */
	private static String[] bmpNotes(final FileBytes in, final long end, final long profile, final String size) throws IOException {
		final long said = in.u32(2);
		if (profile > in.length()) throw new Damaged("it is cut off: its colour profile lies beyond its end");
		final boolean more = !in.hasZeros(Math.max(end, profile));
		if (said < end || said == in.length() && more) throw new Damaged("it says that it has " + said + " bytes, and its " + size + " pixels end at byte " + end);
		if (said != in.length()) return new String[] { "its header says that it has " + said + " bytes, and it has " + in.length() };
		return new String[0];
	}

	/** Where the colour profile of a header of version 5 ends; 0 for none. */
	private static long profileEnd(final FileBytes in, final long header) throws IOException {
		if (header < PROFILE_HEADER) return 0;
		final long colours = in.u32(14 + 56);
		return colours == EMBEDDED || colours == LINKED ? 14 + in.u32(14 + 112) + in.u32(14 + 116) : 0;
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
		if (kind < '4') return of(width, height, numbers(in, at[0], samples * height, bits));
		return of(width, height, behind(in, at[0] + 1, height * (bits ? (width + 7) / 8 : samples * (largest > 255 ? 2 : 1))));
	}

	private static PictureHeader pam(final FileBytes in) throws IOException {
		final String head = in.text(0, (int) Math.min(LONGEST_HEADER, in.length()));
		final int end = head.indexOf("ENDHDR\n");
		if (end < 0) throw Damaged.cutOff("its header");
		final long width = value(head, "WIDTH"), height = value(head, "HEIGHT"), depth = value(head, "DEPTH"), largest = value(head, "MAXVAL");
		return of(width, height, behind(in, end + "ENDHDR\n".length(), width * height * depth * (largest > 255 ? 2 : 1)));
	}

	private static long value(final String head, final String name) throws Damaged {
		final var found = Pattern.compile("\n" + name + "[ \t]+(\\d{1,9})\\s").matcher(head);
		if (!found.find()) throw new Damaged("its header does not tell the " + name);
		return Long.parseLong(found.group(1));
	}

	private static PictureHeader of(final long width, final long height, final String note) throws Damaged {
		return PictureHeader.of(FileKind.PNM, width, height, 1, null, Blocks.NONE, note == null ? new String[0] : new String[] { note });
	}

	/** What follows the pixels of a binary file: by its rules further pictures or nothing; null for nothing. */
	private static String behind(final FileBytes in, final long from, final long bytes) throws IOException {
		final long more = in.length() - from - bytes;
		if (more < 0) throw new Damaged("it is cut off: its pixels take " + bytes + " bytes, and it has " + Math.max(0, in.length() - from));
		if (in.hasBlanks(from + bytes)) return null;
		if (more > 2 && in.u8(from + bytes) == 'P' && in.u8(from + bytes + 1) >= '1' && in.u8(from + bytes + 1) <= '7' && Character.isWhitespace(in.u8(from + bytes + 2))) {
			return "it holds more pictures after the first one, which are passed over";
		}
		throw new Damaged("its pixels take " + bytes + " bytes, and it has " + more + " more");
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

	/** Looks for the numbers of a file in text; null, or what follows them: behind bits anything may. Bits may stand without blanks between them. */
	private static String numbers(final FileBytes in, final long from, final long wanted, final boolean bits) throws IOException {
		long found = 0, at = from;
		for (boolean inside = false; at < in.length() && found < wanted; at++) {
			final boolean digit = Character.isDigit(in.u8(at));
			if (digit && (bits || !inside)) found++;
			inside = digit;
		}
		if (found < wanted) throw new Damaged("it is cut off: numbers are missing at its end");
		while (at < in.length() && Character.isDigit(in.u8(at))) at++;
		if (in.hasBlanks(at)) return null;
		if (!bits) throw new Damaged("more stands behind its pixels than its size allows");
		return "what stands behind its last pixel is passed over";
	}
}
