package org.icportrait.face;

import org.icportrait.geometry.HeadCamera;

/** Places a face box by what was read inside of it: the finder sees faces small, the surface network sees them large. */
final class BoxRefinement {

	/** Below this the head that was read is no better guide than the finder. */
	private static final double LOWEST_CONFIDENCE = 0.05;
	/** Smaller changes than these are not worth another look. */
	private static final double LEAST_SHIFT = 0.04;
	private static final double LEAST_GROWTH = 1.06;
	private static final double LEAST_TURN = 4;
	/** A head that was misread must not carry the box off. */
	private static final double WILDEST_SHIFT = 0.6;
	private static final double WILDEST_GROWTH = 2;

	private BoxRefinement() {}

	/** A better box, or {@code box} itself where it is good enough or what was read is not to be trusted. */
	static FaceBox of(final FaceBox box, final HeadReading surface) {
		if (!(surface.confidence() >= LOWEST_CONFIDENCE)) return box;
		final HeadCamera camera = surface.camera();
		final double roll = surface.pose().roll();
		final double side = 2 * camera.s();
		final double shift = Math.hypot(camera.x0() - box.x(), camera.y0() - box.y()) / box.side();
		final double growth = Math.max(side / box.side(), box.side() / side);
		final double turn = Math.abs(Math.IEEEremainder(roll - box.roll(), 360));
		if (!(shift <= WILDEST_SHIFT && growth <= WILDEST_GROWTH)) return box;
		if (shift <= LEAST_SHIFT && growth <= LEAST_GROWTH && turn <= LEAST_TURN) return box;
		return new FaceBox(camera.x0(), camera.y0(), side, roll, box.score());
	}
}
