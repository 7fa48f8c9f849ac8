package org.icportrait.skin;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.morphable.DepthBuffer;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** How a soft light from above brightens and darkens what stands out from the form of a surface, and how dark its hollows are. Stateless. */
final class Relief {

	/** Radii (dm) of the form that relief stands out from, and of hollows. */
	private static final double FORM = 0.12, HOLLOW = 0.05;
	/** Where light mostly comes from, camera axes, unit; how much comes from all around. */
	static final float UP = 0.5f, TOWARDS = 0.866f, AROUND = 0.45f;
	/** How dark hollows as deep as their radius are. */
	private static final float DARK = 0.55f;
	/** How bright what faces the viewer is. */
	static final float FACING = AROUND + (1 - AROUND) * TOWARDS;
	private static final float LEAST = 0.45f, MOST = 1.35f;

	private Relief() {}

	/**
	 * What brightness is to be multiplied by; one channel.
	 *
	 * @param whole the surface's nearest depths, dm
	 * @param soft where relief is wanted, 0..1; elsewhere it is 1
	 * @param dm pixels of one
	 * @param strength 0..1
	 */
	static Picture of(final DepthBuffer whole, final Picture soft, final double dm, final float strength, final Progress progress) {
		final int side = soft.width();
		final Picture out = new Picture(side, side, 1), depth = BoxBlur.blur(Form.of(whole, progress).depth(), 1, progress);
		final Picture form = smooth(depth, FORM * dm, progress), level = smooth(depth, HOLLOW * dm, progress);
		Workers.rows(side, progress, row -> {
			final double[] normal = new double[3];
			for (int i = row * side; i < (row + 1) * side; i++) {
				final float share = strength * soft.data()[i];
				if (share <= 0) {
					out.data()[i] = 1;
					continue;
				}
				final double hollow = Math.max(0, Math.min(1, (level.data()[i] - depth.data()[i]) / HOLLOW));
				final double lit = lit(depth, i, dm, normal) / lit(form, i, dm, normal) * (1 - DARK * hollow);
				out.data()[i] = (float) Math.pow(Math.max(LEAST, Math.min(MOST, lit)), share);
			}
		});
		return BoxBlur.blur(out, 1, progress);
	}

	/** How bright a soft light makes a place of a surface that its depths (dm) give. @param normal its normal there afterwards */
	private static double lit(final Picture depth, final int i, final double dm, final double[] normal) {
		normal(depth, i, dm, normal);
		return AROUND + (1 - AROUND) * Math.max(0, UP * normal[1] + TOWARDS * normal[2]);
	}

	/** Writes the unit normal at a place of a surface, camera axes. @param depth dm, towards the viewer @param dm pixels of one */
	static void normal(final Picture depth, final int i, final double dm, final double[] out) {
		final int side = depth.width(), column = i % side, row = i / side;
		final float[] z = depth.data();
		final double across = dm * (z[column < side - 1 ? i + 1 : i] - z[column > 0 ? i - 1 : i]) / 2, up = dm * (z[row > 0 ? i - side : i] - z[row < side - 1 ? i + side : i]) / 2;
		final double length = Math.sqrt(1 + across * across + up * up);
		out[0] = -across / length;
		out[1] = -up / length;
		out[2] = 1 / length;
	}

	/** Without what is smaller than a radius, pixels. */
	static Picture smooth(final Picture picture, final double radius, final Progress progress) {
		return BoxBlur.twice(picture, Math.max(1, (int) Math.round(radius / 2)), progress);
	}
}
