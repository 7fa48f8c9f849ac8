package org.icportrait.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The first bytes by which kinds of files are known. */
final class FileSignatures {

	/** Bytes looked at. */
	private static final int HEAD = 4096;

	private record Signature(FileKind kind, int at, String bytes) {}

	/** The first that fits counts. */
	private static final Signature[] ALL = { //
		at(FileKind.PNG, 0, "\u0089PNG"), at(FileKind.JPEG, 0, "\u00ff\u00d8\u00ff"), at(FileKind.GIF, 0, "GIF87a"), at(FileKind.GIF, 0, "GIF89a"), //
		at(FileKind.WEBP, 8, "WEBPVP8"), at(FileKind.CAMERA_RAW, 8, "CR\2"), at(FileKind.TIFF, 0, "II*\0"), at(FileKind.TIFF, 0, "MM\0*"), //
		at(FileKind.TIFF, 0, "II+\0"), at(FileKind.TIFF, 0, "MM\0+"), at(FileKind.CAMERA_RAW, 0, "IIRO"), at(FileKind.CAMERA_RAW, 0, "IIRS"), //
		at(FileKind.CAMERA_RAW, 0, "MMOR"), at(FileKind.CAMERA_RAW, 0, "IIU\0"), at(FileKind.CAMERA_RAW, 0, "FUJIFILMCCD-RAW"), //
		at(FileKind.CAMERA_RAW, 6, "HEAPCCDR"), at(FileKind.CAMERA_RAW, 0, "FOVb"), at(FileKind.CAMERA_RAW, 4, "ftypcrx"), //
		at(FileKind.AVIF, 4, "ftypavi"), at(FileKind.HEIF, 4, "ftyphe"), at(FileKind.HEIF, 4, "ftypmif1"), at(FileKind.HEIF, 4, "ftypmsf1"), //
		at(FileKind.JPEG_XL, 0, "\u00ff\n"), at(FileKind.JPEG_XL, 4, "JXL "), at(FileKind.JPEG_2000, 4, "jP  "), //
		at(FileKind.JPEG_2000, 0, "\u00ffO\u00ffQ"), at(FileKind.PHOTOSHOP, 0, "8BPS"), at(FileKind.RADIANCE, 0, "#?R"), //
		at(FileKind.OPEN_EXR, 0, "v/1\1"), at(FileKind.DICOM, 128, "DICM"), at(FileKind.FITS, 0, "SIMPLE  ="), at(FileKind.ICON, 0, "\0\0\1\0"), //
		at(FileKind.VIDEO, 4, "ftyp"), at(FileKind.VIDEO, 8, "AVI "), at(FileKind.VIDEO, 0, "\u001aE\u00df\u00a3"), at(FileKind.PDF, 0, "%PDF"), //
		at(FileKind.POSTSCRIPT, 0, "%!PS"), at(FileKind.POSTSCRIPT, 0, "\u00c5\u00d0\u00d3\u00c6"), at(FileKind.APPLE_DOUBLE, 0, "\0\5\u0016\7"), //
		at(FileKind.APPLE_DOUBLE, 0, "\0\5\u0016\0"), at(FileKind.ARCHIVE, 0, "PK\3\4"), at(FileKind.ARCHIVE, 0, "\u001f\u008b"), //
		at(FileKind.ARCHIVE, 0, "7z\u00bc\u00af"), at(FileKind.LFS_POINTER, 0, "version https://git-lfs") };

	private FileSignatures() {}

	static FileKind kind(final FileBytes in) throws IOException {
		final String head = in.text(0, (int) Math.min(HEAD, in.length()));
		for (final Signature signature : ALL) if (head.startsWith(signature.bytes, signature.at)) return signature.kind;
		if (head.matches("(?s)P[1-7][\\s#].*")) return FileKind.PNM;
		if (head.matches("(?s)P[Ff]\\n.*")) return FileKind.FLOAT_MAP;
		// Two letters are no signature: what follows must fit, too.
		if (head.startsWith("BM") && in.length() > 18 && head.charAt(15) == 0 && head.charAt(16) == 0 && head.charAt(17) == 0) return FileKind.BMP;
		if (head.chars().allMatch(c -> c == 0)) return FileKind.ZEROS;
		return textOrUnknown(head);
	}

	private static FileKind textOrUnknown(final String head) {
		final String text = new String(head.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).strip();
		if (text.contains("<!doctype html") || text.contains("<html")) return FileKind.WEB_PAGE;
		if (text.contains("<svg")) return FileKind.SVG;
		final boolean control = head.chars().anyMatch(c -> c < 9 || c > 13 && c < 32 && c != 27);
		return control || head.length() < 4 ? FileKind.UNKNOWN : FileKind.TEXT;
	}

	private static Signature at(final FileKind kind, final int at, final String bytes) {
		return new Signature(kind, at, bytes);
	}
}
