package org.icportrait.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class FrameTest {

	private static final int WIDTH = 120, HEIGHT = 100;
	/** The frame is 148 pixels wide: it goes beyond the picture on all sides. */
	private static final Frame FRAME = Frame.of(new HeadCamera(60, 50, 40, 0), 32);

	private static Picture ones(final Area area) {
		final Picture out = new Picture(area.width(), area.height(), 1);
		Arrays.fill(out.data(), 1);
		return out;
	}

	@Test
	void theHeadOriginLiesNearItsMiddle() {
		assertEquals(0.49 * 32, FRAME.fromPicture().x(60, 50), 1e-9);
		assertEquals(0.49 * 32, FRAME.fromPicture().y(60, 50), 1e-9);
		assertEquals(3.7 * 40, FRAME.toPicture().scale(), 1e-9);
	}

	@Test
	void itReachesAbovePeopleWhoStandHigher() {
		assertEquals(FRAME, FRAME.reaching(0), "its upper border lies 22.5 pixels above the picture");
		assertEquals(0.045 * 32, FRAME.reaching(-22.5).fromPicture().y(60, -22.5), 0.01);
		assertEquals(0.49 * 32, FRAME.reaching(-22.5).fromPicture().x(60, 50), 1e-9);
		assertEquals(0.5 * 40, FRAME.toPicture().y(0, 1) - FRAME.reaching(-1000).toPicture().y(0, 1), 1e-9, "no farther than half a dm");
	}

	@Test
	void beyondThePictureItsBorderRepeats() {
		final Area all = new Area(0, 0, WIDTH, HEIGHT);
		for (final float value : FRAME.crop(ones(all), all, WIDTH, HEIGHT, Progress.NONE).data()) assertEquals(1, value, 1e-6);
	}

	@Test
	void beyondAPartThereIsNothing() {
		final Area part = new Area(40, 0, 40, 60);
		final Picture crop = FRAME.crop(ones(part), part, WIDTH, HEIGHT, Progress.NONE);
		assertEquals(1, crop.get(16, 12, 0), 1e-6);
		assertEquals(1, crop.get(16, 0, 0), 1e-6, "the part touches the picture's upper border, which repeats");
		assertEquals(0, crop.get(2, 12, 0), 1e-6);
		assertEquals(0, crop.get(16, 28, 0), 1e-6);
	}
}
