package org.icportrait.finish;

import java.util.List;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Shown;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.DrawnEar;
import org.icportrait.skin.Ears;
import org.icportrait.skin.FineDetail;
import org.icportrait.skin.Flecks;
import org.icportrait.skin.Form;
import org.icportrait.skin.SeenSkin;
import org.icportrait.skin.Throat;
import org.icportrait.strands.Hairline;
import org.icportrait.strands.Hanging;
import org.icportrait.strands.Scalp;
import org.icportrait.strands.SeenHairline;
import org.icportrait.strands.Strands;
import org.icportrait.texture.ColourAxes;
import org.icportrait.texture.Grain;
import org.icportrait.texture.SeenPatches;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Brings what was generated to the picture's own resolution, with the sharpness and the grain that the photograph shows. Immutable; one for each portrait. */
final class Finish {

	/** From this share on a pixel is the photograph's own; matte from which a pixel is the person. */
	private static final float OWN = 0.95f, PERSON = 0.9f;
	/** The front of the face without hair, dm in canonical space: how far it stands out, and how far up and down it reaches. */
	private static final float OUT = 0.35f, HIGH = 0.7f;
	/** Width of the frame, picture pixels, from which on blocks of 8 of them lie on plain skin. */
	private static final double LARGE = 400;

	private final Area area;
	private final Frame frame;
	/** Of geometry alone. */
	private final Condition shown;
	/** Null where the photographs show too little of it. */
	private final SeenSkin seen;
	private final Grain grain;
	private final Textures textures;
	/** Where hair grows, as {@link Scalp#of} says, and sideburns; null where the scalp is skin. */
	private final Picture haired;
	/** Null where there are none. */
	private final Strands strands;
	/** Null where no skin is drawn beside hair. */
	private final Hairline hairline;
	/** Null where there are none. */
	private final Ears ears;
	/** Null where there are no {@link #ears}, none is drawn beside hair and no throat comes into view. */
	private final BareSkin skin;
	private final List<DrawnEar> drawn;
	private final Hanging hair;

	/**
	 * @param area of the picture that the frame covers
	 * @param scalp what {@link Scalp#of} says
	 * @param beside skin that is drawn beside hair; null for none
	 */
	Finish(final GeometricPortrait geometric, final Area area, final Picture scalp, final Hanging hair, final BareSkin beside, final long seed, final Progress progress) {
		this.area = area;
		this.hair = hair;
		final View view = geometric.view();
		final Condition condition = geometric.condition();
		shown = condition;
		final List<PreparedHead> heads = geometric.heads();
		frame = condition.frame();
		final boolean[] person = new boolean[area.size()], face = new boolean[area.size()];
		final Similarity toFrame = frame.fromPicture();
		seen = SeenSkin.of(condition);
		Workers.rows(area.height(), progress, row -> {
			for (int column = 0, i = row * area.width(); column < area.width(); column++, i++) {
				final int x = area.x() + column, y = area.y() + row;
				person[i] = isSeen(view, geometric.known(), x - view.area().x(), y - view.area().y());
				if (!person[i]) continue;
				final int at = frame.nearest(toFrame.x(x + 0.5, y + 0.5), toFrame.y(x + 0.5, y + 0.5));
				// Brows, eyes, lips and beards are detail, but no grain.
				face[i] = condition.z(at) > OUT && Math.abs(condition.y(at)) < HIGH && (seen == null || seen.where()[at]);
			}
		});
		final Picture axes = ColourAxes.of(geometric.picture().part(area, progress));
		grain = new Grain(axes, face, person, Math.min(1, frame.toPicture().scale() / LARGE), seed, progress);
		ears = Ears.of(view, heads, condition, progress);
		final float strength = Ears.strength(view, heads);
		skin = ears == null ? BareSkin.either(beside, throat(geometric, progress)) : BareSkin.of(condition, seen, ears, strength, hair.free(), Form.of(view, condition, progress), view.cloth() != null, progress).with(hair.neck(), strength);
		drawn = ears == null ? List.of() : DrawnEar.of(ears, view.camera(), area, condition, skin, seen, strength, progress);
		final boolean covered = Scalp.isCovered(heads);
		final SeenHairline line = scalp == null || ears == null || skin.colours() == null ? null : SeenHairline.of(condition, scalp, covered, skin, ears, progress);
		haired = line == null ? scalp : line.with(scalp, ears, frame);
		final float combed = haired == null ? 1 : combed(heads);
		final SeenPatches hairs = combed >= 1 ? null : PhotographedHair.of(geometric.photographs(), heads, view.camera().s(), frame.toPicture().scale(), progress);
		textures = new Textures(axes, face, person, area, condition, seen, skin, ears, hairs, combed, seed, progress);
		final Strands lying = Strands.of(view.rotation(), haired, geometric.picture(), condition, hair, textures.combed(), seed, progress);
		strands = covered ? null : lying;
		hairline = line == null || lying == null ? null : Hairline.of(line, lying, covered, view.rotation(), condition, skin, ears, strength * line.sure(), hair.free(), seed, progress);
	}

	/** What comes into view beneath the chin; null for nothing. */
	private BareSkin throat(final GeometricPortrait geometric, final Progress progress) {
		final float strength = Throat.strength(geometric.view(), geometric.heads());
		return strength <= 0 ? null : BareSkin.ofThroat(shown, seen, strength, hair.free(), Form.of(geometric.view(), shown, progress), progress);
	}

	/** How surely hair is combed, 0..1, mean of what photographs show; cloth is not. */
	private static float combed(final List<PreparedHead> heads) {
		return Scalp.isCovered(heads) ? 0 : (float) heads.stream().mapToDouble(head -> head.hair().combed()).average().orElse(1);
	}

	private static boolean isSeen(final View view, final Picture known, final int x, final int y) {
		if (x < 0 || y < 0 || x >= known.width() || y >= known.height()) return false;
		final float covered = known.get(x, y, 1);
		return covered > 0 && Shown.own(known.get(x, y, 0) / covered, covered, known.get(x, y, 2)) > OWN && view.alpha().get(x, y, 0) > OWN;
	}

	/**
	 * How far the photograph's own pixels count in the frame, less where ears are drawn anew, and without flecks and steps in the skin beside them.
	 *
	 * @param trusting the condition, of hair that hangs too
	 * @param room where a person can stand, 0..1: strands that hang beside that are not before skin
	 */
	Flecks.Own ownBeside(final Picture trusted, final Condition trusting, final Picture room, final Progress progress) {
		if (skin == null) return new Flecks.Own(trusted, null);
		final boolean[] strands = hair.within();
		for (int i = 0; strands != null && i < strands.length; i++) strands[i] |= room.data()[i] <= 0;
		return Flecks.without(ears == null ? trusted : ears.without(trusted), strands == null ? skin.share() : Shares.within(skin.share(), room), strands, trusting, shown, progress);
	}

	/** What is fine of the photograph's skin; null where none is drawn, or too little is seen. @param trusting the condition, of hair that hangs too */
	FineDetail detail(final Picture geometric, final Condition trusting, final Progress progress) {
		return skin == null || seen == null ? null : FineDetail.of(geometric, Flecks.hidden(trusting), seen.where(), frame, progress);
	}

	/** What was generated, linear RGB in the frame, with plain skin where ears are drawn anew, beside them and where the neck is bare. */
	Picture bare(final Picture made, final Progress progress) {
		return skin == null ? made : skin.over(made, frame, progress);
	}

	/** How much of a pixel of the picture is an ear that is drawn, 0..1. */
	float ear(final int x, final int y) {
		float most = 0;
		for (final DrawnEar ear : drawn) most = Math.max(most, ear.share(x, y));
		return most;
	}

	/** How much of a pixel of the picture is the person's. */
	@FunctionalInterface
	interface Covered {

		/** 0..1. */
		float at(int x, int y);
	}

	/**
	 * @param fresh how much of each pixel of the frame is the person's and no photograph's own, 0..1
	 * @param covered without the ears that are drawn
	 */
	Finished of(final Denoising.Generated generated, final Picture fresh, final Covered covered, final Progress progress) {
		final Similarity toFrame = frame.fromPicture();
		final Picture colours = new Picture(area.width(), area.height(), 3), hair = strands == null ? null : strands.over(generated.colours(), fresh, progress);
		final Hairline.Layers layers = hairline == null ? null : hairline.over(generated.colours(), progress);
		final boolean[] person = new boolean[area.size()];
		final Picture smooth = drawn.isEmpty() ? null : skin.smooth(generated.colours(), frame, progress);
		Workers.rows(area.height(), progress, row -> {
			final float[] colour = new float[3], plain = new float[3];
			for (int x = 0; x < area.width(); x++) {
				final double u = toFrame.x(area.x() + x + 0.5, area.y() + row + 0.5), v = toFrame.y(area.x() + x + 0.5, area.y() + row + 0.5);
				final float strand = hair == null ? 1 : hair.sample(u * frame.finer(), v * frame.finer(), 0);
				generated.colours().sample(u, v, 0, colour);
				for (int c = 0; c < 3; c++) colours.set(x, row, c, strand * colour[c]);
				if (layers != null) layers.over(colours, x, row, u, v, strand);
				for (final DrawnEar ear : drawn) {
					if (!ear.isAt(area.x() + x, area.y() + row)) continue;
					for (int c = 0; c < 3; c++) {
						colour[c] = colours.get(x, row, c);
						plain[c] = smooth.sample(u, v, c);
					}
					ear.over(colour, plain, area.x() + x, area.y() + row, covered.at(area.x() + x, area.y() + row));
					for (int c = 0; c < 3; c++) colours.set(x, row, c, colour[c]);
				}
				person[row * area.width() + x] = generated.matte().sample(u, v, 0) > PERSON;
			}
		});
		if (grain.isNone() && textures.isNone()) return new Finished(area, colours, null);
		final Picture axes = ColourAxes.of(colours);
		final Grain.Softened softened = grain.soften(axes, person, progress);
		final Picture grainy = grain.noise(axes, softened.levels(), progress);
		final Picture noise = textures.over(grainy, axes, generated.colours(), haired, progress);
		if (softened.changed()) ColourAxes.toLinear(axes);
		if (noise != null) ColourAxes.back(noise);
		return new Finished(area, softened.changed() ? axes : colours, noise);
	}
}
