package org.icportrait.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.List;

import org.icportrait.face.FaceChoice;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

class PhotographTest {

	private static final int WIDTH = 16;
	private static final int HEIGHT = 8;

	@Test
	void greyBytesComeBackExactly() {
		final ImagePlus image = ramp(new ByteProcessor(WIDTH, HEIGHT), 255);
		assertSamePixels(image, roundTrip(image));
	}

	@Test
	void colourComesBackExactly() {
		final ColorProcessor pixels = new ColorProcessor(WIDTH, HEIGHT);
		for (int i = 0; i < WIDTH * HEIGHT; i++) pixels.set(i, i * 2 << 16 | 255 - i << 8 | i);
		final ImagePlus image = new ImagePlus("colour.png", pixels);
		final ImagePlus back = roundTrip(image);
		assertEquals(ImagePlus.COLOR_RGB, back.getType());
		for (int i = 0; i < WIDTH * HEIGHT; i++) assertEquals(pixels.get(i) & 0xffffff, back.getProcessor().get(i) & 0xffffff);
	}

	/** Of a range that hides what is there nobody thinks who reads that no face was found. */
	@Test
	void aDisplayRangeThatHidesTheFaceIsNamed() {
		final ImagePlus image = ramp(new ByteProcessor(WIDTH, HEIGHT), 255);
		final String plain = noFace(Photograph.of(image));
		assertTrue(plain.startsWith("No face was found in the picture;") && !plain.contains("range"), plain);
		image.setDisplayRange(0, 100);
		assertTrue(noFace(Photograph.of(image)).contains("Reset its display range"), noFace(Photograph.of(image)));
		assertEquals("found", Photograph.of(image).look(() -> "found"));
	}

	private static String noFace(final Photograph photograph) {
		return assertThrows(BadInput.class, () -> photograph.look(() -> FaceChoice.largest().select(List.of()))).getMessage();
	}

	@Test
	void sixteenBitsComeBackInsideTheDisplayRange() {
		final ImagePlus image = ramp(new ShortProcessor(WIDTH, HEIGHT), 4000);
		image.setDisplayRange(0, 4095);
		final ImagePlus back = roundTrip(image);
		assertEquals(ImagePlus.GRAY16, back.getType());
		assertEquals(4095, back.getDisplayRangeMax());
		for (int i = 0; i < WIDTH * HEIGHT; i++) assertEquals(image.getProcessor().getf(i), back.getProcessor().getf(i), 1);
	}

	@Test
	void floatsComeBackInsideTheDisplayRange() {
		final ImagePlus image = ramp(new FloatProcessor(WIDTH, HEIGHT), 1);
		image.setDisplayRange(-0.5, 1.5);
		final ImagePlus back = roundTrip(image);
		assertEquals(ImagePlus.GRAY32, back.getType());
		for (int i = 0; i < WIDTH * HEIGHT; i++) assertEquals(image.getProcessor().getf(i), back.getProcessor().getf(i), 1e-3);
	}

	@Test
	void shownValuesAreSrgbAndThePictureIsLinear() {
		final ByteProcessor pixels = new ByteProcessor(2, 1, new byte[] { (byte) 128, (byte) 255 });
		final Picture picture = Photograph.of(new ImagePlus("", pixels)).picture();
		assertEquals(3, picture.channels());
		for (int c = 0; c < 3; c++) {
			assertEquals(Colour.byteToLinear(128), picture.get(0, 0, c), 1e-6);
			assertEquals(1, picture.get(1, 0, c), 1e-6);
		}
	}

	@Test
	void listedColoursAreReadAsSeen() {
		final ByteProcessor pixels = new ByteProcessor(2, 1, new byte[] { 0, (byte) 255 });
		final byte[] red = new byte[256];
		red[255] = (byte) 255;
		pixels.setLut(new LUT(red, new byte[256], new byte[256]));
		final Photograph photograph = Photograph.of(new ImagePlus("", pixels));
		assertEquals(PixelFormat.Kind.RGB, photograph.format().kind());
		assertArrayEquals(new float[] { 0, 1, 0, 0, 0, 0 }, photograph.picture().data(), 1e-6f);
	}

	@Test
	void compositesAddTheirChannelsAndKeepSixteenBits() {
		final ImageStack stack = new ImageStack(2, 1);
		stack.addSlice(new ShortProcessor(2, 1, new short[] { 1000, 0 }, null));
		stack.addSlice(new ShortProcessor(2, 1, new short[] { 0, 501 }, null));
		final ImagePlus image = new ImagePlus("", stack);
		image.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(image, CompositeImage.COMPOSITE);
		composite.setChannelLut(table(Color.RED), 1);
		composite.setChannelLut(table(Color.GREEN), 2);
		final Photograph photograph = Photograph.of(composite);
		assertEquals(PixelFormat.Kind.RGB, photograph.format().kind());
		assertEquals(1, photograph.picture().get(0, 0, 0), 1e-5);
		assertEquals(Colour.toLinear(0.501f), photograph.picture().get(1, 0, 1), 1e-4);
		assertEquals(0, photograph.picture().get(1, 0, 2), 1e-6);
	}

	private static LUT table(final Color colour) {
		final LUT table = LUT.createLutFromColor(colour);
		table.min = 0;
		table.max = 1000;
		return table;
	}

	@Test
	void theCurrentSliceIsRead() {
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(new ByteProcessor(1, 1, new byte[] { 0 }));
		stack.addSlice(new ByteProcessor(1, 1, new byte[] { (byte) 255 }));
		final ImagePlus image = new ImagePlus("", stack);
		image.setSlice(2);
		assertEquals(1, Photograph.of(image).picture().get(0, 0, 0), 1e-6);
	}

	@Test
	void calibrationSelectionAndNameAreKeptAndTheInputIsNotTouched() {
		final ImagePlus image = ramp(new ByteProcessor(WIDTH, HEIGHT), 255);
		image.setTitle("someone.jpg");
		image.getCalibration().pixelWidth = 0.25;
		image.getCalibration().setUnit("mm");
		image.setRoi(new Roi(2, 1, 5, 4));
		final ImageProcessor before = image.getProcessor().duplicate();
		final Photograph photograph = Photograph.of(image);
		final ImagePlus out = photograph.derive(photograph.picture(), "view");
		assertEquals(new Rectangle(2, 1, 5, 4), photograph.selection());
		assertEquals("someone-view", out.getTitle());
		assertEquals(0.25, out.getCalibration().pixelWidth);
		assertEquals("mm", out.getCalibration().getUnit());
		out.getCalibration().pixelWidth = 3;
		out.getProcessor().set(0);
		assertEquals(0.25, image.getCalibration().pixelWidth);
		assertArrayEquals((byte[]) before.getPixels(), (byte[]) image.getProcessor().getPixels());
	}

	@Test
	void aLineIsNoSelectionOfAFace() {
		final ImagePlus image = ramp(new ByteProcessor(WIDTH, HEIGHT), 255);
		image.setRoi(new ij.gui.Line(0, 0, 5, 5));
		assertNull(Photograph.of(image).selection());
	}

	@Test
	void noImageIsSaid() {
		assertSentence("no image", null);
	}

	@Test
	void anEmptyStackIsSaid() {
		assertSentence("empty", new ImagePlus());
	}

	@Test
	void notANumberIsSaidWithItsPlace() {
		final FloatProcessor pixels = new FloatProcessor(WIDTH, HEIGHT);
		pixels.setf(3, 2, Float.NaN);
		assertSentence("(3, 2)", new ImagePlus("", pixels));
	}

	@Test
	void infinityIsSaid() {
		final FloatProcessor pixels = new FloatProcessor(WIDTH, HEIGHT);
		pixels.setf(1, 0, Float.POSITIVE_INFINITY);
		pixels.setMinAndMax(0, 1);
		assertSentence("infinite", new ImagePlus("", pixels));
	}

	@Test
	void twentyThousandPixelsAreSaid() {
		assertSentence("at most", IJ.createImage("", "8-bit", 20_000, 2, 1));
	}

	private static void assertSentence(final String part, final ImagePlus image) {
		final BadInput thrown = assertThrows(BadInput.class, () -> Photograph.of(image));
		assertTrue(thrown.getMessage().contains(part), thrown.getMessage());
	}

	private static ImagePlus ramp(final ImageProcessor pixels, final double high) {
		for (int i = 0; i < WIDTH * HEIGHT; i++) pixels.setf(i, (float) (high * i / (WIDTH * HEIGHT - 1)));
		return new ImagePlus("ramp.tif", pixels);
	}

	private static ImagePlus roundTrip(final ImagePlus image) {
		final Photograph photograph = Photograph.of(image);
		return photograph.derive(photograph.picture(), "same");
	}

	private static void assertSamePixels(final ImagePlus expected, final ImagePlus actual) {
		assertEquals(expected.getType(), actual.getType());
		for (int i = 0; i < WIDTH * HEIGHT; i++) assertEquals(expected.getProcessor().getf(i), actual.getProcessor().getf(i));
	}
}
