package org.icportrait.files;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.nio.file.Path;
import java.util.Locale;

import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;

/** How a picture is written, by the name of its file. */
public enum PictureFormat {

	PNG("image/png"), JPEG("image/jpeg"), TIFF("image/tiff");

	private final String mediaType;

	PictureFormat(final String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return mediaType;
	}

	/** Throws {@link BadInput} for other endings than .png, .jpg, .jpeg, .tif and .tiff. */
	public static PictureFormat of(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "png" -> PNG;
			case "jpg", "jpeg" -> JPEG;
			case "tif", "tiff" -> TIFF;
			default -> throw new BadInput("The name " + file.getFileName() + " must end with .png, .jpg or .tif, which decides the format.");
		};
	}

	/**
	 * The content of a file of this format, with the origin inside. TIFF holds the image as it is; PNG and JPEG its pixels where they can,
	 * else (overlays, composites, lookup tables) what is seen.
	 *
	 * @param quality of a JPEG, 0 to 1
	 * @throws BadInput where the format cannot hold the image
	 */
	public StagedFiles.Content content(final ImagePlus image, final double quality, final Provenance origin) {
		if (this == TIFF) return PictureWriter.tiff(image, origin);
		final int pictures = image.isComposite() ? image.getNSlices() * image.getNFrames() : image.getStackSize();
		if (pictures > 1) {
			throw new BadInput("\"" + image.getTitle() + "\" has " + pictures + " slices, and this format holds one: save it as .tif, or duplicate one slice.");
		}
		if (image.getBitDepth() == 32) throw new BadInput("\"" + image.getTitle() + "\" has 32-bit values, which only TIFF holds: save it as .tif.");
		final ImagePlus flat = isPlain(image) ? image : seen(image);
		return this == PNG ? PictureWriter.png(flat, null, origin) : PictureWriter.jpeg(flat, quality, origin);
	}

	private static boolean isPlain(final ImagePlus image) {
		final LUT table = image.isComposite() ? null : image.getProcessor().getLut();
		final boolean grey = image.getBitDepth() == 24 || table != null && !image.isInvertedLut() && table.getRGB(255) == 0xffffffff && table.getRGB(128) == 0xff808080;
		return image.getOverlay() == null && !image.isComposite() && grey;
	}

	private static ImagePlus seen(final ImagePlus image) {
		final ImageProcessor pixels = image.flatten().getProcessor().convertToRGB();
		final ImagePlus seen = new ImagePlus(image.getTitle(), pixels);
		seen.setCalibration(image.getCalibration().copy());
		return seen;
	}
}
