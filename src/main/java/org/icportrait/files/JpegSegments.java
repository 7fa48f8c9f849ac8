package org.icportrait.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** Walks a JPEG's segments from its begin to its end mark. */
final class JpegSegments {

	static final String EXIF = "Exif\0\0";
	static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
	private static final String PROFILE = "ICC_PROFILE\0";
	private static final String FOUR_INKS = "its four inks (CMYK), which no profile tells of, were turned into colours by a rule of thumb";
	private static final String BY_PROFILE = "its four inks (CMYK) were turned into sRGB by its profile";
	private static final int END = 0xd9, SCAN = 0xda;

	private final FileBytes in;
	private final Map<Integer, byte[]> profile = new TreeMap<>();
	private final LongStream.Builder marks = LongStream.builder();
	private int profileParts, components;
	private long width, height;
	private boolean framed, scanned;
	private byte[] exif, xmp;
	private PixelScale scale;

	private JpegSegments(final FileBytes in) {
		this.in = in;
	}

	/** Throws {@link Damaged} where it does not hold together. */
	static PictureHeader read(final FileBytes in) throws IOException {
		return new JpegSegments(in).walk();
	}

	private PictureHeader walk() throws IOException {
		long at = 2;
		while (true) {
			if (at >= in.length() - 1) throw cutOff();
			if (in.u8(at) != 0xff) throw new Damaged("there is no marker where one must be (byte " + at + ")");
			final int marker = in.u8(at + 1);
			if (marker == 0xff) at++; // a filling byte
			else if (marker == END) break;
			else if (marker == 1 || marker >= 0xd0 && marker <= 0xd7) at += 2;
			else {
				if (at + 4 > in.length() || in.u16(at + 2) < 2 || at + 2 + in.u16(at + 2) > in.length()) throw cutOff();
				take(marker, at + 4, in.u16(at + 2) - 2);
				at += 2 + in.u16(at + 2);
				if (marker == SCAN) at = endOfScan(at);
			}
		}
		if (!framed || !scanned) throw new Damaged("it ends before its pixels");
		// The decoder turns four inks into colours itself, by the profile where there is one.
		if (components == 4) return PictureHeader.of(FileKind.JPEG, width, height, 1, scale, new Blocks(null, exif, xmp), profile.isEmpty() ? FOUR_INKS : BY_PROFILE);
		return PictureHeader.of(FileKind.JPEG, width, height, 1, scale, new Blocks(profile(), exif, xmp, marks.build().toArray()));
	}

	/** The marker after coded pixels, in which 0xff is followed by 0 or by a restart. */
	private long endOfScan(final long from) throws IOException {
		scanned = true;
		for (long at = from;; at += 2) {
			at = in.find(0xff, at);
			if (at < 0 || at >= in.length() - 1) throw cutOff();
			final int next = in.u8(at + 1);
			if (next == 0xff) at--; // looks at the second one next
			else if (next != 0 && (next < 0xd0 || next > 0xd7)) return at;
		}
	}

	private void take(final int marker, final long at, final int length) throws IOException {
		if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) takeFrame(at, length);
		else if (marker == 0xe0 && length >= 12 && in.has(at, "JFIF\0")) {
			final int unit = in.u8(at + 7);
			if (unit == 1 || unit == 2) scale = PixelScale.of(in.u16(at + 8), in.u16(at + 10), unit == 1 ? "inch" : "cm");
		}
		else if (marker == 0xe1 && exif == null && in.has(at, EXIF)) exif = in.bytes(at + EXIF.length(), length - EXIF.length());
		else if (marker == 0xe1 && xmp == null && in.has(at, XMP)) xmp = in.bytes(at + XMP.length(), Math.max(0, length - XMP.length()));
		else if (marker == 0xe2 && length > PROFILE.length() + 2 && in.has(at, PROFILE)) {
			final int head = PROFILE.length();
			marks.add(at);
			profileParts = Math.max(profileParts, in.u8(at + head + 1));
			profile.put(in.u8(at + head), in.bytes(at + head + 2, length - head - 2));
		}
	}

	private void takeFrame(final long at, final int length) throws IOException {
		if (framed) throw new Damaged("it says its size twice");
		if (length < 6) throw new Damaged("its header has a wrong length");
		framed = true;
		height = in.u16(at + 1);
		width = in.u16(at + 3);
		components = in.u8(at + 5);
		if (height == 0 || width == 0) throw new Damaged("it says that it has " + width + " x " + height + " pixels");
	}

	/** An empty array where a part is missing. */
	private byte[] profile() {
		if (profile.isEmpty()) return null;
		final ByteArrayOutputStream all = new ByteArrayOutputStream();
		if (profile.size() == profileParts) profile.values().forEach(all::writeBytes);
		return all.toByteArray();
	}

	private static Damaged cutOff() {
		return new Damaged("it is cut off: its end mark is missing");
	}
}
