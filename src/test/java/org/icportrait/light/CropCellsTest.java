package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The grid on which references are masked: no pixel has two owners, and nothing hidden is read. */
class CropCellsTest {

	private static final int SIDE = CropCells.SIDE;

	private static Picture noise(final int w, final int h, final long seed) {
		final Picture out = new Picture(w, h, 3);
		final Random random = new Random(seed);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = random.nextFloat();
		return out;
	}

	private static Area whole(final Picture picture) {
		return new Area(0, 0, picture.width(), picture.height());
	}

	/** Boxes at places where sums of rounded numbers fall on the borders of pixels, and any others. */
	private static HeadBox[] boxes() {
		return new HeadBox[] { new HeadBox(200, 180, 128 / 1.8, 0), new HeadBox(200.5, 180.5, 256 / 1.8, 0), new HeadBox(150.3, 170.7, 133.7, 12),
			new HeadBox(100, 300, 60, -88), new HeadBox(31.1, 40, 55.55, 179), new HeadBox(210, 190, 160, 91) };
	}

	@Test
	void whatIsHiddenIsNeverRead() {
		final Picture picture = noise(400, 380, 1);
		for (final HeadBox box : boxes()) {
			for (final double ratio : new double[] { 0.5, 0.8, 0.95 }) {
				final CropCells crop = new CropCells(box);
				final boolean[] shown = new PatchMask(SIDE, SIDE, ratio, 5, 3).toArray();
				final Picture spoiled = picture.copy();
				int hidden = 0;
				for (int i = 0; i < picture.planeSize(); i++) {
					final int owner = crop.of(i % picture.width(), i / picture.width());
					if (owner >= 0 && shown[owner]) continue;
					hidden++;
					for (int c = 0; c < 3; c++) spoiled.data()[c * picture.planeSize() + i] = Float.NaN;
				}
				assertTrue(hidden > 0);
				final Picture clean = crop.read(picture, whole(picture), shown, Progress.NONE);
				assertArrayEquals(clean.data(), crop.read(spoiled, whole(picture), shown, Progress.NONE).data(), box + " " + ratio);
				// The same change where it can be seen is seen: the assertion above could fail.
				final Picture other = crop.read(noise(400, 380, 2), whole(picture), shown, Progress.NONE);
				assertTrue(!Arrays.equals(clean.data(), other.data()));
			}
		}
	}

	/** Light does not know the room that finds faces; its crop is the crop that faces are read in. */
	@Test
	void theCropIsThatOfFaces() {
		assertEquals(org.icportrait.face.FaceBox.CROP, HeadBox.CROP);
		final Similarity ours = new HeadBox(40, 50, 60, 90).cropToPicture(), theirs = new org.icportrait.face.FaceBox(40, 50, 60, 90, 1).cropToPicture();
		assertEquals(theirs.x(0.2, 0.9), ours.x(0.2, 0.9), 1e-9);
		assertEquals(theirs.y(0.2, 0.9), ours.y(0.2, 0.9), 1e-9);
	}

	@Test
	void aCellIsTheMeanOfItsPixels() {
		final Picture picture = noise(400, 380, 1);
		final CropCells crop = new CropCells(new HeadBox(200, 180, 256 / 1.8, 0));
		final Picture cells = crop.read(picture, whole(picture), null, Progress.NONE);
		// The crop is 256 pixels wide and begins at (72, 52): two pixels a cell and side.
		float sum = 0;
		for (int k = 0; k < 4; k++) sum += picture.get(72 + 2 * 30 + k % 2, 52 + 2 * 20 + k / 2, 1);
		assertEquals(sum / 4, cells.get(30, 20, 1), 1e-6);
		assertEquals(1, cells.get(30, 20, 3));
	}

	/** A picture that lies on its side, with its head, says what the upright one says. */
	@Test
	void quarterTurnsOfThePictureChangeNothing() {
		final Picture upright = noise(300, 300, 4);
		final Picture expected = new CropCells(new HeadBox(140.3, 160.2, 90.7, 7)).read(upright, whole(upright), null, Progress.NONE);
		// Counter-clockwise as seen: (x, y) goes to (y, 300 - x).
		Picture turned = upright;
		double x = 140.3, y = 160.2;
		for (int quarter = 1; quarter < 4; quarter++) {
			final Picture next = new Picture(300, 300, 3);
			for (int i = 0; i < 3 * 300 * 300; i++) {
				final int column = i % 300, row = i / 300 % 300;
				next.set(row, 299 - column, i / 90000, turned.get(column, row, i / 90000));
			}
			turned = next;
			final double before = x;
			x = y;
			y = 300 - before;
			final double roll = quarter < 3 ? 90 * quarter + 7 : -83;
			final CropCells crop = new CropCells(new HeadBox(x, y, 90.7, roll));
			final float[] found = crop.read(turned, whole(turned), null, Progress.NONE).data();
			assertArrayEquals(expected.data(), found, 1e-5f, quarter + " quarters");
			assertTrue(crop.turn().degreesTo(org.icportrait.geometry.Rotation.about(0, 0, 1, Math.toRadians(90 * quarter))) < 1e-6);
		}
	}

	@Test
	void fractionsOfTheCropLieWhereTheCellsAre() {
		for (final HeadBox box : boxes()) {
			final CropCells crop = new CropCells(box);
			final Similarity toPicture = crop.toPicture();
			for (final int cell : new int[] { 0, 127, 64 * SIDE + 3, SIDE * SIDE - 1 }) {
				final double u = (cell % SIDE + 0.5) / SIDE, v = (cell / SIDE + 0.5) / SIDE;
				final int x = (int) Math.floor(toPicture.x(u, v)), y = (int) Math.floor(toPicture.y(u, v));
				final int owner = crop.of(x, y);
				if (crop.cell() < 2) continue;
				assertEquals(cell, owner, box.toString());
			}
		}
	}

	/** Fewer pixels than cells: a cell shows the pixel under its middle, and nothing where that belongs to a hidden cell. */
	@Test
	void aCoarsePictureIsReadByItsPixels() {
		final Picture picture = noise(60, 60, 5);
		final CropCells crop = new CropCells(new HeadBox(30, 30, 50 / 1.8, 0));
		final Picture cells = crop.read(picture, whole(picture), null, Progress.NONE);
		assertEquals(picture.get(5, 5, 0), cells.get(0, 0, 0));
		assertEquals(picture.get(54, 54, 2), cells.get(127, 127, 2));
		final boolean[] shown = new boolean[SIDE * SIDE];
		Arrays.fill(shown, true);
		final int owner = crop.of(20, 25);
		shown[owner] = false;
		final Picture masked = crop.read(picture, whole(picture), shown, Progress.NONE);
		int without = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (masked.data()[3 * SIDE * SIDE + i] == 1) continue;
			without++;
			for (int c = 0; c < 3; c++) assertEquals(0, masked.data()[c * SIDE * SIDE + i]);
		}
		assertTrue(without > 1, "the pixel's other cells show nothing either: " + without);
	}
}
