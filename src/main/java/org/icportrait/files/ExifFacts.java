package org.icportrait.files;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/**
 * What EXIF says of a picture's pixels.
 *
 * @param orientation 1 to 8
 * @param scale null for none
 * @param note what is wrong with it, or null
 */
record ExifFacts(int orientation, PixelScale scale, String note) {

	private static final int INCH = 2, CM = 3;

	/** @param exif a TIFF structure; null for none */
	static ExifFacts of(final byte[] exif) {
		if (exif == null) return new ExifFacts(1, null, null);
		final Metadata metadata = new Metadata();
		new ExifReader().extract(new ByteArrayReader(exif), metadata);
		final ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
		if (first == null) return new ExifFacts(1, null, "its EXIF block cannot be read, so it is taken as it lies");
		final Integer said = first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
		final int orientation = said == null || said == 0 ? 1 : said;
		if (orientation < 1 || orientation > 8) return new ExifFacts(1, scale(first), "its EXIF orientation is " + said + ", which means nothing: it is taken as it lies");
		return new ExifFacts(orientation, scale(first), null);
	}

	private static PixelScale scale(final ExifIFD0Directory first) {
		final Double across = first.getDoubleObject(ExifIFD0Directory.TAG_X_RESOLUTION), down = first.getDoubleObject(ExifIFD0Directory.TAG_Y_RESOLUTION);
		final Integer unit = first.getInteger(ExifIFD0Directory.TAG_RESOLUTION_UNIT);
		if (across == null || down == null || unit != null && unit != INCH && unit != CM) return null;
		return PixelScale.of(across, down, unit == null || unit == INCH ? "inch" : "cm");
	}
}
