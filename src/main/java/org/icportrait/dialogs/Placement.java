package org.icportrait.dialogs;

import java.awt.Dimension;
import java.awt.GraphicsConfiguration;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;

/** Where windows stand so that none hides what it is about. */
public final class Placement {

	private static final int GAP = 8;

	private Placement() {}

	/** Moves a window beside another one, which must be showing. */
	public static void put(final Window window, final Window other) {
		window.setLocation(beside(other.getBounds(), window.getSize(), usable(other.getGraphicsConfiguration())));
	}

	/** The part of a screen that no task bar covers. */
	static Rectangle usable(final GraphicsConfiguration screen) {
		final Rectangle all = screen.getBounds();
		final Insets bars = Toolkit.getDefaultToolkit().getScreenInsets(screen);
		return new Rectangle(all.x + bars.left, all.y + bars.top, all.width - bars.left - bars.right, all.height - bars.top - bars.bottom);
	}

	/**
	 * Where a window stands beside another: at its right, else its left, below or above, wherever it fits on the screen whole; where it
	 * fits nowhere, on the side with the most room, partly off the screen, but never over it.
	 */
	public static Point beside(final Rectangle other, final Dimension size, final Rectangle screen) {
		final int right = screen.x + screen.width - other.x - other.width;
		final int left = other.x - screen.x;
		final int below = screen.y + screen.height - other.y - other.height;
		final int above = other.y - screen.y;
		final int x = clamp(other.x, screen.x, screen.x + screen.width - size.width);
		final int y = clamp(other.y, screen.y, screen.y + screen.height - size.height);
		final Point[] places = { new Point(other.x + other.width + GAP, y), new Point(other.x - GAP - size.width, y),
			new Point(x, other.y + other.height + GAP), new Point(x, other.y - GAP - size.height) };
		final int[] spare = { right - size.width, left - size.width, below - size.height, above - size.height };
		int best = 0;
		for (int i = 0; i < places.length; i++) {
			if (spare[i] >= GAP) return places[i];
			if (spare[i] > spare[best]) best = i;
		}
		return places[best];
	}

	/** The same, but whole on the screen in any case, though it may then lie over the other. */
	public static Point whole(final Rectangle other, final Dimension size, final Rectangle screen) {
		final Point place = beside(other, size, screen);
		return new Point(clamp(place.x, screen.x, screen.x + screen.width - size.width), clamp(place.y, screen.y, screen.y + screen.height - size.height));
	}

	private static int clamp(final int value, final int low, final int high) {
		return Math.max(low, Math.min(value, high));
	}
}
