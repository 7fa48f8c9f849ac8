package org.icportrait.strands;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.Rotation;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.image.StructureTensor;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Which way hair lies in a {@link Frame}: as it is seen to, and where it is not, on in that way and then as {@link HairFlow} says. Stateless. */
final class HairDirections {

	/** Radii, shares of the frame's side: within which hair has one direction, and how far what is seen says how it goes on. */
	private static final double TOGETHER = 0.02, FAR = 0.12;

	private HairDirections() {}

	/**
	 * A vector of twice its angle, as long (0..1) as neighbours agree; and how strong strands are there, of 1 on the mean; three channels over the frame. By the
	 * structure tensor where hair is seen.
	 *
	 * @param hair {@link Scalp#seen}: no pixel of the frame's border
	 */
	static Picture of(final Rotation rotation, final Condition condition, final boolean[] hair, final long seed, final Progress progress) {
		final int side = condition.frame().side(), n = side * side, together = condition.frame().radius(TOGETHER);
		final Picture sums = StructureTensor.of(Strands.logarithm(condition.startPicture()), hair, together, progress), own = new Picture(side, side, 2);
		final float[] known = new float[n];
		double agreed = 0;
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float energy = sums.data()[2 * n + i];
			if (!hair[i] || energy <= 0) continue;
			known[i] = 1;
			own.data()[i] = sums.data()[i] / energy;
			own.data()[n + i] = sums.data()[n + i] / energy;
			agreed += Math.hypot(own.data()[i], own.data()[n + i]);
			count++;
		}
		final double straight = count == 0 ? 0 : agreed / count;
		final Picture near = PushPull.fill(own, known, progress), reach = new Picture(side, side, 1, known);
		final HairFlow flow = new HairFlow(rotation, condition, straight, seed, progress);
		return joined(near, BoxBlur.twice(reach, condition.frame().radius(FAR), progress), straight, flow, progress);
	}

	/** What is seen, as far as its reach goes, and beyond that as hair flows on a skull, as straight as what is seen. */
	private static Picture joined(final Picture seen, final Picture reach, final double straight, final HairFlow flow, final Progress progress) {
		final int n = seen.planeSize();
		final Picture out = new Picture(seen.width(), seen.height(), 3);
		Workers.rows(seen.height(), progress, row -> {
			final float[] lies = new float[3];
			for (int i = row * seen.width(); i < (row + 1) * seen.width(); i++) {
				final float away = 1 - Smooth.step(0, 0.25f, reach.data()[i]);
				flow.at(i, lies);
				for (int c = 0; c < 2; c++) out.data()[c * n + i] = seen.data()[c * n + i] + away * ((float) straight * lies[c] - seen.data()[c * n + i]);
				out.data()[2 * n + i] = lies[2];
			}
		});
		return out;
	}
}
