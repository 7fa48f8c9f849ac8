package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertTrue;


import java.io.IOException;


import org.icportrait.bridge.ShippedPortrait;
import org.icportrait.image.Picture;
import org.icportrait.inference.Device;
import org.icportrait.inference.OnnxRuntime;
import org.icportrait.models.ModelPack;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The portrait that comes with the plugin has open eyes, until lids of its own skin are drawn over one of them. */
@EnabledIf(value = "org.icportrait.models.ModelPack#hasDefault", disabledReason = "models/default holds no pack yet")
class ShippedEyelidsTest {

	/** The first points of the subject's right and left eye in the order of 300-W, and how many an eye has. */
	private static final int RIGHT = 36, POINTS = 6;

	@Test
	void anEyeIsReadAsOpenAndAsClosedUnderALid() throws IOException {
		final Picture portrait = ShippedPortrait.picture();
		try (FaceReader faces = FaceReader.open(OnnxRuntime.open(Device.CPU, null), ModelPack.openDefault())) {
			final HeadReading open = read(faces, portrait);
			assertTrue(open.eyelids().right() > 0.6 && open.eyelids().left() > 0.6, open.eyelids().toString());
			final Eyelids winking = read(faces, closed(portrait, open.landmarks())).eyelids();
			assertTrue(winking.right() < 0.5 && winking.left() > 0.6, winking.toString());
		}
	}

	private static HeadReading read(final FaceReader faces, final Picture picture) {
		return faces.read(picture, faces.select(picture, FaceChoice.largest(), Progress.NONE).get(0), Progress.NONE);
	}

	/** Skin from below the right eye over that eye, and a dark line along its lower lid. */
	private static Picture closed(final Picture portrait, final Landmarks points) {
		double left = Double.MAX_VALUE, right = 0, top = Double.MAX_VALUE, bottom = 0;
		for (int i = RIGHT; i < RIGHT + POINTS; i++) {
			left = Math.min(left, points.x(i));
			right = Math.max(right, points.x(i));
			top = Math.min(top, points.y(i));
			bottom = Math.max(bottom, points.y(i));
		}
		final Picture out = portrait.copy();
		final double wide = right - left, line = bottom + 0.05 * wide, above = top - 0.2 * wide, skin = line + 0.25 * wide;
		for (int x = (int) (left - 0.15 * wide); x < right + 0.15 * wide; x++) {
			final double u = (x - (left + right) / 2) / wide, low = line - 0.4 * wide * u * u, high = above + 0.5 * wide * u * u;
			for (int y = (int) high; y < low; y++) for (int c = 0; c < 3; c++) {
				final boolean dark = low - y < 0.05 * wide;
				out.set(x, y, c, (dark ? 0.15f : 1) * portrait.get(x, (int) skin, c));
			}
		}
		return out;
	}
}
