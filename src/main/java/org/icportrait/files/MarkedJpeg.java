package org.icportrait.files;

import ij.measure.Calibration;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A JPEG with XMP in a segment APP1 and the notice in a comment. */
final class MarkedJpeg {

	/** Bytes that a segment holds. */
	private static final int LONGEST = 65533;
	private static final int APP0 = 0xe0, APP1 = 0xe1, COMMENT = 0xfe;

	private MarkedJpeg() {}

	/** @param quality 0 to 1 @param notice for people, and for us to know it again */
	static byte[] of(final BufferedImage pixels, final double quality, final Calibration calibration, final byte[] xmp, final String notice) throws IOException {
		final byte[] plain = encode(pixels, quality);
		final boolean jfif = (plain[3] & 255) == APP0;
		final int head = jfif ? 4 + ((plain[4] & 255) << 8 | plain[5] & 255) : 2;
		if (jfif) putScale(plain, calibration);
		final ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + xmp.length + 1024);
		out.write(plain, 0, head);
		segment(out, APP1, JpegSegments.XMP.getBytes(StandardCharsets.ISO_8859_1), xmp);
		segment(out, COMMENT, new byte[0], notice.getBytes(StandardCharsets.UTF_8));
		out.write(plain, head, plain.length - head);
		return out.toByteArray();
	}

	private static byte[] encode(final BufferedImage pixels, final double quality) throws IOException {
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
			final ImageWriteParam param = writer.getDefaultWriteParam();
			param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			param.setCompressionQuality((float) quality);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(pixels, null, null), param);
		}
		finally {
			writer.dispose();
		}
		return out.toByteArray();
	}

	/** Pixels per centimetre into the JFIF header; left alone where they are unknown or do not fit. */
	private static void putScale(final byte[] jpeg, final Calibration calibration) {
		final double[] perMetre = PixelScale.perMetre(calibration);
		if (perMetre == null) return;
		final long across = Math.round(perMetre[0] / 100), down = Math.round(perMetre[1] / 100);
		if (across < 1 || across > 65535 || down < 1 || down > 65535) return;
		final byte[] scale = { 2, (byte) (across >> 8), (byte) across, (byte) (down >> 8), (byte) down };
		System.arraycopy(scale, 0, jpeg, 13, scale.length);
	}

	private static void segment(final ByteArrayOutputStream out, final int marker, final byte[] begin, final byte[] content) {
		final int length = begin.length + content.length;
		if (length > LONGEST) throw new IllegalArgumentException("A segment of a JPEG cannot hold " + length + " bytes.");
		out.write(0xff);
		out.write(marker);
		out.write(length + 2 >> 8);
		out.write(length + 2);
		out.writeBytes(begin);
		out.writeBytes(content);
	}
}
