package org.icportrait.dialogs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;

import org.junit.jupiter.api.Test;

/** Where windows stand beside others. */
class PlacementTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1600, 1000);
	private static final Dimension SIZE = new Dimension(400, 420);

	private static Rectangle place(final Rectangle dialog) {
		final Point at = Placement.beside(dialog, SIZE, SCREEN);
		return new Rectangle(at, SIZE);
	}

	@Test
	void itNeverStandsOverItsDialog() {
		for (int x = 0; x <= 1200; x += 50) {
			for (int y = 0; y <= 600; y += 50) {
				final Rectangle dialog = new Rectangle(x, y, 400, 400);
				assertFalse(place(dialog).intersects(dialog), dialog + " and " + place(dialog));
			}
		}
	}

	@Test
	void whereASideHasRoomItIsWholeOnTheScreen() {
		for (int x = 0; x <= 1200; x += 50) {
			assertTrue(SCREEN.contains(place(new Rectangle(x, 300, 400, 500))), "dialog at " + x);
		}
	}

	@Test
	void besideADialogThatFillsTheScreenItStandsOutside() {
		final Rectangle dialog = new Rectangle(10, 10, 1580, 980);
		assertFalse(place(dialog).intersects(dialog));
	}
}
