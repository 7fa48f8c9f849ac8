package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;
import org.junit.jupiter.api.Test;

/** What a prepared and parted head keeps in memory, and that no result depends on how many threads made it. */
class ViewResourcesTest {

	@Test
	void aPreparedHeadKeepsLittleForEachPixelOfItsArea() throws Exception {
		final AnalyticHead head = AnalyticHead.of(700, 190, new Pose(10, 0, 0), (x, y, z, c) -> 0.5);
		final Picture picture = head.picture((x, y, z, c) -> 1, 1);
		final PreparedHead prepared = PreparedHead.of(picture, head.surface(), Progress.NONE);
		final Parted parted = Parting.part(picture, prepared, Progress.NONE);
		final double pixels = prepared.area().size(), geometry = bytes(prepared) / pixels, both = bytes(List.of(prepared, parted)) / pixels;
		assertTrue(geometry < 20, "geometry: " + geometry + " bytes a pixel");
		assertTrue(both < 48, "geometry and colour: " + both + " bytes a pixel");
	}

	/** Length of all arrays that can be reached from an object, bytes. */
	private static long bytes(final Object root) throws Exception {
		final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		final List<Object> open = new ArrayList<>(List.of(root));
		long sum = 0;
		while (!open.isEmpty()) {
			final Object object = open.remove(open.size() - 1);
			if (!seen.add(object)) continue;
			if (object instanceof float[] array) sum += 4L * array.length;
			else if (object instanceof int[] array) sum += 4L * array.length;
			else if (object instanceof double[] array) sum += 8L * array.length;
			else if (object instanceof byte[] array) sum += array.length;
			else if (object instanceof boolean[] array) sum += array.length;
			else if (object instanceof List<?> list) open.addAll(list);
			else if (object.getClass().isArray()) for (int i = 0; i < Array.getLength(object); i++) open.add(Array.get(object, i));
			else if (object.getClass().getName().startsWith("org.icportrait")) addFields(object, open);
		}
		return sum;
	}

	private static void addFields(final Object object, final List<Object> open) throws Exception {
		for (final Field field : object.getClass().getDeclaredFields()) {
			if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) continue;
			field.setAccessible(true);
			if (field.get(object) != null) open.add(field.get(object));
		}
	}

	@Test
	void resultsDoNotDependOnTheNumberOfThreads() {
		final Picture picture = ViewTest.photograph(ViewTest.FRONTAL);
		final List<float[]> alone = Workers.SERIAL.call(() -> results(picture));
		final ExecutorService pool = Executors.newFixedThreadPool(4);
		try {
			for (int run = 0; run < 5; run++) {
				final List<float[]> together = Workers.on(pool, 5).call(() -> results(picture));
				for (int i = 0; i < alone.size(); i++) assertArrayEquals(alone.get(i), together.get(i), "result " + i);
			}
		}
		finally {
			pool.shutdown();
		}
	}

	private static List<float[]> results(final Picture picture) {
		final Turned turned = Turned.of(ViewTest.FRONTAL, picture, new Pose(35, 5, 5));
		final HeadMaps maps = turned.view().maps();
		return List.of(turned.picture().data(), turned.view().alpha().data(), turned.view().visibility().data(), turned.view().correspondence().data(),
			maps.depth().data(), maps.normals().data(), maps.coordinates().data(), maps.albedo().data(), turned.head().matte().data(),
			turned.view().carryToMaps(List.of(turned.parted().person()), null, Progress.NONE).data());
	}
}
