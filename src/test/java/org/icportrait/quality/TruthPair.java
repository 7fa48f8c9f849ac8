package org.icportrait.quality;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.Picture;
import org.icportrait.quality.HeldOut.View;

/**
 * Two rendered views of one instant in one light: which target pixels the source shows (by true depth), and how like the
 * truth a candidate is there.
 */
public final class TruthPair {

	private static final int STEP = HeldOut.SIZE / HeldOut.MAP;
	/** How far (dm) two depths of one visible point may lie apart. */
	private static final double SAME_SURFACE = 0.08;

	final View source;
	final View target;
	/** MAP x MAP: true where the target shows head that the source shows too. */
	final boolean[] visible = new boolean[HeldOut.MAP * HeldOut.MAP];

	public TruthPair(final View source, final View target) {
		this.source = source;
		this.target = target;
		for (int j = 0; j < HeldOut.MAP; j++) {
			for (int i = 0; i < HeldOut.MAP; i++) visible[j * HeldOut.MAP + i] = isVisible(i, j);
		}
	}

	private boolean isVisible(final int i, final int j) {
		if (target.head().get(i, j, 0) < 0.9f) return false;
		final double[] q = lift(target.camera(), (i + 0.5) * STEP, (j + 0.5) * STEP, target.depth().get(i, j, 0));
		final double[] p = turn(source.rotation(), turn(target.rotation().inverse(), q));
		final int x = (int) Math.floor(source.camera().x(p[0], p[2]) / STEP);
		final int y = (int) Math.floor(source.camera().y(p[1], p[2]) / STEP);
		if (x < 0 || y < 0 || x >= HeldOut.MAP || y >= HeldOut.MAP || source.head().get(x, y, 0) < 0.9f) return false;
		return Math.abs(source.depth().get(x, y, 0) - p[2]) < SAME_SURFACE;
	}

	/** Share of the target's head that the source shows. */
	double visibleShare() {
		int head = 0, seen = 0;
		for (int i = 0; i < visible.length; i++) {
			if (target.head().data()[i] >= 0.9f) head++;
			if (visible[i]) seen++;
		}
		return seen / (double) Math.max(head, 1);
	}

	/** Degrees between the two head rotations. */
	public double angle() {
		return source.rotation().degreesTo(target.rotation());
	}

	/** From target picture pixels to source picture pixels, were the head not turned: framing is no part of the view. */
	public Similarity framing() {
		final double scale = source.camera().s() / target.camera().s();
		return new Similarity(scale, 0, source.camera().x0() - scale * target.camera().x0(), source.camera().y0() - scale * target.camera().y0());
	}

	/** Peak signal-to-noise ratio in dB, sRGB, over the visible part; {@code toCandidate} takes target pixels to candidate pixels. */
	double psnr(final Picture candidate, final Similarity toCandidate) {
		double sum = 0;
		long count = 0;
		for (int y = 0; y < HeldOut.SIZE; y++) {
			for (int x = 0; x < HeldOut.SIZE; x++) {
				if (!visible[y / STEP * HeldOut.MAP + x / STEP]) continue;
				final double cx = toCandidate.x(x + 0.5, y + 0.5), cy = toCandidate.y(x + 0.5, y + 0.5);
				for (int c = 0; c < 3; c++) {
					final double d = Colour.toSrgb(candidate.sample(cx, cy, c)) - Colour.toSrgb(target.picture().get(x, y, c));
					sum += d * d;
				}
				count += 3;
			}
		}
		return 10 * Math.log10(count / Math.max(sum, 1e-12));
	}

	/** The similarity that takes the target's landmarks best (least squares) onto the source's: what a 2-D alignment can do. */
	Similarity landmarkAlignment() {
		double sx = 0, sy = 0, tx = 0, ty = 0;
		final int n = target.landmarks().length / 3;
		for (int i = 0; i < n; i++) {
			tx += target.landmarks()[3 * i] / n;
			ty += target.landmarks()[3 * i + 1] / n;
			sx += source.landmarks()[3 * i] / n;
			sy += source.landmarks()[3 * i + 1] / n;
		}
		double dot = 0, cross = 0, square = 0;
		for (int i = 0; i < n; i++) {
			final double ax = target.landmarks()[3 * i] - tx, ay = target.landmarks()[3 * i + 1] - ty;
			final double bx = source.landmarks()[3 * i] - sx, by = source.landmarks()[3 * i + 1] - sy;
			dot += ax * bx + ay * by;
			cross += ax * by - ay * bx;
			square += ax * ax + ay * ay;
		}
		final double a = dot / square, b = cross / square;
		return new Similarity(a, b, HeldOut.SIZE * (sx - a * tx + b * ty), HeldOut.SIZE * (sy - b * tx - a * ty));
	}

	private static double[] lift(final HeadCamera camera, final double x, final double y, final double depth) {
		return new double[] { camera.liftX(x, depth), camera.liftY(y, depth), depth };
	}

	private static double[] turn(final Rotation r, final double[] v) {
		return new double[] { r.x(v[0], v[1], v[2]), r.y(v[0], v[1], v[2]), r.z(v[0], v[1], v[2]) };
	}
}
