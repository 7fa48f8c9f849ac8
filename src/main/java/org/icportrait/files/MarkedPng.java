package org.icportrait.files;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
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

	/** Pixels with their coverage: 16-bit grey as it is stored, others in 8 bits as they are seen. */
	static BufferedImage transparent(final ImagePlus image, final Picture alpha) {
		if (image.getProcessor() instanceof ShortProcessor shorts) return transparent(shorts, alpha);
		final ImageProcessor colour = image.getProcessor().convertToRGB();
		final int[] pixels = new int[colour.getPixelCount()];
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = share(alpha, i, 255) << 24 | colour.get(i) & 0xffffff;
		}
		final BufferedImage out = new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_INT_ARGB);
		out.getRaster().setDataElements(0, 0, colour.getWidth(), colour.getHeight(), pixels);
		return out;
	}

	private static BufferedImage transparent(final ShortProcessor grey, final Picture alpha) {
		final int width = grey.getWidth(), height = grey.getHeight();
		final short[] samples = new short[2 * width * height];
		for (int i = 0; i < width * height; i++) {
			samples[2 * i] = (short) grey.get(i);
			samples[2 * i + 1] = (short) share(alpha, i, 65535);
		}
		final WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, height, 2, null);
		raster.setDataElements(0, 0, width, height, samples);
		final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
		return new BufferedImage(model, raster, false, null);
	}

	private static int share(final Picture alpha, final int i, final int all) {
		return Math.round(all * Math.min(1, Math.max(0, alpha.data()[i])));
	}
}
