package org.icportrait.files;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageOutputStream;

import org.icportrait.image.Picture;
import org.icportrait.portrait.Provenance;
import org.icportrait.work.BadInput;

/** Writes pictures as PNG or TIFF, with their origin and their scale inside, and knows them again. */
public final class PictureWriter {

	/** The property that holds the notice. */
	public static final String MARK = "IC-Portrait";

	/** Bytes from the begin of a file within which its mark stands. */
	private static final int MARK_WITHIN = 1 << 16;

	private PictureWriter() {}

	/** Puts the origin of a generated image into its info property, which ImageJ shows and saves. */
	public static void mark(final ImagePlus image, final Provenance provenance) {
		image.setProp(MARK, Provenance.NOTICE);
		image.setProperty("Info", provenance.toText());
	}

	/** Whether a file of any format carries the mark of {@link #mark} near its begin, as all that this class writes does. */
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

	/** Writes an ImageJ TIFF; its description holds the info property. */
	public static void writeTiff(final ImagePlus image, final Path file) {
		OutputFile.write(file, tiff(image));
	}

	/** The content of an ImageJ TIFF. */
	public static StagedFiles.Content tiff(final ImagePlus image) {
		return part -> Files.write(part, new FileSaver(image).serialize());
	}

	/** Writes what {@link #png} gives. */
	public static void writePng(final ImagePlus image, final Picture alpha, final Provenance provenance, final Path file) {
		OutputFile.write(file, png(image, alpha, provenance));
	}

	/**
	 * The content of a PNG with the origin in two text chunks, "Description" and "Comment".
	 *
	 * @param image 8- or 16-bit grey or RGB; the current slice counts
	 * @param alpha coverage 0..1 of the same size, or null for none; with it the file has 8 bits
	 * @throws BadInput where the image has 32 bits
	 */
	public static StagedFiles.Content png(final ImagePlus image, final Picture alpha, final Provenance provenance) {
		if (image.getBitDepth() == 32) throw new BadInput("A PNG cannot hold the 32-bit values of " + image.getTitle() + ": use TIFF.");
		return part -> writePng(alpha == null ? opaque(image) : transparent(image, alpha), image.getCalibration(), provenance, part);
	}

	private static void writePng(final BufferedImage pixels, final Calibration calibration, final Provenance provenance, final Path file) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		// Not ImageIO.createImageOutputStream, which prints a stack trace where the file cannot be opened.
		try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels), null);
			addText(metadata, "Description", Provenance.NOTICE);
			addText(metadata, "Comment", provenance.toJson());
			addScale(metadata, calibration);
			writer.setOutput(out);
			writer.write(new IIOImage(pixels, null, metadata));
		}
		finally {
			writer.dispose();
		}
	}

	private static void addText(final IIOMetadata metadata, final String keyword, final String value) throws IIOInvalidTreeException {
		final IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
		entry.setAttribute("keyword", keyword);
		entry.setAttribute("compressionFlag", "FALSE");
		entry.setAttribute("compressionMethod", "0");
		entry.setAttribute("languageTag", "en");
		entry.setAttribute("translatedKeyword", keyword);
		entry.setAttribute("text", value);
		final IIOMetadataNode texts = new IIOMetadataNode("iTXt");
		texts.appendChild(entry);
		final IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
		root.appendChild(texts);
		metadata.mergeTree("javax_imageio_png_1.0", root);
	}

	/** Nothing where the calibration knows no length. */
	private static void addScale(final IIOMetadata metadata, final Calibration calibration) throws IIOInvalidTreeException {
		final double[] perMetre = PixelScale.perMetre(calibration);
		if (perMetre == null) return;
		final IIOMetadataNode scale = new IIOMetadataNode("pHYs");
		scale.setAttribute("pixelsPerUnitXAxis", Long.toString(Math.round(perMetre[0])));
		scale.setAttribute("pixelsPerUnitYAxis", Long.toString(Math.round(perMetre[1])));
		scale.setAttribute("unitSpecifier", "meter");
		final IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
		root.appendChild(scale);
		metadata.mergeTree("javax_imageio_png_1.0", root);
	}

	private static BufferedImage opaque(final ImagePlus image) {
		final ImageProcessor slice = image.getProcessor();
		if (slice instanceof ShortProcessor shorts) {
			final BufferedImage out = new BufferedImage(slice.getWidth(), slice.getHeight(), BufferedImage.TYPE_USHORT_GRAY);
			out.getRaster().setDataElements(0, 0, slice.getWidth(), slice.getHeight(), shorts.getPixels());
			return out;
		}
		final boolean grey = slice.getBitDepth() == 8;
		final BufferedImage out = new BufferedImage(slice.getWidth(), slice.getHeight(), grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
		out.getRaster().setDataElements(0, 0, slice.getWidth(), slice.getHeight(), slice.getPixels());
		return out;
	}

	private static BufferedImage transparent(final ImagePlus image, final Picture alpha) {
		final ImageProcessor colour = image.getProcessor().convertToRGB();
		final int[] pixels = new int[colour.getPixelCount()];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = Math.round(255 * Math.min(1, Math.max(0, alpha.data()[i]))) << 24 | colour.get(i) & 0xffffff;
		}
		final BufferedImage out = new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_INT_ARGB);
		out.getRaster().setDataElements(0, 0, colour.getWidth(), colour.getHeight(), pixels);
		return out;
	}
}
