package org.icportrait.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Random;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.texture.ColourAxes;
import org.icportrait.texture.SeenPatches;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The mean head, all of it in dots, with a scalp that is dark or is skin. */
class PhotographedHairTest {

	private static final float HAIR = 0.15f, SKIN = 0.5f, GREY = 0.3f;
	private static final int SIDE = 768;

	/** @param contrast of its dots, a share of their brightness (sRGB) */
	private static Picture dots(final int side, final double contrast) {
		final Random random = new Random(5);
		final Picture white = new Picture(side, side, 1), out = new Picture(side, side, 3);
		for (int i = 0; i < side * side; i++) white.data()[i] = (float) random.nextGaussian();
		final Picture smooth = BoxBlur.blur(white, 1, Progress.NONE);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Colour.toLinear((float) (GREY * (1 + 3 * contrast * smooth.data()[i % (side * side)])));
		return out;
	}

	private static PreparedHead head(final Picture photograph, final float reflectance) {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), photograph.width());
		ModelHead.paintScalp(reading, reflectance);
		return PreparedHead.of(photograph, reading, Progress.NONE);
	}

	private static SeenPatches of(final Picture photograph, final PreparedHead head, final double larger) {
		final double dm = larger * head.camera().s();
		return PhotographedHair.of(List.of(photograph), List.of(head), dm, 3.7 * dm, Progress.NONE);
	}

	@Test
	void hairIsTakenAndSkinIsNot() {
		final Picture photograph = dots(SIDE, 0.1);
		final SeenPatches patches = of(photograph, head(photograph, HAIR), 1);
		assertNotNull(patches);
		assertEquals(0.1, patches.contrast(), 0.02);
		assertEquals(ColourAxes.of(new Picture(1, 1, 3, new float[] { Colour.toLinear(GREY), Colour.toLinear(GREY), Colour.toLinear(GREY) })).data()[0], patches.brightness(), 0.02);
		assertNull(of(photograph, head(photograph, SKIN), 1), "a bald head");
	}

	/** A second photograph may be taken from farther away. */
	@Test
	void squaresAreAsLargeAsTheyAreInThePortrait() {
		final Picture photograph = dots(SIDE, 0.1);
		final PreparedHead head = head(photograph, HAIR);
		assertEquals(1.5, of(photograph, head, 1.5).side() / (double) of(photograph, head, 1).side(), 0.05);
	}

	@Test
	void thePhotographThatShowsMostIsTaken() {
		final Picture bare = dots(SIDE, 0.1), haired = dots(SIDE, 0.2);
		final PreparedHead bald = head(bare, SKIN), head = head(haired, HAIR);
		final double dm = head.camera().s();
		for (final boolean first : new boolean[] { true, false }) {
			final SeenPatches patches = PhotographedHair.of(first ? List.of(haired, bare) : List.of(bare, haired), first ? List.of(head, bald) : List.of(bald, head), dm, 3.7 * dm, Progress.NONE);
			assertEquals(0.2, patches.contrast(), 0.04);
		}
	}
}
