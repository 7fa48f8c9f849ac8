package org.icportrait.light;

import org.icportrait.geometry.Harmonics;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/** What the cells of a head say of its light: where each lies, the basis of its normal, its shading and how much that counts. */
final class LightSamples {

	/** A cell counts as much as its share of one sample of a grid with so many along one dm, so that finer maps give the same light. */
	private static final double PER_DM = 26;
	/** The part of the head that counts: not clothes, and hair less than skin. */
	private static final float INSIDE = 0.95f, LOWEST_Y = -1.1f, FACE_Z = 0.2f, FACE_Y = 0.9f;
	private static final double HAIR = 0.3, GRAZING = 0.05;
	private static final float DARKEST = 0.02f;

	private int count;
	private final int[] cells;
	/** [9 i + k], [3 i + channel], [3 i + channel]. */
	private final double[] basis;
	private final double[] shading;
	private final double[] weights;

	private LightSamples(final int most) {
		cells = new int[most];
		basis = new double[Harmonics.COUNT * most];
		shading = new double[3 * most];
		weights = new double[3 * most];
	}

	/** Reads no pixel that {@code visible} hides. */
	static LightSamples of(final LitHead head, final PixelMask visible, final Progress progress) {
		final CellColours shown = CellColours.of(head, visible, progress);
		final LightSamples samples = new LightSamples(head.maps().size());
		final double unit = PER_DM / head.cellsPerDm();
		for (int i = 0; i < head.maps().size(); i++) {
			if (isUsable(head.maps(), i) && shown.share(i) > 0 && !shown.isClipped(i)) samples.add(head.maps(), shown, i, unit * unit);
		}
		return samples;
	}

	private static boolean isUsable(final HeadMaps maps, final int i) {
		return maps.matte().data()[i] >= INSIDE && maps.coordinates().data()[maps.size() + i] >= LOWEST_Y;
	}

	private void add(final HeadMaps maps, final CellColours shown, final int i, final double unit) {
		final int n = maps.size();
		final float[] normals = maps.normals().data(), coordinates = maps.coordinates().data();
		final double[] b = new double[Harmonics.COUNT];
		Harmonics.basis(normals[i], normals[n + i], normals[2 * n + i], b);
		System.arraycopy(b, 0, basis, Harmonics.COUNT * count, Harmonics.COUNT);
		final boolean face = coordinates[2 * n + i] > FACE_Z && coordinates[n + i] < FACE_Y;
		final double weight = unit * shown.share(i) * (face ? 1 : HAIR) * Math.max(GRAZING, normals[2 * n + i]);
		for (int c = 0; c < 3; c++) {
			final double albedo = Math.max(DARKEST, maps.albedo().data()[c * n + i]);
			shading[3 * count + c] = shown.get(i, c) / albedo;
			weights[3 * count + c] = weight * albedo / 0.3;
		}
		cells[count++] = i;
	}

	int count() {
		return count;
	}

	/** The cell of the maps that sample i is of. */
	int cell(final int i) {
		return cells[i];
	}

	/** B_0..B_8 of sample i's normal, at {@code 9 i}; live. */
	double[] basis() {
		return basis;
	}

	double shading(final int i, final int channel) {
		return shading[3 * i + channel];
	}

	double weight(final int i, final int channel) {
		return weights[3 * i + channel];
	}

	double meanShading(final int channel) {
		double sum = 0;
		for (int i = 0; i < count; i++) sum += shading[3 * i + channel];
		return sum / Math.max(1, count);
	}
}
