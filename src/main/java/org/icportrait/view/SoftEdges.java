package org.icportrait.view;

import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Sights;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** How a person who was drawn ends against the background: where something solid stands, as softly as in the photograph; and whoever stands nearer stays before. */
final class SoftEdges {

	/** Share of the first source's area's width over which a solid edge takes the matte's softness. */
	private static final double EDGE = 0.006;
	/** A pixel about which no more than this share is solid lies at the border. */
	private static final float BORDER = 0.7f;

	private final List<PreparedHead> sources;
	private final Area area;
	private final Sights sights;
	private final float[] alpha;

	/** @param sights drawn over the area @param alpha 1 where something solid is drawn, else 0 */
	SoftEdges(final List<PreparedHead> sources, final Area area, final Sights sights, final float[] alpha) {
		this.sources = sources;
		this.area = area;
		this.sights = sights;
		this.alpha = alpha;
	}

	/**
	 * Makes alpha that of person against background, 0..1, in place. The soft fringe counts only where nothing solid stands, so that no veil of background crosses
	 * the face; its depth is put back to where its surface is.
	 */
	void soften(final Progress progress) {
		final Picture cover = new Picture(area.width(), area.height(), 1, alpha);
		final int radius = Math.max(2, (int) (EDGE * sources.get(0).area().width()));
		final float[] inside = BoxBlur.blur(cover, radius, progress).data();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				if (alpha[i] > 0) alpha[i] = ofSolid(i, Smooth.step(BORDER, 1, inside[i]));
				else if (!sights.seen.isEmpty(i)) {
					alpha[i] = matte(sights.seen, sights.which[i], i);
					sights.seen.depth[i] += Fragments.FRINGE;
				}
			}
		});
		Islands.remove(alpha, area, sources.get(0).camera().s(), progress);
		hide(sources.get(0));
	}

	/** Whoever stands nearer stays before the person. */
	private void hide(final PreparedHead first) {
		if (first.nearer() == null) return;
		final Area own = first.area(), both = area.intersect(own);
		for (int y = both.y(); y < both.bottom(); y++) for (int x = both.x(); x < both.right(); x++) {
			alpha[area.index(x, y)] *= 1 - first.nearer().get(x - own.x(), y - own.y(), 0);
		}
	}

	private float ofSolid(final int i, final float deep) {
		if (deep >= 1 || sights.top(i).isRear(i)) return 1;
		return deep + (1 - deep) * matte(sights.top(i), sights.topSight(i), i);
	}

	private float matte(final Fragments seen, final byte sight, final int i) {
		final PreparedHead source = sources.get(Sights.source(sight));
		return source.matte().sample(seen.x[i] - source.area().x(), seen.y[i] - source.area().y(), 0);
	}
}
