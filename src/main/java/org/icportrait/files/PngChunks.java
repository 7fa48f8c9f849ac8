package org.icportrait.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Walks a PNG's chunks: their checksums, their order, the length of the pixels, which must be that of the size that it says. */
final class PngChunks {

	/** The keyword under which XMP stands in an international text. */
	static final String XMP = "XML:com.adobe.xmp";

	private static final int LARGEST_BLOCK = 1 << 24;
	private static final int PART = 1 << 16;
	/** Pixels; no picture is longer. */
	private static final long LONGEST_SIDE = 1_000_000;
	private static final int[] CHANNELS = { 1, 0, 3, 1, 2, 0, 4 };
	/** Adam7: first column and row, steps. */
	private static final int[][] PASSES = { { 0, 0, 8, 8 }, { 4, 0, 8, 8 }, { 0, 4, 4, 8 }, { 2, 0, 4, 4 }, { 0, 2, 2, 4 }, { 1, 0, 2, 2 }, { 0, 1, 1, 2 } };
	private static final double SRGB_GAMMA = 45455;

	private final FileBytes in;
	private final List<String> notes = new ArrayList<>();
	private final Inflater inflater = new Inflater();
	private long header = -1, pixels, gamma = -1;
	private int frames = 1;
	private byte[] profile, exif, xmp;
	private boolean standardColours;
	private PixelScale scale;

	private PngChunks(final FileBytes in) {
		this.in = in;
	}

	/** Throws {@link Damaged} where it does not hold together. */
	static PictureHeader read(final FileBytes in) throws IOException {
		final PngChunks chunks = new PngChunks(in);
		try {
			return chunks.walk();
		}
		finally {
			chunks.inflater.end();
		}
	}

	private PictureHeader walk() throws IOException {
		if (!in.has(0, "\u0089PNG\r\n\u001a\n")) throw new Damaged("its first bytes were changed, as a transfer as text does");
		for (long at = 8;;) {
			if (at > in.length() - 12) throw new Damaged("it is cut off: its end mark (IEND) is missing");
			final long length = in.u32(at);
			final String type = in.text(at + 4, 4);
			if (length > in.length() - at - 12) throw Damaged.cutOff("the block " + printable(type));
			if (in.crc(at + 4, length + 4) != in.u32(at + 8 + length)) throw new Damaged("the checksum of its block " + printable(type) + " is wrong");
			if (header < 0 != type.equals("IHDR")) throw new Damaged("it does not begin with one header");
			if (type.equals("IEND")) break;
			take(type, at + 8, (int) Math.min(length, Integer.MAX_VALUE));
			at += 12 + length;
		}
		return header();
	}

	private void take(final String type, final long at, final int length) throws IOException {
		switch (type) {
			case "IHDR" -> {
				if (length != 13) throw new Damaged("its header has a wrong length");
				header = at;
			}
			case "IDAT" -> inflate(at, length);
			case "acTL" -> frames = (int) Math.max(1, Math.min(Integer.MAX_VALUE, in.u32(at)));
			case "iCCP" -> profile = profile(in.bytes(at, Math.min(length, LARGEST_BLOCK)));
			case "eXIf" -> exif = in.bytes(at, Math.min(length, LARGEST_BLOCK));
			case "iTXt" -> takeText(in.bytes(at, Math.min(length, LARGEST_BLOCK)));
			case "pHYs" -> scale = length == 9 && in.u8(at + 8) == 1 ? PixelScale.of(in.u32(at) / 100.0, in.u32(at + 4) / 100.0, "cm") : null;
			case "gAMA" -> gamma = in.u32(at);
			case "sRGB" -> standardColours = true;
			case "cICP" -> notes.add("its colours are told by a cICP block, which is not used: they count as sRGB");
			default -> {} // nothing that changes the picture
		}
	}

	private PictureHeader header() throws IOException {
		final long width = in.u32(header), height = in.u32(header + 4);
		final int type = in.u8(header + 9), channels = type < CHANNELS.length ? CHANNELS[type] : 0;
		if (channels == 0) throw new Damaged("its kind of colour (" + type + ") does not exist");
		// Sides that no picture has would overflow the count of bytes.
		if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) throw new Damaged("it says that it has " + width + " x " + height + " pixels");
		final long expected = expected(width, height, channels * in.u8(header + 8), in.u8(header + 12) != 0);
		if (pixels != expected || !inflater.finished()) {
			throw new Damaged("its pixels take " + pixels + " bytes, and " + width + " x " + height + " pixels take " + expected);
		}
		if (profile == null && !standardColours && gamma > 0 && Math.abs(gamma / SRGB_GAMMA - 1) > 0.05) {
			notes.add("it says a gamma of " + gamma / 1e5 + ", which is not used: its colours count as sRGB");
		}
		return PictureHeader.of(FileKind.PNG, width, height, frames, scale, new Blocks(profile, exif, xmp), notes.toArray(String[]::new));
	}

	private static long expected(final long width, final long height, final int bits, final boolean interlaced) {
		if (!interlaced) return height * (1 + (width * bits + 7) / 8);
		long sum = 0;
		for (final int[] pass : PASSES) {
			final long w = (width - pass[0] + pass[2] - 1) / pass[2], h = (height - pass[1] + pass[3] - 1) / pass[3];
			if (w > 0 && h > 0) sum += h * (1 + (w * bits + 7) / 8);
		}
		return sum;
	}

	/** Counts what the pixels' stream gives; its own checksum is looked at, too. */
	private void inflate(final long at, final int length) throws IOException {
		final byte[] out = new byte[PART];
		try {
			for (int done = 0; done < length && !inflater.finished();) {
				final byte[] part = in.bytes(at + done, Math.min(PART, length - done));
				inflater.setInput(part);
				for (int n = inflater.inflate(out); n > 0; n = inflater.inflate(out)) pixels += n;
				done += part.length;
			}
		}
		catch (final DataFormatException exception) {
			throw new Damaged("its pixels cannot be unpacked");
		}
	}

	/** Name, 0, 0, the profile deflated; an empty array where it cannot be unpacked. */
	private static byte[] profile(final byte[] chunk) {
		int name = 0;
		while (name < chunk.length && chunk[name] != 0) name++;
		return name + 2 > chunk.length ? new byte[0] : unpacked(chunk, name + 2);
	}

	private static byte[] unpacked(final byte[] data, final int from) {
		final Inflater inflater = new Inflater();
		inflater.setInput(data, from, data.length - from);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final byte[] part = new byte[PART];
		try {
			for (int n = inflater.inflate(part); n > 0 && out.size() < LARGEST_BLOCK; n = inflater.inflate(part)) out.write(part, 0, n);
			return inflater.finished() ? out.toByteArray() : new byte[0];
		}
		catch (final DataFormatException exception) {
			return new byte[0];
		}
		finally {
			inflater.end();
		}
	}

	/** Keyword, 0, compressed, method, language, 0, translation, 0, text. */
	private void takeText(final byte[] chunk) {
		final byte[] keyword = (XMP + "\0").getBytes(StandardCharsets.ISO_8859_1);
		if (chunk.length < keyword.length + 4 || !Arrays.equals(chunk, 0, keyword.length, keyword, 0, keyword.length)) return;
		int at = keyword.length + 2;
		for (int zeros = 0; zeros < 2 && at < chunk.length; at++) if (chunk[at] == 0) zeros++;
		xmp = chunk[keyword.length] == 0 ? Arrays.copyOfRange(chunk, at, chunk.length) : unpacked(chunk, at);
	}

	private static String printable(final String type) {
		return type.matches("[A-Za-z]{4}") ? type : "of an unknown kind";
	}
}
