package org.icportrait.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Harmonics;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.quality.HeldOut.View;
import org.junit.jupiter.api.Test;

/** What the denoiser is taught is in the condition's light and before the condition's background. */
class PairTruthTest {

	private static final int SIDE = 64, N = SIDE * SIDE;
	private static final Similarity SAME = new Similarity(1, 0, 0, 0);
	private static final float GEOMETRIC = 0.2f, TRUE = 0.4f, BEHIND = 0.05f;

	@Test
	void thePersonHasTheConditionsLight() {
		final PairTruth truth = PairTruth.of(condition(), target(0), SAME);
		assertEquals(Colour.toSrgb(GEOMETRIC), truth.portrait().get(SIDE / 2, SIDE / 2, 0), 0.02f);
		assertEquals(Colour.toSrgb(GEOMETRIC), truth.portrait().get(SIDE / 2, SIDE - 8, 1), 0.02f, "where geometry shows nothing too");
	}

	@Test
	void whatIsBehindIsTheConditionsAndNoRimOfTheTruthsOwnIsLeft() {
		final PairTruth truth = PairTruth.of(condition(), target(1), SAME);
		assertEquals(Colour.toSrgb(BEHIND), truth.portrait().get(2, SIDE / 2, 0), 1e-3f);
		final int rim = SIDE / 4;
		assertEquals(0.5f, truth.matte().get(rim, SIDE / 2, 0), 0.3f, "the rim is half of each");
		for (int c = 0; c < 3; c++) assertEquals(truth.portrait().get(rim, SIDE / 2, 0), truth.portrait().get(rim, SIDE / 2, c), 1e-3f, "no green");
	}

	@Test
	void beyondTheTruthsPictureNothingIsKnown() {
		final Similarity half = new Similarity(0.5, 0, 0, 0);
		final PairTruth truth = PairTruth.of(condition(), target(0), half);
		assertEquals(1, truth.known().get(SIDE / 4, SIDE / 4, 0));
		assertEquals(0, truth.known().get(3 * SIDE / 4, SIDE / 4, 0));
	}

	@Test
	void shouldersAreThePersonsAndNotTheHeads() {
		final PairTruth truth = PairTruth.of(condition(), target(0), SAME);
		assertEquals(1, truth.head().get(SIDE / 2, SIDE / 4, 0));
		assertEquals(0, truth.head().get(SIDE / 2, SIDE - 8, 0));
		assertEquals(1, truth.matte().get(SIDE / 2, SIDE - 8, 0));
		assertEquals(0, truth.head().get(2, SIDE / 4, 0), "a head's plane knows no edge as fine as a matte's");
	}

	/** All of the picture; geometry shows the upper half and trusts it. */
	private static Condition condition() {
		final Picture behind = new Picture(SIDE, SIDE, 3);
		Arrays.fill(behind.data(), BEHIND);
		final Tensor start = Tensor.floats(1, 3, SIDE, SIDE), maps = Tensor.floats(1, Condition.MAPS, SIDE, SIDE);
		for (int i = 0; i < 3 * N; i++) start.buffer().put(i, 2 * Colour.toSrgb(i % N < N / 2 ? GEOMETRIC : BEHIND) - 1);
		for (int i = 0; i < N / 2 + SIDE; i++) for (int map = 0; map < 2; map++) maps.buffer().put(map * N + i, i < N / 2 + SIDE ? 1 : 0);
		for (int c = 0; c < 3; c++) for (int i = N / 2; i < N / 2 + SIDE; i++) start.buffer().put(c * N + i, 2 * Colour.toSrgb(GEOMETRIC) - 1);
		return new Condition(new Frame(new Similarity(HeldOut.SIZE, 0, 0, 0), SIDE), start, maps, behind);
	}

	/** @param green of what stands behind the person, who fills all but a border of a quarter; the lower half of the picture moves with no head */
	private static View target(final float green) {
		final int side = HeldOut.SIZE, n = side * side, border = side / 4;
		final Picture picture = new Picture(side, side, 3), matte = new Picture(side, side, 1), none = new Picture(1, 1, 3);
		for (int i = 0; i < n; i++) {
			final int x = i % side;
			final float share = x < border || x >= side - border ? 0 : x < border + 4 || x >= side - border - 4 ? 0.5f : 1;
			matte.data()[i] = share;
			for (int c = 0; c < 3; c++) picture.data()[c * n + i] = share * TRUE + (1 - share) * (c == 1 ? green : 0);
		}
		final Picture head = new Picture(HeldOut.MAP, HeldOut.MAP, 1);
		Arrays.fill(head.data(), 0, head.data().length / 2, 1);
		return new View(picture, matte, head, none, none, none, none, none, Rotation.of(1, 0, 0, 0, 1, 0, 0, 0, 1), new HeadCamera(128, 128, 60, 0), new double[0],
			new float[Harmonics.ALL]);
	}
}
