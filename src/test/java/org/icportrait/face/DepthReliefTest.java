package org.icportrait.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.icportrait.image.Picture;
import org.icportrait.models.ModelDescription;
import org.icportrait.work.BadInput;
import org.junit.jupiter.api.Test;

/** On a face that fills the middle of a map, its left half nearer than its right one; what lies about it is the rear of a head. */
class DepthReliefTest {

	private static final int SIDE = 24, N = SIDE * SIDE, BORDER = 4;
	private static final float SLOPE = 0.8f, MEAN = 0.9f, TRUE = 0.2f;

	private final Picture depth = new Picture(SIDE, SIDE, 1), back = new Picture(SIDE, SIDE, 1), coordinates = new Picture(SIDE, SIDE, 3), matte = new Picture(2 * SIDE, 2 * SIDE, 1);

	DepthReliefTest() {
		Arrays.fill(matte.data(), 1);
		for (int i = 0; i < N; i++) {
			final int x = i % SIDE;
			depth.data()[i] = !isFace(i) ? 0.2f : MEAN + SLOPE * (x < SIDE / 2 ? TRUE : -TRUE);
			coordinates.data()[2 * N + i] = isFace(i) ? 0.8f : -0.5f;
			back.data()[i] = 0.19f;
		}
	}

	private static boolean isFace(final int i) {
		final int x = i % SIDE, y = i / SIDE;
		return x >= BORDER && x < SIDE - BORDER && y >= BORDER && y < SIDE - BORDER;
	}

	private void restore(final double slope) {
		new DepthRelief(slope).restore(depth, back, coordinates, matte);
	}

	@Test
	void aFlatFaceGetsItsReliefAboutItsMean() {
		restore(SLOPE);
		assertEquals(MEAN + TRUE, depth.get(BORDER, SIDE / 2, 0), 1e-5f);
		assertEquals(MEAN - TRUE, depth.get(SIDE - BORDER - 1, SIDE / 2, 0), 1e-5f);
	}

	@Test
	void noRearLiesBeforeWhatIsSeen() {
		restore(SLOPE);
		assertTrue(depth.get(0, 0, 0) < 0.19f, "farther off than it was read");
		for (int i = 0; i < N; i++) assertTrue(back.data()[i] <= depth.data()[i]);
	}

	@Test
	void aBodyKeepsItsDepths() {
		final float[] before = depth.data().clone();
		for (int i = N - BORDER * SIDE; i < N; i++) coordinates.data()[N + i] = -1.6f;
		restore(SLOPE);
		for (int i = N - BORDER * SIDE; i < N; i++) assertEquals(before[i], depth.data()[i]);
		assertTrue(depth.get(0, 0, 0) < before[0], "the rest of the head does not");
	}

	@Test
	void ofATrueSlopeNothingChanges() {
		final float[] before = depth.data().clone();
		restore(1);
		assertArrayEquals(before, depth.data());
	}

	@Test
	void withoutAFaceNothingChanges() {
		final float[] before = depth.data().clone();
		Arrays.fill(matte.data(), 0.5f);
		restore(SLOPE);
		assertArrayEquals(before, depth.data());
	}

	@Test
	void theManifestSaysHowFlat() {
		assertEquals(0.84, DepthRelief.of(surface(Map.of("relief", 0.84))).slope());
		assertEquals(1, DepthRelief.of(surface(Map.of())).slope());
	}

	@Test
	void whatIsNoSlopeIsRefused() {
		for (final Object wrong : List.of("flat", 0, 3.5, List.of(1))) {
			final BadInput refused = assertThrows(BadInput.class, () -> DepthRelief.of(surface(Map.of("relief", wrong))));
			assertTrue(refused.getMessage().contains("relief") && refused.getMessage().contains("0.5 to 1.5"), refused.getMessage());
		}
	}

	private static ModelDescription surface(final Map<String, Object> metrics) {
		return new ModelDescription("surface.onnx", "0".repeat(64), 1, List.of(), List.of(), metrics);
	}
}
