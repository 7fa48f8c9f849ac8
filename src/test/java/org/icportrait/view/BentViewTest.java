package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Layer;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.maps.HeadMaps;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A photograph of an ellipsoid that is bent to a small turn shows the ellipsoid turned, and nothing is torn. */
class BentViewTest {

	private static final int SIDE = ViewTest.SIDE;
	/** Cosine from which on a place is seen well. */
	private static final double FACING = 0.6;
	private static final AnalyticHead HEAD = ViewTest.FRONTAL;
	private static final Picture PHOTOGRAPH = ViewTest.photograph(HEAD);
	private static final PreparedHead PREPARED = PreparedHead.of(PHOTOGRAPH, HEAD.surface(), Progress.NONE);
	private static final Parted PARTED = Parting.part(PHOTOGRAPH, PREPARED, Progress.NONE);

	private static View bend(final PreparedHead head, final Pose pose, final Turn turn) {
		return View.bend(Turned.sitter(head, PARTED), new ViewTarget(pose.toRotation(), turn, true), Progress.NONE);
	}

	private static View bend(final double yaw, final double pitch, final double roll) {
		return bend(PREPARED, new Pose(yaw, pitch, roll), Turn.HEAD);
	}

	/** The head that a pixel of a turned one shows where both show it well. */
	private static double[] common(final AnalyticHead target, final int i) {
		final double[] p = ViewTest.common(HEAD, target, i);
		return p != null && target.facing(p) > FACING && HEAD.facing(p) > FACING ? p : null;
	}

	@ParameterizedTest
	@CsvSource({ "12,0,0", "-16,0,0", "0,10,0", "0,-12,0", "0,0,12", "8,-6,5" })
	void bentHeadIsTheRenderedOne(final double yaw, final double pitch, final double roll) {
		final AnalyticHead target = HEAD.withPose(new Pose(yaw, pitch, roll));
		final View view = bend(yaw, pitch, roll);
		final double psnr = Likeness.psnr(view.whole(PHOTOGRAPH, Progress.NONE), ViewTest.photograph(target), i -> common(target, i) != null);
		assertTrue(psnr > 28, "PSNR " + psnr);
		final Picture places = view.correspondence();
		final Area area = view.area();
		double error = 0;
		int count = 0;
		for (int i = 0; i < area.size(); i++) {
			final double[] p = common(target, (area.y() + i / area.width()) * SIDE + area.x() + i % area.width());
			if (p == null) continue;
			final double[] q = HEAD.toCamera(p);
			error += Math.hypot(places.data()[i] - HEAD.camera().x(q[0], q[2]), places.data()[area.size() + i] - HEAD.camera().y(q[1], q[2]));
			count++;
		}
		assertTrue(count > 3000 && error / count < 0.7, "mean error " + error / count + " px of " + count);
	}

	/** The outline of what is round hardly moves when what lies on it turns away. */
	@ParameterizedTest
	@CsvSource({ "16,0,650", "0,-14,500" })
	void theOutlineStaysNearThatOfTheTurnedHead(final double yaw, final double pitch, final int most) {
		final View view = bend(yaw, pitch, 0);
		final AnalyticHead target = HEAD.withPose(new Pose(yaw, pitch, 0));
		final Area area = view.area();
		int other = 0;
		for (int i = 0; i < area.size(); i++) {
			final boolean there = target.hit(area.x() + i % area.width() + 0.5, area.y() + i / area.width() + 0.5, true) != null;
			if (there != view.alpha().data()[i] > 0.5) other++;
		}
		assertTrue(other < most, other + " pixels; 904 and 702 if outlines moved as what lies on them");
	}

	/** Further than portraits are bent, too: beside hair that hangs before a neck they fold as soon. */
	@ParameterizedTest
	@CsvSource({ "16,0.3,4", "45,0.05,5" })
	void nothingFoldsAndNothingIsDrawnOutTooFar(final double yaw, final float least, final float most) {
		final View view = bend(yaw, 0, 0);
		final Picture places = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < places.planeSize(); i++) places.data()[i] = i % SIDE;
		final Picture seen = view.whole(places, Progress.NONE);
		for (int i = 0; i < seen.planeSize(); i++) {
			if (i % SIDE == SIDE - 1) continue;
			final float step = seen.data()[i + 1] - seen.data()[i];
			assertTrue(step > least && step < most, "step " + step + " at " + i % SIDE + ", " + i / SIDE);
		}
	}

	@Test
	void whatIsFarOffStaysToTheBit() {
		final Picture seen = bend(12, 0, 0).whole(PHOTOGRAPH, Progress.NONE);
		int moved = 0;
		for (int i = 0; i < seen.planeSize(); i++) {
			final double far = Math.hypot(i % SIDE + 0.5 - SIDE / 2.0, i / SIDE + 0.5 - SIDE / 2.0) / ViewTest.SCALE;
			if (far > 1.6) assertEquals(PHOTOGRAPH.data()[i], seen.data()[i]);
			else if (PHOTOGRAPH.data()[i] != seen.data()[i]) moved++;
		}
		assertTrue(moved > 5000, "moved " + moved);
	}

	/** Somebody beside the head, from column 172 on. */
	@Test
	void othersStay() {
		final Picture places = new Picture(SIDE, SIDE, 1);
		for (int i = 0; i < places.planeSize(); i++) places.data()[i] = i % SIDE;
		final PreparedHead beside = PreparedHead.of(PHOTOGRAPH, HEAD.surfaceBeside(172), Progress.NONE);
		final Pose roll = new Pose(0, 0, 16);
		final float alone = bend(PREPARED, roll, Turn.HEAD).whole(places, Progress.NONE).get(176, 90, 0), kept = bend(beside, roll, Turn.HEAD).whole(places, Progress.NONE).get(176, 90, 0);
		assertTrue(Math.abs(alone - 176) > 1, "alone " + alone);
		assertEquals(176, kept, 0.4);
	}

	@Test
	void nothingIsCutOutMirroredOrClosed() {
		final View view = bend(12, 0, 0);
		assertTrue(view.isWhole() && view.isBent() && !view.isUnchanged());
		assertEquals(PREPARED.area(), view.area());
		final Picture known = view.known();
		final int n = known.planeSize();
		for (int i = 0; i < n; i++) {
			assertEquals(view.alpha().data()[i], known.data()[n + i], 1e-5);
			assertEquals(0, known.data()[2 * n + i]);
			assertTrue(view.alpha().data()[i] >= 0 && view.alpha().data()[i] <= 1);
		}
	}

	/** Pictures are read line by line, and the map of places pixel by pixel: what is seen is the same. */
	@Test
	void itShowsTheVeryPlacesThatItTells() {
		final View view = bend(12, 5, -3);
		final Area area = view.area();
		final Picture places = view.correspondence(), own = new Picture(SIDE, SIDE, 2);
		for (int i = 0; i < own.planeSize(); i++) {
			own.data()[i] = i % SIDE + 0.5f;
			own.data()[own.planeSize() + i] = i / SIDE + 0.5f;
		}
		final Picture seen = view.whole(own, Progress.NONE);
		for (int i = 0; i < area.size(); i++) {
			if (view.alpha().data()[i] == 0) continue;
			for (int c = 0; c < 2; c++) assertEquals(places.data()[c * area.size() + i], seen.get(area.x() + i % area.width(), area.y() + i / area.width(), c), 0.05);
		}
	}

	/** Where a layer is wanted it is what all of it would be. */
	@Test
	void layersAreReadWhereTheyAreWanted() {
		final View view = bend(12, 5, -3);
		final boolean[] wanted = new boolean[view.area().size()];
		for (int i = 0; i < wanted.length; i++) wanted[i] = i % 3 == 1;
		final Picture all = view.carry(List.of(PARTED.person()), Progress.NONE), some = view.carry(PARTED.person(), wanted, Progress.NONE);
		assertArrayEquals(all.data(), view.carry(PARTED.person(), null, Progress.NONE).data());
		for (int i = 0; i < all.data().length; i++) assertEquals(wanted[i % wanted.length] ? all.data()[i] : 0, some.data()[i]);
	}

	/** The background of other pixels than those changes nothing, however dark or bright the person becomes. */
	@ParameterizedTest
	@ValueSource(floats = { 0.3f, 2 })
	void lightAsksForTheBackgroundOfMixedPixelsAlone(final float gain) {
		final View view = bend(12, 0, 0);
		final Area area = view.area();
		final Picture shown = view.whole(PHOTOGRAPH, Progress.NONE), person = view.carry(PARTED.person(), null, Progress.NONE), lit = person.copy();
		final Picture share = view.carry(Layer.over(area, PARTED.share(), PARTED.share()), null, Progress.NONE);
		final Picture plate = view.carry(Layer.over(area, PARTED.plate(), PARTED.plate()), null, Progress.NONE), some = plate.copy();
		for (int i = 0; i < lit.data().length; i++) lit.data()[i] *= gain;
		final boolean[] mixed = Composition.mixed(shown, view, share, person, Progress.NONE);
		int count = 0;
		for (int i = 0; i < mixed.length; i++) if (mixed[i]) count++;
		assertTrue(count > 50 && count < mixed.length / 4, count + " of " + mixed.length);
		for (int i = 0; i < some.data().length; i++) if (!mixed[i % mixed.length]) some.data()[i] = 0;
		assertArrayEquals(composed(shown, new Parted(area, Layer.over(area, person, person), plate, share), view, lit), composed(shown, new Parted(area, Layer.over(area, person, person), some, share), view, lit));
	}

	private static float[] composed(final Picture shown, final Parted parted, final View view, final Picture lit) {
		return Composition.over(shown, parted, view, lit, Background.KEEP, Progress.NONE).data();
	}

	@Test
	void theSameRotationIsThePhotographItself() {
		assertTrue(bend(0, 0, 0).isUnchanged());
	}

	@Test
	void mapsAreThoseOfTheTurnedHead() {
		final AnalyticHead target = HEAD.withPose(new Pose(12, 8, 0));
		final HeadMaps maps = bend(12, 8, 0).maps();
		final Similarity toPicture = maps.pictureToMaps().inverse();
		double depth = 0, normal = 0, place = 0;
		int count = 0;
		for (int i = 0; i < maps.size(); i++) {
			final double u = i % maps.width() + 0.5, v = i / maps.width() + 0.5, x = toPicture.x(u, v), y = toPicture.y(u, v);
			final double[] p = x < 0 || y < 0 || x >= SIDE || y >= SIDE ? null : common(target, (int) y * SIDE + (int) x);
			if (p == null) continue;
			final double[] exact = target.toHead(target.hit(x, y, true)), truth = target.normal(exact);
			depth += Math.abs(maps.depth().data()[i] - target.toCamera(exact)[2]);
			for (int c = 0; c < 3; c++) {
				normal += Math.abs(maps.normals().data()[c * maps.size() + i] - truth[c]);
				place += Math.abs(maps.coordinates().data()[c * maps.size() + i] - exact[c]);
			}
			count++;
		}
		assertTrue(count > 1000, "cells " + count);
		assertTrue(depth / count < 0.015, "depth " + depth / count);
		assertTrue(normal / count < 0.04, "normals " + normal / count);
		assertTrue(place / count < 0.04, "coordinates " + place / count);
	}

	/** What the light does not change is the bent photograph to the bit, and what it changes is the person alone. */
	@Test
	void lightChangesThePersonAlone() {
		final View view = bend(12, 0, 0);
		final Picture bent = view.whole(PHOTOGRAPH, Progress.NONE), person = view.carry(List.of(PARTED.person()), Progress.NONE), lit = person.copy();
		final Parted parted = new Parted(view.area(), Layer.over(view.area(), person, person), carried(view, PARTED.plate()), carried(view, PARTED.share()));
		assertArrayEquals(bent.data(), Composition.over(bent, parted, view, person, Background.KEEP, Progress.NONE).data());
		for (int i = 0; i < lit.data().length; i++) lit.data()[i] *= 0.5f;
		final Picture dark = Composition.over(bent, parted, view, lit, Background.KEEP, Progress.NONE);
		final int middle = SIDE / 2 * SIDE + SIDE / 2;
		assertEquals(0.5 * bent.data()[middle], dark.data()[middle], 1e-3);
		assertEquals(bent.data()[0], dark.data()[0]);
		assertNotEquals(0, bent.data()[0]);
	}

	private static Picture carried(final View view, final Picture overArea) {
		return view.carry(List.of(Layer.over(view.area(), overArea, overArea)), Progress.NONE);
	}

	/** A bust that turns at the picture's border brings nothing into it from beyond: no border pixel stands twice in a row. */
	@Test
	void theBorderIsDrawnOutNotRepeated() {
		final AnalyticHead close = AnalyticHead.of(120, 90, Pose.FRONTAL, ViewTest::paint);
		final Picture photograph = ViewTest.photograph(close), places = new Picture(120, 120, 1);
		for (int i = 0; i < places.planeSize(); i++) places.data()[i] = i % 120;
		final PreparedHead head = PreparedHead.of(photograph, close.surface(), Progress.NONE);
		final Picture seen = bend(head, new Pose(16, 0, 0), Turn.BUST).whole(places, Progress.NONE);
		final float[] middle = Arrays.copyOfRange(seen.data(), 60 * 120, 61 * 120);
		boolean moves = false;
		for (int x = 2; x < 118; x++) {
			// Where the face ends that comes before the rest, what is beside it may be seen twice, by some pixels.
			assertTrue(middle[x + 1] - middle[x] > (x < 8 || x > 111 ? 0.1 : -2.5), "step " + (middle[x + 1] - middle[x]) + " at " + x);
			moves |= Math.abs(middle[x] - x) > 4;
		}
		assertTrue(moves);
		assertFalse(Float.isNaN(middle[0]));
	}
}
