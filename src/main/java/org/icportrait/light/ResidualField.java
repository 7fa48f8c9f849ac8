package org.icportrait.light;

import org.icportrait.geometry.CanonicalGrid;
import org.icportrait.image.Picture;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What the estimated light does not explain of a picture, as a smooth field over the canonical head, where the dense correspondence of
 * any two heads meets: log(picture / (albedo * shading)), averaged over near visible places. Immutable.
 */
final class ResidualField {

	/** Side of a cell and half the extent, dm. */
	private static final float CELL = 0.1f, REACH = 2.4f;
	/** A cell of the maps counts as much as its share of one sample of a grid with so many along one dm. */
	private static final double PER_DM = 37;
	private static final float INSIDE = 0.95f, DARKEST = 0.02f, DARK = 2e-3f;
	/** Weight of the coarse average, and the weight that pulls a place where little is known to no change. */
	private static final float COARSE = 0.1f, NOTHING = 0.03f;
	private static final float LARGEST = 1.6f;

	/** Planes: log ratio of red, green, blue times weight; weight. */
	private final CanonicalGrid smooth;

	private ResidualField(final CanonicalGrid sums) {
		final CanonicalGrid fine = sums.blurred(1);
		smooth = fine.plus(fine.blurred(3), COARSE);
	}

	/** Sums over visible places, not yet smoothed: what one picture says of both its person's reflectance and its light. */
	static final class Sums {

		private final CanonicalGrid grid = new CanonicalGrid(CELL, REACH, 4);

		/**
		 * @param shading what the light explains, over the head's maps
		 * @param visible which pixels of the picture may be read; others are never touched
		 * @param byAlbedo whether the head's own albedo is divided out
		 */
		Sums(final LitHead head, final Picture shading, final PixelMask visible, final boolean byAlbedo, final Progress progress) {
			final CellColours shown = CellColours.of(head, visible, progress);
			final float unit = (float) Math.pow(PER_DM / head.cellsPerDm(), 2);
			for (int i = 0; i < head.maps().size(); i++) {
				if (head.maps().matte().data()[i] >= INSIDE && shown.share(i) > 0) add(head.maps(), shading, shown, i, byAlbedo, unit * shown.share(i));
			}
		}

		private void add(final HeadMaps maps, final Picture shading, final CellColours shown, final int i, final boolean byAlbedo, final float weight) {
			final int n = maps.size();
			final float[] place = maps.coordinates().data();
			final int cell = grid.nearest(place[i], place[n + i], place[2 * n + i]);
			for (int c = 0; c < 3; c++) {
				final float albedo = byAlbedo ? Math.max(DARKEST, maps.albedo().data()[c * n + i]) : 1;
				final float log = (float) Math.log((shown.get(i, c) + DARK) / (albedo * shading.data()[c * n + i] + DARK));
				grid.add(cell, c, weight * (byAlbedo ? limited(log) : log));
			}
			grid.add(cell, 3, weight);
		}

		/** As they are. */
		ResidualField field() {
			return new ResidualField(grid);
		}

		/** With what is known of the person's reflectance taken out. */
		ResidualField without(final ResidualField reflectance, final Progress progress) {
			final CanonicalGrid out = new CanonicalGrid(CELL, REACH, 4);
			final float[] known = new float[4];
			for (int cell = 0; cell < grid.cells(); cell++) {
				final float weight = grid.get(cell, 3);
				if (weight <= 0) continue;
				reflectance.read(grid.x(cell), grid.y(cell), grid.z(cell), known);
				for (int c = 0; c < 3; c++) out.set(cell, c, weight * limited(grid.get(cell, c) / weight - known[c]));
				out.set(cell, 3, weight);
			}
			progress.check();
			return new ResidualField(out);
		}
	}

	private static float limited(final float log) {
		return Math.max(-LARGEST, Math.min(LARGEST, log));
	}

	/**
	 * At a canonical place, dm.
	 *
	 * @param out takes the log ratios of red, green and blue, and their weight
	 */
	void read(final float x, final float y, final float z, final float[] out) {
		smooth.read(x, y, z, out);
		for (int c = 0; c < 3; c++) out[c] /= out[3] + NOTHING;
	}

	/**
	 * Adds what it knows to a shading.
	 *
	 * @param likeness 0..1: how far the places of both heads are seen alike
	 * @param local 0..1: how much of what is known counts
	 * @param shading over the maps, changed
	 */
	void addTo(final HeadMaps maps, final double likeness, final double local, final Picture shading, final Progress progress) {
		final int w = maps.width(), n = maps.size();
		final float[] place = maps.coordinates().data();
		Workers.bands(maps.height(), progress, (from, to) -> {
			final float[] known = new float[4];
			for (int i = from * w; i < to * w; i++) {
				read(place[i], place[n + i], place[2 * n + i], known);
				for (int c = 0; c < 3; c++) shading.data()[c * n + i] *= (float) Math.exp(likeness * local * known[c]);
			}
		});
	}
}
