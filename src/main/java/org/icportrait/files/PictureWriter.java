package org.icportrait.files;

import ij.ImagePlus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.icportrait.image.Picture;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;

/** Writes pictures as PNG, TIFF or JPEG, with their origin and their scale inside, and knows them again. */
public final class PictureWriter {

	/** The property that holds the notice. */
	private static final String MARK = "IC-Portrait";
	/** The property that holds the origin as JSON. */
	private static final String ORIGIN = "IC-Portrait-origin";

	/** Bytes from the begin of a file within which its mark stands. */
	private static final int MARK_WITHIN = 1 << 16;

	private PictureWriter() {}

	/** Puts the origin of a generated image into its info property, which ImageJ shows and saves. */
	public static void mark(final ImagePlus image, final Provenance provenance) {
		markBelowInfo(image, provenance);
		image.setProperty("Info", provenance.toText());
	}

	/** The same of an image whose info property stays as it is. */
	public static void markBelowInfo(final ImagePlus image, final Provenance provenance) {
		image.setProp(MARK, Provenance.NOTICE);
		image.setProp(ORIGIN, provenance.toJson());
	}

	/** The origin that {@link #mark} gave an image, also after it was saved as TIFF and opened; null for an image that is none of our results. */
	public static Provenance origin(final ImagePlus image) {
		final String json = image.getProp(ORIGIN);
		return json == null ? null : Provenance.parse(json);
	}

	/** Whether a file of any format carries the mark of {@link #mark} near its begin, as all that this class writes does, and sidecars and manifests too. */
	public static boolean isMarked(final Path file) {
		try (InputStream stream = Files.newInputStream(file)) {
			final String begin = new String(stream.readNBytes(MARK_WITHIN), StandardCharsets.ISO_8859_1);
			for (final Charset charset : new Charset[] { StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE }) {
				if (begin.contains(new String(Provenance.NOTICE.getBytes(charset), StandardCharsets.ISO_8859_1))) return true;
			}
			return false;
		}
		catch (final IOException exception) {
			return false; // whoever opens it says why it cannot be read
		}
	}

	/** The content of an ImageJ TIFF, every slice of it; its description holds the info property, its tag 700 the origin as XMP. */
	public static StagedFiles.Content tiff(final ImagePlus image, final Provenance origin) {
		return part -> MarkedTiff.write(image, XmpPacket.of(origin), part);
	}

	/** The content of a JPEG with the origin as XMP. @param image 8-bit grey or RGB; the current slice counts @param quality 0 to 1 */
	public static StagedFiles.Content jpeg(final ImagePlus image, final double quality, final Provenance origin) {
		if (image.getBitDepth() != 8 && image.getBitDepth() != 24) throw new BadInput("A JPEG holds 8 bits, and " + image.getTitle() + " has more: use PNG or TIFF.");
		return part -> Files.write(part, MarkedJpeg.of(MarkedPng.opaque(image), quality, image.getCalibration(), XmpPacket.of(origin), Provenance.NOTICE));
	}

	/** Writes what {@link #png} gives. */
	public static void writePng(final ImagePlus image, final Picture alpha, final Provenance provenance, final Path file) {
		OutputFile.write(file, png(image, alpha, provenance));
	}

	/**
	 * The content of a PNG with the origin in three texts, "Description" (the notice), "Comment" (JSON) and XMP.
	 *
	 * @param image 8- or 16-bit grey or RGB; the current slice counts
	 * @param alpha coverage 0..1 of the same size, or null for none; with it the file has 8 bits, but for 16-bit grey
	 * @throws BadInput where the image has 32 bits
	 */
	public static StagedFiles.Content png(final ImagePlus image, final Picture alpha, final Provenance provenance) {
		requirePng(image);
		return part -> MarkedPng.write(alpha == null ? MarkedPng.opaque(image) : MarkedPng.transparent(image, alpha), image.getCalibration(), provenance, part);
	}

	/** Throws {@link BadInput} where a PNG cannot hold an image, and what is made of it as deep. */
	public static void requirePng(final ImagePlus image) {
		if (image.getBitDepth() == 32) throw new BadInput("A PNG cannot hold the 32-bit values of " + image.getTitle() + ": use TIFF (on the command line: --format tiff).");
	}
}
