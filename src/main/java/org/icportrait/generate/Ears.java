package org.icportrait.generate;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.DepthBuffer;
import org.icportrait.head.HeadModel;
import org.icportrait.head.Occluder;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Colour;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Ears that the photographs show askance at most: networks of so few pixels paint a smear. The fitted head has ears; theirs is the relief, by which the colours
 * that were generated there, smoothed, become brighter and darker. Where hair or cloth lies over the ears that a photograph shows there are none. Immutable; one
 * for each portrait.
 *
 * @param share how much of each pixel of the frame is such an ear, 0..1
 * @param skin how much of each is skin, and not hair: the ears, and what lies between them and the cheeks
 * @param relief what brightness is to be multiplied by; one channel, {@link Frame#finer} times the frame's size
 */
record Ears(Picture share, Picture skin, Picture relief) {

	/** Shares of bare skin, and sines of the yaw of a photograph, between which ears come and go: from the side a photograph shows one itself. */
	private static final float COVERED = 0.66f, BARE = 0.8f, FRONTAL = 0.35f, ASKANCE = 0.6f;
	/** Sines of the yaw of a view between which they come: nearer to the front the photograph's own are seen best. */
	private static final float NEAR_FRONT = 0.42f, TURNED = 0.5f;
	/** How far (dm) behind the nearest surface what is seen may lie. */
	private static final float BEHIND = 0.01f;
	/** Radii (dm) of an ear's holes, of its border and that of the skin before it, of the form that relief stands out from, and of hollows. */
	private static final double HOLE = 0.04, BORDER = 0.03, WIDE = 0.12, FORM = 0.12, HOLLOW = 0.05;
	/** Where light mostly comes from, camera axes, unit; how much comes from all around; how dark hollows as deep as their radius are. */
	private static final float UP = 0.5f, TOWARDS = 0.866f, AROUND = 0.45f, DARK = 0.55f;
	private static final float LEAST = 0.45f, MOST = 1.35f;
	/** Of the sides of the face, canonical dm: how far from the middle, from where to where; fewer pixels of them say nothing. */
	private static final float CHEEK = 0.3f, LOW = -0.6f, HIGH = 0.3f;
	private static final int FEWEST = 30;
	/** How surely there is skin before a bare ear. */
	private static final float MOSTLY = 0.85f;
	/** Share of the frame's side over which what lies around an ear says how bright it is, and the bounds of that. */
	private static final double AROUND_IT = 0.03;
	private static final float DULL = 0.7f, BRIGHT = 1.1f;

	/** Null where there are none. @param heads as the photographs show them */
	static Ears of(final View view, final List<PreparedHead> heads, final Condition condition, final Progress progress) {
		float strength = 1;
		for (final PreparedHead head : heads) strength = Math.min(strength, strength(head.bareEars(), head.rotation().z(1, 0, 0), view.rotation().z(1, 0, 0)));
		final Occluder fitted = strength <= 0 ? null : view.fitted(progress);
		return fitted == null ? null : drawn(fitted, view.camera(), condition.frame(), strength, progress);
	}

	/**
	 * How much ears are drawn anew, 0..1.
	 *
	 * @param bare share of what a photograph shows of them that is skin
	 * @param source sine of the yaw from which it looks at the head
	 * @param view the same of the view
	 */
	static float strength(final float bare, final double source, final double view) {
		return Smooth.step(COVERED, BARE, bare) * (1 - Smooth.step(FRONTAL, ASKANCE, (float) Math.abs(source))) * Smooth.step(NEAR_FRONT, TURNED, (float) Math.abs(view));
	}

	/** @param head fitted, as it stands in the view */
	static Ears drawn(final Occluder head, final HeadCamera camera, final Frame frame, final float strength, final Progress progress) {
		final int finer = frame.finer(), side = finer * frame.side();
		final float[] p = head.points(), x = new float[p.length / 3], y = new float[x.length], z = new float[x.length];
		final Similarity toFrame = frame.fromPicture();
		for (int v = 0; v < x.length; v++) {
			final double px = camera.x(p[3 * v], p[3 * v + 2]), py = camera.y(p[3 * v + 1], p[3 * v + 2]);
			x[v] = (float) (finer * toFrame.x(px, py));
			y[v] = (float) (finer * toFrame.y(px, py));
			z[v] = p[3 * v + 2];
		}
		final DepthBuffer all = head.draw(x, y, z, side, side, progress), ears = new Occluder(p, some(head, HeadModel.standard()::isEar)).draw(x, y, z, side, side, progress);
		final DepthBuffer sides = new Occluder(p, some(head, HeadModel.standard()::isPreauricular)).draw(x, y, z, side, side, progress);
		final double dm = side * camera.s() / frame.toPicture().scale();
		// Where an ear is hollow the side of the head shows, which belongs to it.
		final boolean[] whole = Dilation.grow(shown(ears, all), side, (int) Math.round(HOLE * dm), progress);
		final Picture soft = blurred(Picture.ofMask(whole, side), BORDER * dm, progress), before = blurred(Picture.ofMask(shown(sides, all), side), WIDE * dm, progress);
		final Picture share = inFrame(soft, strength, frame), skin = inFrame(before, MOSTLY * strength, frame);
		for (int i = 0; i < skin.data().length; i++) skin.data()[i] = Math.max(share.data()[i], skin.data()[i]);
		return new Ears(share, skin, relief(all, soft, dm, strength, progress));
	}

	/** Where a part of a head is not hidden by all of it. */
	private static boolean[] shown(final DepthBuffer part, final DepthBuffer all) {
		final boolean[] out = new boolean[part.columns() * part.rows()];
		for (int i = 0; i < out.length; i++) {
			final float depth = part.at(i % part.columns(), i / part.columns());
			out[i] = depth != DepthBuffer.EMPTY && depth > all.at(i % part.columns(), i / part.columns()) - BEHIND;
		}
		return out;
	}

	private static Picture inFrame(final Picture fine, final float most, final Frame frame) {
		final int finer = frame.finer(), side = fine.width();
		final Picture out = new Picture(side / finer, side / finer, 1);
		for (int i = 0; i < fine.data().length; i++) out.data()[i / side / finer * out.width() + i % side / finer] += most * fine.data()[i] / (finer * finer);
		return out;
	}

	/** Triangles whose corners are all of a kind. */
	private static int[] some(final Occluder head, final IntPredicate kind) {
		final int[] all = head.triangles(), out = new int[all.length];
		int length = 0;
		for (int t = 0; t < all.length; t += 3) {
			if (!kind.test(all[t]) || !kind.test(all[t + 1]) || !kind.test(all[t + 2])) continue;
			for (int k = 0; k < 3; k++) out[length++] = all[t + k];
		}
		return Arrays.copyOf(out, length);
	}

	/** @param soft where ears are @param dm pixels of one */
	private static Picture relief(final DepthBuffer whole, final Picture soft, final double dm, final float strength, final Progress progress) {
		final int side = soft.width();
		final Picture raw = new Picture(side, side, 1), out = new Picture(side, side, 1);
		final float[] known = new float[side * side];
		for (int i = 0; i < known.length; i++) {
			final float depth = whole.at(i % side, i / side);
			known[i] = depth == DepthBuffer.EMPTY ? 0 : 1;
			raw.data()[i] = known[i] > 0 ? depth : 0;
		}
		final Picture depth = BoxBlur.blur(PushPull.fill(raw, known, progress), 1, progress);
		final Picture form = blurred(depth, FORM * dm, progress), level = blurred(depth, HOLLOW * dm, progress);
		Workers.rows(side, progress, row -> {
			for (int i = row * side; i < (row + 1) * side; i++) {
				final float share = strength * soft.data()[i];
				if (share <= 0) {
					out.data()[i] = 1;
					continue;
				}
				final double hollow = Math.max(0, Math.min(1, (level.data()[i] - depth.data()[i]) / HOLLOW));
				final double lit = lit(depth, i, dm) / lit(form, i, dm) * (1 - DARK * hollow);
				out.data()[i] = (float) Math.pow(Math.max(LEAST, Math.min(MOST, lit)), share);
			}
		});
		return BoxBlur.blur(out, 1, progress);
	}

	/** How bright a soft light makes a place of a surface that its depths (dm) give. */
	private static double lit(final Picture depth, final int i, final double dm) {
		final int side = depth.width(), column = i % side, row = i / side;
		final float[] z = depth.data();
		final double across = dm * (z[column < side - 1 ? i + 1 : i] - z[column > 0 ? i - 1 : i]) / 2, up = dm * (z[row > 0 ? i - side : i] - z[row < side - 1 ? i + side : i]) / 2;
		final double facing = (TOWARDS - UP * up) / Math.sqrt(1 + across * across + up * up);
		return AROUND + (1 - AROUND) * Math.max(0, facing);
	}

	private static Picture blurred(final Picture picture, final double radius, final Progress progress) {
		final int r = Math.max(1, (int) Math.round(radius / 2));
		return BoxBlur.blur(BoxBlur.blur(picture, r, progress), r, progress);
	}

	/** How far the photograph's own pixels count, less where it shows an ear askance. */
	Picture without(final Picture trusted) {
		final Picture out = trusted.copy();
		for (int i = 0; i < out.data().length; i++) out.data()[i] *= 1 - share.data()[i];
		return out;
	}

	/** What was generated, linear RGB in the frame, without the network's own ears: skin of the cheeks' colour, about as bright as what lies around. */
	Picture plain(final Picture made, final Condition condition, final Progress progress) {
		final int n = made.planeSize(), radius = Outline.radius(AROUND_IT, condition.frame());
		final float[] skin = skin(condition), around = BoxBlur.blur(BoxBlur.blur(made, radius, progress), radius, progress).data();
		final Picture out = made.copy();
		final float bright = skin == null ? 0 : Colour.luminance(skin[0], skin[1], skin[2]);
		for (int i = 0; i < n; i++) {
			if (this.skin.data()[i] <= 0) continue;
			final float factor = skin == null ? 0 : Math.max(DULL, Math.min(BRIGHT, Colour.luminance(around[i], around[n + i], around[2 * n + i]) / bright));
			for (int c = 0; c < 3; c++) {
				final float base = skin == null ? around[c * n + i] : factor * skin[c];
				out.data()[c * n + i] += this.skin.data()[i] * (base - out.data()[c * n + i]);
			}
		}
		return out;
	}

	/** The mean of what the photographs show of the sides of the face, linear RGB; null where that is little. */
	private static float[] skin(final Condition condition) {
		final FloatBuffer maps = condition.maps().buffer();
		final int n = condition.frame().side() * condition.frame().side();
		final float[] start = condition.startPicture().data(), sum = new float[3];
		int count = 0;
		for (int i = 0; i < n; i++) {
			final float x = maps.get(3 * n + i), y = maps.get(4 * n + i), z = maps.get(5 * n + i);
			if (maps.get(i) < Outline.TRUSTED || maps.get(n + i) == 0 || HeadModel.isScalp(y, z) || Math.abs(x) < CHEEK || y < LOW || y > HIGH) continue;
			for (int c = 0; c < 3; c++) sum[c] += start[c * n + i];
			count++;
		}
		for (int c = 0; c < 3; c++) sum[c] = Math.max(1e-4f, sum[c] / Math.max(1, count));
		return count < FEWEST ? null : sum;
	}
}
