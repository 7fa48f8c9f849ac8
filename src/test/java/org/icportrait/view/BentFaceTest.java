package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.icportrait.bridge.StopWatch;
import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parting;
import org.icportrait.morphable.Auricle;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A head with ears, a cranium longer than broad, and a far cheek that comes before an ear: bent it stands as the same head turned. */
class BentFaceTest {

	private static final int SIDE = 256, MAP = 128;
	/** Above the neck, rows of the maps. */
	private static final int NECK = 84;
	private static final double YAW = 20;
	private static final double[] MEAN = new double[HeadModel.standard().modes()];
	private static final HeadReading FRONT = ModelHead.reading(MEAN, new Pose(0, 0, 0), SIDE);
	private static final Picture PHOTOGRAPH = ModelHead.photograph(FRONT, SIDE);
	private static final PreparedHead HEAD = PreparedHead.of(PHOTOGRAPH, FRONT, Progress.NONE);

	private static View bend(final double yaw) {
		return View.bend(Turned.sitter(HEAD, Parting.part(PHOTOGRAPH, HEAD, Progress.NONE)), new ViewTarget(new Pose(yaw, 0, 0).toRotation(), Turn.HEAD, true), Progress.NONE);
	}

	/** What bends begin from is kept with the sitter, and is the same for all. */
	@Test
	void whatWasBentBeforeChangesNoBend() {
		final Sitter used = Turned.sitter(HEAD, Parting.part(PHOTOGRAPH, HEAD, Progress.NONE));
		for (final Turn turn : Turn.values()) for (final double yaw : new double[] { YAW, -12, YAW, 6 }) {
			final ViewTarget target = new ViewTarget(new Pose(yaw, 0, 0).toRotation(), turn, true);
			final View fresh = View.bend(Turned.sitter(HEAD, Parting.part(PHOTOGRAPH, HEAD, Progress.NONE)), target, Progress.NONE), again = View.bend(used, target, Progress.NONE);
			assertArrayEquals(fresh.correspondence().data(), again.correspondence().data(), turn + " by " + yaw);
		}
	}

	private static View turn(final double yaw) {
		return View.turn(Turned.sitter(HEAD, Parting.part(PHOTOGRAPH, HEAD, Progress.NONE)), ViewTarget.of(new Pose(yaw, 0, 0).toRotation()), Progress.NONE);
	}

	private static Picture places(final double yaw) {
		return ModelHead.reading(MEAN, new Pose(yaw, 0, 0), SIDE).coordinates();
	}

	/** Which canonical places the bent picture shows, on the cells of the reading; not a number off the head. */
	private static Picture seen(final View view) {
		final Picture from = view.correspondence(), out = new Picture(MAP, MAP, 3);
		final int n = view.area().size(), cell = SIDE / MAP;
		for (int i = 0; i < MAP * MAP; i++) {
			final int x = i % MAP * cell + cell / 2 - view.area().x(), y = i / MAP * cell + cell / 2 - view.area().y(), at = y * view.area().width() + x;
			final boolean inside = x >= 0 && y >= 0 && x < view.area().width() && y < view.area().height() && view.alpha().data()[at] > 0.5f;
			for (int c = 0; c < 3; c++) {
				out.data()[c * MAP * MAP + i] = inside ? FRONT.coordinates().get((int) (from.data()[at] / cell), (int) (from.data()[n + at] / cell), c) : Float.NaN;
			}
		}
		return out;
	}

	private static boolean isEar(final Picture places, final int i) {
		final float[] p = places.data();
		return Math.abs(p[i]) > 0.7f && Auricle.within(p[MAP * MAP + i], p[2 * MAP * MAP + i]) > 0;
	}

	private static boolean isThere(final Picture places, final int i) {
		return !Float.isNaN(places.data()[i]) && (places.data()[i] != 0 || places.data()[MAP * MAP + i] != 0 || places.data()[2 * MAP * MAP + i] != 0);
	}

	@Test
	void thePreparedHeadIsNotChanged() {
		final Mesh mesh = HEAD.mesh();
		final float[][] held = { HEAD.fitted().points(), HEAD.fitted().model().neutral(), HEAD.matte().data(), mesh.points(), mesh.canonical(), mesh.confidence(), mesh.textureX() };
		final float[][] before = Arrays.stream(held).map(float[]::clone).toArray(float[][]::new);
		final View view = bend(YAW);
		view.maps();
		view.fitted(Progress.NONE);
		for (int i = 0; i < held.length; i++) assertArrayEquals(before[i], held[i], "array " + i);
	}

	@Test
	void theFittedHeadIsTurnedOnceAndThatMayBeCancelled() {
		for (final View view : new View[] { bend(YAW), turn(3 * YAW) }) {
			assertThrows(CancellationException.class, () -> view.fitted(StopWatch.STOPPED));
			assertSame(view.fitted(Progress.NONE), view.fitted(Progress.NONE));
		}
	}

	/** Ears grew to twice their width, and the cranium not at all. */
	@ParameterizedTest
	@ValueSource(doubles = { YAW, -YAW })
	void itEndsWhereTheTurnedHeadDoes(final double yaw) {
		final Picture seen = seen(bend(yaw)), truth = places(yaw);
		int off = 0;
		for (int i = 0; i < NECK * MAP; i++) if (isThere(seen, i) != isThere(truth, i)) off++;
		assertTrue(off < 160, off + " cells; 214 and 259 if outlines moved as the middle between front and rear");
	}

	@ParameterizedTest
	@ValueSource(doubles = { YAW, -YAW })
	void theNearEarIsNoBroaderThanThatOfTheTurnedHead(final double yaw) {
		final Picture seen = seen(bend(yaw)), truth = places(yaw);
		final int bent = ear(seen, -yaw), turned = ear(truth, -yaw);
		assertTrue(bent < 1.1 * turned && bent > 0.7 * turned, bent + " cells of " + turned + "; 172 if ears were as near as read and moved as outlines");
	}

	@ParameterizedTest
	@ValueSource(doubles = { YAW, -YAW })
	void theFarEarGoesBehindTheCheek(final double yaw) {
		final Picture seen = seen(bend(yaw)), truth = places(yaw);
		final int bent = ear(seen, yaw), turned = ear(truth, yaw);
		assertTrue(bent <= turned + 4, bent + " cells of " + turned + "; 36 if all that is shown were kept in sight");
	}

	/** How many cells show the ear on the side of x that has this sign. */
	private static int ear(final Picture places, final double sign) {
		int count = 0;
		for (int i = 0; i < NECK * MAP; i++) if (isThere(places, i) && isEar(places, i) && places.data()[i] * sign > 0) count++;
		return count;
	}

	/** The far cheek was squeezed between nose and outline. */
	@ParameterizedTest
	@ValueSource(doubles = { YAW, -YAW })
	void theFarCheekIsWhereItIsInSpace(final double yaw) {
		final Picture seen = seen(bend(yaw)), truth = places(yaw);
		double off = 0;
		int count = 0;
		final int n = MAP * MAP;
		for (int i = 0; i < NECK * MAP; i++) {
			final float[] t = truth.data(), s = seen.data();
			if (!isThere(seen, i) || !isThere(truth, i) || t[i] * yaw < 0 || Math.abs(t[i]) < 0.35f || t[2 * n + i] < 0.5f) continue;
			off += Math.sqrt(Math.pow(s[i] - t[i], 2) + Math.pow(s[n + i] - t[n + i], 2) + Math.pow(s[2 * n + i] - t[2 * n + i], 2));
			count++;
		}
		assertTrue(count > 150 && off / count < 0.09, off / count + " dm off; 0.21 and 0.13 if it were kept from folding");
	}
}
