package org.icportrait.finish;

import static org.icportrait.skin.InFrame.MIDDLE;
import static org.icportrait.skin.InFrame.N;
import static org.icportrait.skin.InFrame.SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.icportrait.generate.Denoising;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.skin.InFrame;
import org.icportrait.work.Progress;
import org.junit.jupiter.api.Test;

class ForegroundTest {

	private static Foreground of(final Picture made, final Picture matte, final Picture person, final float drawn) {
		return of(made, matte, person, InFrame.share(drawn));
	}

	private static Foreground of(final Picture made, final Picture matte, final Picture person, final Picture drawn) {
		return Foreground.of(new Denoising.Generated(made, matte), person, drawn, InFrame.condition(InFrame.flat(0.5f)), Progress.NONE);
	}

	/** Red and green specks beside the end of the geometric head, where a person is on both sides. */
	@Test
	void alongTheEndOfTheGeometricHeadColoursComeFromBothSides() {
		final Picture drawn = InFrame.share(1);
		for (int i = 0; i < N; i++) if (i % SIDE >= MIDDLE) drawn.data()[i] = 0;
		final Picture made = InFrame.grey(InFrame.flat(0.3f));
		for (int row = 0; row < SIDE; row++) made.set(MIDDLE, row, row % 2, 0.5f);
		final Picture out = of(made, InFrame.share(1), InFrame.share(1), drawn).colours();
		for (final float value : out.data()) assertEquals(Colour.toLinear(0.3f), value, 1e-4f);
	}

	/** White background that shines through dark hair more and more. */
	@Test
	void besideTheOutlineThereIsNoBackgroundInIt() {
		final Picture matte = InFrame.share(1), person = InFrame.share(1), made = InFrame.grey(InFrame.flat(0));
		for (int i = 0; i < N; i++) {
			matte.data()[i] = Math.max(0, Math.min(1, (SIDE - 6 - i % SIDE) / 4f));
			person.data()[i] = matte.data()[i] > 0.4f ? 1 : 0;
			for (int c = 0; c < 3; c++) made.data()[c * N + i] = 0.02f * matte.data()[i] + 1 - matte.data()[i];
		}
		final Foreground out = of(made, matte, person, 0);
		for (int i = 0; i < N; i++) {
			if (person.data()[i] == 0) continue;
			assertTrue(out.colours().data()[i] < 0.2f, "column " + i % SIDE + ": " + out.colours().data()[i]);
			assertEquals(1, out.opacity().data()[i], 1e-6f);
		}
	}

	/** A mouse-grey head above a white shirt, of whose pixels none is surely a person's. */
	@Test
	void noColourComesFromAfar() {
		final Picture made = InFrame.grey(InFrame.flat(0.3f)), matte = InFrame.share(0.7f);
		for (int i = 0; i < N; i++) {
			if (i / SIDE < SIDE - 8) continue;
			matte.data()[i] = 1;
			for (int c = 0; c < 3; c++) made.data()[c * N + i] = 1;
		}
		final Picture out = of(made, matte, InFrame.share(1), 0).colours();
		for (int row = 0; row < SIDE - 16; row++) assertEquals(Colour.toLinear(0.3f), out.get(SIDE - 8, row, 0), 1e-4f, "row " + row);
	}

	@Test
	void whatTheNetworksTakeAwayFromTheGeometricHeadGoes() {
		final Picture made = InFrame.grey(InFrame.flat(0.3f)), matte = InFrame.share(1), person = InFrame.share(1);
		for (int i = 0; i < N; i++) {
			if (i % SIDE < SIDE - 16) continue;
			matte.data()[i] = person.data()[i] = 0;
			for (int c = 0; c < 3; c++) made.data()[c * N + i] = 0.9f;
		}
		final Foreground out = of(made, matte, person, 1);
		for (int i = 0; i < N; i++) {
			final boolean gone = matte.data()[i] == 0;
			assertEquals(gone ? 0.9f : Colour.toLinear(0.3f), out.colours().data()[i], 1e-4f);
			assertEquals(gone ? 0 : 1, out.opacity().data()[i], 1e-6f);
		}
	}
}
