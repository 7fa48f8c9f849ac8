package org.icportrait.files;

import java.util.ArrayList;
import java.util.List;

/**
 * What a picture's file says before a pixel is decoded; its structure was walked to the end and holds together. Immutable.
 *
 * @param kind of the file
 * @param width of the first page, pixels as they are stored
 * @param height of the first page
 * @param pages or frames, at least 1
 * @param orientation of EXIF, 1 to 8; 1 is upright
 * @param scale null where none is said
 * @param blocks metadata
 * @param imagej whether ImageJ's own reader knows most of this file
 * @param notes what the reader leaves undone, a sentence each, without the full stop
 */
record PictureHeader(FileKind kind, int width, int height, int pages, int orientation, PixelScale scale, Blocks blocks, boolean imagej, List<String> notes) {

	PictureHeader {
		notes = List.copyOf(notes);
	}

	/** A picture of one page; orientation and scale come from its EXIF block, where it has one. */
	static PictureHeader of(final FileKind kind, final long width, final long height, final int pages, final PixelScale scale, final Blocks blocks,
		final String... notes) throws Damaged
	{
		final ExifFacts exif = ExifFacts.of(blocks.exif());
		final List<String> all = new ArrayList<>(List.of(notes));
		if (exif.note() != null) all.add(exif.note());
		return new PictureHeader(kind, side(width), side(height), pages, exif.orientation(), scale == null ? exif.scale() : scale, blocks, false, all);
	}

	static int side(final long side) throws Damaged {
		if (side < 1 || side > Integer.MAX_VALUE) throw new Damaged("it says that it has a side of " + side + " pixels");
		return (int) side;
	}

	/** Whether rows are columns once it is upright. */
	boolean isOnItsSide() {
		return orientation >= 5;
	}
}
