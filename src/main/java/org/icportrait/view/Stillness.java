package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.raster.Fragments;
import org.icportrait.turn.TurnShare;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Where a turned view shows the photograph as it stands: shoulders that keep their place, and the background around them. */
final class Stillness {

	/** Pixels by which a place may move and still count as unmoved, and from which on it has moved. */
	private static final float UNMOVED = 0.3f, MOVED = 1.2f;
	/** Share of the turn from which on what was behind a place may come to light. */
	private static final float LEAST_SHARE = 0.04f;

	/** A matte that says nothing of a person, and one that does; and how far around it is looked at, share of the area's width. */
	private static final float EMPTY = 0.02f, TOUCHED = 0.2f;
	private static final double NEARBY = 0.012;

	private final PreparedHead source;
	private final MatteBlocks matte;
	/** Of places where nobody is drawn, over the source's area. */
	private final Picture around;

	/** @param source the first one @param turns what of it takes part in turns */
	Stillness(final PreparedHead source, final TurnShare turns, final Progress progress) {
		this.source = source;
		matte = MatteBlocks.of(source.matte(), (int) Math.ceil(NEARBY * source.area().width()) + 1, progress);
		final Area area = source.area();
		around = new Picture(area.width(), area.height(), 1);
		Workers.rows(area.height(), progress, y -> {
			for (int x = 0; x < area.width(); x++) around.data()[y * area.width() + x] = around(turns, x + 0.5, y + 0.5);
		});
	}

	/** @param u column in the source's area @param v row */
	private float around(final TurnShare turns, final double u, final double v) {
		final boolean held = turns.isHeld(source.area().x() + u, source.area().y() + v);
		if (!held && source.matte().get((int) u, (int) v, 0) >= TOUCHED) return 0;
		final float unturned = 1 - Smooth.step(0, LEAST_SHARE, turns.at(source.area().x() + u, source.area().y() + v));
		return held || unturned == 0 ? unturned : unturned * (1 - Smooth.step(EMPTY, TOUCHED, nearby(u, v)));
	}

	/** The most that the matte says around a place, as far as that matters: the person who stood there went away. */
	private float nearby(final double u, final double v) {
		float most = matte.most(u, v);
		if (most <= EMPTY) return most;
		final double step = NEARBY * source.area().width();
		most = 0;
		for (int k = 0; k < 9 && most < TOUCHED; k++) most = Math.max(most, source.matte().sample(u + (k % 3 - 1) * step, v + (k / 3 - 1) * step, 0));
		return most;
	}

	/** Of a view: 1 where nothing moved, 0 where something did; one channel over its area. */
	Picture of(final Turning turning, final Progress progress) {
		final Area area = turning.area();
		final Picture out = new Picture(area.width(), area.height(), 1);
		Workers.rows(area.height(), progress, y -> {
			for (int x = 0; x < area.width(); x++) out.data()[y * area.width() + x] = at(turning, x, y);
		});
		return out;
	}

	private float at(final Turning turning, final int column, final int row) {
		final int i = row * turning.area().width() + column, x = turning.area().x() + column, y = turning.area().y() + row;
		final Fragments seen = turning.sights().top(i);
		if (seen.isEmpty(i) || turning.alpha()[i] <= 0) return around(x - source.area().x(), y - source.area().y());
		if (turning.sights().topSight(i) != 0 || seen.isRear(i)) return 0;
		final double dx = seen.x[i] - (x + 0.5), dy = seen.y[i] - (y + 0.5);
		if (Math.abs(dx) >= MOVED || Math.abs(dy) >= MOVED) return 0;
		return 1 - Smooth.step(UNMOVED, MOVED, (float) Math.sqrt(dx * dx + dy * dy));
	}

	private float around(final int column, final int row) {
		final boolean outside = column < 0 || row < 0 || column >= around.width() || row >= around.height();
		return outside ? 0 : around.get(column, row, 0);
	}
}
