package org.icportrait.maps;

import java.util.Arrays;
import java.util.function.Function;

import org.icportrait.face.HeadReading;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.GuidedFilter;
import org.icportrait.image.Picture;
import org.icportrait.image.SampleBounds;
import org.icportrait.image.Smooth;
import org.icportrait.work.BadInput;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The network's small matte, and that of a wider look, brought to the photograph's resolution, following the photograph's edges. */
public final class MatteFinder {

	/** The matte is stretched so that a faint veil counts as background and a nearly full one as person. */
	private static final float VEIL = 0.06f;
	/** Likewise of the wider look, which sees clothes less surely and no hair. */
	private static final float WIDE_VEIL = 0.25f;
	/** How far beyond the crop (share of its side) the person is worked on; without a wider look taken to go on as at its border, and to fade. */
	private static final double BEYOND = 0.3;
	/** A network matte so near to 0 or 1 ends there whatever the colour says: nine times the rest is within the veil. */
	private static final float CERTAIN = 0.006f;
	private static final int UNSURE = -1;
	/** Fewer pixels than this are told one by one. */
	private static final int WORTH = 3;

	private final Picture photograph;
	private final Look near;
	private final Look wide;

	/** @param matte of a reading, and of its wider look */
	private MatteFinder(final Picture photograph, final HeadReading reading, final Function<HeadReading, Picture> matte, final Progress progress) {
		this.photograph = photograph;
		near = new Look(photograph, reading.cropToPicture(), matte.apply(reading), VEIL, progress);
		wide = reading.wide() == null ? null : new Look(photograph, reading.wide().cropToPicture(), matte.apply(reading.wide()), WIDE_VEIL, progress);
	}

	/** @param share of another kind over a crop */
	private MatteFinder(final Picture photograph, final Similarity cropToPicture, final Picture share, final Progress progress) {
		this.photograph = photograph;
		near = new Look(photograph, cropToPicture, share, VEIL, progress);
		wide = null;
	}

	/** A matte over a crop, and how it follows the colour there. */
	private record Look(Similarity toCrop, Picture network, SampleBounds bounds, GuidedFilter guided, float veil) {

		Look(final Picture photograph, final Similarity cropToPicture, final Picture network, final float veil, final Progress progress) {
			this(cropToPicture.inverse(), network, new SampleBounds(network, 0),
				new GuidedFilter(guide(photograph, cropToPicture, network.width(), progress), network, progress), veil);
		}

		/** So many pixels of a row are told at once. */
		int stretch() {
			return Math.max(1, (int) (2 * SampleBounds.REACH / (toCrop.scale() * network.width())));
		}

		/** 0 or 1 where the network is sure of that about a place of the picture, else {@link #UNSURE}. */
		int sure(final double x, final double y) {
			final double column = toCrop.x(x, y) * network.width(), row = toCrop.y(x, y) * network.height();
			return bounds.most(column, row) < CERTAIN ? 0 : bounds.least(column, row) > 1 - CERTAIN ? 1 : UNSURE;
		}

		private static Picture guide(final Picture photograph, final Similarity cropToPicture, final int side, final Progress progress) {
			final Picture guide = CropSampler.crop(photograph, cropToPicture, side, progress);
			for (int i = 0; i < guide.data().length; i++) guide.data()[i] = Colour.toSrgb(guide.data()[i]);
			return guide;
		}
	}

	/** The crop and its margin within a picture. */
	public static Area area(final int width, final int height, final Similarity crop) {
		final Area area = crop.area(-BEYOND, -BEYOND, 1 + BEYOND, 1 + BEYOND).intersect(new Area(0, 0, width, height));
		if (area.isEmpty()) throw new BadInput("The face lies outside of the picture; choose one inside it.");
		return area;
	}

	/** The person's, one channel over {@code area}, without {@link Haze}. */
	public static Picture find(final Picture photograph, final HeadReading reading, final Area area, final Progress progress) {
		final Picture matte = new MatteFinder(photograph, reading, HeadReading::matte, progress).over(area, progress);
		Haze.remove(matte, progress);
		return matte;
	}

	/** That of other people; null where nobody else is near. */
	public static Picture others(final Picture photograph, final HeadReading reading, final Area area, final Progress progress) {
		return reading.others() == null ? null : new MatteFinder(photograph, reading, HeadReading::others, progress).over(area, progress);
	}

	/** That of those who stand before the head's own person; null where nobody does. */
	public static Picture nearer(final Picture photograph, final HeadReading reading, final Area area, final Progress progress) {
		return reading.nearer() == null ? null : new MatteFinder(photograph, reading, HeadReading::nearer, progress).over(area, progress);
	}

	/** What a network says of another kind over a crop, brought to the photograph's resolution likewise. @param share 0..1 over the crop */
	public static Picture of(final Picture photograph, final Similarity cropToPicture, final Picture share, final Area area, final Progress progress) {
		return new MatteFinder(photograph, cropToPicture, share, progress).over(area, progress);
	}

	private Picture over(final Area area, final Progress progress) {
		final Picture out = new Picture(area.width(), area.height(), 1);
		final int stretch = wide == null ? near.stretch() : Math.min(near.stretch(), wide.stretch());
		Workers.rows(area.height(), progress, row -> {
			for (int from = 0; from < area.width(); from += stretch) row(area, from, Math.min(area.width(), from + stretch), row, out);
		});
		return out;
	}

	/** From one column of the area to another. */
	private void row(final Area area, final int from, final int to, final int row, final Picture out) {
		final int y = area.y() + row, start = row * area.width(), sure = to - from < WORTH ? UNSURE : sure(area.x() + 0.5 * (from + to), y + 0.5);
		if (sure != UNSURE) {
			Arrays.fill(out.data(), start + from, start + to, sure);
			return;
		}
		for (int i = from; i < to; i++) {
			final int x = area.x() + i;
			final double u = near.toCrop.x(x + 0.5, y + 0.5), v = near.toCrop.y(x + 0.5, y + 0.5);
			out.data()[start + i] = wide == null ? alone(x, y, u, v) : joined(x, y, u, v);
		}
	}

	/** 0 or 1 where all looks are sure of that about a place, else {@link #UNSURE}. */
	private int sure(final double x, final double y) {
		final int sure = near.sure(x, y);
		if (wide != null) return sure == wide.sure(x, y) ? sure : UNSURE;
		// Beyond the crop what is there fades.
		return sure <= 0 ? sure : UNSURE;
	}

	private float alone(final int x, final int y, final double u, final double v) {
		// How deep inside the crop, share of its side; negative beyond it.
		final float deep = (float) Math.min(Math.min(u, 1 - u), Math.min(v, 1 - v)), matte = at(near, x, y, u, v);
		return deep >= 0 || matte <= 0 ? matte : Smooth.step(1, 0, -deep / (float) BEYOND) * matte;
	}

	private float joined(final int x, final int y, final double u, final double v) {
		final float share = JoinedMaps.nearer(u, v);
		final float inside = share > 0 ? at(near, x, y, u, v) : 0;
		return share >= 1 ? inside : share * inside + (1 - share) * at(wide, x, y, wide.toCrop.x(x + 0.5, y + 0.5), wide.toCrop.y(x + 0.5, y + 0.5));
	}

	/** Colour decides where the network is unsure, and may sharpen its edge but not overrule what it is sure of. Beyond a crop its border counts. */
	private float at(final Look look, final int x, final int y, final double beyondU, final double beyondV) {
		// Of what lies beyond the grid samples are those of its border.
		final float sight = look.network.sample(beyondU * look.network.width(), beyondV * look.network.height(), 0);
		if (sight < CERTAIN) return 0;
		if (sight > 1 - CERTAIN) return 1;
		final double u = Math.max(0, Math.min(1, beyondU)), v = Math.max(0, Math.min(1, beyondV));
		final float colour = look.guided.at(u, v, photograph.get(x, y, 0), photograph.get(x, y, 1), photograph.get(x, y, 2));
		final float sure = Math.abs(2 * sight - 1);
		final float keep = sure * sure * sure * sure;
		final float p = keep * sight + (1 - keep) * colour;
		return Math.max(0, Math.min(1, (p - look.veil) / (1 - 2 * look.veil)));
	}
}
