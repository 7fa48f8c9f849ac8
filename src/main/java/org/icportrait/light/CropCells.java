package org.icportrait.light;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * The square that the stitch network sees of a photograph: the head's crop, on a grid of its own, turned by quarter turns alone until the
 * head stands nearest to upright; what leans less leans in the network's eyes too, so that light keeps its direction. Every pixel belongs
 * to the one cell in which its middle lies, and no cell is told of a pixel that is not its own. Immutable.
 */
final class CropCells {

	/** Cells along a side. */
	static final int SIDE = 128;

	private final double left;
	private final double top;
	private final double cell;
	private final int quarters;
	private final Similarity toPicture;

	CropCells(final HeadBox box) {
		quarters = box.quarters();
		final double size = HeadBox.CROP * box.side();
		left = box.x() - size / 2;
		top = box.y() - size / 2;
		cell = size / SIDE;
		toPicture = box.cropToPicture();
	}

	/** Fractions of the crop to picture pixels. */
	Similarity toPicture() {
		return toPicture;
	}

	/** Axes of the crop to axes of the picture. */
	Rotation turn() {
		final double angle = Math.toRadians(90 * quarters), c = Math.rint(Math.cos(angle)), s = Math.rint(Math.sin(angle));
		return Rotation.of(c, -s, 0, s, c, 0, 0, 0, 1);
	}

	/** Side of a cell in pixels. */
	double cell() {
		return cell;
	}

	/** The cell that a pixel belongs to, row * SIDE + column as the crop stands; -1 where it lies outside. */
	int of(final int x, final int y) {
		final int column = index(left, x), row = index(top, y);
		return column < 0 || row < 0 || column >= SIDE || row >= SIDE ? -1 : upright(column, row);
	}

	/** From columns and rows as the picture stands to the place as the crop stands. */
	private int upright(final int column, final int row) {
		final int last = SIDE - 1;
		return switch (quarters) {
			case 1 -> column * SIDE + last - row;
			case 2 -> (last - row) * SIDE + last - column;
			case 3 -> (last - column) * SIDE + row;
			default -> row * SIDE + column;
		};
	}

	/**
	 * What a picture shows in each cell: the mean of the pixels that belong to it; where none does (the picture is coarser than the cells)
	 * the pixel at the cell's middle. Of pixels that are hidden nothing is read.
	 *
	 * @param picture linear RGB over {@code area}; beyond it its border counts, unless something is hidden
	 * @param shown which cells may be read, [row * SIDE + column]; null for all
	 * @return linear RGB, 0 where hidden, and as a fourth channel 1 where there was something to read
	 */
	Picture read(final Picture picture, final Area area, final boolean[] shown, final Progress progress) {
		final Picture out = new Picture(SIDE, SIDE, 4);
		Workers.rows(SIDE, progress, row -> {
			for (int column = 0; column < SIDE; column++) {
				final int to = upright(column, row);
				if (shown == null || shown[to]) read(picture, area, shown, column, row, to, out);
			}
		});
		return out;
	}

	private void read(final Picture picture, final Area area, final boolean[] shown, final int column, final int row, final int to, final Picture out) {
		final int x0 = first(left, column), x1 = first(left, column + 1), y0 = first(top, row), y1 = first(top, row + 1);
		if (x1 > x0 && y1 > y0) {
			final Area own = new Area(x0, y0, x1 - x0, y1 - y0).intersect(area);
			if (!own.isEmpty()) mean(picture, area, own, to, out);
			else if (shown == null) mean(picture, area, pixel(area, x0, y0), to, out);
			return;
		}
		final int x = (int) Math.floor(left + (column + 0.5) * cell), y = (int) Math.floor(top + (row + 0.5) * cell);
		final Area one = pixel(area, x, y);
		if (shown == null || one.x() == x && one.y() == y && isShown(shown, x, y)) mean(picture, area, one, to, out);
	}

	private boolean isShown(final boolean[] shown, final int x, final int y) {
		final int owner = of(x, y);
		return owner >= 0 && shown[owner];
	}

	/** Which cell along an axis a pixel belongs to, by the same sums as {@link #first}: rounding must not give it two owners. */
	private int index(final double start, final int pixel) {
		int index = (int) Math.floor((pixel + 0.5 - start) / cell);
		while (first(start, index) > pixel) index--;
		while (first(start, index + 1) <= pixel) index++;
		return index;
	}

	/** The first pixel whose middle lies at or behind the border of a cell. */
	private int first(final double start, final int index) {
		return (int) Math.ceil(start + index * cell - 0.5);
	}

	/** The nearest pixel of an area. */
	private static Area pixel(final Area area, final int x, final int y) {
		return new Area(Math.max(area.x(), Math.min(area.right() - 1, x)), Math.max(area.y(), Math.min(area.bottom() - 1, y)), 1, 1);
	}

	private static void mean(final Picture picture, final Area area, final Area of, final int to, final Picture out) {
		for (int c = 0; c < 3; c++) {
			float sum = 0;
			for (int y = of.y(); y < of.bottom(); y++) {
				final int start = (c * picture.height() + y - area.y()) * picture.width() + of.x() - area.x();
				for (int i = start; i < start + of.width(); i++) sum += picture.data()[i];
			}
			out.data()[c * out.planeSize() + to] = sum / of.size();
		}
		out.data()[3 * out.planeSize() + to] = 1;
	}
}
