package org.icportrait.generate;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How far a turn draws a photograph out. What it shows askance, as the side of a face, fills many times its pixels once it faces the viewer; what the wanted view
 * sees askance too, as the top of a head, or hardly moves, as shoulders, stays as sharp as it is. Stateless.
 */
public final class DrawnOut {

	private DrawnOut() {}

	/**
	 * How many times as large as in its photograph each pixel of the frame is drawn, by area; infinite beside the end of what one of them shows, in front
	 * or mirrored, and where none does. One channel, side x side.
	 */
	public static Picture of(final View view, final Condition condition, final Progress progress) {
		return of(view.correspondence(), view.area(), condition, progress);
	}

	/** @param places what {@link View#correspondence} says over the area */
	static Picture of(final Picture places, final Area area, final Condition condition, final Progress progress) {
		final Similarity toPicture = condition.frame().toPicture();
		final int side = condition.frame().side();
		final Picture out = new Picture(side, side, 1);
		final double cell = toPicture.scale() / side;
		Workers.rows(side, progress, row -> {
			for (int column = 0; column < side; column++) {
				final double x = toPicture.x((column + 0.5) / side, (row + 0.5) / side) - area.x(), y = toPicture.y((column + 0.5) / side, (row + 0.5) / side) - area.y();
				out.set(column, row, 0, isWithin(condition, column, row) ? times(places, x, y, cell) : Float.POSITIVE_INFINITY);
			}
		});
		return out;
	}

	/** Whether a photograph shows this pixel of the frame and those beside it, and no mirror image. */
	private static boolean isWithin(final Condition condition, final int column, final int row) {
		final int side = condition.frame().side();
		if (column < 1 || row < 1 || column >= side - 1 || row >= side - 1) return false;
		for (int y = row - 1; y <= row + 1; y++) for (int x = column - 1; x <= column + 1; x++) if (condition.covered(y * side + x) == 0 || condition.mirrored(y * side + x) > 0) return false;
		return true;
	}

	/** By what lies a cell to all four sides of (x, y); infinite where one is beyond the person. */
	private static float times(final Picture places, final double x, final double y, final double cell) {
		final int left = (int) Math.floor(x - cell), right = (int) Math.floor(x + cell), top = (int) Math.floor(y - cell), bottom = (int) Math.floor(y + cell), column = (int) Math.floor(x),
			row = (int) Math.floor(y);
		if (left < 0 || top < 0 || right >= places.width() || bottom >= places.height()) return Float.POSITIVE_INFINITY;
		final float source = places.get(column, row, 2);
		if (!(source == places.get(left, row, 2) && source == places.get(right, row, 2) && source == places.get(column, top, 2) && source == places.get(column, bottom, 2))) return Float.POSITIVE_INFINITY;
		final float acrossX = places.get(right, row, 0) - places.get(left, row, 0), acrossY = places.get(right, row, 1) - places.get(left, row, 1);
		final float downX = places.get(column, bottom, 0) - places.get(column, top, 0), downY = places.get(column, bottom, 1) - places.get(column, top, 1);
		return (right - left) * (float) (bottom - top) / Math.abs(acrossX * downY - acrossY * downX);
	}
}
