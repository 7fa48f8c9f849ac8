package org.icportrait.view;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Homography;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.HeldThing;
import org.icportrait.head.HeldThing.Placed;
import org.icportrait.head.HeldThings;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.turn.Turn;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What is held before a head as a view shows it, to be laid over that last of all. Immutable; pictures are live, treat them as read-only.
 *
 * @param area of the picture
 * @param colours mixed with nothing, linear RGB over the area; 0 where share is 0
 * @param share how much of each pixel it covers, 0..1, one channel over the area
 */
public record HeldLayer(Area area, Picture colours, Picture share) {

	/** Depths (dm) by which a head must stand before a thing to hide it, for neither is known well; heights (dm) between which a head begins. */
	private static final float BESIDE = 0.25f, BEHIND = 0.5f, NECK = -1.1f, JAW = -0.7f;

	/** @return null where nothing is held, or all of it is turned away */
	public static HeldLayer of(final PreparedHead head, final View view, final Turn turn, final Progress progress) {
		final HeldThings held = head.held();
		if (held == null || view.isWhole()) return null;
		final Rotation change = view.rotation().since(head.rotation());
		final Map<HeldThing, Placed> placed = new LinkedHashMap<>();
		Area area = null;
		for (final HeldThing thing : held.things()) {
			final Placed card = thing.placed(change, head.camera(), turn == Turn.BUST);
			final Area seen = card == null ? null : seen(thing, card.corners()).intersect(new Area(0, 0, head.width(), head.height()));
			if (seen == null || seen.isEmpty()) continue;
			placed.put(thing, card);
			area = area == null ? seen : area.union(seen);
		}
		if (area == null) return null;
		final HeldLayer out = new HeldLayer(area, new Picture(area.width(), area.height(), 3), new Picture(area.width(), area.height(), 1));
		placed.forEach((thing, card) -> out.add(thing, card, view, progress));
		return out;
	}

	/** Where a thing is seen. @param placed where its corners are */
	private static Area seen(final HeldThing thing, final double[] placed) {
		final Homography fromCard = Homography.ofSquare(placed), toCard = Homography.ofSquare(thing.corners()).inverse();
		final Area own = thing.area();
		final double[] x = new double[4], y = new double[4];
		for (int k = 0; k < 4; k++) {
			final double px = (k & 1) == 0 ? own.x() : own.right(), py = k >> 1 == 0 ? own.y() : own.bottom(), u = toCard.x(px, py), v = toCard.y(px, py);
			x[k] = fromCard.x(u, v);
			y[k] = fromCard.y(u, v);
		}
		Arrays.sort(x);
		Arrays.sort(y);
		return Area.around(x[0], y[0], x[3], y[3]);
	}

	/** The same in other colours. */
	public HeldLayer withColours(final Picture other) {
		return new HeldLayer(area, other, share);
	}

	/** Lays a thing over what is there. */
	private void add(final HeldThing thing, final Placed placed, final View view, final Progress progress) {
		final Homography toCard = Homography.ofSquare(placed.corners()).inverse(), toPlace = Homography.ofSquare(thing.corners());
		final int w = area.width();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * w; i < (row + 1) * w; i++) {
				final double x = area.x() + i % w + 0.5, y = area.y() + row + 0.5, u = toCard.x(x, y), v = toCard.y(x, y);
				final double column = toPlace.x(u, v) - thing.area().x(), line = toPlace.y(u, v) - thing.area().y();
				if (!(column > 0 && line > 0 && column < thing.share().width() && line < thing.share().height())) continue;
				final float seen = thing.share().sample(column, line, 0), a = seen <= 0 ? 0 : seen * (1 - hidden(view, x, y, depth(placed.depths(), u, v)));
				if (a > 0) put(i, a, thing.colours(), column, line);
			}
		});
	}

	/** At a place of a card, 0..1 across and along. */
	private static double depth(final double[] corners, final double u, final double v) {
		return (1 - v) * ((1 - u) * corners[0] + u * corners[1]) + v * ((1 - u) * corners[3] + u * corners[2]);
	}

	/** How far the head that is seen at a place of the picture stands before a thing of that depth (dm) there, 0..1: beyond the nose a thing is hidden. */
	private static float hidden(final View view, final double x, final double y, final double depth) {
		final double u = x - view.area().x(), v = y - view.area().y();
		if (u < 0 || v < 0 || u >= view.area().width() || v >= view.area().height()) return 0;
		final HeadMaps maps = view.maps();
		final double column = maps.column(x, y), row = maps.row(x, y);
		final float nearer = Smooth.step(BESIDE, BEHIND, maps.depth().sample(column, row, 0) - (float) depth);
		return nearer <= 0 ? 0 : nearer * view.alpha().sample(u, v, 0) * Smooth.step(NECK, JAW, maps.coordinates().sample(column, row, 1));
	}

	private void put(final int i, final float a, final Picture from, final double column, final double line) {
		final float before = share.data()[i], both = a + (1 - a) * before;
		for (int c = 0; c < 3; c++) {
			final int at = c * share.planeSize() + i;
			colours.data()[at] = (a * from.sample(column, line, c) + (1 - a) * before * colours.data()[at]) / both;
		}
		share.data()[i] = both;
	}

	/** Lays it over a picture, in place. @param picture linear RGB of the whole picture */
	public void over(final Picture picture) {
		LayerPixels.each(area, share, picture.width(), (i, to, a) -> {
			for (int c = 0; c < 3; c++) {
				final int at = c * picture.planeSize() + to;
				picture.data()[at] += a * (colours.data()[c * share.planeSize() + i] - picture.data()[at]);
			}
		});
	}

	/** Lays it over what is mixed with no background, in place. @param picture linear RGB of the whole picture @param alpha its coverage */
	public void over(final Picture picture, final Picture alpha) {
		LayerPixels.each(area, share, picture.width(), (i, to, a) -> {
			final float before = alpha.data()[to], both = a + (1 - a) * before;
			for (int c = 0; c < 3; c++) {
				final int at = c * picture.planeSize() + to;
				picture.data()[at] = (a * colours.data()[c * share.planeSize() + i] + (1 - a) * before * picture.data()[at]) / both;
			}
			alpha.data()[to] = both;
		});
	}

	/** Takes what it covers out of a map of the whole picture, in place. @param map one channel */
	public void cover(final Picture map) {
		LayerPixels.each(area, share, map.width(), (i, to, a) -> map.data()[to] *= 1 - a);
	}
}
