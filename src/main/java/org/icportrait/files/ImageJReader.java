package org.icportrait.files;

import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.GIF_Reader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** ImageJ's own readers, for what they know more of: stacks, hyperstacks and calibrations in TIFF, the frames of a GIF. */
final class ImageJReader {

	private ImageJReader() {}

	/** Every page. */
	static ImagePlus read(final Path file, final FileKind kind) throws IOException {
		if (isPlain(file)) return open(file.toString(), kind);
		// ImageJ opens by texts, which cannot hold every name in every locale.
		final Path copy = Files.createTempFile("icportrait", kind == FileKind.GIF ? ".gif" : ".tif");
		try {
			Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
			return open(copy.toString(), kind);
		}
		finally {
			Files.delete(copy);
		}
	}

	private static boolean isPlain(final Path file) {
		return file.toFile().isFile();
	}

	private static ImagePlus open(final String path, final FileKind kind) throws IOException {
		final ImagePlus image;
		if (kind == FileKind.GIF) {
			final GIF_Reader gif = new GIF_Reader();
			gif.run(path);
			image = gif;
		}
		else {
			final Opener opener = new Opener();
			opener.setSilentMode(true);
			image = opener.openImage(path);
		}
		if (image == null || image.getWidth() < 1) throw new Damaged("ImageJ cannot read it");
		return image;
	}
}
