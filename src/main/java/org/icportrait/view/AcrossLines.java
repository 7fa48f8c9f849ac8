package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;

/** Lines of pixels straight across a face, each pixel in one of them. Immutable. */
final class AcrossLines {

	private final int w, h;
	private final double slope;
	private final int lean;

	/** At right angles to the head's height as the picture shows it; rows where the head lies on its side by more than 45 degrees. @param rotation head axes to camera axes */
	AcrossLines(final Area area, final Rotation rotation) {
		w = area.width();
		h = area.height();
		final double upX = rotation.x(0, 1, 0), upY = rotation.y(0, 1, 0);
		slope = Math.abs(upX) > Math.abs(upY) ? 0 : upX / upY;
		lean = (int) Math.ceil(Math.abs(slope) * w);
	}

	int count() {
		return h + 2 * lean;
	}

	/** Index in the area of the pixel in a column of a line; -1 beyond the area. */
	int at(final int line, final int x) {
		final int y = line - lean + (int) Math.round(slope * x);
		return x < 0 || x >= w || y < 0 || y >= h ? -1 : y * w + x;
	}
}
