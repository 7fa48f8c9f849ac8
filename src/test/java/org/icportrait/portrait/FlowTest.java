package org.icportrait.portrait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Denoising;
import org.icportrait.generate.Extras;
import org.icportrait.generate.Flow;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Generation;
import org.icportrait.image.Picture;
import org.icportrait.imagej.FlowWheel;
import org.icportrait.inference.Tensor;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A flow of the networks becomes pixels of the view, and colours. */
class FlowTest extends GeneratingEgg {

	private static final int CELLS = 16;

	private static PortraitResult result;
	private static View view;
	private static Frame frame;

	@BeforeAll
	static void turn() {
		final Scene scene = Scene.UNCHANGED.withPose(PoseChoice.absolute(30, 0, 0))
			.withGeneration(Generation.of(Denoising.DEFAULT).withExtras(new Extras(1, false, false, false, true)));
		result = engine.make(Person.of(egg), scene, Progress.NONE);
		view = result.view();
		frame = result.extras().frame();
	}

	/** Every cell lies {@code shift} of a frame to the right of itself, in the photograph of that number. */
	private static Tensor flow(final double shift, final int number, final int photographs) {
		final Tensor flow = Tensor.floats(1, 3, CELLS, CELLS);
		for (int i = 0; i < CELLS * CELLS; i++) {
			final double u = (i % CELLS + 0.5) / CELLS + shift, v = (i / CELLS + 0.5) / CELLS;
			flow.buffer().put(i, (float) ((number + Math.min(u, 0.999)) / photographs));
			flow.buffer().put(CELLS * CELLS + i, (float) v);
			flow.buffer().put(2 * CELLS * CELLS + i, 0.75f);
		}
		return flow;
	}

	private static Flow of(final Tensor flow, final int photographs) {
		return Flow.of(flow, photographs, view, frame, result.generated());
	}

	/** In the middle of the head, where no cell is cut off. */
	private static float at(final Picture map, final int channel) {
		return map.get(225, 175, channel);
	}

	@Test
	void whatDoesNotMoveHasNoFlow() {
		final Picture map = of(flow(0, 0, 1), 1).map();
		assertEquals(0, at(map, 0), 1e-3);
		assertEquals(0, at(map, 1), 1e-3);
		assertEquals(0.75, at(map, 2), 1e-6);
		assertEquals(0, at(map, 3));
	}

	/** A tenth of the frame to the right is a tenth of its width in pixels, whatever the picture's size. */
	@Test
	void itCountsInPixelsOfTheView() {
		final Picture map = of(flow(0.1, 0, 1), 1).map();
		assertEquals(0.1 * frame.toPicture().scale(), at(map, 0), 0.01);
		assertEquals(0, at(map, 1), 1e-3);
	}

	@Test
	void itSaysWhichPhotographShowsThePlace() {
		final Picture map = of(flow(0.1, 1, 3), 3).map();
		assertEquals(0.1 * frame.toPicture().scale(), at(map, 0), 0.01);
		assertEquals(1, at(map, 3));
	}

	/** Between a cell found in the first and one found in the second photograph there is no place in the middle of both. */
	@Test
	void photographsDoNotMix() {
		final Tensor both = flow(0, 0, 2), second = flow(0, 1, 2);
		for (int i = 0; i < CELLS * CELLS; i++) if (i % CELLS >= CELLS / 2) both.buffer().put(i, second.buffer().get(i));
		final Picture map = of(both, 2).map();
		int seen = 0;
		for (int i = 0; i < map.planeSize(); i++) {
			if (Float.isNaN(map.data()[i])) continue;
			assertTrue(Math.abs(map.data()[i]) < frame.toPicture().scale() / CELLS, "no farther than a cell: " + map.data()[i]);
			if (map.data()[3 * map.planeSize() + i] == 1) seen++;
		}
		assertTrue(seen > 500);
	}

	@Test
	void offThePersonThereIsNone() {
		final Picture map = of(flow(0, 0, 1), 1).map();
		assertTrue(Float.isNaN(map.get(1, 1, 0)));
		assertTrue(Float.isNaN(map.get(399, 399, 2)));
	}

	@Test
	void theWheelSaysWhereto() {
		assertEquals(0xffffff, colour(flow(0, 0, 1), 1));
		final int right = colour(flow(0.3, 0, 1), 1), left = colour(flow(-0.3, 0, 1), 1);
		assertTrue((right >> 16 & 255) > 250 && (right & 255) < 5, "right is red: " + Integer.toHexString(right));
		assertTrue((left >> 16 & 255) < 5 && (left & 255) > 250 && (left >> 8 & 255) > 250, "left is cyan: " + Integer.toHexString(left));
	}

	/** With full confidence. */
	private static int colour(final Tensor flow, final float confidence) {
		for (int i = 0; i < CELLS * CELLS; i++) flow.buffer().put(2 * CELLS * CELLS + i, confidence);
		return FlowWheel.of(of(flow, 1)).get(225, 175) & 0xffffff;
	}

	@Test
	void whatIsUnsureIsGreyAndWhatIsNothingBlack() {
		assertEquals(0x808080, colour(flow(0.3, 0, 1), 0));
		assertEquals(0, FlowWheel.of(of(flow(0.3, 0, 1), 1)).get(1, 1) & 0xffffff);
	}

	@Test
	void theResultHasTheOneOfTheNetworks() {
		assertEquals(4, result.extras().flow().map().channels());
		assertTrue(!Float.isNaN(at(result.extras().flow().map(), 0)));
	}
}
