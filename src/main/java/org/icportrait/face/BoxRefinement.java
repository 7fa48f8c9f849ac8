package org.icportrait.face;

/** Places a face box by what was read inside of it: the finder sees faces small, the surface network sees them large. */
final class BoxRefinement {

	/** Below this the head that was read is no better guide than the finder. */
	private static final double LOWEST_CONFIDENCE = 0.3;
	private static final double MOST_SHIFT = 0.1;
	private static final double MOST_GROWTH = 1.15;
	private static final double MOST_TURN = 10;
	/** Where the face looks far up or down or away, roll says little about how the head stands in the picture. */
	private static final double MOST_YAW = 60;
	/** A head that was misread must not carry the box off. */
	private static final double WILDEST_SHIFT = 0.6;
	private static final double WILDEST_GROWTH = 2;

	private BoxRefinement() {}

	/** A better box, or {@code box} itself where it is good enough or what was read is not to be trusted. */
	static FaceBox of(final FaceBox box, final HeadSurface surface) {
		if (!(surface.confidence() >= LOWEST_CONFIDENCE)) return box;
		final HeadCamera camera = surface.camera();
		final Pose pose = surface.pose();
		final double side = 2 * camera.s();
		final double shift = Math.hypot(camera.x0() - box.x(), camera.y0() - box.y()) / box.side();
		final double growth = Math.max(side / box.side(), box.side() / side);
		final boolean rollKnown = Math.abs(pose.yaw()) < MOST_YAW;
		final double turn = rollKnown ? Math.abs(Math.IEEEremainder(pose.roll() - box.roll(), 360)) : 0;
		if (!(shift <= WILDEST_SHIFT && growth <= WILDEST_GROWTH)) return box;
		if (shift <= MOST_SHIFT && growth <= MOST_GROWTH && turn <= MOST_TURN) return box;
		return new FaceBox(camera.x0(), camera.y0(), side, rollKnown ? pose.roll() : box.roll(), box.score());
	}
}
