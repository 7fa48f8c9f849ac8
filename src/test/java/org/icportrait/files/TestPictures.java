package org.icportrait.files;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Files as people have them, as bytes, made by the tests themselves. */
public final class TestPictures {

	/** 16 x 16, CMYK inks 20, 120, 160, 30 of 255, stored the other way round as Adobe does. */
	static final byte[] CMYK = base64("/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFA" +
		"gAEAAQBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGB" +
		"kaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/" +
		"j5+v/aAA4EQwBNAFkASwAAPwD9rK3K+e6/YSiiiiiiiiiiiiv/2Q==");
	/** 16 x 16: left half (200, 80, 40), right half (40, 120, 180), without loss. */
	static final byte[] WEBP = base64("UklGRioAAABXRUJQVlA4TB0AAAAvD8ADAA9wFKiDIR+Fcf5jCWLBZP7S3RlE9D90AQA=");
	/** The same with loss. */
	static final byte[] LOSSY_WEBP = base64("UklGRkAAAABXRUJQVlA4IDQAAAAQAgCdASoQABAAAMASJaACdLoB+AH4gAPIAP7wCT94Rf+6en+TR/2Lv/oUOn/6FD/seAAA");

	private static final String XMP = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description " +
		"xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/' plus:DataMining='none' xmlns:Iptc4xmpExt='http://iptc.org/std/Iptc4xmpExt/2008-02-29/' " +
		"Iptc4xmpExt:DigitalSourceType='http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture'/></rdf:RDF></x:xmpmeta>";

	private TestPictures() {}

	private static byte[] base64(final String text) {
		return Base64.getDecoder().decode(text);
	}

	/** A sound picture of each kind that is read. */
	public static List<byte[]> sound() {
		final BufferedImage part = demo().getSubimage(200, 200, 160, 120);
		final List<byte[]> files = new ArrayList<>(List.of(jpeg(part, false), jpeg(part, true), WEBP, LOSSY_WEBP, CMYK));
		for (final String format : new String[] { "png", "bmp", "gif", "tiff" }) files.add(bytes(part, format));
		files.add(join("P6 160 120 255\n".getBytes(), new byte[160 * 120 * 3]));
		files.addAll(saying(part.getSubimage(40, 40, 32, 24)));
		return files;
	}

	/** Small files that say much of themselves: orientation, profile, consent. */
	private static List<byte[]> saying(final BufferedImage small) {
		final byte[] profile = TestProfiles.profile("Display P3 of a test", TestProfiles.DISPLAY_P3, TestProfiles::srgbToLinear);
		final byte[] packet = XMP.getBytes(StandardCharsets.UTF_8);
		final byte[] jpeg = withSegment(withSegment(withSegment(jpeg(small, false), 0xe1, join(JpegSegments.XMP.getBytes(), packet)), 0xe2, app2(profile)), 0xe1, jpegExif(6));
		final byte[] text = join("XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), packet);
		final byte[] png = withChunk(withChunk(withChunk(bytes(small, "png"), "iTXt", text), "eXIf", exif(3)), "iCCP", iccp(profile));
		return List.of(jpeg, png);
	}

	/** The shipped portrait as a phone would write it: lying on its side, in wide colours, and saying both. */
	public static byte[] asPhonesWrite() {
		final BufferedImage wide = TestProfiles.in(TestProfiles.DISPLAY_P3, TestProfiles::linearToSrgb, demo()), lying = new BufferedImage(wide.getHeight(),
			wide.getWidth(), BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < wide.getHeight(); y++) for (int x = 0; x < wide.getWidth(); x++) lying.setRGB(y, wide.getWidth() - 1 - x, wide.getRGB(x, y));
		final byte[] profile = TestProfiles.profile("Display P3 of a test", TestProfiles.DISPLAY_P3, TestProfiles::srgbToLinear);
		return withSegment(withSegment(jpeg(lying, false), 0xe2, app2(profile)), 0xe1, jpegExif(6));
	}

	/** The shipped synthetic portrait, 640 x 640. */
	static BufferedImage demo() {
		try (InputStream in = TestPictures.class.getResourceAsStream("/org/icportrait/demo/portrait.png")) {
			final BufferedImage read = ImageIO.read(in), rgb = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
			rgb.createGraphics().drawImage(read, 0, 0, null);
			return rgb;
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
	}

	/** 6 x 4, each pixel another colour: red grows to the right by 40 from 20, green downwards by 60 from 10. */
	static BufferedImage small() {
		final BufferedImage image = new BufferedImage(6, 4, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < 4; y++) for (int x = 0; x < 6; x++) image.setRGB(x, y, new Color(20 + 40 * x, 10 + 60 * y, 100).getRGB());
		return image;
	}

	static byte[] bytes(final BufferedImage image, final String format) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, format, out);
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
		return out.toByteArray();
	}

	/** A TIFF in one strip, not packed, with one more entry of a short. */
	static byte[] tiff(final BufferedImage image, final int tag, final int value) {
		final int w = image.getWidth(), h = image.getHeight();
		final int[][] entries = { { 256, w }, { 257, h }, { 258, 8 }, { 259, 1 }, { tag == 262 ? 270 : 262, 2 }, { tag, value }, { 277, 3 }, { 278, h }, { 279, 3 * w * h } };
		final ByteBuffer out = ByteBuffer.allocate(8 + 2 + 12 * (entries.length + 1) + 4 + 3 * w * h);
		out.putInt(0x4d4d002a).putInt(8).putShort((short) (entries.length + 1));
		for (final int[] entry : entries) out.putShort((short) entry[0]).putShort((short) 4).putInt(1).putInt(entry[1]);
		out.putShort((short) 273).putShort((short) 4).putInt(1).putInt(out.capacity() - 3 * w * h).putInt(0);
		for (int y = 0; y < h; y++) for (int x = 0; x < w; x++) for (int shift = 16; shift >= 0; shift -= 8) out.put((byte) (image.getRGB(x, y) >> shift));
		return out.array();
	}

	/** A JPEG of quality 0.97. */
	static byte[] jpeg(final BufferedImage image, final boolean progressive) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		final ImageWriteParam param = writer.getDefaultWriteParam();
		param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
		param.setCompressionQuality(0.97f);
		param.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
		try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		catch (final IOException exception) {
			throw new UncheckedIOException(exception);
		}
		finally {
			writer.dispose();
		}
		return out.toByteArray();
	}

	/** A JPEG with one more segment behind its first marker. @param marker 0xe1 for APP1 */
	static byte[] withSegment(final byte[] jpeg, final int marker, final byte[] content) {
		return join(slice(jpeg, 0, 2), new byte[] { (byte) 0xff, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2) }, content, slice(jpeg, 2,
			jpeg.length));
	}

	/** A PNG with one more chunk behind its header. */
	static byte[] withChunk(final byte[] png, final String type, final byte[] content) {
		return join(slice(png, 0, 33), chunk(type, content), slice(png, 33, png.length));
	}

	static byte[] chunk(final String type, final byte[] content) {
		final byte[] body = join(type.getBytes(StandardCharsets.ISO_8859_1), content);
		final CRC32 crc = new CRC32();
		crc.update(body);
		return join(number(content.length), body, number((int) crc.getValue()));
	}

	/** A TIFF structure with an orientation, as EXIF blocks are. */
	static byte[] exif(final int orientation) {
		return join(new byte[] { 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1 }, new byte[] { 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0 }, number(0));
	}

	static byte[] jpegExif(final int orientation) {
		return join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), exif(orientation));
	}

	/** The chunk iCCP of a profile. */
	static byte[] iccp(final byte[] profile) {
		final Deflater deflater = new Deflater();
		deflater.setInput(profile);
		deflater.finish();
		final byte[] packed = new byte[profile.length + 100];
		final int length = deflater.deflate(packed);
		return join("profile\0\0".getBytes(StandardCharsets.ISO_8859_1), slice(packed, 0, length));
	}

	/** The segment APP2 of a profile that fits into one. */
	static byte[] app2(final byte[] profile) {
		return join("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), profile);
	}

	static byte[] number(final int value) {
		return ByteBuffer.allocate(4).putInt(value).array();
	}

	static byte[] slice(final byte[] bytes, final int from, final int to) {
		return java.util.Arrays.copyOfRange(bytes, from, to);
	}

	static byte[] join(final byte[]... parts) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		for (final byte[] part : parts) out.writeBytes(part);
		return out.toByteArray();
	}
}
