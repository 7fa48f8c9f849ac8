package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.image.Picture;
import org.icportrait.view.ViewOptions.Background;
import org.icportrait.view.ViewOptions.Turn;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An ellipsoid turned by the warp is the ellipsoid rendered turned, wherever the source shows it. */
class ViewWarpTest {

	private static final int SIDE = 240;
	private static final double SCALE = 64;
	/** Cosines from which a place counts as shown by the source, and as seen in the target. */
	private static final double SHOWN = 0.4, SEEN = 0.2;
	private static final AnalyticHead FRONTAL = AnalyticHead.of(SIDE, SCALE, Pose.FRONTAL, ViewWarpTest::paint);

	private static double paint(final double x, final double y, final double z, final int c) {
		return 0.42 + 0.16 * Math.sin(6 * x + c) * Math.cos(5 * y) + 0.1 * Math.sin(7 * z + 2 * c) + 0.06 * Math.sin(22 * y) * Math.sin(22 * x + 1);
	}

	private static double symmetricPaint(final double x, final double y, final double z, final int c) {
		return 0.42 + 0.16 * Math.cos(6 * x) * Math.cos(5 * y + c) + 0.1 * Math.sin(7 * z + 2 * c) + 0.06 * Math.sin(22 * y) * Math.cos(22 * x);
	}

	private static Picture photograph(final AnalyticHead head) {
		return head.picture((x, y, z, c) -> 1, 2);
	}

	private static WarpResult warp(final AnalyticHead head, final Picture picture, final ViewOptions options) {
		final HeadReading surface = head.surface();
		return ViewWarp.warp(picture, SurfaceUpsampler.upsample(picture, surface), surface, options, Progress.NONE);
	}

	/** What the target shows at a pixel, head axes, where the source shows it well; else null. */
	private static double[] common(final AnalyticHead source, final AnalyticHead target, final int i) {
		final double[] q = target.hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
		if (q == null) return null;
		final double[] p = target.toHead(q);
		return target.facing(p) > SEEN && source.facing(p) > SHOWN ? p : null;
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0, 20,0,0", "0,0,0, -30,0,0", "0,0,0, 0,20,0", "0,0,0, 0,-25,0", "0,0,0, 0,0,30", "10,-5,15, -15,10,-10", "-25,0,0, 0,0,0" })
	void turnedHeadIsTheRenderedOneWhereTheSourceShowsIt(final double yaw, final double pitch, final double roll, final double toYaw,
		final double toPitch, final double toRoll)
	{
		final AnalyticHead source = FRONTAL.withPose(new Pose(yaw, pitch, roll)), target = FRONTAL.withPose(new Pose(toYaw, toPitch, toRoll));
		final WarpResult warped = warp(source, photograph(source), ViewOptions.of(target.pose()));
		final double psnr = Likeness.psnr(warped.picture(), photograph(target), i -> common(source, target, i) != null);
		assertTrue(psnr > 30, "PSNR " + psnr);
		assertCorrespondence(source, target, warped);
	}

	private static void assertCorrespondence(final AnalyticHead source, final AnalyticHead target, final WarpResult warped) {
		final Picture places = warped.correspondence();
		final double[] errors = new double[SIDE * SIDE];
		int count = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double[] p = common(source, target, i);
			if (p == null) continue;
			final double[] q = source.toCamera(p);
			final double dx = places.data()[i] - source.camera().x(q[0], q[2]), dy = places.data()[SIDE * SIDE + i] - source.camera().y(q[1], q[2]);
			errors[count++] = Math.hypot(dx, dy);
		}
		final double[] sorted = Arrays.copyOf(errors, count);
		Arrays.sort(sorted);
		assertTrue(sorted[count / 2] < 0.5, "median error " + sorted[count / 2] + " px");
		assertTrue(sorted[count * 95 / 100] < 1.5, "95 % error " + sorted[count * 95 / 100] + " px");
	}

	@Test
	void turnedMapsAreThoseOfTheTurnedHead() {
		final AnalyticHead target = FRONTAL.withPose(new Pose(25, 10, 0));
		final HeadMaps maps = warp(FRONTAL, photograph(FRONTAL), ViewOptions.of(target.pose())).maps();
		final int n = maps.width() * maps.height();
		double depth = 0, normal = 0, place = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final int x = maps.x() + i % maps.width(), y = maps.y() + i / maps.width();
			final double[] p = common(FRONTAL, target, y * SIDE + x);
			if (p == null) continue;
			count++;
			final double[] truth = target.normal(p);
			depth += Math.abs(maps.depth().data()[i] - target.toCamera(p)[2]);
			for (int c = 0; c < 3; c++) {
				normal += Math.abs(maps.normals().data()[c * n + i] - truth[c]);
				place += Math.abs(maps.coordinates().data()[c * n + i] - p[c]);
			}
		}
		assertTrue(depth / count < 0.01, "depth " + depth / count);
		assertTrue(normal / count < 0.03, "normals " + normal / count);
		assertTrue(place / count < 0.03, "coordinates " + place / count);
	}

	@Test
	void noChangeReturnsTheSource() {
		final Picture picture = photograph(FRONTAL);
		assertArrayEquals(picture.data(), warp(FRONTAL, picture, ViewOptions.of(Pose.FRONTAL)).picture().data());
	}

	@Test
	void thereAndBackIsTheSource() {
		final AnalyticHead there = FRONTAL.withPose(new Pose(20, 0, 0));
		final Picture picture = photograph(FRONTAL);
		final Picture turned = warp(FRONTAL, picture, ViewOptions.of(there.pose())).picture();
		final Picture back = warp(there, turned, ViewOptions.of(Pose.FRONTAL)).picture();
		final double psnr = Likeness.psnr(back, picture, i -> common(there, FRONTAL, i) != null);
		assertTrue(psnr > 30, "PSNR " + psnr);
	}

	@Test
	void leftAndRightOfASymmetricHeadAreMirrorImages() {
		final AnalyticHead head = FRONTAL.withPaint(ViewWarpTest::symmetricPaint);
		final Picture picture = photograph(head);
		final WarpResult right = warp(head, picture, ViewOptions.of(new Pose(35, 0, 0)).withBackground(Background.REMOVE));
		final WarpResult left = warp(head, picture, ViewOptions.of(new Pose(-35, 0, 0)).withBackground(Background.REMOVE));
		final float[] rightAlpha = flipped(right.alpha()).data(), leftAlpha = left.alpha().data();
		final double psnr = Likeness.psnr(flipped(right.picture()), left.picture(), i -> rightAlpha[i] == 1 && leftAlpha[i] == 1);
		assertTrue(psnr > 33, "PSNR " + psnr);
	}

	private static Picture flipped(final Picture picture) {
		final Picture out = new Picture(picture.width(), picture.height(), picture.channels());
		for (int i = 0; i < out.data().length; i++) out.data()[i] = picture.data()[i - i % picture.width() + picture.width() - 1 - i % picture.width()];
		return out;
	}

	@Test
	void theHiddenHalfIsCompletedBySymmetry() {
		final AnalyticHead source = FRONTAL.withPaint(ViewWarpTest::symmetricPaint).withPose(new Pose(50, 0, 0));
		final AnalyticHead target = source.withPose(new Pose(-10, 0, 0));
		final Picture picture = photograph(source);
		final WarpResult warped = warp(source, picture, ViewOptions.of(target.pose()));
		final Picture mirrored = warped.mirrored();
		final double psnr = Likeness.psnr(warped.picture(), photograph(target), i -> mirrored.data()[i] > 0.9f && isSeen(target, i));
		assertTrue(psnr > 26, "PSNR " + psnr);
		final WarpResult plain = warp(source, picture, ViewOptions.of(target.pose()).withMirror(false));
		for (final float m : plain.mirrored().data()) assertEquals(0, m);
	}

	private static boolean isSeen(final AnalyticHead head, final int i) {
		final double[] q = head.hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
		return q != null && head.facing(head.toHead(q)) > 0.3;
	}

	@Test
	void visibilityTellsWhatTheSourceShows() {
		final AnalyticHead target = FRONTAL.withPose(new Pose(60, 0, 0));
		final WarpResult warped = warp(FRONTAL, photograph(FRONTAL), ViewOptions.of(target.pose()).withMirror(false));
		double shown = 0, hidden = 0;
		int shownCount = 0, hiddenCount = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			final double[] q = target.hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
			if (q == null) continue;
			final double facing = FRONTAL.facing(target.toHead(q));
			if (facing > 0.6) {
				shown += warped.visibility().data()[i];
				shownCount++;
			}
			else if (facing < -0.1) {
				hidden += warped.visibility().data()[i];
				hiddenCount++;
			}
		}
		assertTrue(shown / shownCount > 0.8, "shown " + shown / shownCount);
		assertTrue(hidden / hiddenCount < 0.1, "hidden " + hidden / hiddenCount);
	}

	@Test
	void theBackgroundIsKeptRemovedOrOneColour() {
		final Picture picture = photograph(FRONTAL);
		final ViewOptions options = ViewOptions.of(new Pose(30, 0, 0));
		final WarpResult kept = warp(FRONTAL, picture, options);
		final WarpResult removed = warp(FRONTAL, picture, options.withBackground(Background.REMOVE));
		final WarpResult coloured = warp(FRONTAL, picture, options.withColour(0.1f, 0.2f, 0.3f));
		assertArrayEquals(kept.alpha().data(), removed.alpha().data());
		final float[] colour = { 0.1f, 0.2f, 0.3f };
		int background = 0, person = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			for (int c = 0; c < 3; c++) {
				final int at = c * SIDE * SIDE + i;
				if (kept.alpha().data()[i] == 0) {
					background++;
					assertEquals(0, removed.picture().data()[at]);
					assertEquals(colour[c], coloured.picture().data()[at]);
					final double fromHead = Math.hypot(i % SIDE - SIDE / 2.0, i / SIDE - SIDE / 2.0);
					if (fromHead > 1.3 * SCALE) assertEquals(picture.data()[at], kept.picture().data()[at]);
				}
				else if (kept.alpha().data()[i] == 1) {
					person++;
					assertEquals(kept.picture().data()[at], removed.picture().data()[at], 1e-6);
					assertEquals(kept.picture().data()[at], coloured.picture().data()[at], 1e-6);
				}
			}
		}
		assertTrue(background > SIDE * SIDE && person > 3 * SCALE * SCALE, background + " " + person);
	}

	@Test
	void theUncoveredBackgroundHoldsNothingOfThePerson() {
		final AnalyticHead wide = new AnalyticHead(SIDE, SIDE, new double[] { 0.55, 0.84, 0.95 }, new Pose(60, 0, 0), FRONTAL.camera(), (x, y, z, c) -> 0.9);
		final Picture picture = photograph(wide);
		final WarpResult warped = warp(wide, picture, ViewOptions.of(Pose.FRONTAL));
		int uncovered = 0;
		for (int i = 0; i < SIDE * SIDE; i++) {
			if (warped.alpha().data()[i] > 0 || wide.hit(i % SIDE + 0.5, i / SIDE + 0.5, true) == null) continue;
			uncovered++;
			assertTrue(warped.picture().data()[i] < 0.5f, "a ghost of the head at " + i % SIDE + ", " + i / SIDE);
		}
		assertTrue(uncovered > 200, "uncovered " + uncovered);
	}

	@Test
	void sixChannelsAreWarpedAlike() {
		final Picture picture = photograph(FRONTAL);
		final float[] twice = Arrays.copyOf(picture.data(), 2 * picture.data().length);
		System.arraycopy(picture.data(), 0, twice, picture.data().length, picture.data().length);
		final HeadReading surface = FRONTAL.surface();
		final HeadMaps maps = SurfaceUpsampler.upsample(picture, surface);
		final Picture out = ViewWarp.warp(new Picture(SIDE, SIDE, 6, twice), maps, surface, ViewOptions.of(new Pose(20, 0, 0)), Progress.NONE).picture();
		assertEquals(6, out.channels());
		final int half = out.data().length / 2;
		assertArrayEquals(Arrays.copyOf(out.data(), half), Arrays.copyOfRange(out.data(), half, 2 * half));
	}

	@Test
	void shouldersStayWhenTheHeadAloneTurns() {
		final AnalyticHead person = new AnalyticHead(SIDE, 300, new double[] { 0.7, 2.4, 0.7 }, Pose.FRONTAL, new HeadCamera(SIDE / 2.0, 110, 60, 0.05),
			ViewWarpTest::paint);
		final Picture picture = photograph(person);
		final Pose pose = new Pose(40, 0, 0);
		final Picture head = warp(person, picture, ViewOptions.of(pose)).correspondence();
		final Picture bust = warp(person, picture, ViewOptions.of(pose).withTurn(Turn.BUST)).correspondence();
		final int chest = 110 + (int) (1.9 * 60), eyes = 110;
		assertEquals(SIDE / 2.0 + 0.5, head.get(SIDE / 2, chest, 0), 0.3);
		assertEquals(chest + 0.5, head.get(SIDE / 2, chest, 1), 0.3);
		assertTrue(Math.abs(head.get(SIDE / 2, eyes, 0) - SIDE / 2.0) > 15);
		assertTrue(Math.abs(bust.get(SIDE / 2, chest, 0) - SIDE / 2.0) > 15);
	}

	@Test
	void posesOutOfRangeAreRefusedInASentence() {
		final BadInput yaw = assertThrows(BadInput.class, () -> ViewOptions.of(new Pose(80, 0, 0)));
		assertEquals("The head would stand at yaw 80.0 degrees; choose one from -75 to 75.", yaw.getMessage());
		assertThrows(BadInput.class, () -> ViewOptions.of(new Pose(0, -41, 0)));
		assertThrows(BadInput.class, () -> ViewOptions.of(new Pose(0, 0, 46)));
		assertThrows(BadInput.class, () -> ViewOptions.of(new Pose(Double.NaN, 0, 0)));
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "2,1", "1,5", "3,4", "9,7" })
	void tinyPicturesAreTurnedToo(final int width, final int height) {
		final AnalyticHead head = new AnalyticHead(width, height, FRONTAL.axes(), Pose.FRONTAL,
			new HeadCamera(width / 2.0, height / 2.0, Math.max(width, height) / 2.0, 0.1), ViewWarpTest::paint);
		final Picture out = warp(head, photograph(head), ViewOptions.of(new Pose(30, 0, 0))).picture();
		assertEquals(width, out.width());
		assertEquals(height, out.height());
		for (final float v : out.data()) assertTrue(v >= 0 && v < 1);
	}

	@Test
	void headsCutByTheBorderAreTurned() {
		final AnalyticHead cut = new AnalyticHead(SIDE, SIDE, FRONTAL.axes(), Pose.FRONTAL, new HeadCamera(20, 30, SCALE, 0.1), ViewWarpTest::paint);
		final Picture out = warp(cut, photograph(cut), ViewOptions.of(new Pose(-30, 10, 0))).picture();
		for (final float v : out.data()) assertTrue(v >= 0 && v < 1.2);
	}

	@Test
	void theInputIsNotChanged() {
		final Picture picture = photograph(FRONTAL);
		final HeadReading surface = FRONTAL.surface();
		final HeadMaps maps = SurfaceUpsampler.upsample(picture, surface);
		final float[] before = picture.data().clone(), matte = maps.matte().data().clone(), depth = surface.depth().data().clone();
				ViewWarp.warp(picture, maps, surface, ViewOptions.of(new Pose(30, 5, 5)), Progress.NONE);
		assertArrayEquals(before, picture.data());
		assertArrayEquals(matte, maps.matte().data());
		assertArrayEquals(depth, surface.depth().data());
	}

	@Test
	void cancellingEndsTheWork() {
		final Picture picture = photograph(FRONTAL);
		final PreparedHead head = new PreparedHead(picture, SurfaceUpsampler.upsample(picture, FRONTAL.surface()), FRONTAL.surface());
		final Progress cancelled = new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> ViewWarp.warp(head, ViewOptions.of(new Pose(30, 0, 0)), cancelled));
		assertFalse(ViewWarp.warp(head, ViewOptions.of(new Pose(30, 0, 0)), Progress.NONE).alpha().get(SIDE / 2, SIDE / 2, 0) < 1);
	}
}
