package org.icportrait.face;

import org.icportrait.geometry.HeadCamera;

/**
 * Places a face box by what was read inside of it: the finder sees faces small, the surface network sees them large. What it gives
 * depends on box and reading without a jump, so that pictures that are nearly alike are read nearly alike.
 */
final class BoxRefinement {

	/** Below this the head that was read is no better guide than the finder. */
	private static final double LOWEST_CONFIDENCE = 0.05;
	/** A head that was misread must not carry the box off. */
	private static final double WILDEST_SHIFT = 0.6;
	private static final double WILDEST_GROWTH = 2;
	/** Readings of boxes that are a little off differ by more than they follow them (measured on photographs): whole steps would hand that on from look to look. */
	private static final double STEP = 0.9;

	private BoxRefinement() {}

	/** A better box, or {@code box} itself where what was read is not to be trusted. */
	static FaceBox of(final FaceBox box, final HeadReading surface) {
		if (!(surface.confidence() >= LOWEST_CONFIDENCE)) return box;
		final HeadCamera camera = surface.camera();
		final double shift = Math.hypot(camera.x0() - box.x(), camera.y0() - box.y()) / box.side();
		final double growth = Math.log(2 * camera.s() / box.side());
		final double turn = Math.IEEEremainder(surface.pose().roll() - box.roll(), 360);
		if (!(shift <= WILDEST_SHIFT && Math.abs(growth) <= Math.log(WILDEST_GROWTH))) return box;
		return new FaceBox(box.x() + STEP * (camera.x0() - box.x()), box.y() + STEP * (camera.y0() - box.y()),
			box.side() * Math.exp(STEP * growth), box.roll() + STEP * turn, box.score());
	}
}
