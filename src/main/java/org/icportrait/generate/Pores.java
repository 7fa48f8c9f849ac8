package org.icportrait.generate;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.AreaScale;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * What skin shows in a large picture that is coarser than grain: pores, many pixels wide. Skin that is drawn or generated gets as much of it as is seen, told by
 * {@link Grain} on a picture so small that pores are as fine as grain there; hair and cloth get none. Immutable; one for each portrait.
 */
final class Pores {

	/** Width of the frame, pixels, in which pores are as fine as grain. */
	private static final double FINE = 600;
	/** Most that an octave is of the finer one: skin is uneven, and reddish here and there, beyond its pores; what is more is features and shading. */
	private static final double[] STEEPEST = { 1, 1, 1.25, 1 };
	/** Of the seed's noise: far from the grain's, the variants' and the strands'. */
	private static final long STREAM = Long.MIN_VALUE / 2;
	/** What is finest is raised by so much before it is enlarged bilinearly, which lowers it as much. */
	private static final float LOST = 0.7f;
	/** How much of a place must be skin for it to be measured. */
	private static final float MOSTLY = 0.5f;

	private final Area area;
	private final Condition condition;
	/** By how much pictures shrink. */
	private final int times;
	private final SeenSkin skin;
	private final Grain grain;

	private Pores(final Area area, final Condition condition, final int times, final SeenSkin skin, final Grain grain) {
		this.area = area;
		this.condition = condition;
		this.times = times;
		this.skin = skin;
		this.grain = grain;
	}

	/**
	 * Null where they are as fine as grain, or the photographs' skin shows none.
	 *
	 * @param portrait as geometry made it, {@link ColourAxes} of an area of the picture
	 * @param face where skin of the face is seen in it
	 */
	static Pores of(final Picture portrait, final boolean[] face, final Area area, final SeenSkin skin, final Condition condition, final long seed, final Progress progress) {
		final int times = (int) (condition.frame().toPicture().scale() / FINE);
		if (times < 2) return null;
		final Picture small = small(portrait, times);
		final boolean[] where = small(face, portrait, small);
		final Grain grain = new Grain(small, where, where, new Grain.Kind(1, Grain.FLOOR / times, STEEPEST, STREAM), seed, progress);
		return grain.isSmooth() ? null : new Pores(area, condition, times, skin, grain);
	}

	private static Picture small(final Picture picture, final int times) {
		return AreaScale.scale(picture, Math.max(1, picture.width() / times), Math.max(1, picture.height() / times));
	}

	/** What a mask of the large one says in the middles of the small one's pixels. */
	private static boolean[] small(final boolean[] mask, final Picture large, final Picture small) {
		final boolean[] out = new boolean[small.planeSize()];
		for (int i = 0; i < out.length; i++) {
			final int x = (2 * (i % small.width()) + 1) * large.width() / (2 * small.width()), y = (2 * (i / small.width()) + 1) * large.height() / (2 * small.height());
			out[i] = mask[y * large.width() + x];
		}
		return out;
	}

	/**
	 * To be added to sRGB values of the area, in fewer pixels than it has; null for none.
	 *
	 * @param made what was generated, axes of colour over the area
	 * @param noise that is added to it, the same; null for none
	 * @param person where it shows the person
	 * @param colours what was generated, linear RGB in the frame
	 */
	Picture over(final Picture made, final Picture noise, final boolean[] person, final Picture colours, final Progress progress) {
		final Picture small = small(made, times), grainy = noise == null ? null : small(noise, times), share = share(colours, small, progress);
		if (grainy != null) for (int i = 0; i < small.data().length; i++) small.data()[i] += grainy.data()[i];
		final boolean[] where = small(person, made, small);
		for (int i = 0; i < where.length; i++) where[i] &= share.data()[i] > MOSTLY;
		final Picture out = grain.noise(small, where, progress);
		if (out == null) return null;
		ColourAxes.back(out);
		final Picture soft = BoxBlur.blur(out, 1, progress);
		for (int i = 0; i < soft.data().length; i++) out.data()[i] = share.data()[i % share.planeSize()] * (out.data()[i] + LOST * (out.data()[i] - soft.data()[i]));
		return out;
	}

	/** How much of each of the small picture's pixels is skin. */
	private Picture share(final Picture colours, final Picture small, final Progress progress) {
		final Picture alike = skin.share(colours, condition, progress);
		final Similarity toFrame = condition.frame().fromPicture();
		final Picture out = new Picture(small.width(), small.height(), 1);
		Workers.rows(small.height(), progress, row -> {
			final double y = area.y() + (row + 0.5) * area.height() / small.height();
			for (int column = 0; column < small.width(); column++) {
				final double x = area.x() + (column + 0.5) * area.width() / small.width();
				out.set(column, row, 0, alike.sample(toFrame.x(x, y), toFrame.y(x, y), 0));
			}
		});
		return out;
	}
}
