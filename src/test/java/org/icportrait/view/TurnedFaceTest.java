package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parting;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;

/** A face seen from three quarters and turned to the front is the frontal one: two eyes, one mouth, no seam, lit as it was. */
class TurnedFaceTest {

	private static final int SIDE = 256;

	/** Skin lit from the head's left, with two dark eyes and a red mouth. */
	private static float colour(final float x, final float y, final float z, final int channel) {
		final float light = 0.6f + 0.35f * Math.max(-1, Math.min(1, x));
		final boolean eye = Math.hypot(Math.abs(x) - 0.31, y - 0.36) < 0.12 && z > 0.5, mouth = Math.abs(x) < 0.28 && Math.abs(y + 0.33) < 0.07 && z > 0.5;
		final float paint = eye ? 0.1f : channel == 0 ? 0.7f : mouth ? 0.2f : 0.5f;
		return light * paint;
	}

	private static Picture photograph(final HeadReading reading) {
		final Picture out = new Picture(SIDE, SIDE, 3), place = reading.coordinates();
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double u = (i % SIDE + 0.5) * place.width() / SIDE, v = (i / SIDE + 0.5) * place.height() / SIDE;
			final boolean head = reading.matte().get((int) u, (int) v, 0) > 0;
			for (int c = 0; c < 3; c++) {
				out.data()[c * SIDE * SIDE + i] = head ? colour(place.sample(u, v, 0), place.sample(u, v, 1), place.sample(u, v, 2), c) : 0.02f;
			}
		}
		return out;
	}

	@ParameterizedTest
	@ValueSource(doubles = { -60, -45, 35, 50 })
	void aThreeQuarterFaceTurnedToTheFrontIsWhole(final double yaw) {
		final double[] mean = new double[HeadModel.standard().modes()];
		final HeadReading reading = ModelHead.reading(mean, new Pose(yaw, 0, 0), SIDE), front = ModelHead.reading(mean, new Pose(0, 0, 0), SIDE);
		final Picture picture = photograph(reading), truth = photograph(front);
		final PreparedHead head = PreparedHead.of(picture, reading, Progress.NONE);
		final List<Layer> person = List.of(Parting.part(picture, head, Progress.NONE).person());
		final View view = View.turn(new Sitter(List.of(head), person), ViewTarget.of(new Pose(0, 0, 0).toRotation()), Progress.NONE);
		final Picture turned = view.carry(person, view.joiningLight(Progress.NONE), Progress.NONE);
		final double far = psnr(view, turned, truth, front, -Math.signum(yaw)), near = psnr(view, turned, truth, front, Math.signum(yaw));
		final double unlit = psnr(view, view.carry(person, Progress.NONE), truth, front, -Math.signum(yaw));
		assertTrue(far > 17 && near > 28, "far half " + far + " dB, near half " + near + " dB");
		assertTrue(far > unlit + 0.8, "far half " + far + " dB, in the near half's light " + unlit + " dB");
	}

	@Test
	void theFittedHeadTurnsWithTheHeadAndTwistsAtTheNeck() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), SIDE);
		final Picture picture = photograph(reading);
		final PreparedHead head = PreparedHead.of(picture, reading, Progress.NONE);
		final Sitter sitter = Turned.sitter(head, Parting.part(picture, head, Progress.NONE));
		final Rotation wanted = new Pose(40, 0, 0).toRotation(), turn = wanted.since(head.rotation());
		final float[] before = head.fitted().points(), after = View.turn(sitter, ViewTarget.of(wanted), Progress.NONE).fitted(Progress.NONE).points();
		final float[] neutral = head.fitted().model().neutral();
		for (int v = 0; v < before.length; v += 3) {
			final float x = before[v], y = before[v + 1], z = before[v + 2];
			final double moved = Math.hypot(after[v] - x, after[v + 2] - z), off = Math.hypot(after[v] - turn.x(x, y, z), after[v + 2] - turn.z(x, y, z));
			if (neutral[v + 1] > -0.7f) assertTrue(off < 1e-4, "a vertex of the head lies " + off + " dm off");
			if (neutral[v + 1] < -1.8f) assertTrue(moved < 1e-4, "a vertex of the shoulders moved by " + moved + " dm");
		}
		assertSame(before, View.unchanged(head).fitted(Progress.NONE).points());
		final View view = View.turn(sitter, ViewTarget.of(wanted), Progress.NONE);
		assertSame(view.fitted(Progress.NONE), view.fitted(Progress.NONE));
	}

	/** Over the front of one half of the face; the near half shows the side that the source does. */
	private static double psnr(final View view, final Picture turned, final Picture truth, final HeadReading front, final double side) {
		double sum = 0;
		int count = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double u = (i % SIDE + 0.5) * front.mapSize() / SIDE, v = (i / SIDE + 0.5) * front.mapSize() / SIDE;
			final float x = front.coordinates().sample(u, v, 0), y = front.coordinates().sample(u, v, 1), z = front.coordinates().sample(u, v, 2);
			if (front.matte().get((int) u, (int) v, 0) <= 0 || x * side > -0.05 || z < 0.6 || y < -0.7 || y > 0.7) continue;
			final int column = i % SIDE - view.area().x(), row = i / SIDE - view.area().y();
			if (column < 0 || row < 0 || column >= turned.width() || row >= turned.height()) continue;
			for (int c = 0; c < 3; c++) {
				final double d = Math.pow(turned.get(column, row, c), 1 / 2.2) - Math.pow(truth.data()[c * SIDE * SIDE + i], 1 / 2.2);
				sum += d * d;
				count++;
			}
		}
		return 10 * Math.log10(count / Math.max(1e-12, sum));
	}
}
