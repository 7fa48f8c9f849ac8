package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageIO;

import org.icportrait.face.FaceChoice;
import org.icportrait.face.FaceFinder;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** A second person is part of the background and stays whole: the shipped portrait twice, so near that shoulders touch. */
@EnabledIf(value = "org.icportrait.models.ModelPack#hasDefault", disabledReason = "models/default holds no pack yet")
class SecondPersonTest {

	/** Columns of the portrait that are shown of each, and how far right of the border between them the neighbour is surely himself. */
	private static final int LEFT = 100, RIGHT = 540, BESIDE = 50;

	private static Picture two() throws IOException {
		final BufferedImage image = ImageIO.read(FaceFinder.class.getResource("/org/icportrait/demo/portrait.png"));
		final int w = RIGHT - LEFT;
		final Picture out = new Picture(2 * w, image.getHeight(), 3);
		for (int y = 0; y < out.height(); y++) for (int x = 0; x < out.width(); x++) {
			final int rgb = image.getRGB(LEFT + x % w, y);
			for (int c = 0; c < 3; c++) out.set(x, y, c, Colour.toLinear((rgb >> 16 - 8 * c & 255) / 255f));
		}
		return out;
	}

	@Test
	void theNeighbourStaysAsPhotographed() throws IOException {
		final Picture picture = two();
		final int border = picture.width() / 2;
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Person who = Person.of(engine.analyze(picture, FaceChoice.inside(0, 0, border, picture.height()), Progress.NONE));
			for (final double yaw : new double[] { -30, 30 }) {
				final Picture turned = engine.make(who, Scene.UNCHANGED.withPose(PoseChoice.absolute(yaw, 0, 0)), Progress.NONE).picture();
				int changed = 0;
				for (int y = 0; y < picture.height(); y++) for (int x = border + BESIDE; x < picture.width(); x++) if (differs(picture, turned, x, y)) changed++;
				assertEquals(0, changed, "pixels of the neighbour that changed at " + yaw);
				assertTrue(differs(picture, turned, border / 2, 300), "the one who is meant turned");
			}
		}
	}

	private static boolean differs(final Picture one, final Picture other, final int x, final int y) {
		for (int c = 0; c < 3; c++) if (Math.abs(one.get(x, y, c) - other.get(x, y, c)) > 0.02) return true;
		return false;
	}
}
