package org.icportrait.light;

import org.icportrait.image.Picture;
import org.icportrait.view.HeadMaps;

/**
 * What the estimated light does not explain of a reference, as a smooth field over the canonical head, where the dense
 * correspondence of any two heads meets: log(picture / (albedo * shading)), averaged over near visible places.
 */
final class OldResidualField {

	/** Side of a cell and half the extent, dm. */
	private static final float CELL = 0.1f, REACH = 2.4f;
	private static final int SIDE = (int) (2 * REACH / CELL);
	private static final int CELLS = SIDE * SIDE * SIDE;
	/** Samples along the maps, weight of the coarse average, and the weight that pulls an unsupported place to no change. */
	private static final int GRID = 160;
	private static final float COARSE = 0.1f, NOTHING = 0.03f;
	private static final float LARGEST = 1.6f;

	/** Planes: log ratio of red, green, blue times weight; weight. */
	private final float[] fine;
	private final float[] coarse;

	/**
	 * @param shading what the light explains, over the head's maps
	 * @param visible which pixels of the picture may be read, or null for all; others are never touched
	 * @param reflectance log reflectance known from elsewhere, or null to take the head's own albedo
	 */
	OldResidualField(final OldLitHead reference, final Picture shading, final boolean[] visible, final OldResidualField reflectance) {
		this(reference, shading, visible, reflectance, reflectance == null);
	}

	/** The log of picture / shading, albedo left in: the reflectance of a head, for {@link ResidualField} of the same person. */
	static OldResidualField reflectance(final OldLitHead head, final Picture shading) {
		return new OldResidualField(head, shading, null, null, false);
	}

	private OldResidualField(final OldLitHead reference, final Picture shading, final boolean[] visible, final OldResidualField reflectance, final boolean byAlbedo) {
		final float[] known = new float[4];
		final float[] sums = new float[4 * CELLS];
		final HeadMaps maps = reference.maps();
		final int step = Math.max(1, Math.max(maps.width(), maps.height()) / GRID), n = maps.width() * maps.height();
		for (int y = step / 2; y < maps.height(); y += step) {
			for (int x = step / 2; x < maps.width(); x += step) {
				final int i = y * maps.width() + x, px = maps.x() + x, py = maps.y() + y;
				if (maps.matte().data()[i] < 0.95f || (visible != null && !visible[py * reference.picture().width() + px])) continue;
				if (reflectance != null) reflectance.read(maps, i, known);
				final int cell = cell(maps, i, n);
				for (int c = 0; c < 3; c++) {
					final float shown = reference.picture().get(px, py, c) + 2e-3f;
					final float albedo = byAlbedo ? Math.max(0.02f, maps.albedo().data()[c * n + i]) : 1;
					final float log = (float) Math.log(shown / (albedo * shading.data()[c * n + i] + 2e-3f)) - known[c];
					sums[c * CELLS + cell] += byAlbedo || reflectance != null ? Math.max(-LARGEST, Math.min(LARGEST, log)) : log;
				}
				sums[3 * CELLS + cell]++;
			}
		}
		fine = blurred(sums, 1);
		coarse = blurred(fine, 3);
	}

	/**
	 * @param out takes the log ratios of red, green, blue and the support 0..1
	 */
	void read(final HeadMaps maps, final int i, final float[] out) {
		final int n = maps.width() * maps.height();
		final float fx = position(maps.coordinates().data()[i]), fy = position(maps.coordinates().data()[n + i]), fz = position(maps.coordinates().data()[2 * n + i]);
		final int x = (int) fx, y = (int) fy, z = (int) fz;
		java.util.Arrays.fill(out, 0);
		for (int corner = 0; corner < 8; corner++) {
			final int a = corner & 1, b = corner >> 1 & 1, c = corner >> 2;
			final float weight = (a == 0 ? 1 - fx + x : fx - x) * (b == 0 ? 1 - fy + y : fy - y) * (c == 0 ? 1 - fz + z : fz - z);
			final int cell = ((z + c) * SIDE + y + b) * SIDE + x + a;
			for (int k = 0; k < 4; k++) out[k] += weight * (fine[k * CELLS + cell] + COARSE * coarse[k * CELLS + cell]);
		}
		final float weight = out[3];
		for (int k = 0; k < 3; k++) out[k] /= weight + NOTHING;
		out[3] = weight / (weight + NOTHING);
	}

	private static int cell(final HeadMaps maps, final int i, final int n) {
		return (Math.round(position(maps.coordinates().data()[2 * n + i])) * SIDE + Math.round(position(maps.coordinates().data()[n + i]))) * SIDE +
			Math.round(position(maps.coordinates().data()[i]));
	}

	private static float position(final float x) {
		return Math.max(0, Math.min(SIDE - 1.001f, (x + REACH) / CELL - 0.5f));
	}

	/** Two box sums of the given radius along each axis. */
	private static float[] blurred(final float[] values, final int radius) {
		float[] from = values.clone(), to = new float[values.length];
		for (int pass = 0; pass < 6; pass++) {
			final int stride = pass % 3 == 0 ? 1 : pass % 3 == 1 ? SIDE : SIDE * SIDE;
			for (int start = 0; start < from.length; start++) {
				if (start / stride % SIDE == 0) line(from, to, start, stride, radius);
			}
			final float[] swap = from;
			from = to;
			to = swap;
		}
		return from;
	}

	private static void line(final float[] in, final float[] out, final int start, final int stride, final int radius) {
		float sum = 0;
		for (int i = 0; i < radius; i++) sum += in[start + i * stride];
		for (int i = 0; i < SIDE; i++) {
			if (i + radius < SIDE) sum += in[start + (i + radius) * stride];
			if (i - radius - 1 >= 0) sum -= in[start + (i - radius - 1) * stride];
			out[start + i * stride] = sum / (2 * radius + 1);
		}
	}
}
