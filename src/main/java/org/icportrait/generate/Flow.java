package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.Arrays;

import org.icportrait.geometry.Similarity;
import org.icportrait.image.Picture;
import org.icportrait.inference.Tensor;
import org.icportrait.view.View;

/**
 * Where the networks found each place of a view in the photographs, over the whole picture. Immutable.
 *
 * @param map four channels: from each pixel of the view to its place in the photograph, x and y, in pixels of the view (heads laid over each
 *          other, as upright squares about them); how surely, 0..1; the number of the photograph, 0 for the first. NaN off the person
 * @param reach pixels of the view: about as far as a face turned by 60 degrees moves
 */
public record Flow(Picture map, double reach) {

	/** Share of the frame's width. */
	private static final double REACH = 0.25;

	/**
	 * @param flow [1, 3, rows, columns]: u, v of all photographs side by side, and the confidence, over the frame
	 * @param photographs how many lie side by side
	 * @param generated how much of each pixel was generated, the whole picture
	 */
	public static Flow of(final Tensor flow, final int photographs, final View view, final Frame frame, final Picture generated) {
		final Picture map = new Picture(view.width(), view.height(), 4);
		Arrays.fill(map.data(), Float.NaN);
		final Cells cells = new Cells(flow.buffer(), (int) flow.shape()[2], (int) flow.shape()[3], photographs);
		final Similarity toFrame = frame.toPicture().inverse();
		final double width = frame.toPicture().scale();
		final double[] place = new double[4];
		for (int y = 0; y < map.height(); y++) {
			for (int x = 0; x < map.width(); x++) {
				final double u = toFrame.x(x + 0.5, y + 0.5), v = toFrame.y(x + 0.5, y + 0.5);
				if (u < 0 || v < 0 || u >= 1 || v >= 1 || !shows(view, x, y) && generated.get(x, y, 0) <= 0) continue;
				cells.find(u, v, place);
				map.set(x, y, 0, (float) ((place[0] - u) * width));
				map.set(x, y, 1, (float) ((place[1] - v) * width));
				map.set(x, y, 2, (float) place[2]);
				map.set(x, y, 3, (float) place[3]);
			}
		}
		return new Flow(map, REACH * width);
	}

	private static boolean shows(final View view, final int x, final int y) {
		final int i = view.area().index(x, y);
		return i >= 0 && view.alpha().data()[i] > 0;
	}

	/** The coarse cells: between four of one photograph bilinear, else the nearest one, for a place between two photographs is none. */
	private record Cells(FloatBuffer numbers, int rows, int columns, int photographs) {

		/** u and v in the photograph's own frame, confidence and number of the photograph at a place of the frame. */
		void find(final double u, final double v, final double[] place) {
			final double x = within(u * columns - 0.5, columns), y = within(v * rows - 0.5, rows);
			final int x0 = Math.min((int) x, Math.max(0, columns - 2)), y0 = Math.min((int) y, Math.max(0, rows - 2));
			final int x1 = Math.min(x0 + 1, columns - 1), y1 = Math.min(y0 + 1, rows - 1);
			final int shown = photograph((int) Math.round(x), (int) Math.round(y));
			final boolean alike = photograph(x0, y0) == shown && photograph(x1, y0) == shown && photograph(x0, y1) == shown && photograph(x1, y1) == shown;
			for (int c = 0; c < 3; c++) {
				final double top = at(c, x0, y0) + (x - x0) * (at(c, x1, y0) - at(c, x0, y0)), bottom = at(c, x0, y1) + (x - x0) * (at(c, x1, y1) - at(c, x0, y1));
				place[c] = alike ? top + (y - y0) * (bottom - top) : at(c, (int) Math.round(x), (int) Math.round(y));
			}
			place[0] = place[0] * photographs - shown;
			place[3] = shown;
		}

		private static double within(final double value, final int count) {
			return Math.max(0, Math.min(count - 1, value));
		}

		private double at(final int channel, final int x, final int y) {
			return numbers.get((channel * rows + y) * columns + x);
		}

		private int photograph(final int x, final int y) {
			return (int) within(Math.floor(at(0, x, y) * photographs), photographs);
		}
	}
}
