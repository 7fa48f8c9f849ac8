package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What keeps its place when the head turns is the photograph to the bit, however unsure the matte is there. */
class StillnessTest {

	private static final int SIDE = 300;
	/** Goes on below the collar (1.75 dm below its middle) to the picture's border. */
	private static final AnalyticHead PERSON = new AnalyticHead(SIDE, SIDE, new double[] { 2, 5.2, 1.5 }, Pose.FRONTAL,
		new HeadCamera(SIDE / 2.0, 100, 50, 0.1), (x, y, z, c) -> 0.5 + 0.2 * Math.sin(9 * x + 7 * y + c));
	private static final Picture PHOTOGRAPH = PERSON.picture((x, y, z, c) -> 1, 1);

	@Test
	void shouldersThatStayAreThePhotograph() {
		final PreparedHead head = PreparedHead.of(PHOTOGRAPH, PERSON.widened(), Progress.NONE);
		final Parted parted = Parting.part(PHOTOGRAPH, head, Progress.NONE);
		final View view = View.turn(Turned.sitter(head, parted), ViewTarget.of(new Pose(25, 0, 0).toRotation()), Progress.NONE);
		final Picture person = view.carry(List.of(parted.person()), Progress.NONE);
		final Picture out = Composition.over(PHOTOGRAPH, parted, view, person, Background.KEEP, Progress.NONE);
		for (int y = 215; y < SIDE - 2; y++) for (int x = 90; x < 210; x++) for (int c = 0; c < 3; c++) {
			assertEquals(PHOTOGRAPH.get(x, y, c), out.get(x, y, c), 1e-5, x + ", " + y);
		}
		double changed = 0;
		for (int x = 100; x < 200; x++) changed += Math.abs(PHOTOGRAPH.get(x, 100, 0) - out.get(x, 100, 0)) / 100;
		assertTrue(changed > 0.05, "the head itself turns: " + changed);
	}
}
