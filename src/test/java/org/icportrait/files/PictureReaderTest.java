package org.icportrait.files;

import static org.icportrait.files.TestPictures.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound pictures come in whole, upright and in sRGB. What is refused is in {@link RefusedPicturesTest}. */
class PictureReaderTest {

	@TempDir
	Path folder;

	private OpenedPicture read(final String name, final byte[] content) {
		try {
			return PictureReader.read(Files.write(folder.resolve(name), content));
		}
		catch (final IOException exception) {
			throw new java.io.UncheckedIOException(exception);
		}
	}

	private static int[] rgb(final ImagePlus image) {
		final int[] pixels = (int[]) image.getProcessor().convertToRGB().getPixels();
		for (int i = 0; i < pixels.length; i++) pixels[i] &= 0xffffff;
		return pixels;
	}

	private static int[] rgb(final BufferedImage image) {
		return rgb(new ImagePlus("", new ColorProcessor(image)));
	}

	/** Mean and largest difference of any channel. */
	private static double[] difference(final int[] a, final int[] b) {
		assertEquals(a.length, b.length);
		double sum = 0, most = 0;
		for (int i = 0; i < a.length; i++) for (int shift = 0; shift < 24; shift += 8) {
			final int d = Math.abs((a[i] >> shift & 255) - (b[i] >> shift & 255));
			sum += d;
			most = Math.max(most, d);
		}
		return new double[] { sum / a.length / 3, most };
	}

	@ParameterizedTest
	@ValueSource(strings = { "png", "bmp", "tiff", "gif" })
	void theNameDoesNotMatter(final String format) throws IOException {
		final byte[] file = bytes(small(), format);
		final OpenedPicture picture = read("photo.jpg", file);
		assertArrayEquals(rgb(javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(file))), rgb(picture.image()));
		assertEquals(List.of(), picture.notes());
		assertEquals("photo.jpg", picture.image().getTitle());
	}

	@Test
	void jpegsOfAnyName() {
		for (final boolean progressive : new boolean[] { false, true }) {
			final double[] d = difference(rgb(demo()), rgb(read("photo.jfif", jpeg(demo(), progressive)).image()));
			assertTrue(d[0] < 1.5, "mean " + d[0]);
		}
	}

	@Test
	void webpWithAndWithoutLoss() {
		for (final byte[] file : new byte[][] { WEBP, LOSSY_WEBP }) {
			final int[] pixels = rgb(read("renamed.jpg", file).image());
			final double[] d = difference(new int[] { 0xc85028, 0x2878b4 }, new int[] { pixels[16 * 8 + 2], pixels[16 * 8 + 13] });
			assertTrue(d[1] <= (file == WEBP ? 0 : 12), "off by " + d[1]);
		}
	}

	@Test
	void textAndBinaryPnm() {
		final byte[] text = "P3 # a comment\n2 1\n255\n10 20 30 200 100 0\n".getBytes();
		assertArrayEquals(new int[] { 0x0a141e, 0xc86400 }, rgb(read("a.ppm", text).image()));
		final byte[] binary = join("P6\n2 1\n255\n".getBytes(), new byte[] { 10, 20, 30, (byte) 200, 100, 0 });
		assertArrayEquals(new int[] { 0x0a141e, 0xc86400 }, rgb(read("b.ppm", binary).image()));
		final byte[] deep = join("P5\n2 1\n65535\n".getBytes(), new byte[] { 1, 2, (byte) 200, 4 });
		assertArrayEquals(new short[] { 0x102, (short) 0xc804 }, (short[]) read("c.pgm", deep).image().getProcessor().getPixels());
	}

	@ParameterizedTest
	@CsvSource({ "1, 0, 0, 1, 0, 0, 1", "2, 5, 0, -1, 0, 0, 1", "3, 5, 3, -1, 0, 0, -1", "4, 0, 3, 1, 0, 0, -1", "5, 0, 0, 0, 1, 1, 0", "6, 0, 3, 0, -1, 1, 0",
		"7, 5, 3, 0, -1, -1, 0", "8, 5, 0, 0, 1, -1, 0" })
	void allEightOrientations(final int orientation, final int x0, final int y0, final int xByX, final int yByX, final int xByY, final int yByY) {
		// Stored pixel (x, y) of result pixel (i, j): (x0, y0) + i (xByX, yByX) + j (xByY, yByY), from EXIF's table of row and column
		final OpenedPicture picture = read("phone.png", withChunk(bytes(small(), "png"), "eXIf", exif(orientation)));
		final ImageProcessor pixels = picture.image().getProcessor();
		assertEquals(orientation < 5 ? 6 : 4, pixels.getWidth());
		assertEquals(orientation < 5 ? 4 : 6, pixels.getHeight());
		for (int j = 0; j < pixels.getHeight(); j++) for (int i = 0; i < pixels.getWidth(); i++) {
			final int stored = small().getRGB(x0 + i * xByX + j * xByY, y0 + i * yByX + j * yByY);
			assertEquals(stored & 0xffffff, pixels.get(i, j) & 0xffffff, "at " + i + ", " + j);
		}
		assertEquals(orientation == 1 ? List.of() : List.of("turned upright (EXIF orientation " + orientation + ")"), picture.notes());
	}

	@Test
	void orientationOfJpegAndTiff() {
		final OpenedPicture jpeg = read("phone.jpg", withSegment(jpeg(demo().getSubimage(0, 0, 640, 320), false), 0xe1, jpegExif(6)));
		assertEquals(320, jpeg.image().getWidth());
		assertEquals("turned upright (EXIF orientation 6)", jpeg.notes().get(0));
		final OpenedPicture scanned = read("scan.tif", tiff(small(), 274, 8));
		assertEquals(4, scanned.image().getWidth());
		assertEquals(rgb(small())[5], rgb(scanned.image())[0], "the last column is the first row");
	}

	private static final byte[] P3 = TestProfiles.profile("Display P3 of a test", TestProfiles.DISPLAY_P3, TestProfiles::srgbToLinear);
	private static final byte[] ADOBE = TestProfiles.profile("Adobe RGB of a test", TestProfiles.ADOBE_RGB, v -> Math.pow(v, 2.19921875));

	@Test
	void displayP3BecomesSrgb() {
		final BufferedImage wide = TestProfiles.in(TestProfiles.DISPLAY_P3, TestProfiles::linearToSrgb, demo());
		final double[] raw = difference(rgb(demo()), rgb(wide));
		assertTrue(raw[0] > 2, "the numbers themselves are off by " + raw[0]);
		final OpenedPicture png = read("wide.png", withChunk(bytes(wide, "png"), "iCCP", iccp(P3)));
		assertEquals(List.of("its colours were converted from Display P3 of a test to sRGB"), png.notes());
		final double[] d = difference(rgb(demo()), rgb(png.image()));
		assertTrue(d[0] < 0.5 && d[1] <= 2, "mean " + d[0] + ", at most " + d[1]);
		final double[] j = difference(rgb(read("plain.jpg", jpeg(demo(), false)).image()), rgb(read("wide.jpg", withSegment(jpeg(wide, false), 0xe2, app2(P3))).image()));
		assertTrue(j[0] < 1, "JPEG: mean " + j[0]);
	}

	@Test
	void adobeRgbBecomesSrgb() {
		final BufferedImage wide = TestProfiles.in(TestProfiles.ADOBE_RGB, v -> Math.pow(v, 1 / 2.19921875), demo());
		final double[] d = difference(rgb(demo()), rgb(read("adobe.png", withChunk(bytes(wide, "png"), "iCCP", iccp(ADOBE))).image()));
		assertTrue(d[0] < 0.5 && d[1] <= 3, "mean " + d[0] + ", at most " + d[1]);
	}

	/** 16 bits are converted as 16 bits: more than 256 levels of a channel come out. */
	@Test
	void sixteenBitColourKeepsItsDepth() {
		final byte[] wide = deepPng(P3);
		final ImagePlus image = read("deep.png", wide).image();
		assertEquals(3, image.getNChannels());
		assertEquals(16, image.getBitDepth());
		final short[] red = (short[]) image.getStack().getProcessor(1).getPixels();
		assertTrue(java.util.stream.IntStream.range(0, red.length).map(i -> red[i]).distinct().count() > 900, "levels of red");
		assertEquals(65535, image.getStack().getProcessor(2).get(1023), 40, "white stays white");
	}

	/** A grey ramp of 1024 levels as 48-bit colour. */
	private static byte[] deepPng(final byte[] profile) {
		final byte[] row = new byte[1 + 1024 * 6];
		for (int x = 0; x < 1024; x++) for (int c = 0; c < 3; c++) {
			final int v = x * 65535 / 1023;
			row[1 + 6 * x + 2 * c] = (byte) (v >> 8);
			row[2 + 6 * x + 2 * c] = (byte) v;
		}
		final java.util.zip.Deflater deflater = new java.util.zip.Deflater();
		deflater.setInput(row);
		deflater.finish();
		final byte[] packed = new byte[8192];
		final int length = deflater.deflate(packed);
		return join(slice(bytes(small(), "png"), 0, 8), chunk("IHDR", join(number(1024), number(1), new byte[] { 16, 2, 0, 0, 0 })), chunk("iCCP", iccp(profile)), chunk(
			"IDAT", slice(packed, 0, length)), chunk("IEND", new byte[0]));
	}

	@Test
	void aProfileThatIsSrgbChangesNothing() {
		final byte[] srgb = TestProfiles.profile("sRGB", new double[] { 0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339, 0.1191920, 0.9503041 },
			TestProfiles::srgbToLinear);
		final OpenedPicture picture = read("srgb.png", withChunk(bytes(demo(), "png"), "iCCP", iccp(srgb)));
		assertArrayEquals(rgb(demo()), rgb(picture.image()));
		assertEquals(List.of(), picture.notes());
	}

	@Test
	void aProfileThatCannotBeReadIsSaid() {
		final byte[] broken = slice(P3, 0, 200);
		final OpenedPicture picture = read("broken.png", withChunk(bytes(small(), "png"), "iCCP", iccp(broken)));
		assertArrayEquals(rgb(small()), rgb(picture.image()));
		assertTrue(picture.notes().get(0).contains("profile cannot be read"), picture.notes().toString());
		final OpenedPicture jpeg = read("half.jpg", withSegment(jpeg(demo(), false), 0xe2, join("ICC_PROFILE\0\1\2".getBytes(), P3)));
		assertTrue(jpeg.notes().get(0).contains("profile cannot be read"), jpeg.notes().toString());
	}

	@Test
	void fourInksBecomeColours() {
		final OpenedPicture picture = read("inks.jpg", CMYK);
		final double[] d = difference(new int[] { 0xcf7754 }, new int[] { rgb(picture.image())[8 * 16 + 8] });
		assertTrue(d[1] <= 3, "off by " + d[1]);
		assertTrue(picture.notes().get(0).contains("CMYK"), picture.notes().toString());
	}

	@Test
	void transparencyLiesOnWhite() {
		final BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x00123456);
		image.setRGB(1, 0, 0x80000000);
		image.setRGB(2, 0, 0xff123456);
		final OpenedPicture picture = read("cut.png", bytes(image, "png"));
		assertArrayEquals(new int[] { 0xffffff, 0x7f7f7f, 0x123456 }, rgb(picture.image()));
		assertEquals(List.of("what is transparent in it was laid on white"), picture.notes());
	}

	/** A colour of a table that is all transparent, as in many GIFs and small PNGs. */
	@Test
	void transparentEntriesOfATable() {
		final IndexColorModel table = new IndexColorModel(8, 3, new byte[] { 10, 20, 30 }, new byte[] { 0, 0, 0 }, new byte[] { 5, 5, 5 }, 1);
		final BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, table);
		for (int x = 0; x < 3; x++) image.getRaster().setSample(x, 0, 0, x);
		for (final String format : new String[] { "png", "gif" }) assertArrayEquals(new int[] { 0x0a0005, 0xffffff, 0x1e0005 }, rgb(read("table", bytes(image, format)).image()));
	}

	@Test
	void greyStaysGreyAtItsDepth() {
		final BufferedImage grey = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
		grey.getRaster().setSample(1, 0, 0, 77);
		assertArrayEquals(new byte[] { 0, 77 }, (byte[]) read("g.png", bytes(grey, "png")).image().getProcessor().getPixels());
		final BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
		deep.getRaster().setSample(1, 0, 0, 50_001);
		assertArrayEquals(new short[] { 0, (short) 50_001 }, (short[]) read("d.png", bytes(deep, "png")).image().getProcessor().getPixels());
		final BufferedImage bits = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY);
		bits.setRGB(1, 0, -1);
		assertArrayEquals(new byte[] { 0, -1 }, (byte[]) read("b.png", bytes(bits, "png")).image().getProcessor().getPixels());
	}

	@Test
	void theScaleIsKeptAndTurnedWithThePicture() {
		final byte[] scaled = withChunk(bytes(small(), "png"), "pHYs", join(number(10_000), number(20_000), new byte[] { 1 }));
		final ImagePlus image = read("scan.png", withChunk(scaled, "eXIf", exif(6))).image();
		assertEquals("cm", image.getCalibration().getUnit());
		assertEquals(0.005, image.getCalibration().pixelWidth, 1e-9);
		assertEquals(0.01, image.getCalibration().pixelHeight, 1e-9);
		final byte[] screen = withChunk(bytes(small(), "png"), "pHYs", join(number(2835), number(2835), new byte[] { 1 }));
		assertFalse(read("screen.png", screen).image().getCalibration().scaled(), "72 dpi is no scale");
	}

	@Test
	void pagesAreSaidAndChosen() throws IOException {
		final Path file = folder.resolve("pages.tif");
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 1; i <= 3; i++) stack.addSlice("s" + i, new ByteProcessor(2, 1, new byte[] { (byte) i, 0 }));
		final ImagePlus pages = new ImagePlus("", stack);
		pages.getCalibration().pixelWidth = 0.25;
		pages.getCalibration().setUnit("mm");
		IJ.save(pages, file.toString());
		assertEquals(3, PictureReader.pages(file));
		assertEquals(List.of("page 1 of 3"), PictureReader.read(file).notes());
		final ImagePlus second = PictureReader.read(file, 2).image();
		assertEquals(2, second.getProcessor().get(0));
		assertEquals("mm", second.getCalibration().getUnit());
		final OpenedPicture all = PictureReader.readAll(file);
		assertEquals(3, all.image().getStackSize());
		assertEquals("s3", all.image().getStack().getSliceLabel(3));
		RefusedPicturesTest.assertRefused("no page 4", () -> PictureReader.read(file, 4));
	}

	/** Its channels are no pages: each page has them all. */
	@Test
	void aPageOfACompositeHasAllChannels() throws IOException {
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 1; i <= 6; i++) stack.addSlice(new ByteProcessor(2, 1, new byte[] { (byte) i, 0 }));
		final ImagePlus plain = new ImagePlus("", stack);
		plain.setDimensions(2, 3, 1);
		final ImagePlus image = new CompositeImage(plain, CompositeImage.COMPOSITE);
		final Path file = folder.resolve("composite.tif");
		IJ.save(image, file.toString());
		assertEquals(3, PictureReader.pages(file));
		final ImagePlus second = PictureReader.read(file, 2).image();
		assertEquals(List.of(2, 3, 4), List.of(second.getNChannels(), second.getStack().getProcessor(1).get(0), second.getStack().getProcessor(2).get(0)));
		assertEquals("composite.tif", second.getTitle());
		RefusedPicturesTest.assertRefused("no page 4", () -> PictureReader.read(file, 4));
		((CompositeImage) image).setMode(CompositeImage.GRAYSCALE);
		IJ.save(image, file.toString());
		assertEquals(6, PictureReader.pages(file), "seen one at a time");
	}

	/** As Fiji shows and takes it. */
	@Test
	void aPageIsSeenInTheRangeOfTheStack() throws IOException {
		final ImageStack stack = new ImageStack(2, 1);
		for (int i = 1; i <= 3; i++) stack.addSlice(new ShortProcessor(2, 1, new short[] { (short) (100 * i), 0 }, null));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDisplayRange(0, 4095);
		IJ.save(image, folder.resolve("deep.tif").toString());
		assertEquals(4095, PictureReader.read(folder.resolve("deep.tif"), 2).image().getDisplayRangeMax());
	}

	@Test
	void whatImageJLeavesOutIsKnown() throws IOException {
		final Path plain = Files.write(folder.resolve("plain.png"), bytes(small(), "png"));
		assertEquals(List.of(), PictureFacts.leftOut(plain, 6, 4));
		final byte[] phone = withChunk(withChunk(bytes(small(), "png"), "iCCP", iccp(P3)), "eXIf", exif(6));
		assertEquals(List.of("lies on its side (EXIF orientation 6)", "has colours of Display P3 of a test, not of sRGB"), PictureFacts.leftOut(Files.write(folder.resolve(
			"phone.png"), phone), 6, 4));
		assertEquals(1, PictureFacts.leftOut(folder.resolve("phone.png"), 4, 6).size(), "it was set up by hand");
		assertEquals(List.of(), PictureFacts.leftOut(folder.resolve("gone.png"), 6, 4));
	}

	@Test
	void nothingIsRegisteredAndNothingIsLeft() throws IOException {
		final String before = String.join(" ", javax.imageio.ImageIO.getReaderFormatNames());
		read("a.jpg", jpeg(demo(), false));
		assertEquals(before, String.join(" ", javax.imageio.ImageIO.getReaderFormatNames()));
		try (var files = Files.list(folder)) {
			assertEquals(1, files.count());
		}
	}

	@Test
	void shortsOfImageJKeepTheirRange() {
		final ImagePlus image = new ImagePlus("", new ShortProcessor(2, 1, new short[] { 100, 4000 }, null));
		image.setDisplayRange(0, 4095);
		IJ.save(image, folder.resolve("camera.tif").toString());
		assertEquals(4095, PictureReader.read(folder.resolve("camera.tif")).image().getDisplayRangeMax());
	}
}
