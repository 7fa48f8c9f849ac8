package org.icportrait.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.function.DoublePredicate;

import org.icportrait.bridge.ShippedPortrait;
import org.icportrait.face.FaceChoice;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.image.Picture;
import org.icportrait.portrait.EngineOptions;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.portrait.PoseChoice;
import org.icportrait.portrait.Scene;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** How much of a head is seen, on the sample portrait with the shipped networks. */
class SeenShareTest {

	/** Share of the person's pixels, in rows that are meant, that a photograph shows. */
	private static double share(final View view, final DoublePredicate row) {
		final Picture alpha = view.alpha(), visibility = view.visibility();
		double all = 0, shown = 0;
		for (int y = 0; y < alpha.height(); y++) for (int x = 0; row.test(view.area().y() + y) && x < alpha.width(); x++) {
			if (alpha.get(x, y, 0) < 0.5f) continue;
			all++;
			if (visibility.get(x, y, 0) >= 0.2f * alpha.get(x, y, 0)) shown++;
		}
		return shown / all;
	}

	/** A body that keeps its place is seen as before, whatever of the head is not. */
	@Test
	void theHeadCountsAloneAndNotTheBodyBelowTheChin() throws IOException {
		try (PortraitEngine engine = PortraitEngine.open(EngineOptions.DEFAULT)) {
			final Person who = Person.of(engine.analyze(ShippedPortrait.picture(), FaceChoice.largest(), Progress.NONE));
			final View view = engine.turn(who, Scene.UNCHANGED.withPose(PoseChoice.absolute(60, 0, 0)), Progress.NONE).view();
			final HeadCamera camera = view.camera();
			final double chin = camera.y0() + camera.s(), seen = SeenShare.of(view);
			assertEquals(share(view, row -> row < chin), seen, 0.03);
			assertTrue(seen < share(view, row -> true) - 0.1, "the body is seen");
		}
	}
}
