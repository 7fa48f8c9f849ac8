package org.icportrait.imagej;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.ImageRoi;
import ij.gui.TextRoi;
import ij.io.FileInfo;
import ij.plugin.LutLoader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageConverter;
import ij.process.ImageProcessor;
import ij.process.LUT;

import java.awt.Color;
import java.util.List;

import org.icportrait.image.Colour;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

/** What lies open is read as it is seen. */
class AsSeenTest {

	private static ByteProcessor bytes(final int... values) {
		final ByteProcessor pixels = new ByteProcessor(values.length, 1);
		for (int i = 0; i < values.length; i++) pixels.set(i, values[i]);
		return pixels;
	}

	/** Brightness and contrast that were set and not applied, as for 16 and 32 bits. */
	@Test
	void bytesAreReadOverTheDisplayRangeAndComeBackInIt() {
		final ImagePlus image = new ImagePlus("", bytes(40, 41, 80, 119, 120));
		image.setDisplayRange(40, 120);
		final Photograph photograph = Photograph.of(image);
		assertEquals(Colour.toLinear(0.5f), photograph.picture().get(2, 0, 1), 1e-6);
		assertEquals(1, photograph.picture().get(4, 0, 1), 1e-6);
		final ImagePlus back = photograph.derive(photograph.picture(), "same");
		assertEquals(40, back.getDisplayRangeMin());
		assertEquals(120, back.getDisplayRangeMax());
		for (int i = 0; i < 5; i++) assertEquals(image.getProcessor().get(i), back.getProcessor().get(i));
	}

	/** The table and range of the channel that is shown lay on all of them. */
	@Test
	void channelsThatAreSeenOneAtATimeHaveTheirOwnTablesAndRanges() {
		final ImageStack stack = new ImageStack(1, 1);
		stack.addSlice(bytes(100));
		stack.addSlice(bytes(100));
		final ImagePlus plain = new ImagePlus("two", stack);
		plain.setDimensions(2, 1, 1);
		final CompositeImage image = new CompositeImage(plain, CompositeImage.COLOR);
		image.setChannelLut(table(Color.RED, 100), 1);
		image.setChannelLut(table(Color.GREEN, 200), 2);
		image.setC(2);
		final Photograph red = Photograph.of(Slices.get(image, 1)), green = Photograph.of(Slices.get(image, 2));
		for (int c = 0; c < 3; c++) {
			assertEquals(1, red.picture().get(0, 0, c), 1e-5);
			assertEquals(Colour.toLinear(0.5f), green.picture().get(0, 0, c), 1e-5);
		}
		image.setMode(CompositeImage.GRAYSCALE);
		assertEquals(PixelFormat.Kind.GREY8, Photograph.of(Slices.get(image, 1)).format().kind());
		assertEquals(100, Photograph.of(Slices.get(image, 1)).format().high());
		assertEquals(200, Photograph.of(Slices.get(image, 2)).format().high());
	}

	/** Numbers that a table paints are read as if it were grey, and come back grey, of their own depth and range. */
	@Test
	void ofNumbersThatATablePaintsTheValuesCount() {
		for (final String table : List.of("green", "fire", "ice", "spectrum", "magenta")) for (final ImageProcessor pixels : List.of(bytes(0, 64, 128, 255), bytes(0, 64, 128, 255).convertToShort(false))) {
			final Photograph plain = Photograph.of(new ImagePlus("", pixels));
			pixels.setColorModel(LutLoader.getLut(table));
			final Photograph painted = Photograph.of(new ImagePlus("", pixels));
			assertArrayEquals(plain.picture().data(), painted.picture().data(), table);
			assertEquals(plain.format(), painted.format(), table);
		}
	}

	/** Lists of colours have no order, and negatives are seen the right way round. */
	@Test
	void whatListsColoursOrIsSeenAsANegativeIsReadAsItIsSeen() {
		final ImagePlus photograph = new ImagePlus("", new ColorProcessor(32, 32));
		for (int i = 0; i < 32 * 32; i++) photograph.getProcessor().set(i, Color.HSBtoRGB(i / 1024f, 0.3f, i % 32 / 31f));
		new ImageConverter(photograph).convertRGBtoIndexedColor(256);
		assertSame(PixelFormat.RGB, DisplayedSlice.format(photograph), "reduced by ImageJ");
		final ImagePlus again = new ImagePlus("", photograph.getProcessor());
		assertSame(PixelFormat.RGB, DisplayedSlice.format(again), "by its table alone");
		final ImageProcessor few = bytes(0, 1, 2, 3), negative = bytes(0, 255), ramp = bytes(0, 255);
		few.setColorModel(LutLoader.getLut("3-3-2 RGB"));
		assertSame(PixelFormat.RGB, DisplayedSlice.format(new ImagePlus("", few)), "even colours");
		negative.setColorModel(LutLoader.getLut("green"));
		negative.invertLut();
		final ImagePlus inverted = new ImagePlus("", negative);
		assertSame(PixelFormat.RGB, DisplayedSlice.format(inverted), "negative");
		assertEquals(1, DisplayedSlice.linear(inverted).get(0, 0, 1), 1e-5);
		ramp.setColorModel(LutLoader.getLut("green"));
		final ImagePlus gif = new ImagePlus("", ramp);
		final FileInfo file = new FileInfo();
		file.fileFormat = FileInfo.GIF_OR_JPG;
		gif.setFileInfo(file);
		assertSame(PixelFormat.RGB, DisplayedSlice.format(gif), "a GIF");
	}

	/** A grey table that is no straight ramp was chosen for what it shows. */
	@Test
	void aGreyCurveIsReadAsItIsSeen() {
		final byte[] curve = new byte[256];
		for (int i = 0; i < 256; i++) curve[i] = (byte) (i * i / 255);
		final ImageProcessor pixels = bytes(0, 64, 128, 255);
		pixels.setColorModel(new LUT(curve, curve, curve));
		final ImagePlus image = new ImagePlus("", pixels);
		assertSame(PixelFormat.RGB, DisplayedSlice.format(image));
		assertEquals(Colour.toLinear(64 * 64 / 255 / 255f), DisplayedSlice.linear(image).get(1, 0, 0), 1e-5);
	}

	private static LUT table(final Color colour, final double high) {
		final LUT table = LUT.createLutFromColor(colour);
		table.min = 0;
		table.max = high;
		return table;
	}

	/** It ended in a fault of ImageJ's. */
	@Test
	void aStackThatIsClosedMeanwhileIsSaid() {
		final ImageStack stack = new ImageStack(1, 1);
		for (int i = 0; i < 3; i++) stack.addSlice(bytes(100));
		final ImagePlus image = new ImagePlus("three", stack);
		Slices.get(image, 2);
		image.flush();
		assertTrue(assertThrows(BadInput.class, () -> Slices.get(image, 3)).getMessage().contains("was closed or lost slices"));
	}

	/** ImageJ calls them areas. */
	@Test
	void textsAndPicturesLaidOnItSelectNothing() {
		final ImagePlus image = new ImagePlus("", bytes(1, 2, 3, 4));
		image.setRoi(new TextRoi(0, 0, "a"));
		assertNull(Photograph.of(image).selection());
		image.setRoi(new ImageRoi(0, 0, bytes(1, 2)));
		assertNull(Photograph.of(image).selection());
	}
}
