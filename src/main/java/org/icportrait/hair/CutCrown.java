package org.icportrait.hair;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.icportrait.face.Matte;
import org.icportrait.geometry.Similarity;
import org.icportrait.maps.HeadMaps;
import org.icportrait.morphable.HeadModel;

/**
 * A head whose crown the photograph's border cuts off: what of its hair is left in the photograph, at the temples mostly, lends its colour to all of the scalp
 * that is not seen. A few cells of it are enough, for the rest of what is left is forehead. Stateless.
 */
public final class CutCrown {

	/** Fewer cells of hair than this are a bald head's. */
	private static final int FEWEST = 10;
	/** Canonical height (dm) of the brows. */
	private static final float BROWS = 0.3f;

	private CutCrown() {}

	/**
	 * Gives each vertex of the scalp that is not seen, and each of the forehead that is cut off where hair hangs over it, the nearest place of hair. Changes
	 * nothing where the border cuts off no scalp and where too little hair is left.
	 *
	 * @param anywhere sight of the fitted head's vertices, wherever they lie
	 * @param within the same, 0 beyond the border
	 * @param seen sight above which a vertex keeps its place
	 * @param ownX where the vertices lie, photograph pixels
	 * @param x the places that lend them their colour, photograph pixels; changed
	 */
	public static void lend(final HeadModel model, final float[] anywhere, final float[] within, final float seen, final SeenHair seenHair, final float[] ownX,
		final float[] ownY, final float[] x, final float[] y)
	{
		if (!isCut(model, anywhere, within)) return;
		final HeadMaps maps = seenHair.maps();
		final float[] c = maps.coordinates().data(), matte = maps.matte().data();
		final int n = maps.size();
		final double[] hair = cells(maps, i -> matte[i] > Matte.PERSON && HeadModel.isScalp(c[n + i], c[2 * n + i]) && seenHair.isIn(i));
		if (hair.length < 3 * FEWEST) return;
		final double[] person = cells(maps, i -> matte[i] > Matte.PERSON);
		for (int v = 0; v < x.length; v++) {
			final boolean cut = anywhere[v] > 0 && within[v] == 0 && model.neutral()[3 * v + 1] > BROWS;
			if (within[v] > seen || !model.isScalp(v) && !(cut && seenHair.isIn((int) person[nearest(person, ownX[v], ownY[v]) + 2]))) continue;
			final int place = nearest(hair, ownX[v], ownY[v]);
			x[v] = (float) hair[place];
			y[v] = (float) hair[place + 1];
		}
	}

	/** Whether there is scalp beyond the border that a larger photograph would show. */
	private static boolean isCut(final HeadModel model, final float[] anywhere, final float[] within) {
		for (int v = 0; v < within.length; v++) if (model.isScalp(v) && anywhere[v] > 0 && within[v] == 0) return true;
		return false;
	}

	/** Cells of a kind: x and y in photograph pixels, and the cell, in turn. */
	private static double[] cells(final HeadMaps maps, final IntPredicate kind) {
		final Similarity toPicture = maps.pictureToMaps().inverse();
		final double[] out = new double[3 * maps.size()];
		int end = 0;
		for (int i = 0; i < maps.size(); i++) {
			if (!kind.test(i)) continue;
			final double column = i % maps.width() + 0.5, row = i / maps.width() + 0.5;
			out[end++] = toPicture.x(column, row);
			out[end++] = toPicture.y(column, row);
			out[end++] = i;
		}
		return Arrays.copyOf(out, end);
	}

	/** Where in a list of cells, not empty, the nearest one to a place (pixels) stands. */
	private static int nearest(final double[] cells, final float x, final float y) {
		int best = 0;
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k < cells.length; k += 3) {
			final double dx = cells[k] - x, dy = cells[k + 1] - y, far = dx * dx + dy * dy;
			if (far >= least) continue;
			least = far;
			best = k;
		}
		return best;
	}
}
