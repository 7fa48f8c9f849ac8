package org.icportrait.files;

import java.io.IOException;

/** The walk through each kind of file. */
final class PictureHeaders {

	private PictureHeaders() {}

	/** Throws {@link Damaged} where the structure does not hold together. */
	static PictureHeader read(final FileKind kind, final FileBytes in) throws IOException {
		return switch (kind) {
			case PNG -> PngChunks.read(in);
			case JPEG -> JpegSegments.read(in);
			case GIF -> GifBlocks.read(in);
			case BMP -> SmallHeaders.bmp(in);
			case TIFF -> TiffDirectories.read(in);
			case PNM -> SmallHeaders.pnm(in);
			case WEBP -> WebpChunks.read(in);
			default -> throw new IllegalArgumentException(kind + " is not read.");
		};
	}
}
