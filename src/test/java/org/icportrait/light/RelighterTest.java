package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BorderFade;
import org.icportrait.image.Picture;
import org.icportrait.image.PictureRows;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A rendered ellipsoid brought from one known light to another. */
class RelighterTest {

	private static final Harmonics A = LitScenes.soft(-1, 0.4, 0.8, 0.8, 0.75, 0.7), B = LitScenes.soft(1, 0.2, 0.6, 0.6, 0.7, 0.85);

	private static Picture shade(final Harmonics light) {
		return Shading.of(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), Light.of(light), Progress.NONE);
	}

	private static Picture relit(final Picture picture, final Harmonics from, final Harmonics to) {
		return apply(picture, LitScenes.ratio(LitScenes.MAPS, shade(from), shade(to)));
	}

	private static Picture apply(final Picture picture, final Picture ratio) {
		return LitScenes.relit(picture, new Area(0, 0, picture.width(), picture.height()), LitScenes.MAPS, ratio, Progress.NONE);
	}

	@Test
	void fromAToBIsTheRenderingUnderB() {
		final double error = LitScenes.meanDifference(relit(LitScenes.rendered(LitScenes.HEAD, A), A, B), LitScenes.rendered(LitScenes.HEAD, B));
		assertTrue(error < 0.03, "error " + error);
	}

	@Test
	void thereAndBackIsTheSource() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A);
		final double error = LitScenes.meanDifference(relit(relit(picture, A, B), B, A), picture);
		assertTrue(error < 0.01, "error " + error);
	}

	@Test
	void theSameLightChangesNothing() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A);
		assertArrayEquals(picture.data(), relit(picture, A, A).data(), 1e-6f);
	}

	/** Skin in deep shade is brought to the light around it, nothing is brightened as much beyond that. */
	@Test
	void deepShadeIsBroughtToTheMeanLight() {
		final int n = LitScenes.MAPS.size(), middle = n / 2 + LitScenes.MAPS.width() / 2;
		final Picture own = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 3), even = own.copy();
		Arrays.fill(own.data(), 1);
		Arrays.fill(even.data(), 1);
		for (int c = 0; c < 3; c++) own.data()[c * n + middle] = 0.1f;
		assertEquals(9.2, LitScenes.ratio(LitScenes.MAPS, own, even).data()[middle], 0.3);
		Arrays.fill(own.data(), 0.1f);
		assertEquals(6, LitScenes.ratio(LitScenes.MAPS, own, even).data()[middle], 1e-6);
	}

	/** Beside a person and within hair about a head rows are left out where they are black; it changes no other pixel. */
	@Test
	void gapsStayBlackAndChangeNothingBeside() {
		final Picture full = new Picture(LitScenes.SIDE, LitScenes.SIDE, 3);
		Arrays.fill(full.data(), 0.3f);
		final Picture ratio = LitScenes.ratio(LitScenes.MAPS, shade(A), shade(B)), whole = apply(full, ratio);
		for (final int[] gap : new int[][] { { 0, 130 }, { 0, 129 }, { 0, 7 }, { 5, 6 }, { 10, 43 }, { 1, 34 }, { 20, 125 }, { 96, 130 }, { 128, 130 } }) {
			final Picture some = full.copy(), expected = whole.copy();
			for (int line = 0; line < 3 * LitScenes.SIDE; line++) for (final Picture one : new Picture[] { some, expected }) {
				Arrays.fill(one.data(), line * LitScenes.SIDE + gap[0], line * LitScenes.SIDE + gap[1], 0);
			}
			assertArrayEquals(expected.data(), apply(some, ratio).data(), "from " + gap[0] + " to " + gap[1]);
		}
	}

	@Test
	void aCastOfTheLightIsACastOfThePicture() {
		final double[] coefficients = A.toArray();
		for (int i = 2; i < 27; i += 3) coefficients[i] *= 0.5;
		final Harmonics warm = Harmonics.of(coefficients);
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A), out = relit(picture, A, warm);
		final int middle = LitScenes.SIDE / 2;
		assertEquals(picture.get(middle, middle, 0), out.get(middle, middle, 0), 1e-5);
		assertEquals(0.5, out.get(middle, middle, 2) / picture.get(middle, middle, 2), 0.03);
	}

	/** Mixing with a background is the composition's: a soft edge must not be lit by its matte a second time. */
	@Test
	void aHalfTransparentPixelIsLitAsFarAsAnOpaqueOne() {
		final Picture white = new Picture(LitScenes.SIDE, LitScenes.SIDE, 3);
		Arrays.fill(white.data(), 0.4f);
		final HeadMaps maps = LitScenes.MAPS;
		final Picture red = new Picture(maps.width(), maps.height(), 3);
		Arrays.fill(red.data(), 0, maps.size(), 1.5f);
		Arrays.fill(red.data(), maps.size(), 3 * maps.size(), 0.25f);
		final Picture out = apply(white, red);
		for (int i = 0; i < out.planeSize(); i++) {
			assertEquals(0.6, out.data()[i], 1e-6);
			assertEquals(0.1, out.data()[2 * out.planeSize() + i], 1e-6);
		}
	}

	/** A slope over the grid is found again at each pixel's place, on a grid that is turned and lies off the picture's corner. */
	@Test
	void theRatioIsReadAtThePixelsPlace() {
		final Similarity grid = new Similarity(0.2, 0.1, 8, 7);
		final HeadMaps maps = new HeadMaps(grid, new Picture(40, 40, 1), new Picture(40, 40, 1), new Picture(40, 40, 3), new Picture(40, 40, 3), new Picture(40, 40, 3));
		final Picture ratio = new Picture(40, 40, 3), grey = new Picture(30, 20, 3);
		Arrays.fill(grey.data(), 0.2f);
		for (int i = 0; i < 1600; i++) for (int c = 0; c < 3; c++) ratio.data()[c * 1600 + i] = 1 + 0.01f * (i % 40) - 0.005f * c * (i / 40);
		final Area area = new Area(20, 50, 30, 20);
		final Picture out = LitScenes.relit(grey, area, maps, ratio, Progress.NONE);
		for (int y = 0; y < 20; y++) {
			for (int x = 0; x < 30; x++) {
				final double column = grid.x(20.5 + x, 50.5 + y) - 0.5, row = grid.y(20.5 + x, 50.5 + y) - 0.5;
				for (int c = 0; c < 3; c++) assertEquals(0.2 * (1 + 0.01 * column - 0.005 * c * row), out.get(x, y, c), 1e-5);
			}
		}
	}

	/** A reader works on one row after the other with the same buffers. */
	@Test
	void nothingOfARowIsLeftInTheNext() {
		final Picture person = new Picture(8, 2, 3), three = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 3);
		for (int c = 0; c < 3; c++) for (int x = 0; x < 8; x++) person.set(x, 0, c, 0.2f);
		for (int c = 0; c < 3; c++) person.set(4, 1, c, 0.1f);
		Arrays.fill(three.data(), 3);
		final Area area = new Area(0, 0, 8, 2);
		final PictureRows.Reader reader = Relighter.rows(person, area, LitScenes.MAPS, three, HeldGleams.NONE, LitScenes.everywhere(area)).reader();
		final float[] line = new float[24];
		for (int y = 0; y < 2; y++) reader.read(y, line);
		for (int i = 0; i < 24; i++) assertEquals(i % 8 == 4 ? 0.3f : 0, line[i], 1e-6, "sample " + i);
	}

	/** Black beside a person is passed over, which changes nothing of who stands between: not even where the ratio is read at places some pixels apart. */
	@Test
	void blackBesideAPersonChangesNothingOfThePerson() {
		final Picture whole = LitScenes.rendered(LitScenes.HEAD, A), between = whole.copy(), ratio = new Picture(40, 40, 3);
		final int w = whole.width(), n = whole.planeSize(), left = w / 3 + 1, right = w - 10;
		for (int i = 0; i < n; i++) if (i % w < left || i % w >= right) for (int c = 0; c < 3; c++) between.data()[c * n + i] = 0;
		for (int i = 0; i < ratio.data().length; i++) ratio.data()[i] = 0.5f + i % 7;
		final HeadMaps maps = new HeadMaps(new Similarity(40.0 / w, 0, 0, 0), new Picture(40, 40, 1), new Picture(40, 40, 1), new Picture(40, 40, 3),
			new Picture(40, 40, 3), new Picture(40, 40, 3));
		final Area area = new Area(0, 0, w, whole.height());
		final Picture lit = LitScenes.relit(whole, area, maps, ratio, Progress.NONE), cut = LitScenes.relit(between, area, maps, ratio, Progress.NONE);
		for (int i = 0; i < 3 * n; i++) assertEquals(i % w < left || i % w >= right ? 0 : lit.data()[i], cut.data()[i], "pixel " + i % w + ", " + i / w);
	}

	/** Where the picture goes on beyond what is worked on, light ends softly: whole inside, none at the border, no step between. */
	@Test
	void lightDoesNotEndAtALine() {
		final Picture grey = new Picture(100, 80, 3), ratio = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 3);
		Arrays.fill(grey.data(), 0.2f);
		Arrays.fill(ratio.data(), 2);
		final Area area = new Area(0, 10, 100, 80);
		final Picture out = LitScenes.relit(grey, area, LitScenes.MAPS, ratio, HeldGleams.NONE, new BorderFade(area, 100, 300, 40), Progress.NONE);
		assertEquals(0.4, out.get(0, 39, 0), 0.01, "the picture's own border is none");
		assertEquals(0.2, out.get(50, 0, 0), 0.01);
		assertEquals(0.2, out.get(50, 79, 1), 0.01);
		for (int y = 1; y < 80; y++) for (int x = 0; x < 100; x++) assertEquals(out.get(x, y - 1, 2), out.get(x, y, 2), 0.01);
	}

	@Test
	void nothingIsBlownOutAndNothingIsNegative() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A);
		for (final float v : relit(picture, A, A.scaled(20)).data()) assertTrue(v >= 0 && v <= 1);
		for (final float v : relit(picture, A.scaled(20), A).data()) assertTrue(v >= 0 && v <= 1);
	}

	/** Brighter input stays brighter, and white stays white. */
	@Test
	void highlightsAreBentWithoutTurningOver() {
		final Picture ramp = new Picture(200, 1, 3), ratio = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 3);
		for (int i = 0; i < 600; i++) ramp.data()[i] = (i % 200) / 199f;
		Arrays.fill(ratio.data(), 3);
		final Picture out = apply(ramp, ratio);
		for (int x = 1; x < 200; x++) assertTrue(out.get(x, 0, 0) >= out.get(x - 1, 0, 0) - 1e-6, "turns over at " + x);
		assertEquals(0.3, out.get(20, 0, 1), 0.01);
		assertEquals(1, out.get(199, 0, 2), 1e-6);
	}

	@Test
	void noiseInDeepShadowIsNotRaisedWithoutLimit() {
		final Picture dim = LitScenes.rendered(LitScenes.HEAD, A.scaled(1e-3));
		final Picture out = relit(dim, Harmonics.even(1e-6, 1e-6, 1e-6), A);
		for (int i = 0; i < out.data().length; i++) assertTrue(out.data()[i] <= 6.001f * dim.data()[i]);
	}

	@Test
	void theInputIsNotChanged() {
		final Picture picture = LitScenes.rendered(LitScenes.HEAD, A), from = shade(A), to = shade(B);
		final float[] before = picture.data().clone(), old = from.data().clone(), wanted = to.data().clone();
		apply(picture, LitScenes.ratio(LitScenes.MAPS, from, to));
		assertTrue(Arrays.equals(before, picture.data()) && Arrays.equals(old, from.data()) && Arrays.equals(wanted, to.data()));
	}
}
