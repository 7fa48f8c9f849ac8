package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;

import org.icportrait.image.Picture;
import org.junit.jupiter.api.Test;

/** Two balls of 0.8 dm, the one before the other or beside it. */
class CommonBorderTest {

	private static final double RADIUS = 80, LEFT = 300;
	private static final HeadReading BALL = Heads.sphere();

	private static FaceBox box(final double x) {
		return new FaceBox(x, 250, 200, 0, 1);
	}

	/** A ball at a column, and what a ball at another one leaves of it. */
	private static FoundFace ball(final double x, final double before) {
		final Picture matte = BALL.matte().copy();
		for (int i = 0; i < matte.planeSize(); i++) {
			final double u = (i % matte.width() + 0.5) / matte.width(), v = (i / matte.width() + 0.5) / matte.width();
			if (Math.hypot(box(x).cropToPicture().x(u, v) - before, box(x).cropToPicture().y(u, v) - 250) < RADIUS) matte.data()[i] = 0;
		}
		return new FoundFace(box(x), new HeadReading(box(x).cropToPicture(), matte, BALL.coordinates(), BALL.depth(), BALL.backDepth(), BALL.normals(),
			BALL.albedo(), BALL.rotation(), BALL.camera(), BALL.light(), BALL.landmarks(), 1));
	}

	private static HeadReading own(final FoundFace face, final FoundFace other) {
		return OwnMatte.of(face.reading(), face, List.of(other));
	}

	@Test
	void whoIsCutOffWhereItFacesTheCameraStandsBehind() {
		for (final double right : new double[] { 420, 430, 440 }) {
			final FoundFace one = ball(LEFT, 9999), behind = ball(right, LEFT);
			final HeadReading hidden = own(behind, one);
			assertNotNull(hidden.nearer(), "the one at " + right);
			final double u = hidden.cropToPicture().inverse().x(LEFT + 50, 250), v = hidden.cropToPicture().inverse().y(LEFT + 50, 250);
			assertEquals(1, hidden.nearer().sample(256 * u, 256 * v, 0), 1e-3, "where the nearer one is seen");
			assertNull(own(one, behind).nearer(), "before the nearer one at " + right);
		}
	}

	/** A covered face ends at the cover as it would at its silhouette: of such normals tell nothing. */
	@Test
	void whoWasReadWithTheOtherCoveredStandsBehindWhateverNormalsSay() {
		final FoundFace one = ball(LEFT, 9999), other = ball(430, LEFT);
		assertNull(own(other, one.asBehind()).nearer());
		assertNotNull(own(one.asBehind(), other).nearer());
		assertNull(own(ball(LEFT, 9999).asBehind(), ball(LEFT + 2 * RADIUS + 40, 9999)).nearer(), "without a border");
	}

	@Test
	void ofTwoWhoHardlyTouchNeitherIsBehind() {
		final FoundFace one = ball(LEFT, 9999), other = ball(LEFT + 2 * RADIUS + 1, 9999);
		assertNull(own(one, other).nearer());
		assertNull(own(other, one).nearer());
	}

	/** Of somebody who was not read nothing tells whether he stands nearer. */
	@Test
	void whoWasNotReadIsNotNearer() {
		assertNull(own(ball(420, LEFT), new FoundFace(box(LEFT), null)).nearer());
	}
}
