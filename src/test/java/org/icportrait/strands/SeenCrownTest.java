package org.icportrait.strands;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.MoreTrust;
import org.icportrait.geometry.Pose;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** The left half of a frame shows hair of one normal, a tenth trusted, in a view turned aside by 45 degrees. */
class SeenCrownTest {

	private static final int SHOWN = MIDDLE * SIDE + MIDDLE / 2;
	private static final Rotation BACK = Rotation.IDENTITY.since(new Pose(45, 0, 0).toRotation());

	/** @param azimuth of the normal in the photograph, degrees @param elevation likewise */
	private static Condition condition(final double azimuth, final double elevation) {
		final Condition condition = InFrame.condition(InFrame.flat(0.2f));
		final double flat = Math.cos(Math.toRadians(elevation)), x = flat * Math.sin(Math.toRadians(azimuth)), y = Math.sin(Math.toRadians(elevation)), z = flat * Math.cos(Math.toRadians(azimuth));
		final Rotation turn = BACK.inverse();
		for (int i = 0; i < N; i++) {
			condition.maps().buffer().put(i, 0.1f).put(7 * N + i, (float) turn.x(x, y, z)).put(8 * N + i, (float) turn.y(x, y, z)).put(9 * N + i, (float) turn.z(x, y, z));
		}
		return condition;
	}

	private static float share(final Condition condition, final float scalp) {
		return SeenCrown.of(BACK, new Picture(SIDE, SIDE, 1, InFrame.flat(scalp)), condition, Progress.NONE).share().data()[SHOWN];
	}

	/** Which way a head turns. */
	private static double near() {
		return BACK.inverse().x(0, 0, 1) > 0 ? -1 : 1;
	}

	@Test
	void hairThatBothViewsSeeAskanceIsThePhotographsOwn() {
		assertEquals(1, share(condition(0, 80), 1), 1e-3, "toward the crown");
		assertEquals(1, share(condition(-near() * 30, 75), 1), 1e-3, "on the far side");
	}

	@Test
	void whatATurnDrawsOutIsNot() {
		assertEquals(0, share(condition(near() * 75, 20), 1), 1e-3, "on the near temple");
		final float part = share(condition(near() * 45, 70), 1);
		assertTrue(part > 0 && part < 1, "between them: " + part);
	}

	@Test
	void skinAndMirrorImagesAndWhatNoPhotographShowsAreNot() {
		assertEquals(0, share(condition(0, 80), 0), 1e-6, "skin");
		final Condition mirrored = condition(0, 80);
		for (int i = 0; i < N; i++) mirrored.maps().buffer().put(2 * N + i, 0.5f);
		assertEquals(0, share(mirrored, 1), 1e-6, "a mirror image");
		final MoreTrust trust = SeenCrown.of(BACK, new Picture(SIDE, SIDE, 1, InFrame.flat(1)), condition(0, 80), Progress.NONE);
		assertEquals(0, trust.share().data()[MIDDLE * SIDE + MIDDLE + 4], 1e-6, "what closes the head");
		assertTrue(trust.share().data()[MIDDLE * SIDE + MIDDLE - 1] < 0.7f, "the torn end of what it shows");
	}

	@Test
	void aBaldHeadHasNone() {
		assertEquals(MoreTrust.NONE, SeenCrown.of(null, List.of(), null, null, Progress.NONE));
	}
}
