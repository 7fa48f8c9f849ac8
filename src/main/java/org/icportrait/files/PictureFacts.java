package org.icportrait.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.icportrait.work.BadInput;

/** What a picture's file says of itself, for images that others have opened; nothing is decoded. */
public final class PictureFacts {

	private PictureFacts() {}

	/** As {@link OpenedPicture#source}; empty where it is not there or cannot be read. */
	public static Map<String, Object> source(final Path file) {
		try {
			return source(file, PictureReader.header(file));
		}
		catch (final BadInput unreadable) {
			return Map.of();
		}
	}

	/**
	 * What a reader that knows neither orientations nor profiles leaves out of a file, as ImageJ's own does; a clause each. Empty where
	 * nothing is left out, and where the file is not there or cannot be read.
	 *
	 * @param width of the image that was read from it; one that has been set up since counts as upright
	 * @param height of the same
	 */
	public static List<String> leftOut(final Path file, final int width, final int height) {
		final List<String> clauses = new ArrayList<>();
		try {
			final PictureHeader header = PictureReader.header(file);
			final boolean setUp = header.isOnItsSide() && width != height && width == header.height() && height == header.width();
			if (header.orientation() != 1 && !setUp) clauses.add("lies " + Orientations.words(header.orientation()) + " (EXIF orientation " + header.orientation() + ")");
			final ColourProfile profile = header.blocks().profile() == null ? null : ColourProfile.of(header.blocks().profile());
			if (profile != null && !profile.isSrgb()) clauses.add("has colours of " + profile.name() + ", not of sRGB");
		}
		catch (final BadInput | IllegalArgumentException none) {
			clauses.clear(); // the image is open all the same
		}
		return clauses;
	}

	/** A result of ours from before it said its type counts as what it is. */
	static Map<String, Object> source(final Path file, final PictureHeader header) {
		final Map<String, Object> source = XmpPacket.source(header.blocks().xmp());
		if (PictureWriter.isMarked(file)) source.putIfAbsent(DigitalSourceType.TYPE, DigitalSourceType.COMPOSITE_WITH_TRAINED.address());
		return source;
	}
}
