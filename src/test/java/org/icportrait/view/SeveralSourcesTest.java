package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** A second photograph of a person shows what the first one hides, in true colours. */
class SeveralSourcesTest {

	private static final int SIDE = ViewTest.SIDE, ALL = SIDE * SIDE;
	private static final AnalyticHead FRONT = ViewTest.FRONTAL, SIDEWAYS = FRONT.withPose(new Pose(65, 0, 0)), TARGET = FRONT.withPose(new Pose(50, 0, 0));

	private record Source(Picture picture, PreparedHead head, Parted parted) {

		static Source of(final AnalyticHead head) {
			final Picture picture = ViewTest.photograph(head);
			final PreparedHead prepared = PreparedHead.of(picture, head.surface(), Progress.NONE);
			return new Source(picture, prepared, Parting.part(picture, prepared, Progress.NONE));
		}
	}

	private static final Source FIRST = Source.of(FRONT), SECOND = Source.of(SIDEWAYS);

	private static Turned turn(final boolean mirror, final Source... sources) {
		return turn(TARGET, mirror, sources);
	}

	private static Turned turn(final AnalyticHead target, final boolean mirror, final Source... sources) {
		final Sitter sitter = new Sitter(Arrays.stream(sources).map(Source::head).toList(), Arrays.stream(sources).map(source -> source.parted().person()).toList());
		final View view = View.turn(sitter, new ViewTarget(target.rotation(), Turn.HEAD, mirror), Progress.NONE);
		return new Turned(sources[0].picture(), sources[0].head(), sources[0].parted(), view);
	}

	private static Picture person(final Turned turned, final Source... sources) {
		return turned.whole(turned.view().carry(Arrays.stream(sources).map(s -> s.parted().person()).toList(), Progress.NONE), 0);
	}

	/** Cosine at which the first photograph shows what the target shows at a pixel; 1 where the target shows no head or shows it at its edge. */
	private static double facing(final int i) {
		final double[] q = TARGET.hit(i % SIDE + 0.5, i / SIDE + 0.5, true);
		return q == null || TARGET.facing(TARGET.toHead(q)) < 0.3 ? 1 : FRONT.facing(TARGET.toHead(q));
	}

	@Test
	void whatTheFirstHidesComesFromTheSecond() {
		final Turned one = turn(false, FIRST), two = turn(false, FIRST, SECOND);
		final Picture truth = ViewTest.photograph(TARGET), alone = person(one, FIRST), together = person(two, FIRST, SECOND);
		final Picture places = two.whole(two.view().correspondence(), Float.NaN);
		final double before = Likeness.psnr(alone, truth, i -> facing(i) < 0), after = Likeness.psnr(together, truth, i -> facing(i) < 0);
		assertTrue(after > 28 && after > before + 8, "PSNR " + before + " alone, " + after + " together");
		final double kept = Likeness.psnr(together, truth, i -> facing(i) > 0.6 && facing(i) < 1);
		assertTrue(kept > 30, "PSNR where the first shows it " + kept);
		int hidden = 0, second = 0;
		for (int i = 0; i < ALL; i++) {
			if (facing(i) < 0) {
				hidden++;
				if (places.data()[2 * ALL + i] == 1) second++;
			}
			else if (facing(i) > 0.9 && facing(i) < 1) assertEquals(0, places.data()[2 * ALL + i], "the first source stays where it shows a place well");
		}
		assertTrue(second > 0.95 * hidden, second + " of " + hidden);
	}

	@Test
	void theFarCheekOfTheSecondIsNotSeenThroughTheHead() {
		final AnalyticHead away = FRONT.withPose(new Pose(-60, 0, 0));
		final Turned two = turn(away, false, FIRST, SECOND);
		final Picture places = two.whole(two.view().correspondence(), Float.NaN);
		int head = 0, through = 0;
		for (int i = 0; i < ALL; i++) {
			if (away.hit(i % SIDE + 0.5, i / SIDE + 0.5, true) == null) continue;
			head++;
			final double[] q = places.data()[2 * ALL + i] == 1 ? SIDEWAYS.hit(places.data()[i], places.data()[ALL + i], true) : null;
			if (q != null && away.facing(SIDEWAYS.toHead(q)) < -0.3) through++;
		}
		assertTrue(through < 0.01 * head, through + " of " + head);
	}

	@Test
	void aSecondPhotographOfAnotherExposureAndTintStandsInTheFirstOnesLight() {
		final Picture dull = SECOND.picture().copy();
		for (int i = 0; i < dull.data().length; i++) dull.data()[i] *= i < ALL ? 0.5f : i < 2 * ALL ? 0.4f : 0.3f;
		final Source second = new Source(dull, SECOND.head(), Parting.part(dull, SECOND.head(), Progress.NONE));
		final Turned two = turn(false, FIRST, second);
		final Picture light = two.view().joiningLight(Progress.NONE), truth = ViewTest.photograph(TARGET);
		final Picture joined = two.whole(two.view().carry(List.of(FIRST.parted().person(), second.parted().person()), light, Progress.NONE), 0);
		final double apart = Likeness.psnr(person(two, FIRST, second), truth, i -> facing(i) < 0), together = Likeness.psnr(joined, truth, i -> facing(i) < 0);
		assertTrue(together > 25 && together > apart + 6, "PSNR " + apart + " as photographed, " + together + " joined");
	}

	@Test
	void theUnseenShareFalls() {
		assertTrue(unseen(turn(true, FIRST, SECOND)) < 0.3 * unseen(turn(true, FIRST)), unseen(turn(true, FIRST, SECOND)) + " " + unseen(turn(true, FIRST)));
	}

	/** Share of the head that no source shows. */
	private static double unseen(final Turned turned) {
		double unseen = 0, all = 0;
		final Picture visibility = turned.view().visibility(), alpha = turned.view().alpha();
		for (int i = 0; i < alpha.planeSize(); i++) {
			if (alpha.data()[i] <= 0) continue;
			unseen += alpha.data()[i] - visibility.data()[i];
			all += alpha.data()[i];
		}
		return unseen / all;
	}

	@Test
	void theSameSourceTwiceIsTheSourceOnce() {
		final Picture once = person(turn(true, FIRST), FIRST), twice = person(turn(true, FIRST, FIRST), FIRST, FIRST);
		for (int i = 0; i < 3 * ALL; i++) assertEquals(once.data()[i], twice.data()[i], 1e-5);
	}

	@Test
	void mapsComeFromBothSources() {
		final View view = turn(false, FIRST, SECOND).view();
		final int n = view.maps().size();
		double error = 0;
		int counted = 0;
		for (int i = 0; i < n; i++) {
			final double u = i % view.maps().width() + 0.5, v = i / view.maps().width() + 0.5;
			final double[] q = TARGET.hit(view.maps().pictureToMaps().inverse().x(u, v), view.maps().pictureToMaps().inverse().y(u, v), true);
			if (q == null || TARGET.facing(TARGET.toHead(q)) < 0.3) continue;
			counted++;
			final double[] normal = TARGET.normal(TARGET.toHead(q));
			for (int c = 0; c < 3; c++) error += Math.abs(view.maps().normals().data()[c * n + i] - normal[c]);
		}
		assertTrue(error / counted < 0.06, "normals " + error / counted);
	}
}
