package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.Closure;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.morphable.ModelHead;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class TurnShareTest {

	/** Shoulders rise to the back: turned with the throat they stood up beside the neck. */
	@Test
	void theRearOfANecksEndStaysMoreThanItsFront() {
		final HeadReading reading = ModelHead.reading(new double[HeadModel.standard().modes()], new Pose(0, 0, 0), 256);
		final PreparedHead head = PreparedHead.of(new Picture(256, 256, 3), reading, Progress.NONE);
		final Closure closure = head.closure();
		final TurnShare shares = new TurnShare(head, Turn.HEAD, true, Progress.NONE), bust = new TurnShare(head, Turn.BUST, true, Progress.NONE);
		int rear = 0;
		for (int v = 0; v < closure.placeX().length; v++) {
			final float height = closure.canonical()[3 * v + 1], depth = closure.canonical()[3 * v + 2];
			if (height > -1.2f || height < -1.5f || depth > -0.4f) continue;
			rear++;
			final int whole = bust.ofClosure(v), here = shares.ofClosure(v), inFront = shares.step(closure.placeX()[v], closure.placeY()[v], height);
			assertTrue(here < inFront - 0.1 * whole, "at height " + height + " and depth " + depth + " " + here + ", in front " + inFront + " of " + whole);
		}
		assertTrue(rear > 20, rear + " vertices");
	}
}
