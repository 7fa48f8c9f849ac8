package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.Pose;
import org.icportrait.head.HeadModel;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What lends its colour to the unseen back of a head is hair where hair is and skin where skin is, up to the hairline. */
class CoarsePersonTest {

	private static final int SIDE = 260;
	private static final float HAIR = 0.05f, GLEAM = 0.5f, SKIN = 0.6f;

	/** @param hair of this brightness where a scalp is; null for none */
	private static Picture coarse(final AnalyticHead.Paint hair, final PreparedHead[] head) {
		final AnalyticHead egg = AnalyticHead.of(SIDE, 66, new Pose(0, 0, 0),
			(x, y, z, c) -> hair != null && HeadModel.isScalp((float) y, (float) z) ? hair.of(x, y, z, c) : SKIN);
		final Picture photograph = egg.picture((x, y, z, c) -> 1, 2);
		head[0] = PreparedHead.of(photograph, egg.surface(), Progress.NONE);
		return Parting.part(photograph, head[0], Progress.NONE).person().coarse();
	}

	@Test
	void hairAndSkinDoNotMix() {
		hairAndSkin((x, y, z, c) -> HAIR);
	}

	/** Half of what is seen of the hair gleams: that is no colour of hair behind. */
	@Test
	void hairLendsTheColourOfItsBody() {
		hairAndSkin((x, y, z, c) -> x > 0 ? GLEAM : HAIR);
	}

	private static void hairAndSkin(final AnalyticHead.Paint colour) {
		final PreparedHead[] head = new PreparedHead[1];
		final Picture coarse = coarse(colour, head);
		int hair = 0, skin = 0;
		for (int y = 0; y < coarse.height(); y++) {
			for (int x = 0; x < coarse.width(); x++) {
				final double px = head[0].area().x() + (x + 0.5) * head[0].area().width() / coarse.width(), py = head[0].area().y() + (y + 0.5) * head[0].area().height() / coarse.height();
				final double column = head[0].maps().column(px, py), row = head[0].maps().row(px, py);
				if (head[0].maps().matte().sample(column, row, 0) < 0.9f) continue;
				final float up = head[0].maps().coordinates().sample(column, row, 1), line = up - head[0].maps().coordinates().sample(column, row, 2) * 0.62f - 0.38f;
				if (line > 0.05f) {
					hair++;
					assertEquals(HAIR, coarse.get(x, y, 1), 0.06f, x + ", " + y);
				}
				else if (line < -0.3f) {
					skin++;
					assertEquals(SKIN, coarse.get(x, y, 1), 0.06f, x + ", " + y);
				}
			}
		}
		assertTrue(hair > 100 && skin > 1000, hair + " of hair, " + skin + " of skin");
	}

	@Test
	void aBaldHeadLendsSkin() {
		final Picture coarse = coarse(null, new PreparedHead[1]);
		for (int y = coarse.height() / 4; y < coarse.height() / 2; y++) assertEquals(SKIN, coarse.get(coarse.width() / 2, y, 1), 0.03f);
	}
}
