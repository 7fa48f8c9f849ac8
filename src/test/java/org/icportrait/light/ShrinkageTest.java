package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.junit.jupiter.api.Test;

/** What of a difference between two looks is taken for light. */
class ShrinkageTest {

	private static final HeadMaps MAPS = LitScenes.MAPS;
	private static final Shrinkage SHRINKAGE = new Shrinkage(0.1, 0.1, 0.5);
	/** In red, green and blue; its luminance is 0. */
	private static final float[] COLOUR = { 1, -0.2126f / 0.7152f, 0 };

	/** Logarithms that grow from the head's right to its left, in brightness and in colour. */
	private static Picture slope(final double brightness, final double colour) {
		final Picture out = new Picture(MAPS.width(), MAPS.height(), 3);
		final int n = MAPS.size();
		for (int i = 0; i < 3 * n; i++) out.data()[i] = (float) ((brightness + colour * COLOUR[i / n]) * MAPS.coordinates().data()[i % n]);
		return out;
	}

	/** Largest brightness and largest red over it in what is left of a change. */
	private static double[] left(final HeadMaps maps, final Picture difference, final Picture change) {
		final Picture out = change.copy();
		SHRINKAGE.apply(maps, difference, out);
		final int n = maps.size();
		final double[] most = new double[2];
		for (int i = 0; i < n; i++) {
			final float light = Colour.luminance(out.data()[i], out.data()[n + i], out.data()[2 * n + i]);
			most[0] = Math.max(most[0], Math.abs(light));
			most[1] = Math.max(most[1], Math.abs(out.data()[i] - light));
		}
		return most;
	}

	private static double[] left(final Picture difference) {
		return left(MAPS, difference, difference);
	}

	@Test
	void noDifferenceLeavesNothingOfAnyChange() {
		final Picture change = slope(1, 1);
		SHRINKAGE.apply(MAPS, new Picture(MAPS.width(), MAPS.height(), 3), change);
		for (final float value : change.data()) assertTrue(value == 0);
	}

	@Test
	void aSmallDifferenceIsDrawnInAndALargeOneStays() {
		final double whole = left(slope(1, 0))[0];
		assertTrue(left(slope(0.05, 0))[0] < 0.1 * 0.05 * whole, "a twentieth");
		assertEquals(1, left(slope(2, 0))[0] / (2 * whole), 0.01);
		assertTrue(Shrinkage.trust(0.1, 0.1) > 0.5 && Shrinkage.trust(0.1, 0.1) < 0.7);
		assertTrue(Shrinkage.trust(0.2, 0.1) > 0.95);
	}

	/** Colours of skins differ more often than those of lights. */
	@Test
	void brightnessAndColourAreJudgedApart() {
		final double[] both = left(slope(1, 1)), faint = left(slope(1, 0.05)), alone = left(slope(0.01, 2));
		assertEquals(both[0], faint[0], 1e-4, "brightness stays");
		assertTrue(faint[1] < 0.1 * 0.05 * both[1], "colour that may be skin goes");
		assertTrue(alone[1] < 0.1 * both[1], "colour without light goes");
	}

	@Test
	void theFaceJudges() {
		final Picture beyond = slope(1, 0), within = slope(1, 0);
		final int n = MAPS.size();
		for (int i = 0; i < 3 * n; i++) {
			final float y = MAPS.coordinates().data()[n + i % n], z = MAPS.coordinates().data()[2 * n + i % n];
			(y > -0.8f && y < 0.9f && z > 0.2f ? beyond : within).data()[i] = 0;
		}
		final Picture change = slope(1, 0);
		assertTrue(left(MAPS, within, change)[0] > 0.95 * left(MAPS, change, change)[0]);
		assertTrue(left(MAPS, beyond, change)[0] < 0.5 * left(MAPS, change, change)[0]);
	}

	/** Seen from behind there is no face to judge by. */
	@Test
	void aHeadWithoutAFaceIsJudgedByWhatItShows() {
		final Picture places = MAPS.coordinates().copy();
		Arrays.fill(places.data(), 2 * MAPS.size(), 3 * MAPS.size(), -1);
		final HeadMaps behind = new HeadMaps(MAPS.pictureToMaps(), MAPS.matte(), MAPS.depth(), MAPS.normals(), places, MAPS.albedo());
		assertTrue(left(behind, slope(2, 0), slope(2, 0))[0] > 0.95 * left(slope(2, 0))[0]);
	}
}
