package org.icportrait.files;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/** A PNG with its origin in international texts: the notice, all of it as JSON, and XMP. */
final class MarkedPng {

	private MarkedPng() {}

	static void write(final BufferedImage pixels, final Calibration calibration, final Provenance provenance, final Path file) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
		// Not ImageIO.createImageOutputStream, which prints a stack trace where the file cannot be opened.
		try (ImageOutputStream out = new FileImageOutputStream(file.toFile())) {
			final IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels), null);
			addText(metadata, "Description", Provenance.NOTICE);
			addText(metadata, "Comment", provenance.toJson());
			addText(metadata, PngChunks.XMP, new String(XmpPacket.of(provenance), StandardCharsets.UTF_8));
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

	/** Pixels as they are stored. @param image 8- or 16-bit grey or RGB */
	static BufferedImage opaque(final ImagePlus image) {
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

	static BufferedImage transparent(final ImagePlus image, final Picture alpha) {
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
