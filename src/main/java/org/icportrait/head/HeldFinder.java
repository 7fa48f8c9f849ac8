package org.icportrait.head;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.maps.MatteFinder;
import org.icportrait.work.Progress;

/** Takes the things that are held before a head out of its photograph and its reading; one use. */
final class HeldFinder {

	/** Shares (of the crop's side) by which edges may be off: of a thing as it is read, and about one where the photograph still shows something of it. */
	private static final double LOOSE = 0.015, RIM = 0.012;
	/** Coverage between which a thing's edge lies: most are sharp, and a veil of one would be carried along. */
	private static final float VEIL = 0.15f, SOLID = 0.85f;
	/** Share of it from which on a pixel shows nothing but a thing. */
	private static final float WHOLE = 0.9f;
	/** Behind a thing the matte goes on smoothly: between these it is the silhouette's edge. */
	private static final float OUTSIDE = 0.4f, INSIDE = 0.6f;

	private final Picture photograph;
	private final HeadReading reading;
	private final HeldShare share;
	private final Progress progress;
	/** Of the photograph: as far as the share reaches. */
	private final Area area;
	private final int side;
	private final Similarity toShare;
	private final Picture shown;

	/** @param photograph linear RGB */
	HeldFinder(final Picture photograph, final HeadReading reading, final HeldShare share, final Progress progress) {
		this.photograph = photograph;
		this.reading = reading;
		this.share = share;
		this.progress = progress;
		side = share.side();
		toShare = share.toPicture().inverse();
		area = share.toPicture().area(0, 0, 1, 1).intersect(photograph.area());
		shown = photograph.part(area, progress);
	}

	/** @param pieces cells of each thing, row * side + column */
	HeldThings without(final List<int[]> pieces) {
		final Picture cover = MatteFinder.of(photograph, share.toPicture(), share.share(), area, progress);
		final List<HeldThing> things = new ArrayList<>();
		final boolean[] any = new boolean[area.size()];
		for (final int[] cells : pieces) things.add(thing(cells, cover, any));
		final boolean[] hidden = Dilation.grow(any, area.width(), (int) Math.ceil(RIM * reading.cropToPicture().scale()) + 1, progress);
		final HeadReading wide = reading.wide() == null ? null : reading.wide().withMatte(matte(reading.wide(), hidden), null);
		final HeadReading under = reading.withMatte(matte(reading, hidden), wide);
		return new HeldThings(bare(hidden, under), under, area, Picture.ofMask(hidden, area.width()), things);
	}

	/** @param any set where it covers something */
	private HeldThing thing(final int[] cells, final Picture cover, final boolean[] any) {
		final boolean[] mask = new boolean[side * side];
		for (final int cell : cells) mask[cell] = true;
		final boolean[] about = Dilation.grow(mask, side, (int) Math.ceil(LOOSE * side), progress);
		final Area box = box(about);
		final Picture own = new Picture(box.width(), box.height(), 1), colours = new Picture(box.width(), box.height(), 3);
		final float[] whole = new float[box.size()];
		for (int i = 0; i < whole.length; i++) {
			final int x = box.x() + i % box.width(), y = box.y() + i / box.width(), at = area.index(x, y);
			for (int c = 0; c < 3; c++) colours.data()[c * whole.length + i] = shown.data()[c * area.size() + at];
			final int column = (int) Math.floor(toShare.x(x + 0.5, y + 0.5) * side), row = (int) Math.floor(toShare.y(x + 0.5, y + 0.5) * side);
			if (column < 0 || row < 0 || column >= side || row >= side || !about[row * side + column]) continue;
			own.data()[i] = Smooth.step(VEIL, SOLID, cover.data()[at]);
			any[at] |= own.data()[i] > 0;
			whole[i] = own.data()[i] > WHOLE ? 1 : 0;
		}
		final HeldPiece piece = new HeldPiece(reading, share, cells, photograph.area());
		final double[] corners = piece.corners();
		return new HeldThing(box, own, PushPull.fill(colours, whole, progress), piece.way(), corners, piece.depths(corners));
	}

	/** The part of the area that cells of the share lie in. */
	private Area box(final boolean[] cells) {
		final Area box = Area.of(cells, side);
		return share.toPicture().area(box.x() / (double) side, box.y() / (double) side, box.right() / (double) side, box.bottom() / (double) side).intersect(area);
	}

	/** The matte of a reading as it goes on behind the things. */
	private Picture matte(final HeadReading read, final boolean[] hidden) {
		final Picture matte = read.matte();
		final float[] known = new float[matte.planeSize()];
		boolean all = true;
		for (int i = 0; i < known.length; i++) {
			final double u = (i % matte.width() + 0.5) / matte.width(), v = (i / matte.width() + 0.5) / matte.height();
			final int x = (int) Math.floor(read.cropToPicture().x(u, v)) - area.x(), y = (int) Math.floor(read.cropToPicture().y(u, v)) - area.y();
			known[i] = x >= 0 && y >= 0 && x < area.width() && y < area.height() && hidden[y * area.width() + x] ? 0 : 1;
			all &= known[i] > 0;
		}
		if (all) return matte;
		final Picture out = PushPull.membrane(matte, known, progress);
		for (int i = 0; i < known.length; i++) if (known[i] == 0) out.data()[i] = Smooth.step(OUTSIDE, INSIDE, out.data()[i]);
		return out;
	}

	/** At a place of the picture; beyond the crop the wider look's, or as at the border. */
	private static float matte(final HeadReading read, final double x, final double y) {
		final Similarity toCrop = read.cropToPicture().inverse();
		final double u = toCrop.x(x, y), v = toCrop.y(x, y);
		final boolean inside = u >= 0 && v >= 0 && u <= 1 && v <= 1;
		if (!inside && read.wide() != null) return matte(read.wide(), x, y);
		return read.matte().sample(u * read.matte().width(), v * read.matte().height(), 0);
	}

	/** The photograph with the person's and the background's colours going on behind the things, each up to the silhouette there. */
	private Picture bare(final boolean[] hidden, final HeadReading under) {
		final float[] person = new float[area.size()], ground = new float[area.size()];
		final Picture matte = new Picture(area.width(), area.height(), 1);
		for (int i = 0; i < person.length; i++) {
			matte.data()[i] = matte(under, area.x() + i % area.width() + 0.5, area.y() + i / area.width() + 0.5);
			if (hidden[i]) continue;
			person[i] = matte.data()[i] > INSIDE ? 1 : 0;
			ground[i] = matte.data()[i] < OUTSIDE ? 1 : 0;
		}
		final Picture own = PushPull.membrane(shown, person, progress), behind = PushPull.membrane(shown, ground, progress), out = photograph.copy();
		for (int i = 0; i < person.length; i++) {
			if (!hidden[i]) continue;
			final int at = (area.y() + i / area.width()) * out.width() + area.x() + i % area.width();
			final float a = matte.data()[i];
			for (int c = 0; c < 3; c++) {
				out.data()[c * out.planeSize() + at] = a * own.data()[c * area.size() + i] + (1 - a) * behind.data()[c * area.size() + i];
			}
		}
		return out;
	}
}
