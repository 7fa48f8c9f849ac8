package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every stage of a view at 2048 px ends within 100 ms after it is cancelled, whenever that is. */
class ViewCancelTest {

	private static final int SIDE = 2048, TRIES = 20;
	private static final double LATEST = 100;
	private static final ViewTarget TARGET = ViewTarget.of(new Pose(30, 10, 0).toRotation());
	private static HeadReading reading;
	private static Picture picture;
	private static PreparedHead head;
	private static Parted parted;
	private static View view;
	private static Picture person;

	@BeforeAll
	static void prepare() {
		final AnalyticHead analytic = AnalyticHead.of(SIDE, 560, Pose.FRONTAL, (x, y, z, c) -> 0.5);
		reading = analytic.surface();
		picture = analytic.picture((x, y, z, c) -> 1, 1);
		head = PreparedHead.of(picture, reading, Progress.NONE);
		parted = Parting.part(picture, head, Progress.NONE);
		view = View.turn(List.of(head), TARGET, Progress.NONE);
		person = view.carry(List.of(parted.person()), Progress.NONE);
	}

	/** Cancels at a moment; notes when. */
	private static final class Stop implements Progress {

		private final long moment;

		Stop(final double afterMilliseconds) {
			moment = System.nanoTime() + (long) (1e6 * afterMilliseconds);
		}

		@Override
		public boolean isCancelled() {
			return System.nanoTime() > moment;
		}

		double late() {
			return (System.nanoTime() - moment) / 1e6;
		}
	}

	private interface Stage {

		void run(Progress progress);
	}

	private static void assertStops(final Stage stage) {
		for (int i = 0; i < 2; i++) stage.run(Progress.NONE);
		final long start = System.nanoTime();
		stage.run(Progress.NONE);
		final double whole = (System.nanoTime() - start) / 1e6;
		final Random random = new Random(1);
		final double[] late = new double[TRIES];
		int cancelled = 0;
		for (int i = 0; i < TRIES; i++) {
			final Stop stop = new Stop(whole * random.nextDouble());
			try {
				stage.run(stop);
			}
			catch (final CancellationException e) {
				cancelled++;
			}
			late[i] = stop.late();
		}
		Arrays.sort(late);
		assertTrue(late[TRIES * 95 / 100 - 1] < LATEST, "95 % within " + late[TRIES * 95 / 100 - 1] + " ms of " + whole);
		assertTrue(cancelled > TRIES / 3, "cancelled " + cancelled + " of " + TRIES);
	}

	@Test
	void preparing() {
		assertStops(progress -> PreparedHead.of(picture, reading, progress));
	}

	@Test
	void parting() {
		assertStops(progress -> Parting.part(picture, head, progress));
	}

	@Test
	void turning() {
		assertStops(progress -> View.turn(List.of(head), TARGET, progress));
	}

	@Test
	void carrying() {
		assertStops(progress -> view.carry(List.of(parted.person()), progress));
	}

	@Test
	void carryingToTheMaps() {
		assertStops(progress -> view.carryToMaps(List.of(parted.person()), progress));
	}

	@Test
	void composing() {
		assertStops(progress -> Composition.over(picture, parted, view, person, Background.KEEP, progress));
	}
}
