package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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
import org.icportrait.work.Workers;
import org.junit.jupiter.api.Test;

/** Shading by harmonics and lamps; shadows fall where they must. */
class ShadingTest {

	private static final Harmonics DARK = Harmonics.NONE;
	/** Side of the wall, pixels; pixels per dm; where the ball stands before it and its radius, dm. */
	private static final int WALL = 144;
	private static final double SCALE = 40, DISTANCE = 0.6, RADIUS = 0.25;

	private static final HeadCamera CAMERA = new HeadCamera(160, 150, 2 * SCALE, 0);

	private static Picture shade(final Light light) {
		return Shading.of(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), light, Progress.NONE);
	}

	@Test
	void softLightShadesByTheNormals() {
		final Harmonics light = LitScenes.soft(-1, 0.4, 0.6, 1, 0.8, 0.6);
		final Picture shading = shade(Light.of(light));
		final HeadMaps maps = LitScenes.MAPS;
		for (int j = 0; j < maps.height(); j += 3) {
			for (int i = 0; i < maps.width(); i += 3) {
				final float x = maps.normals().get(i, j, 0), y = maps.normals().get(i, j, 1), z = maps.normals().get(i, j, 2);
				if (maps.matte().get(i, j, 0) < 0.99f || z < 0.45) continue; // at the rim maps are a guess
				for (int c = 0; c < 3; c++) assertEquals(light.at(c, x, y, z), shading.get(i, j, c), 0.01);
			}
		}
	}

	@Test
	void shadingIsPositiveInAnyLight() {
		for (int seed = 0; seed < 5; seed++) {
			for (final float v : shade(Light.of(LitScenes.randomLight(seed))).data()) assertTrue(v > 0);
		}
		for (final LightPreset preset : LightPreset.values()) for (final float v : shade(preset.light()).data()) assertTrue(v > 0);
		for (final float v : shade(Light.of(DARK)).data()) assertTrue(v > 0);
	}

	@Test
	void presetsLightTheSideThatTheyName() {
		final Picture left = shade(LightPreset.KEY_LEFT.light()), right = shade(LightPreset.KEY_RIGHT.light());
		assertTrue(LitScenes.mean(left, -1, -1, 0, 1) > 1.5 * LitScenes.mean(left, 0, -1, 1, 1));
		assertTrue(LitScenes.mean(right, 0, -1, 1, 1) > 1.5 * LitScenes.mean(right, -1, -1, 0, 1));
		final Picture above = shade(LightPreset.KEY_ABOVE.light()), below = shade(LightPreset.KEY_BELOW.light());
		assertTrue(LitScenes.mean(above, -1, 0, 1, 1) > 1.5 * LitScenes.mean(above, -1, -1, 1, 0));
		assertTrue(LitScenes.mean(below, -1, -1, 1, 0) > 1.5 * LitScenes.mean(below, -1, 0, 1, 1));
		final Picture rim = shade(LightPreset.RIM.light()), flat = shade(LightPreset.FLAT.light());
		assertTrue(LitScenes.mean(rim, 0.55, -0.4, 1, 0.4) > 1.5 * LitScenes.mean(rim, -0.2, -0.2, 0.2, 0.2));
		assertEquals(1, LitScenes.mean(flat, -1, -1, 0, 1) / LitScenes.mean(flat, 0, -1, 1, 1), 0.05);
		assertEquals(1, LitScenes.mean(flat, -0.6, -0.4, -0.3, 0.4) / LitScenes.mean(flat, -0.2, -0.2, 0.2, 0.2), 0.2);
	}

	@Test
	void aLampBehindDoesNotReachTheFront() {
		final Picture shading = shade(new Light(Harmonics.even(0.1, 0.1, 0.1), List.of(Lamp.from(180, 0, 1, 1))));
		assertEquals(0.1, shading.get(LitScenes.MAPS.width() / 2, LitScenes.MAPS.height() / 2, 0), 1e-4);
	}

	@Test
	void aLampAddsItsColourWhereTheSurfaceFacesIt() {
		final Picture shading = shade(new Light(DARK, List.of(new Lamp(0, 0, 1, 0.9, 0.5, 0.2, 1))));
		final int x = LitScenes.MAPS.width() / 2, y = LitScenes.MAPS.height() / 2;
		assertEquals(0.9, shading.get(x, y, 0), 0.03);
		assertEquals(0.5, shading.get(x, y, 1), 0.03);
		assertEquals(0.2, shading.get(x, y, 2), 0.03);
	}

	@Test
	void whatBulgesOutwardEverywhereCastsNoShadowOnItself() {
		for (final double[] from : new double[][] { { 0, 0 }, { 60, 0 }, { -60, 30 }, { 0, 70 }, { 100, 10 } }) {
			for (final double hardness : new double[] { 1, 0.5, 0 }) {
				final Lamp lamp = Lamp.from(from[0], from[1], 1, hardness);
				final Light light = new Light(DARK, List.of(lamp));
				final Picture shaded = shade(light);
				final HeadMaps maps = LitScenes.MAPS;
				final float[] n = maps.normals().data();
				for (int i = 0; i < maps.size(); i++) {
					final float x = n[i], y = n[maps.size() + i], z = n[2 * maps.size() + i];
					if (maps.matte().data()[i] < 0.99f || z < 0.45 || x * lamp.x() + y * lamp.y() + z * lamp.z() < 0.15) continue; // at the rim maps are a guess
					final double open = light.at(0, x, y, z);
					assertTrue(shaded.data()[i] > 0.95 * open, () -> "from " + from[0] + ", " + from[1] + ", hardness " + hardness + ": " + open + " became less");
				}
			}
		}
	}

	/** A ball before a wall that faces the viewer, on a grid of WALL x WALL cells that may be turned against the picture. */
	private static Picture wallLitBy(final Lamp lamp, final double turn) {
		final Picture matte = new Picture(WALL, WALL, 1), depth = new Picture(WALL, WALL, 1), normals = new Picture(WALL, WALL, 3);
		Arrays.fill(matte.data(), 1);
		Arrays.fill(normals.data(), 2 * WALL * WALL, 3 * WALL * WALL, 1);
		for (int i = 0; i < WALL * WALL; i++) {
			final double r = Math.hypot(i % WALL + 0.5 - WALL / 2.0, i / WALL + 0.5 - WALL / 2.0) / SCALE;
			if (r < RADIUS) depth.data()[i] = (float) (DISTANCE + Math.sqrt(RADIUS * RADIUS - r * r));
		}
		final HeadMaps maps = new HeadMaps(grid(turn), matte, depth, normals, new Picture(WALL, WALL, 3), new Picture(WALL, WALL, 3));
		return Shading.of(LitSurface.of(maps, CAMERA), new Light(DARK, List.of(lamp)), Progress.NONE);
	}

	/** The picture has twice the pixels; the head origin stands in the middle of both. */
	private static Similarity grid(final double turn) {
		final double a = 0.5 * Math.cos(Math.toRadians(turn)), b = 0.5 * Math.sin(Math.toRadians(turn));
		final Similarity about = new Similarity(a, b, 0, 0);
		return new Similarity(a, b, WALL / 2.0 - about.x(CAMERA.x0(), CAMERA.y0()), WALL / 2.0 - about.y(CAMERA.x0(), CAMERA.y0()));
	}

	private static Picture wallLitBy(final Lamp lamp) {
		return wallLitBy(lamp, 0);
	}

	private static float at(final Picture wall, final double x, final double up) {
		return wall.sample(WALL / 2.0 + x * SCALE, WALL / 2.0 - up * SCALE, 0);
	}

	@Test
	void theShadowFallsAlikeOnAGridThatIsTurned() {
		final Lamp lamp = Lamp.from(45, 0, 1, 1);
		final Picture upright = wallLitBy(lamp, 0), turned = wallLitBy(lamp, 30);
		double most = 0;
		for (double x = -1; x <= 1; x += 0.1) {
			for (double y = -1; y <= 1; y += 0.1) {
				final Similarity grid = grid(30);
				final double px = CAMERA.x(x, 0), py = CAMERA.y(y, 0);
				most = Math.max(most, Math.abs(at(upright, x, y) - turned.sample(grid.x(px, py), grid.y(px, py), 0)));
			}
		}
		assertTrue(most < 0.25, "differs by " + most);
		final double px = CAMERA.x(-DISTANCE, 0), py = CAMERA.y(0, 0);
		assertTrue(turned.sample(grid(30).x(px, py), grid(30).y(px, py), 0) < 0.1 * at(upright, 1.2, 0));
	}

	@Test
	void theShadowFallsOppositeToTheLampAtTheRightDistance() {
		// From 45 degrees at the right the ball's middle throws its shadow as far left as it stands before the wall.
		final Picture wall = wallLitBy(Lamp.from(45, 0, 1, 1));
		final float lit = at(wall, 1.2, 0);
		assertTrue(at(wall, -DISTANCE, 0) < 0.1 * lit, "shadow " + at(wall, -DISTANCE, 0) + " of " + lit);
		assertEquals(lit, at(wall, DISTANCE, 0), 0.02);
		assertEquals(lit, at(wall, -DISTANCE, 0.5), 0.02);
		assertEquals(lit, at(wall, -DISTANCE - RADIUS * Math.sqrt(2) - 0.15, 0), 0.02);
		assertTrue(at(wall, -DISTANCE - 0.6 * RADIUS * Math.sqrt(2), 0) < 0.5 * lit);
	}

	/** A wall that faces the viewer, and a board beside and before it that no map shows. */
	@Test
	void whatTheFittedHeadHasCastsShadowsThatTheMapsDoNotShow() {
		final Picture matte = new Picture(WALL, WALL, 1), normals = new Picture(WALL, WALL, 3);
		Arrays.fill(matte.data(), 1);
		Arrays.fill(normals.data(), 2 * WALL * WALL, 3 * WALL * WALL, 1);
		final HeadMaps maps = new HeadMaps(grid(0), matte, new Picture(WALL, WALL, 1), normals, new Picture(WALL, WALL, 3), new Picture(WALL, WALL, 3));
		final float r = (float) RADIUS, z = (float) DISTANCE;
		final Occluder board = new Occluder(new float[] { -r, -r, z, r, -r, z, r, r, z, -r, r, z }, new int[] { 0, 1, 2, 0, 2, 3 });
		final Picture picture = new Picture(320, 300, 3);
		final LitHead head = new LitHead(picture, new Area(0, 0, 320, 300), LitSurface.of(maps, CAMERA, p -> board), Rotation.IDENTITY, DARK, new HeadBox(160, 150, 160, 0));
		final Picture lit = Shading.of(head.surface(), new Light(DARK, List.of(Lamp.from(-45, 0, 1, 1))), Progress.NONE);
		final float open = at(lit, -1.2, 0);
		assertTrue(at(lit, DISTANCE, 0) < 0.1 * open, "shadow " + at(lit, DISTANCE, 0) + " of " + open);
		assertTrue(at(lit, DISTANCE + RADIUS - 0.06, 0) < 0.3 * open && at(lit, DISTANCE, RADIUS - 0.06) < 0.3 * open);
		assertEquals(open, at(lit, DISTANCE + RADIUS + 0.08, 0), 0.02);
		assertEquals(open, at(lit, DISTANCE, RADIUS + 0.08), 0.02);
		assertEquals(open, at(lit, -DISTANCE, 0), 0.02);
	}

	@Test
	void aHighLampThrowsTheShadowDown() {
		final Picture wall = wallLitBy(Lamp.from(0, 45, 1, 1));
		final float lit = at(wall, 0, 1.2);
		assertTrue(at(wall, 0, -DISTANCE) < 0.1 * lit);
		assertEquals(lit, at(wall, 0, DISTANCE), 0.02);
	}

	@Test
	void softLampsThrowSofterShadows() {
		final Picture hard = wallLitBy(Lamp.from(45, 0, 1, 1)), soft = wallLitBy(Lamp.from(45, 0, 1, 0));
		assertTrue(at(soft, -DISTANCE, 0) / at(soft, 1.2, 0) > at(hard, -DISTANCE, 0) / at(hard, 1.2, 0) + 0.1);
	}

	@Test
	void theNumberOfThreadsChangesNothing() {
		final float[] alone = Workers.SERIAL.call(() -> shade(LightPreset.KEY_LEFT.light())).data();
		assertArrayEquals(alone, Workers.MACHINE.call(() -> shade(LightPreset.KEY_LEFT.light())).data());
	}
}
