package org.icportrait.files;

import java.io.IOException;

/** What a file holds, told by its first bytes and never by its name. */
public enum FileKind {

	PNG("a PNG picture"), JPEG("a JPEG picture"), GIF("a GIF picture"), BMP("a BMP picture"), TIFF("a TIFF picture"), PNM("a PNM picture"),
	WEBP("a WebP picture"),

	HEIF("a HEIC (HEIF) picture, as iPhones take them", "export it as JPEG; in the phone's settings: Camera > Formats > Most Compatible"),
	AVIF("an AVIF picture"), JPEG_XL("a JPEG XL picture"), JPEG_2000("a JPEG 2000 picture"), CAMERA_RAW("a camera's raw picture",
		"develop it, and save it as 16-bit TIFF or JPEG"), PHOTOSHOP("a Photoshop document", "flatten it there, and save it as TIFF or PNG"),
	LAB_TIFF("a TIFF picture in Lab colours", "convert it to RGB, and save it again"), REAL_COLOURS("a TIFF picture whose colours are real numbers",
		"save it with 8 or 16 bits for each colour"), REAL_NUMBERS("a TIFF picture of real numbers that are packed, in tiles or not of 32 bits",
			"save it without compression, in strips of 32-bit numbers, as ImageJ does"), OPEN_EXR("an OpenEXR picture"), FLOAT_MAP("a PFM picture"), DICOM("a DICOM picture", "open it in ImageJ, and save it as TIFF"), FITS("a FITS picture",
		"open it in ImageJ, and save it as TIFF"),

	RADIANCE("a Radiance picture (.hdr), which is good for the surroundings of a light", Group.OTHER), ICON("an icon", Group.OTHER), VIDEO("a film", Group.OTHER),
	PDF("a PDF document", Group.OTHER), POSTSCRIPT("a PostScript document", Group.OTHER), SVG("an SVG drawing", Group.OTHER),
	APPLE_DOUBLE("a companion file of macOS (\"._...\") without the picture", Group.OTHER), WEB_PAGE("a web page", Group.OTHER),
	LFS_POINTER("a pointer of Git LFS in place of a file", Group.OTHER), TEXT("a text", Group.OTHER), ARCHIVE("an archive", Group.OTHER),
	EMPTY("empty", Group.OTHER), ZEROS("nothing but zeros, as a copy that was cut short leaves behind", Group.OTHER), UNKNOWN("no picture of a kind that is known",
		Group.OTHER);

	private enum Group {
		READ, PICTURE, OTHER
	}

	/** With its article, e.g. "a WebP picture". */
	private final String description;
	private final String remedy;
	private final Group group;

	/** A kind that is read. */
	FileKind(final String description) {
		this.description = description;
		final boolean read = ordinal() <= 6;
		group = read ? Group.READ : Group.PICTURE;
		remedy = "save it as PNG, TIFF or JPEG";
	}

	/** A kind of picture that is not read. @param remedy what to do instead */
	FileKind(final String description, final String remedy) {
		this.description = description;
		this.remedy = remedy;
		group = Group.PICTURE;
	}

	FileKind(final String description, final Group group) {
		this.description = description;
		this.group = group;
		remedy = null;
	}

	/** Whether {@link PictureReader} reads it. */
	public boolean isRead() {
		return group == Group.READ;
	}

	/** Whether it is a picture, read or not; in a folder the others are passed over. */
	public boolean isPicture() {
		return group != Group.OTHER;
	}

	/** Why it is not read and what to do, as the end of a sentence that begins with the file. */
	String refusal() {
		if (group == Group.PICTURE) return "is " + description + ", which is not read: " + remedy + ".";
		return (this == ZEROS ? "holds " : "is ") + description + switch (this) {
			case EMPTY, ZEROS -> ": copy it again from where it came from.";
			case UNKNOWN -> ": export it as PNG, TIFF or JPEG in the programme that made it.";
			default -> ", and no picture that is read.";
		};
	}

	/** Never throws for what is in the file. @throws IOException where it cannot be read */
	static FileKind of(final FileBytes in) throws IOException {
		return in.length() == 0 ? EMPTY : FileSignatures.kind(in);
	}
}
