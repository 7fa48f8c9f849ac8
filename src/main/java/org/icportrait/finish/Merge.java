package org.icportrait.finish;

import org.icportrait.generate.Condition;
import org.icportrait.generate.Denoising;
import org.icportrait.generate.Frame;
import org.icportrait.generate.Generation;
import org.icportrait.generate.MoreTrust;
import org.icportrait.generate.Shown;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Colour;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Picture;
import org.icportrait.image.Shares;
import org.icportrait.image.Smooth;
import org.icportrait.outline.Fringe;
import org.icportrait.outline.HairRim;
import org.icportrait.outline.Outline;
import org.icportrait.outline.SeenOutline;
import org.icportrait.skin.BareSkin;
import org.icportrait.skin.FineDetail;
import org.icportrait.skin.Flecks;
import org.icportrait.strands.BesideHair;
import org.icportrait.strands.Hanging;
import org.icportrait.strands.Scalp;
import org.icportrait.turn.Turn;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Lays what was generated over the geometric result: nothing where a photograph shows the person, all of it where none does, its coarse
 * bands alone where a mirror image stands, whose detail stays. At the border both are brought to one colour, and seen hair passes into generated hair. What a mask does not let change
 * stays to the bit. Grey photographs stay grey. Immutable; one for each portrait.
 */
public final class Merge {

	/** Width of the band along the frame's border within which less and less is generated, share of its side. */
	private static final double BORDER = 0.04;

	private final View view;
	private final Picture known;
	private final Picture portrait;
	private final Condition condition;
	private final Hanging hair;
	/** Where hair grows, as {@link Scalp#of} says. */
	private final Picture scalp;
	private final Similarity toFrame;
	/** The frame, as far as it lies in the picture. */
	private final Area touched;
	/** Null where it does not. */
	private final Finish finish;
	private final Outline outline;
	private final HairRim rim;
	private final Fringe fringe;
	/** How much of each pixel of the frame geometry draws, 0..1, and the geometric result there, linear RGB. */
	private final Picture drawn;
	private final Picture closed;
	/** Null where no skin is drawn, or too little is seen. */
	private final FineDetail detail;
	/** How much of the frame the mask of what may change leaves as it is, 0..1; null for none of it. */
	private final Picture held;
	/** How much of each pixel of the picture may change, 0..1; null where all may. */
	private final Picture allowed;
	/** How much of each pixel of the view is cloth that closes the body, 0..1; null where nothing does. */
	private final Picture cloth;

	/**
	 * @param seen outlines of the heads' hair, which generated hair's is like
	 * @param turn what turned: where the body stays, so do its shoulders
	 * @param generation what may change, and the seed of the grain
	 */
	public Merge(final GeometricPortrait geometric, final SeenOutline seen, final Turn turn, final Generation generation, final Progress progress) {
		this(geometric, seen, Hanging.of(geometric.view(), geometric.heads(), geometric.condition(), progress), turn, generation, progress);
	}

	/** The same. @param hair that hangs beside the heads */
	Merge(final GeometricPortrait geometric, final SeenOutline seen, final Hanging hair, final Turn turn, final Generation generation, final Progress progress) {
		view = geometric.view();
		portrait = geometric.picture();
		this.hair = hair;
		final Frame frame = geometric.condition().frame();
		final Picture mask = generation.mask();
		scalp = Scalp.of(geometric.heads(), geometric.condition(), progress);
		final BareSkin beside = BesideHair.of(view, geometric.heads(), scalp, geometric.condition(), hair, progress);
		final MoreTrust askance = ShownAskance.of(geometric, scalp, beside, progress);
		known = hair.known(askance.known(geometric.known(), view.area(), frame, progress), view.alpha(), view.area(), frame, progress);
		condition = hair.trusted(askance.trusted(geometric.condition()));
		cloth = view.cloth();
		toFrame = frame.fromPicture();
		touched = touched(frame);
		finish = touched.size() == 0 ? null : new Finish(geometric, touched, scalp, hair, beside, generation.denoising().seed(), progress);
		outline = Outline.of(view, condition, hair, geometric.heads().stream().map(PreparedHead::rotation).toList(), turn == Turn.HEAD || cloth != null, progress);
		rim = new HairRim(scalp, condition);
		fringe = new Fringe(seen, Scalp.isCovered(geometric.heads()) ? null : scalp, view.rotation(), view.camera(), frame, generation.denoising().seed());
		hair.widen(outline.room());
		drawn = frame.crop(view.alpha(), view.area(), view.width(), view.height(), progress);
		closed = CropSampler.crop(portrait, frame.toPicture(), frame.side(), progress);
		detail = finish == null ? null : finish.detail(closed, condition, progress);
		allowed = mask == null ? null : Allowed.within(mask, frame.toPicture().scale(), progress);
		held = mask == null ? null : CropSampler.crop(mask, frame.toPicture(), frame.side(), progress);
		if (held != null) for (int i = 0; i < held.planeSize(); i++) held.data()[i] = Math.max(0, 1 - held.data()[i]);
	}

	/**
	 * @param portrait as {@link Merge} leaves it: linear RGB; the whole picture
	 * @param generated 0..1, how much of each pixel was generated; one channel, the whole picture
	 * @param opacity of what was laid on, 0..1, person against background; one channel, in the frame
	 */
	public record Merged(Picture portrait, Picture generated, Picture opacity) {}

	/** The portrait with this laid over it; any number of times. */
	public Merged over(final Denoising.Generated made, final Progress progress) {
		if (finish == null) return new Merged(portrait.copy(), new Picture(portrait.width(), portrait.height(), 1), made.matte());
		final Picture own = Weave.smooth(made.colours(), progress);
		if (condition.isGrey()) Colour.takeAway(own);
		final Picture belief = outline.smooth(made.matte(), progress), matte = outline.sharp(belief);
		final Fringe.Edge edge = fringe.of(outline.inward(belief), progress);
		final Flecks.Own photograph = finish.ownBeside(HairSeam.soften(outline.trusted(matte, progress), scalp, progress), condition, outline.room(), progress);
		final Picture laid = person(matte), whole = Shares.most(laid, drawn);
		final Foreground person = Foreground.of(new Denoising.Generated(own, belief), laid, drawn, condition, progress);
		final Picture rear = RearColour.fit(Chroma.smooth(person.colours(), progress), closed, drawn, condition, progress);
		final Picture joined = finish.bare(BorderColour.fit(rear, photograph.whole(), held, condition, progress), progress);
		final Picture colours = hair.over(rim.free(joined, whole, progress), closed, condition, progress);
		final Picture gain = CoarseGain.of(colours, condition, progress);
		final Finished finished = finish.of(new Denoising.Generated(colours, matte), Shares.without(whole, photograph.whole()), (x, y) -> covered(x, y, edge), progress);
		final Merged out = new Merged(portrait.copy(), new Picture(portrait.width(), portrait.height(), 1), person.opacity());
		final Picture kept = outline.kept(matte);
		Workers.rows(touched.height(), progress, row -> row(touched.y() + row, edge, photograph, finished, gain, kept, out));
		return out;
	}

	/** How much each pixel of the frame is generated as the person's. */
	private Picture person(final Picture matte) {
		final Picture person = new Picture(matte.width(), matte.height(), 1);
		for (int i = 0; i < person.data().length; i++) person.data()[i] = outline.room().data()[i] * sure(matte.data()[i]);
		return person;
	}

	private static float sure(final float matte) {
		return Smooth.step(Outline.UNSURE, Outline.SURE, matte);
	}

	private Area touched(final Frame frame) {
		return frame.toPicture().area(0, 0, 1, 1).intersect(portrait.area());
	}

	/** How much of a pixel of the picture the person covers without the ears that are drawn, 0..1. */
	private float covered(final int x, final int y, final Fringe.Edge edge) {
		final int i = view.area().index(x, y);
		final double u = toFrame.x(x + 0.5, y + 0.5), v = toFrame.y(x + 0.5, y + 0.5);
		final float drawn = i >= 0 ? view.alpha().data()[i] : 0, room = outline.room().sample(u, v, 0);
		return room <= drawn ? drawn : Math.max(drawn, room * edge.at(u, v));
	}

	private void row(final int y, final Fringe.Edge edge, final Flecks.Own photograph, final Finished finished, final Picture gain, final Picture kept, final Merged out) {
		for (int x = touched.x(); x < touched.right(); x++) {
			final float free = this.allowed == null ? 1 : this.allowed.get(x, y, 0);
			if (free <= 0) continue;
			final int i = view.area().index(x, y);
			final boolean inside = i >= 0;
			final double u = toFrame.x(x + 0.5, y + 0.5), v = toFrame.y(x + 0.5, y + 0.5);
			final float ear = finish.ear(x, y), person = ear + (1 - ear) * covered(x, y, edge);
			final float may = free * faded(u, v), allowed = may * person;
			if (allowed <= 0) continue;
			final float covered = inside ? known.data()[known.planeSize() + i] : 0, mirrored = inside ? known.data()[2 * known.planeSize() + i] : 0;
			final float own = covered <= 0 ? 0 : own(i, covered, mirrored, kept.sample(u, v, 0)), shown = Math.min(photograph.whole().sample(u, v, 0), own);
			final float detailed = detail == null ? 0 : may * Math.min(photograph.detail().sample(u, v, 0), own);
			final float fine = detailed <= 0 ? 0 : detailed * detail.share(u, v), dressed = inside && cloth != null ? cloth.data()[i] : 0;
			final float whole = may * Math.max(0, person - shown - dressed), low = mirrored * (allowed - whole);
			final float mirror = whole < 1 ? low / (1 - whole) : 0;
			for (int c = 0; c < 3; c++) {
				final float before = portrait.get(x, y, c), lit = mirror > 0 ? before * (1 + mirror * (gain.sample(u, v, c) - 1)) : before;
				final float laid = finished.over(lit, x, y, c, whole, fine);
				out.portrait.set(x, y, c, detailed > 0 ? detail.over(laid, before, u, v, c, detailed) : laid);
			}
			out.generated.set(x, y, 0, Math.min(1, whole + low));
		}
	}

	/** How much of pixel i of the view its own photograph shows: what is seen surely, and what is kept because nothing better is known. */
	private float own(final int i, final float covered, final float mirrored, final float kept) {
		return Math.max(Shown.own(known.data()[i] / covered, covered, 0), covered * (1 - mirrored) * kept);
	}

	/** Nothing is generated at the frame's own border, where the networks see half of what they know. */
	private float faded(final double u, final double v) {
		final double side = condition.frame().side(), nearest = Math.min(Math.min(u, v), Math.min(side - u, side - v));
		return Smooth.step(0, (float) (BORDER * side), (float) nearest);
	}
}
