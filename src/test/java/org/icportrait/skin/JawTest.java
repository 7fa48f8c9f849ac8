package org.icportrait.skin;

import static org.icportrait.skin.HeadSide.COLLAR;
import static org.icportrait.skin.HeadSide.cell;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Condition;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** On the {@link HeadSide}. */
class JawTest {

	private static Jaw jaw(final float open) {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Form form = Form.of(condition, Progress.NONE);
		return Jaw.of(condition, new Form(form.depth(), form.known(), new Picture(SIDE, SIDE, 1, InFrame.flat(open))), Progress.NONE);
	}

	/** Of one height it is the chin's in front and the neck's below the ear. */
	@Test
	void aJawRisesFromTheChinToTheEar() {
		final float[] face = jaw(1).face();
		assertEquals(1, face[cell(-0.6, 0.7)], 0.05f);
		assertEquals(0, face[cell(-0.6, -0.2)], 0.05f);
	}

	@Test
	void justBelowItTheNeckStandsInTheFacesLight() {
		final Jaw jaw = jaw(1);
		assertEquals(0, jaw.face()[cell(-0.6, -0.2)], 0.05f);
		assertEquals(0.9f, jaw.light()[cell(-0.7, -0.2)], 0.07f);
		assertEquals(0, jaw.light()[cell(-1.25, -0.2)], 0.05f);
	}

	@Test
	void shadeLiesBelowTheEars() {
		final float[] shade = jaw(0.7f).shade();
		assertEquals(0.7f, shade[cell(-0.6, -0.2)], 0.01f);
		assertEquals(1, shade[cell(0, -0.2)], 0.01f);
		assertEquals(0.5f, jaw(0).shade()[cell(-0.6, -0.2)], 0.01f, "nothing is black");
	}

	/** Grooves of a tenth of a dm: one as between jaw and neck, one as beside an ear, which has a relief of its own. */
	@Test
	void aCreaseBelowTheEarsIsDarker() {
		final Condition condition = HeadSide.condition(COLLAR, 0);
		final Form even = Form.of(condition, Progress.NONE);
		final Picture depth = even.depth().copy();
		final int below = cell(-0.6, -0.2), beside = cell(0, -0.2);
		for (int i = 0; i < N; i++) if (Math.abs(i / SIDE - below / SIDE) < 2 || Math.abs(i / SIDE - beside / SIDE) < 2) depth.data()[i] -= 0.1f;
		final float[] shade = Jaw.of(condition, new Form(depth, even.known(), even.open()), Progress.NONE).shade();
		assertTrue(shade[below] < 0.9f && shade[below] > 0.6f, "crease " + shade[below]);
		assertEquals(1, shade[beside], 0.01f, "ear");
		assertEquals(1, shade[below + 8 * SIDE], 0.01f, "neck");
	}
}
