package org.icportrait.head;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.hair.HeadCovering;
import org.icportrait.image.ConnectedParts;
import org.icportrait.image.Picture;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * What is held before a head, taken out of its photograph: the photograph and the reading go on without it, so that nothing of a thing is taken for skin,
 * hair or the other cheek, and the things can be laid over any view again, each as one piece. What lies behind them counts as unseen. Immutable; pictures are
 * live, treat them as read-only.
 *
 * @param bare the photograph without the things, linear RGB: behind them it is a smooth guess
 * @param reading the head's, with the matte that it would have without them
 * @param area of the photograph in which they were looked for: what the head's crop, or the wider one, holds of it
 * @param hidden which pixels of that area the things hide, a rim about them included: 1, elsewhere 0
 * @param things the largest first
 */
public record HeldThings(Picture bare, HeadReading reading, Area area, Picture hidden, List<HeldThing> things) {

	/** Share from which on a cell is held, and from which on surely; how many sure ones a thing has at least, share of the crop: a find too many costs more than a miss. */
	private static final float HELD = 0.5f, SURE = 0.8f;
	private static final double LEAST = 0.004;
	/** Half the width of gaps within a thing, cells. */
	private static final int GAP = 2;

	/** Of what is held so much (share of its cells) may lie before the scalp, and before one that is covered: more is worn, hat, turban or scarf, whatever the network says. */
	private static final double WORN = 0.3, COVERING = 0.02;
	/** From this matte of other people on a cell is theirs; of so many of its cells (share) what is held is somebody. */
	private static final float OTHERS = 0.5f;
	private static final double SOMEBODY = 0.5;

	/**
	 * @param photograph linear RGB; not changed
	 * @return null where nothing is surely held, or no network says it
	 */
	static HeldThings of(final Picture photograph, final HeadReading reading, final Progress progress) {
		final Area picture = photograph.area();
		final HeldShare read = HeldShare.of(reading, picture);
		if (read == null) return null;
		final HeldShare share = read.closed(HELD, SURE, GAP, progress);
		final double crop = Math.pow(share.side() - 2 * share.inner(), 2);
		final List<int[]> sure = sure(share, LEAST * crop, picture);
		// Most photographs show none, and their colours are dear.
		if (sure.isEmpty()) return null;
		final List<int[]> pieces = pieces(sure, share, LEAST * crop, new HeldColours(photograph, reading, read));
		pieces.removeIf(cells -> isWorn(reading, share, cells) || isSomebody(reading, share, cells) || isFarBelow(share, cells, LEAST * crop));
		return pieces.isEmpty() ? null : new HeldFinder(photograph, reading, share.only(pieces), progress).without(pieces);
	}

	/** Those parts of what is held that are large and sure. */
	private static List<int[]> sure(final HeldShare held, final double least, final Area picture) {
		final Picture share = held.share();
		final boolean[] mask = new boolean[share.planeSize()];
		for (int i = 0; i < mask.length; i++) mask[i] = share.data()[i] > HELD && held.isIn(i, picture);
		final List<int[]> out = new ArrayList<>();
		for (final int[] cells : new ConnectedParts(mask, share.width())) if (cells.length >= least && sure(share, cells) >= least) out.add(cells);
		return out;
	}

	private static long sure(final Picture share, final int[] cells) {
		return Arrays.stream(cells).filter(cell -> share.data()[cell] > SURE).count();
	}

	/** Of those parts what is no skin, as far as their colours reach, the largest first. */
	private static List<int[]> pieces(final List<int[]> parts, final HeldShare held, final double least, final HeldColours colours) {
		final List<int[]> out = new ArrayList<>();
		final boolean[] taken = new boolean[held.share().planeSize()];
		for (final int[] cells : parts) {
			// Of half a thing the other half would stay behind: colours tell where it ends, or most of it is sure.
			if (colours.isSkin(cells) || !colours.areStrange(cells) && 2 * sure(held.share(), cells) <= cells.length) continue;
			final int[] whole = Arrays.stream(colours.reaching(cells)).filter(cell -> !taken[cell]).toArray();
			for (final int cell : whole) taken[cell] = true;
			if (whole.length >= least) out.add(whole);
		}
		out.sort((a, b) -> b.length - a.length);
		return out;
	}

	private static boolean isWorn(final HeadReading reading, final HeldShare share, final int[] cells) {
		final Similarity toCrop = reading.cropToPicture().inverse();
		final Picture places = reading.coordinates();
		int scalp = 0;
		for (final int cell : cells) {
			final double column = toCrop.x(share.x(cell), share.y(cell)) * places.width(), row = toCrop.y(share.x(cell), share.y(cell)) * places.height();
			if (HeadModel.isScalp(places.sample(column, row, 1), places.sample(column, row, 2))) scalp++;
		}
		return scalp > (HeadCovering.isWorn(reading) ? COVERING : WORN) * cells.length;
	}

	/** Whether most of it is other people: before them, too, things are held, but a cheek beside a cheek is none. */
	private static boolean isSomebody(final HeadReading reading, final HeldShare share, final int[] cells) {
		final Picture others = reading.others();
		if (others == null) return false;
		final Similarity toCrop = reading.cropToPicture().inverse();
		int theirs = 0;
		for (final int cell : cells) {
			final double u = toCrop.x(share.x(cell), share.y(cell)), v = toCrop.y(share.x(cell), share.y(cell));
			if (u >= 0 && v >= 0 && u <= 1 && v <= 1 && others.sample(u * others.width(), v * others.height(), 0) > OTHERS) theirs++;
		}
		return theirs > SOMEBODY * cells.length;
	}

	/** Whether hardly any of it lies in the head's own crop: the wider one alone takes cloth along the picture's border for held. */
	private static boolean isFarBelow(final HeldShare share, final int[] cells, final double least) {
		return Arrays.stream(cells).filter(cell -> share.inside(cell, share.inner()) >= 0).count() < least;
	}

	/** How much of a place of the photograph (pixels) is hidden, 0..1. */
	public float hidden(final double x, final double y) {
		final double u = x - area.x(), v = y - area.y();
		return u < 0 || v < 0 || u >= area.width() || v >= area.height() ? 0 : hidden.sample(u, v, 0);
	}

	/** A mesh of the head whose vertices behind the things are not shown. */
	Mesh doubted(final Mesh mesh) {
		final float[] confidence = Arrays.copyOf(mesh.confidence(), mesh.count()), mirror = mesh.mirrorConfidence().clone();
		for (int v = 0; v < mesh.count(); v++) {
			final float shown = 1 - hidden(mesh.textureX()[v], mesh.textureY()[v]);
			confidence[v] *= shown;
			mirror[v] *= shown;
		}
		return mesh.withConfidences(confidence, mirror);
	}
}
