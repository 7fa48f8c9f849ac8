package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.ImagePlus;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.junit.jupiter.api.Test;

class PhotographStripTest {

	/** Their thumbnails were made anew at each change, and the strip stayed empty. */
	@Test
	void imagesMayBeClosedWhileItShowsThem() {
		final ImagePlus first = EggHead.one(), second = EggHead.one(), third = EggHead.one();
		final List<List<ImagePlus>> told = new ArrayList<>();
		final PhotographStrip strip = new PhotographStrip(first, List::of, told::add);
		strip.join(second);
		for (final ImagePlus image : List.of(first, second)) image.flush();
		assertNull(first.getProcessor());
		strip.join(third);
		assertEquals(List.of(List.of(second), List.of(second, third)), told);
		assertEquals(4, strip.getComponentCount(), "three photographs and a button");
	}
}
