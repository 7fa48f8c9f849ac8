package org.icportrait.skin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** Ears that photographs show askance at most come from the fitted head. */
class EarsTest {

	private static final int SIDE = 128;
	private static final HeadCamera CAMERA = new HeadCamera(256, 256, 130, 0.1);
	private static final Frame FRAME = Frame.of(CAMERA, SIDE);
	private static final Rotation TURNED = new Pose(70, 0, 0).toRotation();
	/** The middle of the ear that this turn brings to light, and a place of the cheek beside it, dm. */
	private static final float[] EAR = ear(), CHEEK = { -0.55f, -0.2f, 0.55f };
	/** The skin before that ear. */
	private static final float[] BEFORE = { -0.68f, 0.05f, 0.3f };
	/** What lies behind its upper half, and above its root, where hair grows that had a corner of skin. */
	private static final float[] BEHIND = { -0.72f, 0.3f, -0.3f }, ABOVE = { -0.68f, 0.42f, 0.13f };
	private static final Ears EARS = ears(TURNED);

	private static Ears ears(final Rotation turned) {
		final HeadModel model = HeadModel.standard();
		final float[] points = model.neutral().clone();
		for (int v = 0; v < points.length; v += 3) {
			final float x = points[v], y = points[v + 1], z = points[v + 2];
			points[v] = (float) turned.x(x, y, z);
			points[v + 1] = (float) turned.y(x, y, z);
			points[v + 2] = (float) turned.z(x, y, z);
		}
		return Ears.drawn(new Occluder(points, model.triangles()), CAMERA, FRAME, 1, Progress.NONE);
	}

	private static float[] ear() {
		final HeadModel model = HeadModel.standard();
		final float[] middle = new float[3];
		int count = 0;
		for (int v = 0; v < model.size(); v++) {
			if (!model.isEar(v) || model.neutral()[3 * v] > 0) continue;
			count++;
			for (int axis = 0; axis < 3; axis++) middle[axis] += model.neutral()[3 * v + axis];
		}
		for (int axis = 0; axis < 3; axis++) middle[axis] /= count;
		return middle;
	}

	/** What a picture over the frame shows at a place of the head. */
	private static float at(final Picture picture, final float[] place) {
		final float x = (float) TURNED.x(place[0], place[1], place[2]), y = (float) TURNED.y(place[0], place[1], place[2]), z = (float) TURNED.z(place[0], place[1], place[2]);
		final Similarity toFrame = FRAME.fromPicture();
		final double scale = picture.width() / (double) SIDE, px = CAMERA.x(x, z), py = CAMERA.y(y, z);
		return picture.sample(scale * toFrame.x(px, py), scale * toFrame.y(px, py), 0);
	}

	@Test
	void theEarThatATurnBringsToLightIsDrawnAndNothingElse() {
		assertEquals(1, at(EARS.share(), EAR), 0.05);
		assertEquals(0, at(EARS.share(), CHEEK), 1e-3);
		double shown = 0;
		for (final float share : EARS.share().data()) shown += share;
		final double dm = SIDE * CAMERA.s() / FRAME.toPicture().scale();
		assertTrue(shown > 0.1 * dm * dm && shown < 0.4 * dm * dm, "an ear of " + 100 * shown / (dm * dm) + " square centimetres");
	}

	@Test
	void beforeItIsSkinAndElsewhereWhatWasGenerated() {
		assertEquals(0.85, at(EARS.skin(), BEFORE), 0.02);
		assertEquals(0, at(EARS.share(), BEFORE), 1e-3);
		assertEquals(0, at(EARS.skin(), new float[] { -0.7f, 0.75f, 0 }), 1e-3);
		assertEquals(0, at(EARS.skin(), BEHIND), 0.1);
		assertEquals(0, at(EARS.share(), ABOVE), 0.1);
		assertEquals(0, at(EARS.skin(), new float[] { -0.25f, 0, 0.85f }), 1e-3);
	}

	@Test
	void therePhotographsGiveWay() {
		final Picture own = EARS.without(full(0.8f, 1));
		assertEquals(0, at(own, EAR), 0.05);
		assertEquals(0.8f, at(own, CHEEK), 1e-6);
	}

	@Test
	void theyComeInTurnedViewsOfPhotographsThatShowThemBareAndFromTheFront() {
		assertEquals(1, Ears.strength(0.85f, 0, 0.1, -0.6));
		assertEquals(0, Ears.strength(0.25f, 0, 0.1, 0.6));
		assertEquals(0, Ears.strength(0.85f, 0, -0.8, 0.6));
		assertEquals(0, Ears.strength(0.85f, 0, 0.1, Math.sin(Math.toRadians(10))));
		assertEquals(1, Ears.strength(0.85f, 0, 0.1, Math.sin(Math.toRadians(18))));
		assertTrue(Ears.strength(0.4f, 0, 0, 1) > 0 && Ears.strength(0.4f, 0, 0, 1) < 1);
	}

	@Test
	void besideLooseHairThereAreNone() {
		assertEquals(0, Ears.strength(0.85f, 0.75f, 0.1, -0.6));
		assertEquals(1, Ears.strength(0.85f, 0.6f, 0.1, -0.6), "single curls");
	}

	@Test
	void frontalPhotographsWithHairOverOrBesideThemAreOverhung() {
		assertEquals(0, Ears.overhung(0.85f, 0.1f, 0.1, 0.5));
		assertEquals(1, Ears.overhung(0.85f, 0.75f, 0.1, 0.5));
		assertEquals(1, Ears.overhung(0.25f, 0, 0.1, 0.5));
		assertEquals(0, Ears.overhung(0.25f, 0.5f, -0.8, 0.5));
		assertEquals(0, Ears.overhung(0.25f, 0.5f, 0.1, Math.cos(Math.toRadians(80))));
	}

	private static Picture full(final float value, final int channels) {
		final Picture out = new Picture(SIDE, SIDE, channels);
		Arrays.fill(out.data(), value);
		return out;
	}
}
