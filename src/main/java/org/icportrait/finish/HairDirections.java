package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/** Which way hair lies in a {@link Frame}: as it is seen to, and where it is not, on in that way and then away from the crown and down. Stateless. */
final class HairDirections {

	/** Crown of the mean head, dm, from which hair goes away, and falls by so much more. */
	private static final double[] CROWN = { 0, 1.3, -0.5 };
	private static final double FALL = 0.7;
	/** Radii, shares of the frame's side: within which hair has one direction, how far what is seen says how it goes on, and of the whorl at the crown. */
	private static final double TOGETHER = 0.02, FAR = 0.12, WHORL = 0.12;

	private HairDirections() {}

	/**
	 * A vector of twice its angle, as long (0..1) as neighbours agree; two channels over the frame. By the structure tensor where hair is seen.
	 *
	 * @param hair {@link Scalp#seen}: no pixel of the frame's border
	 */
	static Picture of(final Rotation rotation, final HeadCamera camera, final Condition condition, final boolean[] hair, final Progress progress) {
		final int side = condition.frame().side(), n = side * side, together = condition.frame().radius(TOGETHER);
		final Picture tensor = tensor(Strands.logarithm(condition.startPicture()), hair);
		final Picture sums = BoxBlur.twice(tensor, together, progress), own = new Picture(side, side, 2);
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
		final Picture near = PushPull.fill(own, known, progress);
		final int far = condition.frame().radius(FAR);
		final Picture reach = new Picture(side, side, 1, known);
		return joined(near, BoxBlur.twice(reach, far, progress), count == 0 ? 0 : agreed / count, crown(rotation, camera, condition.frame()));
	}

	/** Twice the angle along the hair, by the slopes of brightness, as long as they are steep; and how steep. */
	private static Picture tensor(final Picture brightness, final boolean[] hair) {
		final int side = brightness.width(), n = side * side;
		final Picture tensor = new Picture(side, side, 3);
		for (int i = 0; i < n; i++) {
			if (!hair[i]) continue;
			final float gx = brightness.data()[i + 1] - brightness.data()[i - 1], gy = brightness.data()[i + side] - brightness.data()[i - side];
			tensor.data()[i] = gy * gy - gx * gx;
			tensor.data()[n + i] = -2 * gx * gy;
			tensor.data()[2 * n + i] = gx * gx + gy * gy;
		}
		return tensor;
	}

	/** Where the crown lies, pixels of the frame, and which way is down from it. */
	static double[] crown(final Rotation r, final HeadCamera camera, final Frame frame) {
		final double z = r.z(CROWN[0], CROWN[1], CROWN[2]);
		final double x = camera.x(r.x(CROWN[0], CROWN[1], CROWN[2]), z), y = camera.y(r.y(CROWN[0], CROWN[1], CROWN[2]), z);
		final Similarity toFrame = frame.fromPicture();
		final double downX = -r.x(0, 1, 0), downY = r.y(0, 1, 0), length = Math.max(1e-9, Math.hypot(downX, downY));
		return new double[] { toFrame.x(x, y), toFrame.y(x, y), downX / length, downY / length };
	}

	/** What is seen, as far as its reach goes, and beyond that away from the crown and down, as straight as what is seen. */
	private static Picture joined(final Picture seen, final Picture reach, final double straight, final double[] crown) {
		final int n = seen.planeSize();
		for (int i = 0; i < n; i++) {
			final double across = i % seen.width() + 0.5 - crown[0], down = i / seen.width() + 0.5 - crown[1], far = Math.max(1e-9, Math.hypot(across, down));
			// At the crown hair of all directions meets: strands as long as elsewhere would be the rays of a star.
			final double length = straight * Smooth.step(0, (float) (WHORL * seen.width()), (float) far);
			final double[] lies = away(across, down, crown);
			final double x = lies[0], y = lies[1], square = Math.max(1e-9, x * x + y * y);
			final float away = 1 - Smooth.step(0, 0.25f, reach.data()[i]);
			seen.data()[i] += away * ((float) (length * (x * x - y * y) / square) - seen.data()[i]);
			seen.data()[n + i] += away * ((float) (length * 2 * x * y / square) - seen.data()[n + i]);
		}
		return seen;
	}

	/** Which way hair lies so far from a {@link #crown}: away from it and down. */
	static double[] away(final double across, final double down, final double[] crown) {
		final double far = Math.max(1e-9, Math.hypot(across, down));
		return new double[] { across / far + FALL * crown[2], down / far + FALL * crown[3] };
	}
}
