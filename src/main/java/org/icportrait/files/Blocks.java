package org.icportrait.files;

/**
 * What a picture's file carries beside the pixels, as bytes; null where there is none.
 *
 * @param profile ICC profile; empty where it cannot be put together
 * @param exif a TIFF structure
 * @param xmp a packet of XML, UTF-8
 * @param profileMarks places of four bytes each that announce the profile, for kinds whose decoders would use it in their own way
 */
record Blocks(byte[] profile, byte[] exif, byte[] xmp, long... profileMarks) {

	static final Blocks NONE = new Blocks(null, null, null);
}
