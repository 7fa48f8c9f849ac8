package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Harmonics;
import org.icportrait.image.Picture;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What lamps need of a head is made once for all of them, and changes no bit of a picture. */
class LitSurfaceTest {

	private static final List<Light> LIGHTS = List.of(LightPreset.KEY_LEFT.light(), Light.from(0, 60, 1), LightPreset.RIM.light(), LightPreset.KEY_LEFT.light());
	private static final Occluder BOARD = new Occluder(new float[] { 0.2f, -0.5f, 1, 0.7f, -0.5f, 1, 0.2f, 0.5f, 1 }, new int[] { 0, 1, 2 });

	private static Picture shade(final LitSurface surface, final Light light) {
		final Picture picture = new Picture(LitScenes.SIDE, LitScenes.SIDE, 3);
		final LitHead head = new LitHead(picture, new Area(0, 0, LitScenes.SIDE, LitScenes.SIDE), surface, LitScenes.HEAD.rotation(), LitScenes.GUESS, new HeadBox(65, 65, 112, 0));
		return Shading.of(head.surface(), light, Progress.NONE);
	}

	private static LitSurface surface(final AtomicInteger asked) {
		return LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera(), progress -> {
			asked.incrementAndGet();
			return BOARD;
		});
	}

	@Test
	void aKeptSurfaceIsLitAsAFreshOneIsToTheBit() {
		final AtomicInteger asked = new AtomicInteger();
		final LitSurface kept = surface(asked);
		final List<float[]> together = IntStream.range(0, LIGHTS.size()).parallel().mapToObj(i -> shade(kept, LIGHTS.get(i)).data()).toList();
		assertEquals(1, asked.get());
		for (int i = 0; i < LIGHTS.size(); i++) assertArrayEquals(shade(surface(new AtomicInteger()), LIGHTS.get(i)).data(), together.get(i), "light " + i);
		assertFalse(Arrays.equals(shade(LitSurface.of(LitScenes.MAPS, LitScenes.HEAD.camera()), LIGHTS.get(1)).data(), together.get(1)), "the board casts nothing");
	}

	@Test
	void lightWithoutLampsAsksForNoClosedHead() {
		final AtomicInteger asked = new AtomicInteger();
		final LitSurface surface = surface(asked);
		shade(surface, Light.of(Harmonics.even(1, 1, 1)));
		assertEquals(0, asked.get());
		assertSame(surface.normals(Progress.NONE), surface.normals(Progress.NONE));
	}
}
