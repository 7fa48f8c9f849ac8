package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;
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
	private static Sitter sitter;
	private static View view;
	private static Picture person;

	@BeforeAll
	static void prepare() {
		final AnalyticHead analytic = AnalyticHead.of(SIDE, 560, Pose.FRONTAL, (x, y, z, c) -> 0.5);
		reading = analytic.surface();
		picture = analytic.picture((x, y, z, c) -> 1, 1);
		head = PreparedHead.of(picture, reading, Progress.NONE);
		parted = Parting.part(picture, head, Progress.NONE);
		sitter = Turned.sitter(head, parted);
		view = View.turn(sitter, TARGET, Progress.NONE);
		person = view.carry(List.of(parted.person()), Progress.NONE);
	}

	/** Cancels at a moment, and measures how long this thread works on after it, and between two questions. */
	private static final class Stop implements Progress {

		private final long moment;
		private long last = cpu();
		private long longest;

		Stop(final double afterMilliseconds) {
			moment = cpu() + (long) (1e6 * afterMilliseconds);
		}

		/** Time of the processor, nanoseconds, so that a busy machine does not count. */
		static long cpu() {
			return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
		}

		@Override
		public boolean isCancelled() {
			longest = Math.max(longest, cpu() - last);
			last = cpu();
			return last > moment;
		}

		double late() {
			return (cpu() - moment) / 1e6;
		}

		double longest() {
			isCancelled();
			return longest / 1e6;
		}
	}

	private static void run(final Consumer<Progress> stage, final Progress progress) {
		Workers.SERIAL.call(() -> {
			stage.accept(progress);
			return null;
		});
	}

	private static void assertStops(final Consumer<Progress> stage) {
		for (int i = 0; i < 2; i++) run(stage, Progress.NONE);
		final long start = Stop.cpu();
		final Stop never = new Stop(1e9);
		run(stage, never);
		final double whole = (Stop.cpu() - start) / 1e6;
		assertTrue(never.longest() < LATEST / 2, "worked on for " + never.longest() + " ms without asking");
		final Random random = new Random(1);
		final double[] late = new double[TRIES];
		for (int i = 0; i < TRIES; i++) {
			final Stop stop = new Stop(0.9 * whole * random.nextDouble());
			try {
				run(stage, stop);
			}
			catch (final CancellationException e) {
				// As it should.
			}
			late[i] = stop.late();
		}
		Arrays.sort(late);
		assertTrue(late[TRIES * 95 / 100 - 1] < LATEST, "95 % within " + late[TRIES * 95 / 100 - 1] + " ms of " + whole);
	}

	@Test
	void whatIsCancelledFromTheBeginEnds() {
		final Progress cancelled = new Progress() {

			@Override
			public boolean isCancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> PreparedHead.of(picture, reading, cancelled));
		assertThrows(CancellationException.class, () -> Parting.part(picture, head, cancelled));
		assertThrows(CancellationException.class, () -> View.turn(sitter, TARGET, cancelled));
		assertThrows(CancellationException.class, () -> view.carry(List.of(parted.person()), cancelled));
		assertThrows(CancellationException.class, () -> view.carryToMaps(List.of(parted.person()), cancelled));
		assertThrows(CancellationException.class, () -> Composition.over(picture, parted, view, person, Background.KEEP, cancelled));
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
		assertStops(progress -> View.turn(sitter, TARGET, progress));
	}

	@Test
	void findingWhatMayStayStill() {
		assertStops(progress -> new Stillness(head, new TurnShare(head, Turn.HEAD), progress));
	}

	@Test
	void readingTheLightOfBothHalves() {
		assertStops(progress -> MirrorLight.of(List.of(head), List.of(parted.person()), progress));
	}

	@Test
	void lightingTheMirroredHalf() {
		assertStops(progress -> view.mirrorLight(progress));
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
