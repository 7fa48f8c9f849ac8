package org.icportrait.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.icportrait.geometry.Pose;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.layers.Parted;
import org.icportrait.layers.Parting;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

/** What a sitter keeps changes no view, whichever views came before, whoever made it. */
class SitterTest {

	private static final AnalyticHead HEAD = ViewTest.FRONTAL.withPose(new Pose(40, 0, 0));
	private static final Picture PHOTOGRAPH = ViewTest.photograph(HEAD);
	private static final PreparedHead PREPARED = PreparedHead.of(PHOTOGRAPH, HEAD.surface(), Progress.NONE);
	private static final Parted PARTED = Parting.part(PHOTOGRAPH, PREPARED, Progress.NONE);
	private static final List<ViewTarget> TARGETS = List.of(ViewTarget.of(Pose.FRONTAL.toRotation()), new ViewTarget(new Pose(-10, 5, 0).toRotation(), Turn.BUST, true),
		ViewTarget.of(new Pose(60, -10, 5).toRotation()), new ViewTarget(new Pose(20, 0, 0).toRotation(), Turn.HEAD, false));

	private static Sitter fresh() {
		return Turned.sitter(PREPARED, PARTED);
	}

	/** The picture of a view, and the other half's light where there is one. */
	private static float[] picture(final Sitter sitter, final ViewTarget target) {
		final View view = View.turn(sitter, target, Progress.NONE);
		final Picture light = view.joiningLight(Progress.NONE), person = view.carry(sitter.colours(), light, Progress.NONE);
		return Composition.over(PHOTOGRAPH, PARTED, view, person, Background.KEEP, Progress.NONE).data();
	}

	@Test
	void whatWasSeenBeforeChangesNoPicture() {
		final Sitter used = fresh();
		for (int round = 0; round < 2; round++) for (final ViewTarget target : TARGETS) assertArrayEquals(picture(fresh(), target), picture(used, target));
		assertFalse(Arrays.equals(picture(used, TARGETS.get(0)), picture(used, TARGETS.get(2))), "views differ");
	}

	@Test
	void severalThreadsMaySeeOneSitter() {
		final Sitter shared = fresh();
		final List<float[]> together = IntStream.range(0, 16).parallel().mapToObj(i -> picture(shared, TARGETS.get(i % TARGETS.size()))).toList();
		for (int i = 0; i < together.size(); i++) assertArrayEquals(picture(fresh(), TARGETS.get(i % TARGETS.size())), together.get(i));
	}

	@Test
	void theLightOfBothHalvesIsReadOnce() {
		final Sitter sitter = fresh();
		assertSame(sitter.joiningLight(Progress.NONE), sitter.joiningLight(Progress.NONE));
		assertSame(sitter.stillness(Turn.HEAD, Progress.NONE), sitter.stillness(Turn.HEAD, Progress.NONE));
	}

	@Test
	void eachHeadNeedsItsColours() {
		assertThrows(IllegalArgumentException.class, () -> new Sitter(List.of(PREPARED), List.of()));
		assertThrows(IllegalArgumentException.class, () -> new Sitter(List.of(), List.of()));
	}
}
