package org.icportrait.pairs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.quality.HeldOut;
import org.icportrait.quality.HeldOut.View;
import org.junit.jupiter.api.Test;

/** A truth that was read too large and beside its place is laid where the condition drew it. */
class RegistrationTest {

	private static final int SIDE = 128, N = SIDE * SIDE, MAP = 128;
	private static final double DM = 70, MIDDLE = HeldOut.SIZE / 2.0;
	private static final Similarity WRONG = new Similarity(1.1, 0.05, 5, -9);

	/** Canonical places of a flat head, by source pixels: x or y. */
	private static float place(final double pixel, final int axis) {
		return (float) ((axis == 0 ? pixel - MIDDLE : MIDDLE - pixel) / DM);
	}

	private static Condition condition(final float trust) {
		final Condition condition = new Condition(new Frame(new Similarity(HeldOut.SIZE, 0, 0, 0), SIDE), Tensor.floats(1, 3, SIDE, SIDE), Tensor.floats(1, Condition.MAPS, SIDE, SIDE),
			new Picture(SIDE, SIDE, 3));
		for (int i = 0; i < N; i++) {
			final double step = HeldOut.SIZE / (double) SIDE;
			condition.maps().buffer().put(i, trust).put(N + i, 1);
			condition.maps().buffer().put(3 * N + i, place((i % SIDE + 0.5) * step, 0)).put(4 * N + i, place((i / SIDE + 0.5) * step, 1));
		}
		return condition;
	}

	private static View target() {
		final Picture places = new Picture(MAP, MAP, 3), head = new Picture(MAP, MAP, 1), none = new Picture(1, 1, 3);
		Arrays.fill(head.data(), 1);
		for (int y = 0; y < MAP; y++) for (int x = 0; x < MAP; x++) {
			final double px = (x + 0.5) * HeldOut.SIZE / MAP, py = (y + 0.5) * HeldOut.SIZE / MAP;
			places.set(x, y, 0, place(WRONG.x(px, py), 0));
			places.set(x, y, 1, place(WRONG.y(px, py), 1));
		}
		return new View(none, none, head, places, none, none, none, none, Rotation.IDENTITY, new HeadCamera(MIDDLE, MIDDLE, DM, 0.1), new double[0], new float[27]);
	}

	@Test
	void placesOfBothMeet() {
		final Registration laid = Registration.of(condition(1), target());
		for (int k = 0; k < 9; k++) {
			final double x = 60 + 60 * (k % 3), y = 60 + 60 * (k / 3);
			assertEquals(WRONG.x(x, y), laid.toSource().x(x, y), 1);
			assertEquals(WRONG.y(x, y), laid.toSource().y(x, y), 1);
		}
		assertEquals(0, laid.error(), 0.02);
	}

	@Test
	void whatIsNotTrustedSaysNothing() {
		assertNull(Registration.of(condition(0.2f), target()));
	}
}
