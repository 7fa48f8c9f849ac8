package org.icportrait.light;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.view.AnalyticHead;
import org.junit.jupiter.api.Test;

/** Light brought from one rendered ellipsoid to another through a few visible patches. */
class LightingStitchTest {

	private static final double[] A = LitScenes.soft(-1, 0.3, 0.8, 0.7, 0.7, 0.7), B = LitScenes.soft(1, 0.4, 0.6, 0.9, 0.7, 0.5);
	private static final Picture PROFILE = LitScenes.rendered(LitScenes.HEAD, A), REFERENCE = LitScenes.rendered(LitScenes.HEAD, B);
	private static final Picture OWN = Shading.of(LitScenes.MAPS, LitScenes.HEAD.camera(), Light.of(A));

	private static StitchResult stitch(final AnalyticHead head, final Picture reference, final StitchOptions options) {
		return LightingStitch.stitch(LitScenes.lit(LitScenes.HEAD, PROFILE), OWN, LitScenes.lit(head, reference), options);
	}

	@Test
	void theProfileTakesTheLightOfTheReference() {
		final Picture relit = stitch(LitScenes.HEAD, REFERENCE, StitchOptions.DEFAULT).relit();
		final double error = LitScenes.meanDifference(relit, REFERENCE), before = LitScenes.meanDifference(PROFILE, REFERENCE);
		assertTrue(error < 0.06 && error < before / 4, before + " to " + error);
	}

	@Test
	void anotherPoseAndPaintBringTheSameLight() {
		final AnalyticHead other = new AnalyticHead(LitScenes.SIDE + 30, LitScenes.SIDE, LitScenes.HEAD.axes(), new Pose(25, 10, 0),
			new HeadCamera(80, 66, 50, 0.1), (x, y, z, c) -> 0.7 - 0.1 * c + 0.1 * Math.cos(9 * y));
		final Picture relit = stitch(other, LitScenes.rendered(other, B), StitchOptions.DEFAULT).relit();
		final double error = LitScenes.meanDifference(relit, REFERENCE);
		assertTrue(error < 0.08, "error " + error);
	}

	/** The reference's albedo is misjudged, as an estimate may be: brighter on one side, and in one colour. */
	private static StitchResult stitchMisjudged(final AnalyticHead head, final boolean samePerson) {
		final AnalyticHead misjudged = head.withPaint((x, y, z, c) -> head.paint().of(x, y, z, c) * (1 + 0.5 * Math.tanh(3 * x)) * (1 + 0.15 * c));
		final LitHead reference = LitScenes.lit(misjudged, LitScenes.rendered(head, B));
		return LightingStitch.stitch(LitScenes.lit(LitScenes.HEAD, PROFILE), OWN, reference, StitchOptions.DEFAULT.withSamePerson(samePerson));
	}

	@Test
	void theSamePersonsReflectanceMendsAMisjudgedAlbedo() {
		for (final double yaw : new double[] { 0, 20 }) {
			final AnalyticHead head = LitScenes.HEAD.withPose(new Pose(yaw, 0, 0));
			final double another = LitScenes.meanDifference(stitchMisjudged(head, false).relit(), REFERENCE);
			final double same = LitScenes.meanDifference(stitchMisjudged(head, true).relit(), REFERENCE);
			assertTrue(same < 0.7 * another, "yaw " + yaw + ": " + another + " to " + same);
		}
	}

	@Test
	void maskedPixelsAreNeverRead() {
		final boolean[] visible = PatchMask.visible(LitScenes.SIDE, LitScenes.SIDE, 0.8, 0, 1);
		final Picture spoiled = REFERENCE.copy();
		for (int i = 0; i < spoiled.data().length; i++) if (!visible[i % visible.length]) spoiled.data()[i] = Float.NaN;
		final StitchResult a = stitch(LitScenes.HEAD, REFERENCE, StitchOptions.DEFAULT);
		final StitchResult b = stitch(LitScenes.HEAD, spoiled, StitchOptions.DEFAULT);
		assertArrayEquals(a.light().harmonics(), b.light().harmonics());
		assertArrayEquals(a.shading().data(), b.shading().data());
		assertArrayEquals(a.relit().data(), b.relit().data());
		assertArrayEquals(a.support().data(), b.support().data());
		assertArrayEquals(a.canvas().data(), b.canvas().data());
	}

	@Test
	void theCanvasOfAReferenceOfAnotherSizeHoldsNothingMasked() {
		final AnalyticHead large = new AnalyticHead(300, 200, LitScenes.HEAD.axes(), Pose.FRONTAL, new HeadCamera(150, 100, 80, 0.1), LitScenes.HEAD.paint());
		final Picture reference = LitScenes.rendered(large, B);
		final StitchResult clean = stitch(large, reference, StitchOptions.DEFAULT);
		final boolean[] visible = PatchMask.visible(300, 200, 0.8, 0, 1);
		for (int i = 0; i < reference.data().length; i++) if (!visible[i % visible.length]) reference.data()[i] = 1e6f;
		assertArrayEquals(clean.canvas().data(), stitch(large, reference, StitchOptions.DEFAULT).canvas().data());
		assertEquals(LitScenes.SIDE + 195, clean.canvas().width());
	}

	@Test
	void theCanvasShowsProfileAndMaskedReference() {
		final Picture canvas = stitch(LitScenes.HEAD, REFERENCE, new StitchOptions(0.6, 10, 3, false)).canvas();
		final boolean[] visible = PatchMask.visible(LitScenes.SIDE, LitScenes.SIDE, 0.6, 10, 3);
		assertEquals(2 * LitScenes.SIDE, canvas.width());
		assertEquals(LitScenes.SIDE, canvas.height());
		for (int y = 0; y < LitScenes.SIDE; y++) {
			for (int x = 0; x < LitScenes.SIDE; x++) {
				for (int c = 0; c < 3; c++) {
					assertEquals(PROFILE.get(x, y, c), canvas.get(x, y, c));
					final float expected = visible[y * LitScenes.SIDE + x] ? REFERENCE.get(x, y, c) : 0.21f;
					assertEquals(expected, canvas.get(LitScenes.SIDE + x, y, c), 1e-6);
				}
			}
		}
	}

	@Test
	void supportIsWhereVisiblePatchesCorrespond() {
		// Of four patches one stays: the head's pixels in its quarter have support, those across the face none.
		final StitchOptions quarter = new StitchOptions(0.75, LitScenes.SIDE / 2, 1, false);
		final boolean[] visible = PatchMask.visible(LitScenes.SIDE, LitScenes.SIDE, quarter.ratio(), quarter.patch(), quarter.seed());
		final Picture support = stitch(LitScenes.HEAD, REFERENCE, quarter).support();
		final int last = LitScenes.SIDE - 1, edge = 20;
		double near = 0, across = 0;
		int nearCount = 0, acrossCount = 0;
		for (int i = 0; i < support.planeSize(); i++) {
			assertTrue(support.data()[i] >= 0 && support.data()[i] <= 1);
			final int x = LitScenes.MAPS.x() + i % support.width(), y = LitScenes.MAPS.y() + i / support.width();
			final boolean central = Math.abs(x - last / 2) < edge || Math.abs(y - last / 2) < edge;
			if (LitScenes.MAPS.matte().data()[i] == 0 || central) continue;
			if (visible[y * LitScenes.SIDE + x]) {
				near += support.data()[i];
				nearCount++;
			}
			else if (visible[(last - y) * LitScenes.SIDE + last - x]) {
				across += support.data()[i];
				acrossCount++;
			}
		}
		assertTrue(near / nearCount > 0.8, "near " + near / nearCount);
		assertTrue(across / acrossCount < 0.1, "across " + across / acrossCount);
	}

	@Test
	void theInputIsNotChanged() {
		final float[] profile = PROFILE.data().clone(), reference = REFERENCE.data().clone(), own = OWN.data().clone();
		stitch(LitScenes.HEAD, REFERENCE, StitchOptions.DEFAULT);
		assertArrayEquals(profile, PROFILE.data());
		assertArrayEquals(reference, REFERENCE.data());
		assertArrayEquals(own, OWN.data());
	}
}
