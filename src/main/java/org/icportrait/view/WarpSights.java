package org.icportrait.view;

import java.util.stream.IntStream;

import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.view.ViewWarp.Frame;

/**
 * What each pixel of the frame shows in the end: one place of the photograph seen directly, one seen in the mirror, and how much of
 * each.
 */
final class WarpSights {

	/** Depths (dm) within which direct and mirrored surface count as one and blend. */
	private static final float SAME_SURFACE = 0.18f;
	/** A mirrored surface so far behind (dm) is another one: direct triangles that bridge a step of depth hide what is nearer. */
	private static final float BEHIND = 0.8f;
	/** Share of the frame's width over which a solid edge takes the matte's softness. */
	private static final double EDGE = 0.006;

	final WarpFragments direct;
	final WarpFragments mirrored;
	/** 0..1: share of the mirrored place. */
	final float[] mirrorShare;
	/** 0..1: person against background. */
	final float[] alpha;

	private WarpSights(final WarpFragments direct, final WarpFragments mirrored, final int size) {
		this.direct = direct;
		this.mirrored = mirrored;
		mirrorShare = new float[size];
		alpha = new float[size];
	}

	boolean isEmpty(final int i) {
		return alpha[i] <= 0;
	}

	/** The soft fringe counts only where nothing solid stands, so that no veil of background crosses the face. */
	static WarpSights resolve(final PreparedHead head, final WarpFragments solid, final WarpFragments fringe, final WarpFragments mirrored, final Frame frame) {
		final HeadMaps maps = head.maps;
		final WarpSights out = new WarpSights(solid, mirrored, frame.size());
		final Picture cover = frame.empty(1, 0);
		IntStream.range(0, frame.height()).parallel().forEach(row -> {
			for (int i = row * frame.width(); i < (row + 1) * frame.width(); i++) {
				out.mirrorShare[i] = share(head, solid, mirrored, i);
				if (!solid.isEmpty(i) || out.mirrorShare[i] > 0) cover.data()[i] = 1;
			}
		});
		final float[] inside = BoxBlur.blur(cover, Math.max(2, (int) (EDGE * frame.width()))).data();
		IntStream.range(0, frame.height()).parallel().forEach(row -> {
			for (int i = row * frame.width(); i < (row + 1) * frame.width(); i++) {
				if (cover.data()[i] > 0) {
					final float deep = Smooth.step(0.7f, 1, inside[i]);
					final WarpFragments seen = out.mirrorShare[i] > 0.5f ? mirrored : solid;
					final float soft = seen.rear[i] ? 1 : matte(maps, seen, i);
					out.alpha[i] = deep + (1 - deep) * soft;
				}
				else if (!fringe.isEmpty(i)) {
					out.alpha[i] = matte(maps, fringe, i);
					copy(fringe, solid, i);
				}
			}
		});
		return out;
	}

	/**
	 * The mirrored place counts where it is seen clearly and the direct one is not. Ahead of the direct surface, or beyond it, it must
	 * also be new: what the photograph shows elsewhere must not appear twice.
	 */
	private static float share(final PreparedHead head, final WarpFragments direct, final WarpFragments mirrored, final int i) {
		final float m = mirrored.isEmpty(i) ? 0 : mirrored.confidence[i];
		if (m < 0.05f) return 0;
		if (direct.isEmpty(i)) return m > 0.6f && isNew(head, mirrored, i) > 0.9f ? 1 : 0;
		final float ahead = mirrored.depth[i] - direct.depth[i], d = direct.confidence[i];
		final float clearer = Smooth.step(0.25f, 0.6f, m - d) * (1 - Smooth.step(0.02f, 0.15f, d));
		if (clearer <= 0 || ahead < -BEHIND) return 0;
		if (direct.rear[i]) return clearer * Math.max(isNew(head, mirrored, i), Smooth.step(0.4f, 0.75f, m));
		return ahead > SAME_SURFACE ? clearer * isNew(head, mirrored, i) : clearer;
	}

	private static float isNew(final PreparedHead head, final WarpFragments mirrored, final int i) {
		final float x = mirrored.textureX[i] - head.maps.x(), y = mirrored.textureY[i] - head.maps.y();
		final Picture c = head.maps.coordinates();
		return Math.max(0, 1 - 2.5f * head.observed.confidence(-c.sample(x, y, 0), c.sample(x, y, 1), c.sample(x, y, 2)));
	}

	private static float matte(final HeadMaps maps, final WarpFragments seen, final int i) {
		return maps.matte().sample(seen.textureX[i] - maps.x(), seen.textureY[i] - maps.y(), 0);
	}

	private static void copy(final WarpFragments from, final WarpFragments to, final int i) {
		to.depth[i] = from.depth[i];
		to.textureX[i] = from.textureX[i];
		to.textureY[i] = from.textureY[i];
		to.confidence[i] = from.confidence[i];
		to.rear[i] = false;
	}
}
