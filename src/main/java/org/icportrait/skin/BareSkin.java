package org.icportrait.skin;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Frame;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/**
 * Skin that no photograph shows, of the ears, before them and of the neck: networks of so few pixels paint it grey, or as hair, and it would end in a step
 * beside the cheek. And the cloth at the end of the neck. Immutable; one for each portrait.
 *
 * @param share how much of each pixel of the frame is such skin, 0..1
 * @param colours its colour, and that of cloth below it, linear RGB; null where the photographs show too little skin
 * @param beard that grows on it; null for none
 * @param light that it lies in; null where the photographs show too little skin
 */
public record BareSkin(Picture share, Picture colours, Beard beard, SkinLight light) {

	/** Radius, share of the frame's side, over which skin is as what was generated around it where none is seen. */
	private static final double AROUND = 0.03;
	/** From this share on hairs of a beard are whole: below a jaw skin that is drawn fades into what was generated, and they do not. */
	private static final float MOSTLY = 0.4f;

	/**
	 * @param seen what the photographs show of skin; null where that is too little
	 * @param ears that are drawn anew
	 * @param strength how much they are, 0..1
	 * @param free how much of each pixel of the frame hair that hangs leaves, 0..1; null for all
	 * @param form of the head
	 * @param bodied whether something closes the body
	 */
	public static BareSkin of(final Condition condition, final SeenSkin seen, final Ears ears, final float strength, final Picture free, final Form form,
		final boolean bodied, final Progress progress)
	{
		final Garment garment = seen == null ? null : Garment.of(condition, seen);
		final Picture share = share(condition, garment, ears, strength, progress);
		for (int i = 0; free != null && i < share.data().length; i++) share.data()[i] *= free.data()[i];
		if (seen == null) return new BareSkin(share, null, null, null);
		final SkinColours skin = SkinColours.of(condition, garment, form, progress);
		dress(skin.colours(), condition, garment, strength * Nape.bare(seen), bodied, progress);
		return new BareSkin(share, skin.colours(), skin.beard(), skin.light());
	}

	/**
	 * The throat and the underside of the jaw alone, which a head shows that turns up: they have no ear to be drawn beside.
	 *
	 * @param seen what the photographs show of skin; null where that is too little
	 * @param strength how much it is drawn, above 0 to 1
	 * @param free how much of each pixel of the frame hair that hangs leaves, 0..1; null for all
	 * @return null where it would be nowhere
	 */
	public static BareSkin ofThroat(final Condition condition, final SeenSkin seen, final float strength, final Picture free, final Form form, final Progress progress) {
		final float neck = seen == null ? 0 : strength * Nape.bare(seen);
		if (neck <= 0) return null;
		final Garment garment = Garment.of(condition, seen);
		final Picture share = Nape.of(condition, garment, progress);
		final float[] height = condition.continued(Condition.Y, progress).data();
		for (int i = 0; i < height.length; i++) share.data()[i] *= neck * Throat.above(seen.collar(), height[i]) * (free == null ? 1 : free.data()[i]);
		final SkinColours skin = SkinColours.of(condition, garment, form, progress);
		return new BareSkin(share, skin.colours(), null, skin.light());
	}

	/** The same of any part of the face or neck. @param share how much of each pixel of the frame it is, 0..1; kept */
	public static BareSkin beside(final Picture share, final SeenSkin seen, final Form form, final Condition condition, final Progress progress) {
		final SkinColours skin = SkinColours.of(condition, Garment.of(condition, seen), form, progress);
		return new BareSkin(share, skin.colours(), null, skin.light());
	}

	/** Both parts of one condition's skin, whose colours are one; null where both are. */
	public static BareSkin either(final BareSkin one, final BareSkin other) {
		if (one == null || other == null) return one == null ? other : one;
		return new BareSkin(Shares.most(one.share, other.share), one.colours, one.beard, one.light);
	}

	/**
	 * The same with more of it; this one where there is none, or where too little skin is seen.
	 *
	 * @param more how much of each pixel of the frame is skin too, 0..1; null for none
	 * @param strength how much that is drawn, 0..1
	 */
	public BareSkin with(final Picture more, final float strength) {
		if (more == null || colours == null) return this;
		final Picture both = share.copy();
		for (int i = 0; i < both.data().length; i++) both.data()[i] = Math.max(both.data()[i], strength * more.data()[i]);
		return new BareSkin(both, colours, beard, light);
	}

	/** In place. @param neck how surely the neck is drawn, 0..1: where it is not, what is seen beside it may be locks, and no cloth */
	private static void dress(final Picture colours, final Condition condition, final Garment garment, final float neck, final boolean bodied, final Progress progress) {
		final Collar collar = neck <= 0 ? null : Collar.of(condition, garment, bodied, progress);
		if (collar != null) collar.over(colours, neck);
	}

	private static Picture share(final Condition condition, final Garment garment, final Ears ears, final float strength, final Progress progress) {
		final Picture share = ears.skin().copy();
		if (garment == null) return share;
		final float neck = strength * Nape.bare(garment.skin());
		final float[] side = FaceSide.of(condition, progress).data(), nape = neck <= 0 ? null : Nape.of(condition, garment, progress).data();
		for (int i = 0; i < side.length; i++) share.data()[i] = Math.max(Math.max(share.data()[i], strength * side[i]), nape == null ? 0 : neck * nape[i]);
		return share;
	}

	/** What was generated, linear RGB in the frame, with this skin laid over it; a new picture. */
	public Picture over(final Picture made, final Frame frame, final Progress progress) {
		final Picture out = made.copy(), base = smooth(made, frame, progress);
		final int n = made.planeSize();
		for (int i = 0; i < 3 * n; i++) out.data()[i] += share.data()[i % n] * (base.data()[i] - out.data()[i]);
		return out;
	}

	/** Its colours everywhere, linear RGB in the frame; live. @param made what was generated, linear RGB in the frame */
	public Picture smooth(final Picture made, final Frame frame, final Progress progress) {
		return colours == null ? BoxBlur.twice(made, frame.radius(AROUND), progress) : colours;
	}

	/** How dense its beard is on what is drawn of this skin, 0..1; there must be one. */
	public Picture bearded() {
		final Picture out = new Picture(share.width(), share.height(), 1);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Smooth.step(0, MOSTLY, share.data()[i]) * beard.share()[i];
		return out;
	}
}
