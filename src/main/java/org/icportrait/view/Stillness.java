package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
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

	private final Turning turning;
	private final TurnedHead head;
	private final Area area;
	private final MatteBlocks matte;

	private Stillness(final Turning turning) {
		this.turning = turning;
		head = turning.turned().get(0);
		area = turning.area();
		matte = MatteBlocks.of(head.head().matte(), (int) Math.ceil(NEARBY * head.head().area().width()) + 1);
	}

	/** 1 where nothing moved, 0 where something did; one channel over the view's area. */
	static Picture of(final Turning turning, final Progress progress) {
		final Stillness stillness = new Stillness(turning);
		final Area area = turning.area();
		final Picture out = new Picture(area.width(), area.height(), 1);
		Workers.rows(area.height(), progress, y -> {
			for (int x = 0; x < area.width(); x++) out.data()[y * area.width() + x] = stillness.at(x, y);
		});
		return out;
	}

	private float at(final int column, final int row) {
		final int i = row * area.width() + column;
		final double x = area.x() + column + 0.5, y = area.y() + row + 0.5;
		final Fragments seen = turning.sights().top(i);
		if (seen.isEmpty(i) || turning.alpha()[i] <= 0) return around(x, y);
		if (turning.sights().topSight(i) != 0 || seen.isRear(i)) return 0;
		final double dx = seen.x[i] - x, dy = seen.y[i] - y;
		if (Math.abs(dx) >= MOVED || Math.abs(dy) >= MOVED) return 0;
		return 1 - Smooth.step(UNMOVED, MOVED, (float) Math.hypot(dx, dy));
	}

	/** Of a place where nobody is drawn. */
	private float around(final double x, final double y) {
		final PreparedHead source = head.head();
		if (x < source.area().x() || y < source.area().y() || x > source.area().right() || y > source.area().bottom()) return 0;
		final float unturned = 1 - Smooth.step(0, LEAST_SHARE, head.turns(x, y));
		return unturned == 0 ? 0 : unturned * (1 - Smooth.step(EMPTY, TOUCHED, nearby(source, x - source.area().x(), y - source.area().y())));
	}

	/** The most that the matte says around a place, as far as that matters: the person who stood there went away. */
	private float nearby(final PreparedHead source, final double u, final double v) {
		float most = matte.most(u, v);
		if (most <= EMPTY) return most;
		final double step = NEARBY * source.area().width();
		most = 0;
		for (int k = 0; k < 9 && most < TOUCHED; k++) most = Math.max(most, source.matte().sample(u + (k % 3 - 1) * step, v + (k / 3 - 1) * step, 0));
		return most;
	}
}
