package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Edges of shadows are smooth, and what networks draw in steps or read badly makes none. A wall that faces the viewer, with or without a board before it. */
class ShadowEdgeTest {

	/** Side of the wall, cells; cells per dm; how far (dm) the board stands before the wall. */
	private static final int WALL = 144;
	private static final double SCALE = 26, DISTANCE = 1;
	private static final HeadCamera CAMERA = new HeadCamera(144, 144, 2 * SCALE, 0);
	/** Canonical height of clothes. */
	private static final float CLOTHED = -2;

	private static HeadMaps wall() {
		final Picture matte = new Picture(WALL, WALL, 1), normals = new Picture(WALL, WALL, 3);
		Arrays.fill(matte.data(), 1);
		Arrays.fill(normals.data(), 2 * WALL * WALL, 3 * WALL * WALL, 1);
		return new HeadMaps(new Similarity(0.5, 0, 0, 0), matte, new Picture(WALL, WALL, 1), normals, new Picture(WALL, WALL, 3), new Picture(WALL, WALL, 3));
	}

	private static Picture lit(final HeadMaps maps, final Occluder board, final Lamp lamp) {
		final LitHead head = new LitHead(new Picture(288, 288, 3), new Area(0, 0, 288, 288), LitSurface.of(maps, CAMERA, p -> board), Rotation.IDENTITY, Harmonics.NONE, new HeadBox(144, 144, 160, 0));
		return Shading.of(head.surface(), new Light(Harmonics.NONE, List.of(lamp)), Progress.NONE);
	}

	/** All to the left of an edge through the middle that leans by so many degrees. */
	private static Occluder board(final double leaning) {
		final float far = 2.4f, z = (float) DISTANCE, c = (float) Math.cos(Math.toRadians(leaning)), s = (float) Math.sin(Math.toRadians(leaning));
		return new Occluder(new float[] { -far * s, far * c, z, far * s, -far * c, z, far * s - far * c, -far * c - far * s, z, -far * s - far * c, far * c - far * s, z },
			new int[] { 0, 1, 2, 0, 2, 3 });
	}

	/** Where each row of a shadow passes half its light, cells; read between cells as pictures are. */
	private static double[] edge(final Picture lit) {
		final double[] out = new double[60];
		for (int k = 0; k < out.length; k++) {
			final double y = WALL / 2.0 + (k - 30) * 0.5;
			double x = 20;
			while (lit.sample(x, y, 0) < 0.5) x += 0.02;
			out[k] = x;
		}
		return out;
	}

	@Test
	void theEdgeOfAHardLampsShadowIsStraight() {
		for (final double leaning : new double[] { 0, 10, 27, 45 }) {
			final double[] edge = edge(lit(wall(), board(leaning), Lamp.from(0, 0, 1, 1)));
			double worst = 0;
			for (int k = 0; k < edge.length; k++) {
				final double straight = edge[0] + (edge[edge.length - 1] - edge[0]) * k / (edge.length - 1);
				worst = Math.max(worst, Math.abs(edge[k] - straight));
			}
			final double most = worst;
			assertTrue(worst < 0.2, () -> "leaning by " + leaning + ": off by " + most + " cells");
			assertEquals(-Math.tan(Math.toRadians(leaning)), -(edge[edge.length - 1] - edge[0]) / 29.5, 0.03, "leaning by " + leaning);
		}
	}

	@Test
	void softShadowsHaveNoBands() {
		for (final double hardness : new double[] { 0.7, 0.3 }) {
			final Picture lit = lit(wall(), board(0), Lamp.from(0, 0, 1, hardness));
			final double wide = (0.10 + 0.9 * (1 - hardness)) * DISTANCE * SCALE;
			double steepest = 0;
			for (int x = 40; x < WALL - 10; x++) {
				final double step = lit.get(x + 1, WALL / 2, 0) - lit.get(x, WALL / 2, 0);
				assertTrue(step > -0.01, "darker towards the light at " + x + " by " + step);
				steepest = Math.max(steepest, step);
			}
			final double most = steepest;
			assertTrue(steepest < 2.5 / wide, () -> "hardness " + hardness + ": a step of " + most + " where the whole edge is " + wide + " cells wide");
			assertEquals(0, lit.get(WALL / 2 - (int) (0.6 * wide) - 4, WALL / 2, 0), 0.01);
			assertEquals(1, lit.get(WALL / 2 + (int) (0.6 * wide) + 4, WALL / 2, 0), 0.01);
		}
	}

	@Test
	void normalsInStepsOfAFewCellsAreLitWithoutSteps() {
		final HeadMaps maps = wall();
		for (int i = 0; i < WALL * WALL; i++) {
			final double angle = (i % WALL / 4 * 4 + 2 - WALL / 2.0) / WALL;
			maps.normals().data()[i] = (float) Math.sin(angle);
			maps.normals().data()[2 * WALL * WALL + i] = (float) Math.cos(angle);
		}
		final Picture lit = lit(maps, null, Lamp.from(60, 0, 1, 1));
		final double slope = (lit.get(110, 70, 0) - lit.get(30, 70, 0)) / 80;
		for (int x = 30; x < 110; x++) assertTrue(lit.get(x + 1, 70, 0) - lit.get(x, 70, 0) < 2.2 * slope, "a step at " + x);
	}

	/** A ridge across the wall, in depth and normals, a tenth of a dm high. */
	private static Picture ridge(final float height) {
		final HeadMaps maps = wall();
		Arrays.fill(maps.coordinates().data(), WALL * WALL, 2 * WALL * WALL, height);
		for (int i = 0; i < WALL * WALL; i++) {
			final int row = i / WALL - WALL / 2;
			if (Math.abs(row) > 1) continue;
			maps.depth().data()[i] = 0.1f;
			maps.normals().data()[WALL * WALL + i] = -0.3f * row;
			maps.normals().data()[2 * WALL * WALL + i] = (float) Math.sqrt(1 - 0.09 * row * row);
		}
		return lit(maps, null, Lamp.from(0, 65, 1, 0.7));
	}

	@Test
	void ofClothesNoFoldIsBelieved() {
		final Picture skin = ridge(0), clothes = ridge(CLOTHED);
		float darkest = 1, least = 1;
		for (int y = 20; y < WALL - 20; y++) {
			darkest = Math.min(darkest, skin.get(WALL / 2, y, 0) / skin.get(WALL / 2, 20, 0));
			least = Math.min(least, clothes.get(WALL / 2, y, 0) / clothes.get(WALL / 2, 20, 0));
		}
		assertTrue(darkest < 0.8, "a ridge of skin leaves " + darkest);
		assertTrue(least > 0.93, "a fold of clothes leaves " + least);
	}

	/** A chest that turns away to both sides, whose normals are read flatter than it is; canonical height as given. */
	private static HeadMaps chest(final float height) {
		final HeadMaps maps = wall();
		Arrays.fill(maps.coordinates().data(), WALL * WALL, 2 * WALL * WALL, height);
		for (int i = 0; i < WALL * WALL; i++) {
			final double x = (i % WALL + 0.5 - WALL / 2.0) / SCALE, flat = 0.15 * x;
			maps.depth().data()[i] = (float) (-0.15 * x * x);
			maps.normals().data()[i] = (float) (flat / Math.hypot(1, flat));
			maps.normals().data()[2 * WALL * WALL + i] = (float) (1 / Math.hypot(1, flat));
		}
		return maps;
	}

	@Test
	void clothesThatAreReadTooFlatCastNoRipplesOnThemselves() {
		final Lamp lamp = Lamp.from(-55, 25, 1, 0.7);
		final Picture lit = lit(chest(CLOTHED), null, lamp), skin = lit(chest(0), null, lamp);
		double ripples = 0, ofSkin = 0;
		for (int x = 30; x < WALL - 30; x++) {
			ripples = Math.max(ripples, Math.abs(lit.get(x + 1, 70, 0) - 2 * lit.get(x, 70, 0) + lit.get(x - 1, 70, 0)));
			ofSkin = Math.max(ofSkin, Math.abs(skin.get(x + 1, 70, 0) - 2 * skin.get(x, 70, 0) + skin.get(x - 1, 70, 0)));
		}
		assertTrue(ofSkin > 0.01, "nothing to be mended: " + ofSkin);
		assertTrue(ripples < 0.004, "ripples of " + ripples);
	}

	@Test
	void whatStandsFarBeforeClothesCastsItsShadowOnThem() {
		final HeadMaps clothes = wall();
		Arrays.fill(clothes.coordinates().data(), WALL * WALL, 2 * WALL * WALL, CLOTHED);
		final Lamp lamp = Lamp.from(0, 0, 1, 1);
		assertEquals(edge(lit(wall(), board(0), lamp))[30], edge(lit(clothes, board(0), lamp))[30], 0.1);
	}
}
