package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.face.MadeParts;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A blue cone before the mouth and the throat of a head of grey skin. */
class HeldLayerTest {

	private static final int SIDE = 256, CELLS = 128;
	private static final HeadReading READING = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
	private static final HeadCamera CAMERA = READING.camera();
	private static final float[] SKIN = { 0.5f, 0.4f, 0.35f }, BLUE = { 0.02f, 0.05f, 0.8f };
	/** Of a colour: more blue than red is the cone's, and nothing of it may be redder than the skin. */
	private static final float TOLERANCE = 0.03f;
	private static final Picture PHOTOGRAPH = photograph();
	private static final PreparedHead HEAD = PreparedHead.of(PHOTOGRAPH, MadeParts.held(READING, share()), Progress.NONE);
	private static final Parted PARTED = Parting.part(HEAD.held().bare(), HEAD, Progress.NONE);

	/** From 0.3 to 1.3 dm below the middle, ever thinner. */
	private static boolean isCone(final double x, final double y) {
		final double across = Math.abs(x - CAMERA.x0()) / CAMERA.s(), down = (y - CAMERA.y0()) / CAMERA.s();
		return down > 0.3 && down < 1.3 && across < 0.2 * (1.45 - down);
	}

	private static Picture photograph() {
		final Picture out = new Picture(SIDE, SIDE, 3), matte = READING.matte();
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double x = i % SIDE + 0.5, y = i / SIDE + 0.5;
			final boolean head = matte.sample(x * matte.width() / SIDE, y * matte.height() / SIDE, 0) > 0.5;
			for (int c = 0; c < 3; c++) out.data()[c * SIDE * SIDE + i] = isCone(x, y) ? BLUE[c] : head ? SKIN[c] : 0.9f;
		}
		return out;
	}

	private static Picture share() {
		final Picture out = new Picture(CELLS, CELLS, 1);
		for (int i = 0; i < CELLS * CELLS; i++) if (isCone((i % CELLS + 0.5) * SIDE / CELLS, (i / CELLS + 0.5) * SIDE / CELLS)) out.data()[i] = 1;
		return out;
	}

	private static View view(final double yaw) {
		return View.turn(new Sitter(List.of(HEAD), List.of(PARTED.person())), ViewTarget.of(new Pose(yaw, 0, 0).toRotation()), Progress.NONE);
	}

	/** The case of the cone: bent by 6 pixels of 768 before. */
	@ParameterizedTest
	@ValueSource(doubles = { 20, -20, 40, -60 })
	void aStraightThingStaysStraight(final double yaw) {
		final HeldLayer layer = HeldLayer.of(HEAD, view(yaw), Turn.HEAD, Progress.NONE);
		final int first = (int) (CAMERA.y0() + 0.35 * CAMERA.s()), last = (int) (CAMERA.y0() + 1.15 * CAMERA.s());
		final double top = axis(layer, first), bottom = axis(layer, last);
		for (int y = first; y <= last; y++) {
			final double straight = top + (bottom - top) * (y - first) / (last - first);
			assertEquals(straight, axis(layer, y), 0.7, "row " + y);
		}
		assertTrue(Math.signum(yaw) * (top - CAMERA.x0()) > 0.2 * CAMERA.s() * Math.sin(Math.toRadians(20)), "it turns with the mouth: " + top);
	}

	private static double axis(final HeldLayer layer, final int y) {
		double sum = 0, weight = 0;
		for (int x = 0; x < layer.area().width(); x++) {
			final float a = layer.share().get(x, y - layer.area().y(), 0);
			sum += a * (layer.area().x() + x + 0.5);
			weight += a;
		}
		assertTrue(weight > 0.5, "nothing in row " + y);
		return sum / weight;
	}

	/** Neither on the skin that it hid nor on the other cheek. */
	@ParameterizedTest
	@ValueSource(doubles = { 20, 40 })
	void nothingOfItIsLeftOnTheFace(final double yaw) {
		final View view = view(yaw);
		final Picture person = view.carry(List.of(PARTED.person()), Progress.NONE);
		for (int i = 0; i < view.area().size(); i++) {
			final float red = person.data()[i], blue = person.data()[2 * view.area().size() + i];
			if (view.alpha().data()[i] > 0.9) assertTrue(blue < red + TOLERANCE || Math.min(red, blue) > 0.8, "blue at " + i % view.area().width() + ", " + i / view.area().width());
		}
	}

	/** A card beside one cheek is hidden by the nose when that turns before it, and not when it turns away. */
	@Test
	void whatLiesBeyondTheFaceIsHidden() {
		final Picture share = new Picture(CELLS, CELLS, 1);
		for (int i = 0; i < CELLS * CELLS; i++) {
			final double across = ((i % CELLS + 0.5) * SIDE / CELLS - CAMERA.x0()) / CAMERA.s(), up = (CAMERA.y0() - (i / CELLS + 0.5) * SIDE / CELLS) / CAMERA.s();
			if (across > 0.55 && across < 0.95 && Math.abs(up) < 0.4) share.data()[i] = 1;
		}
		final PreparedHead head = PreparedHead.of(PHOTOGRAPH, MadeParts.held(READING, share), Progress.NONE);
		final Sitter sitter = new Sitter(List.of(head), List.of(Parting.part(head.held().bare(), head, Progress.NONE).person()));
		final double[] covered = new double[2];
		for (int side = 0; side < 2; side++) {
			final View view = View.turn(sitter, ViewTarget.of(new Pose(side == 0 ? -50 : 50, 0, 0).toRotation()), Progress.NONE);
			final HeldLayer layer = HeldLayer.of(head, view, Turn.HEAD, Progress.NONE);
			for (final float a : layer.share().data()) covered[side] += a;
			covered[side] /= size(head.held().things().get(0).placed(view.rotation().since(head.rotation()), CAMERA, false).corners());
		}
		assertTrue(covered[1] < 0.7 * covered[0], covered[1] + " and " + covered[0] + " of the card");
	}

	/** Of a quadrangle, pixels. */
	private static double size(final double[] at) {
		return Math.abs((at[4] - at[0]) * (at[7] - at[3]) - (at[6] - at[2]) * (at[5] - at[1])) / 2;
	}

	@Test
	void whatIsLaidOverIsItsOwnColourAndCoversWhatWasBelow() {
		final HeldLayer layer = HeldLayer.of(HEAD, view(20), Turn.HEAD, Progress.NONE);
		final Picture picture = new Picture(SIDE, SIDE, 3), alpha = new Picture(SIDE, SIDE, 1), clear = new Picture(SIDE, SIDE, 3), map = new Picture(SIDE, SIDE, 1);
		java.util.Arrays.fill(map.data(), 1);
		layer.over(picture);
		layer.over(clear, alpha);
		layer.cover(map);
		for (int y = 0; y < SIDE; y++) for (int x = 0; x < SIDE; x++) {
			final int u = x - layer.area().x(), v = y - layer.area().y();
			final boolean inside = u >= 0 && v >= 0 && u < layer.area().width() && v < layer.area().height();
			final float a = inside ? layer.share().get(u, v, 0) : 0;
			assertEquals(a, alpha.get(x, y, 0), 1e-6);
			assertEquals(1 - a, map.get(x, y, 0), 1e-6);
			assertEquals(a * BLUE[2], picture.get(x, y, 2), 0.02);
			if (a > 0.05) assertEquals(BLUE[2], clear.get(x, y, 2), 0.02);
		}
	}

	@Test
	void whereNothingIsHeldOrNothingTurnsNothingIsLaidOn() {
		assertNull(HeldLayer.of(HEAD, View.unchanged(HEAD), Turn.HEAD, Progress.NONE));
		final PreparedHead free = PreparedHead.of(HEAD.held().bare(), READING, Progress.NONE);
		assertNull(HeldLayer.of(free, view(20), Turn.HEAD, Progress.NONE));
	}
}
