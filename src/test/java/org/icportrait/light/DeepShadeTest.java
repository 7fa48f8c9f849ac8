package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Skin near the head's rim, where a fitted light falls off more steeply than what is shown. */
class DeepShadeTest {

	/** What is explained is even, but a tenth in a narrow strip of the cheek. */
	private static Picture explained() {
		final Picture out = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 3);
		final int n = LitScenes.MAPS.size();
		for (int i = 0; i < 3 * n; i++) out.data()[i] = isStrip(i % n) ? 0.1f : 1;
		return out;
	}

	private static boolean isStrip(final int i) {
		final float x = LitScenes.MAPS.coordinates().data()[i];
		return x > 0.6 && x < 0.66;
	}

	/** The shading of explained light after what is shown, so many times that, was looked at. @return strip and forehead */
	private static double[] raised(final float shownInStrip) {
		final Picture explained = explained(), shading = explained.copy();
		final int n = LitScenes.MAPS.size();
		final Picture both = new Picture(LitScenes.MAPS.width(), LitScenes.MAPS.height(), 6);
		for (int i = 0; i < 3 * n; i++) {
			if (LitScenes.MAPS.matte().data()[i % n] < 0.9) continue;
			both.data()[3 * n + i] = 0.4f * explained.data()[i];
			both.data()[i] = (isStrip(i % n) ? shownInStrip : 1.5f) * both.data()[3 * n + i];
		}
		DeepShade.raise(LitScenes.MAPS, shading, both, explained, LitScenes.MAPS.normals(), 56 * LitScenes.MAPS.pictureToMaps().scale(), Progress.NONE);
		return new double[] { LitScenes.mean(shading, 0.61, -0.15, 0.65, 0.15), LitScenes.mean(shading, -0.2, 0.3, 0.2, 0.5) };
	}

	@Test
	void whatIsShownBrighterInDeepShadeRaisesIt() {
		final double[] raised = raised(4);
		assertTrue(raised[0] > 0.15, "strip " + raised[0]);
		assertEquals(1, raised[1], 1e-6);
	}

	@Test
	void whatIsShownAsDarkStays() {
		assertTrue(raised(0.2f)[0] < 0.13);
	}
}
