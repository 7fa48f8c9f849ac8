package org.icportrait.studio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

import org.icportrait.bridge.EggHead;
import org.icportrait.face.FaceChoice;
import org.icportrait.imagej.Photograph;
import org.icportrait.imagej.PixelFormat;
import org.icportrait.portrait.Person;
import org.icportrait.portrait.PortraitEngine;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pictures of the studio and what they know. */
class RendererTest {

	private static PortraitEngine engine;

	@BeforeAll
	static void open() {
		engine = PortraitEngine.open(EggHead.engine());
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static Frame render(final StudioState state, final boolean map, final boolean thorough) {
		return new Renderer(List.of(Photograph.of(EggHead.one()))).render(engine, state, map, thorough, Progress.NONE);
	}

	@Test
	void nothingChangedIsThePhotograph() {
		final Frame frame = render(StudioState.UNCHANGED, false, true);
		final int[] photograph = (int[]) EggHead.one().getProcessor().getPixels();
		int most = 0;
		for (int i = 0; i < photograph.length; i++) {
			final int rgb = frame.picture().getRGB(i % EggHead.SIDE, i / EggHead.SIDE);
			for (int shift = 0; shift < 24; shift += 8) most = Math.max(most, Math.abs((rgb >> shift & 255) - (photograph[i] >> shift & 255)));
		}
		assertTrue(most <= 1, "differs by " + most);
		assertNull(frame.knowledge());
	}

	@Test
	void thePhotographsOwnViewIsAllSeenAndATurnedOneIsNot() {
		final Knowledge own = render(StudioState.UNCHANGED, true, true).knowledge();
		assertTrue(own.seen() > 0.95, "seen " + own.seen());
		final Knowledge turned = render(StudioState.UNCHANGED.lookingTo(60, 0, 0), true, true).knowledge();
		assertTrue(turned.seen() < own.seen() - 0.1 && turned.mirrored() + turned.unknown() > 0.1, turned.toString());
		assertEquals(1, turned.seen() + turned.mirrored() + turned.unknown(), 1e-9);
		assertNotNull(turned.tint());
	}

	@Test
	void whereTheHeadLooksIsKnownAfterTheFirstPicture() {
		final Renderer renderer = new Renderer(List.of(Photograph.of(EggHead.one())));
		assertNull(renderer.pose());
		final Frame frame = renderer.render(engine, StudioState.UNCHANGED, false, false, Progress.NONE);
		assertNotNull(renderer.pose());
		assertEquals(0, frame.perSecond(), "too early to tell");
		Frame later = frame;
		for (int i = 0; i < 40 && later.perSecond() == 0; i++) later = renderer.render(engine, StudioState.UNCHANGED.lookingTo(i, 0, 0), false, false, Progress.NONE);
		assertTrue(later.perSecond() > 0);
	}

	@Test
	void quickPicturesAreDraftsAndThoroughOnesAreNot() {
		final StudioState state = StudioState.UNCHANGED.lookingTo(30, 0, 0);
		final Photograph photograph = Photograph.of(EggHead.one());
		final Person person = Person.of(engine.analyze(photograph.scaledTo(Renderer.THOROUGH).picture(), FaceChoice.largest(), Progress.NONE));
		final int[] full = pixels(PixelFormat.RGB.store(engine.make(person, state.scene(), Progress.NONE).picture()).getBufferedImage());
		assertArrayEquals(full, pixels(render(state, false, true).picture()));
		assertFalse(Arrays.equals(full, pixels(render(state, false, false).picture())), "the egg's picture is small enough for the same size");
	}

	private static int[] pixels(final BufferedImage picture) {
		return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
	}

	@Test
	void severalPhotographsOfOnePersonAreJoined() {
		final Photograph photograph = Photograph.of(EggHead.one());
		final Frame frame = new Renderer(List.of(photograph, photograph)).render(engine, StudioState.UNCHANGED.lookingTo(20, 0, 0), true, true, Progress.NONE);
		assertEquals(EggHead.SIDE, frame.picture().getWidth());
	}
}
