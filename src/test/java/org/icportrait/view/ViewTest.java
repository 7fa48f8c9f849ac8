package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.maps.HeadMaps;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ellipsoid turned by a view is the ellipsoid rendered turned, wherever the source shows it. */
class ViewTest {

	static final int SIDE = 240;
	static final double SCALE = 64;
	/** Cosines from which a place counts as shown by the source, and as seen in the target. */
	private static final double SHOWN = 0.4, SEEN = 0.2;
	static final AnalyticHead FRONTAL = AnalyticHead.of(SIDE, SCALE, Pose.FRONTAL, ViewTest::paint);

	static double paint(final double x, final double y, final double z, final int c) {
		return 0.42 + 0.16 * Math.sin(6 * x + c) * Math.cos(5 * y) + 0.1 * Math.sin(7 * z + 2 * c) + 0.06 * Math.sin(22 * y) * Math.sin(22 * x + 1);
	}

	static double symmetricPaint(final double x, final double y, final double z, final int c) {
		return 0.42 + 0.16 * Math.cos(6 * x) * Math.cos(5 * y + c) + 0.1 * Math.sin(7 * z + 2 * c) + 0.06 * Math.sin(22 * y) * Math.cos(22 * x);
	}

	static Picture photograph(final AnalyticHead head) {
		return head.picture((x, y, z, c) -> 1, 2);
	}

	private static Turned turn(final AnalyticHead head, final Pose pose) {
		return Turned.of(head, photograph(head), pose);
	}

	/** What the target shows at a place, head axes, where the source shows it well; else null. */
	private static double[] common(final AnalyticHead source, final AnalyticHead target, final double x, final double y) {
		final double[] q = target.hit(x, y, true);
		if (q == null) return null;
		final double[] p = target.toHead(q);
		return target.facing(p) > SEEN && source.facing(p) > SHOWN ? p : null;
	}

	static double[] common(final AnalyticHead source, final AnalyticHead target, final int i) {
		return common(source, target, i % SIDE + 0.5, i / SIDE + 0.5);
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0, 20,0,0", "0,0,0, -30,0,0", "0,0,0, 0,20,0", "0,0,0, 0,-25,0", "0,0,0, 0,0,30", "10,-5,15, -15,10,-10", "-25,0,0, 0,0,0" })
	void turnedHeadIsTheRenderedOneWhereTheSourceShowsIt(final double yaw, final double pitch, final double roll, final double toYaw,
		final double toPitch, final double toRoll)
	{
		final AnalyticHead source = FRONTAL.withPose(new Pose(yaw, pitch, roll)), target = FRONTAL.withPose(new Pose(toYaw, toPitch, toRoll));
		final Turned turned = turn(source, target.pose());
		final double psnr = Likeness.psnr(turned.picture(), photograph(target), i -> common(source, target, i) != null);
		assertTrue(psnr > 30, "PSNR " + psnr);
		assertCorrespondence(source, target, turned.whole(turned.view().correspondence(), Float.NaN));
	}

	private static void assertCorrespondence(final AnalyticHead source, final AnalyticHead target, final Picture places) {
		final double[] errors = new double[SIDE * SIDE];
		int count = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double[] p = common(source, target, i);
			if (p == null) continue;
			final double[] q = source.toCamera(p);
			errors[count++] = Math.hypot(places.data()[i] - source.camera().x(q[0], q[2]), places.data()[SIDE * SIDE + i] - source.camera().y(q[1], q[2]));
			assertEquals(0, places.data()[2 * SIDE * SIDE + i]);
		}
		final double[] sorted = Arrays.copyOf(errors, count);
		Arrays.sort(sorted);
		assertTrue(sorted[count / 2] < 0.5, "median error " + sorted[count / 2] + " px");
		assertTrue(sorted[count * 95 / 100] < 1.5, "95 % error " + sorted[count * 95 / 100] + " px");
	}

	@Test
	void turnedMapsAreThoseOfTheTurnedHead() {
		final AnalyticHead target = FRONTAL.withPose(new Pose(25, 10, 0));
		final HeadMaps maps = turn(FRONTAL, target.pose()).view().maps();
		final Similarity toPicture = maps.pictureToMaps().inverse();
		final int n = maps.size();
		double depth = 0, normal = 0, place = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final double u = i % maps.width() + 0.5, v = i / maps.width() + 0.5;
			final double[] p = common(FRONTAL, target, toPicture.x(u, v), toPicture.y(u, v));
			if (p == null) continue;
			count++;
			final double[] truth = target.normal(p);
			depth += Math.abs(maps.depth().data()[i] - target.toCamera(p)[2]);
			for (int c = 0; c < 3; c++) {
				normal += Math.abs(maps.normals().data()[c * n + i] - truth[c]);
				place += Math.abs(maps.coordinates().data()[c * n + i] - p[c]);
			}
		}
		assertTrue(count > 1000, "cells " + count);
		assertTrue(depth / count < 0.01, "depth " + depth / count);
		assertTrue(normal / count < 0.03, "normals " + normal / count);
		assertTrue(place / count < 0.03, "coordinates " + place / count);
	}

	@Test
	void thereAndBackIsTheSource() {
		final AnalyticHead there = FRONTAL.withPose(new Pose(20, 0, 0));
		final Picture picture = photograph(FRONTAL);
		final Picture turned = Turned.of(FRONTAL, picture, there.pose()).picture();
		final Picture back = Turned.of(there, turned, Pose.FRONTAL).picture();
		final double psnr = Likeness.psnr(back, picture, i -> common(there, FRONTAL, i) != null);
		assertTrue(psnr > 30, "PSNR " + psnr);
	}

	@Test
	void leftAndRightOfASymmetricHeadAreMirrorImages() {
		final AnalyticHead head = FRONTAL.withPaint(ViewTest::symmetricPaint);
		final Turned right = turn(head, new Pose(35, 0, 0)), left = turn(head, new Pose(-35, 0, 0));
		final float[] rightAlpha = flipped(right.alpha()).data(), leftAlpha = left.alpha().data();
		final double psnr = Likeness.psnr(flipped(right.picture(Background.REMOVE)), left.picture(Background.REMOVE),
			i -> rightAlpha[i] == 1 && leftAlpha[i] == 1);
		assertTrue(psnr > 33, "PSNR " + psnr);
	}

	private static Picture flipped(final Picture picture) {
		final Picture out = new Picture(picture.width(), picture.height(), picture.channels());
		for (int i = 0; i < out.data().length; i++) out.data()[i] = picture.data()[i - i % picture.width() + picture.width() - 1 - i % picture.width()];
		return out;
	}

	@Test
	void theHiddenHalfIsCompletedBySymmetry() {
		final AnalyticHead source = FRONTAL.withPaint(ViewTest::symmetricPaint).withPose(new Pose(50, 0, 0));
		final AnalyticHead target = source.withPose(new Pose(-10, 0, 0));
		final Picture picture = photograph(source);
		final Turned turned = Turned.of(source, picture, target.pose());
		final Picture mirrored = turned.whole(turned.view().mirrored(), 0);
		final double psnr = Likeness.psnr(turned.picture(), photograph(target), i -> mirrored.data()[i] > 0.9f && isSeen(target, i));
		assertTrue(psnr > 26, "PSNR " + psnr);
		final View plain = Turned.of(source, picture, new ViewTarget(target.rotation(), Turn.HEAD, false)).view();
		for (final float m : plain.mirrored().data()) assertEquals(0, m);
	}

	private static boolean isSeen(final AnalyticHead head, final int i) {
		final double[] q = head.hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
		return q != null && head.facing(head.toHead(q)) > 0.3;
	}

	@Test
	void visibilityTellsWhatTheSourceShows() {
		final AnalyticHead target = FRONTAL.withPose(new Pose(60, 0, 0));
		final Turned turned = Turned.of(FRONTAL, photograph(FRONTAL), new ViewTarget(target.rotation(), Turn.HEAD, false));
		final Picture visibility = turned.whole(turned.view().visibility(), Float.NaN);
		double shown = 0, hidden = 0;
		int shownCount = 0, hiddenCount = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double[] q = target.hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
			if (q == null) continue;
			final double facing = FRONTAL.facing(target.toHead(q));
			final float seen = Float.isNaN(visibility.data()[i]) ? 0 : visibility.data()[i];
			if (facing > 0.6) {
				shown += seen;
				shownCount++;
			}
			else if (facing < -0.1) {
				hidden += seen;
				hiddenCount++;
			}
		}
		assertTrue(shown / shownCount > 0.8, "shown " + shown / shownCount);
		assertTrue(hidden / hiddenCount < 0.1, "hidden " + hidden / hiddenCount);
	}

	@Test
	void shouldersStayWhenTheHeadAloneTurns() {
		final AnalyticHead person = new AnalyticHead(SIDE, 300, new double[] { 0.7, 2.4, 0.7 }, Pose.FRONTAL, new HeadCamera(SIDE / 2.0, 110, 60, 0.05),
			ViewTest::paint);
		final Picture picture = photograph(person);
		final Turned head = Turned.of(person, picture, new Pose(40, 0, 0));
		final Turned bust = Turned.of(person, picture, new ViewTarget(new Pose(40, 0, 0).toRotation(), Turn.BUST, true));
		final Picture inHead = head.whole(head.view().correspondence(), Float.NaN), inBust = bust.whole(bust.view().correspondence(), Float.NaN);
		final int chest = 110 + (int) (1.9 * 60), eyes = 110;
		assertEquals(SIDE / 2.0 + 0.5, inHead.get(SIDE / 2, chest, 0), 0.3);
		assertEquals(chest + 0.5, inHead.get(SIDE / 2, chest, 1), 0.3);
		assertTrue(Math.abs(inHead.get(SIDE / 2, eyes, 0) - SIDE / 2.0) > 15);
		assertTrue(Math.abs(inBust.get(SIDE / 2, chest, 0) - SIDE / 2.0) > 15);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "1,5", "3,4", "9,7" })
	void tinyPicturesAreTurnedToo(final int width, final int height) {
		final AnalyticHead head = new AnalyticHead(width, height, FRONTAL.axes(), Pose.FRONTAL,
			new HeadCamera(width / 2.0, height / 2.0, Math.max(width, height) / 2.0, 0.1), ViewTest::paint);
		final Picture out = turn(head, new Pose(30, 0, 0)).picture();
		assertEquals(width, out.width());
		assertEquals(height, out.height());
		for (final float v : out.data()) assertTrue(v >= 0 && v < 1);
	}

	@Test
	void headsCutByTheBorderAreTurned() {
		final AnalyticHead cut = new AnalyticHead(SIDE, SIDE, FRONTAL.axes(), Pose.FRONTAL, new HeadCamera(20, 30, SCALE, 0.1), ViewTest::paint);
		final Picture out = turn(cut, new Pose(-30, 10, 0)).picture();
		for (final float v : out.data()) assertTrue(v >= 0 && v < 1.2);
	}

	@ParameterizedTest
	@CsvSource({ "80,0,0", "0,60,0", "0,0,90", "170,0,0" })
	void anyRotationIsTurnedTo(final double yaw, final double pitch, final double roll) {
		final Turned turned = turn(FRONTAL, new Pose(yaw, pitch, roll));
		assertEquals(1, turned.alpha().get(SIDE / 2, SIDE / 2, 0));
		for (final float v : turned.picture().data()) assertTrue(v >= 0 && v < 1.2);
	}

	@Test
	void everyPixelOfTheHeadHasAPlaceANormalAndADepth() {
		for (final double yaw : new double[] { 25, -40, 60 }) {
			final View view = turn(FRONTAL, new Pose(yaw, 0, 0)).view();
			final Picture places = view.correspondence(), visibility = view.visibility();
			final HeadMaps maps = view.maps();
			int head = 0;
			for (int i = 0; i < view.area().size(); i++) {
				final boolean person = view.alpha().data()[i] > 0;
				assertEquals(person, Float.isFinite(places.data()[i]), "place at " + i);
				assertEquals(person, Float.isFinite(visibility.data()[i]), "visibility at " + i);
				if (!person) continue;
				head++;
				final double x = view.area().x() + i % view.area().width() + 0.5, y = view.area().y() + i / view.area().width() + 0.5;
				assertEquals(1, length(maps, x, y), 0.1);
				assertTrue(Math.abs(maps.depth().sample(maps.column(x, y), maps.row(x, y), 0)) < 1.2);
			}
			assertTrue(head > 1.5 * SCALE * SCALE, "pixels " + head);
		}
	}

	private static double length(final HeadMaps maps, final double x, final double y) {
		double sum = 0;
		for (int c = 0; c < 3; c++) sum += Math.pow(maps.normals().sample(maps.column(x, y), maps.row(x, y), c), 2);
		return Math.sqrt(sum);
	}

	@Test
	void mapsHaveUnitNormalsAndFiniteNumbersEverywhere() {
		final HeadMaps maps = turn(FRONTAL, new Pose(40, 0, 0)).view().maps();
		for (int i = 0; i < maps.size(); i++) {
			final float[] n = maps.normals().data();
			assertEquals(1, Math.sqrt(n[i] * n[i] + n[maps.size() + i] * n[maps.size() + i] + n[2 * maps.size() + i] * n[2 * maps.size() + i]), 1e-4);
			assertTrue(Float.isFinite(maps.depth().data()[i]) && Float.isFinite(maps.albedo().data()[i]));
		}
		assertTrue(Math.max(maps.width(), maps.height()) <= 256);
	}

	@Test
	void theInputIsNotChanged() {
		final Picture picture = photograph(FRONTAL);
		final HeadReading surface = FRONTAL.surface();
		final float[][] before = { picture.data().clone(), surface.matte().data().clone(), surface.depth().data().clone(), surface.normals().data().clone(),
			surface.coordinates().data().clone(), surface.albedo().data().clone(), surface.backDepth().data().clone() };
		final PreparedHead head = PreparedHead.of(picture, surface, Progress.NONE);
		final Parted parted = Parting.part(picture, head, Progress.NONE);
		final float[][] made = { head.matte().data().clone(), head.mesh().confidence().clone(), parted.plate().data().clone(), parted.person().fine().data().clone() };
		final View view = View.turn(Turned.sitter(head, parted), ViewTarget.of(new Pose(30, 5, 5).toRotation()), Progress.NONE);
		Composition.over(picture, parted, view, view.carry(List.of(parted.person()), Progress.NONE), Background.KEEP, Progress.NONE);
		view.carryToMaps(List.of(parted.person()), null, Progress.NONE);
		final float[][] after = { picture.data(), surface.matte().data(), surface.depth().data(), surface.normals().data(), surface.coordinates().data(),
			surface.albedo().data(), surface.backDepth().data() };
		for (int i = 0; i < before.length; i++) assertArrayEquals(before[i], after[i]);
		assertArrayEquals(made[0], head.matte().data());
		assertArrayEquals(made[1], head.mesh().confidence());
		assertArrayEquals(made[2], parted.plate().data());
		assertArrayEquals(made[3], parted.person().fine().data());
	}
}
