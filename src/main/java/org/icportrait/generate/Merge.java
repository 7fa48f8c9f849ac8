package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.CropSampler;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.view.View;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Lays what was generated over the geometric result: nothing where a photograph shows the person, all of it where none does, its coarse
 * bands alone where a mirror image stands, whose detail stays. At the border both are brought to one colour, which fades inward, as in the
 * gradient domain (Perez et al. 2003, by a pyramid). What a mask does not let change stays to the bit. Immutable; one for each portrait.
 */
public final class Merge {

	/** Trusts between which a pixel passes from generated to the photograph's own. */
	private static final float UNTRUSTED = 0.15f, TRUSTED = 0.45f;
	/** Coverage between which a pixel begins to belong to the person: drawn by geometry, and generated, which must be surer of itself. */
	private static final float BEYOND = 0.05f, WITHIN = 0.3f, UNSURE = 0.4f, SURE = 0.7f;
	/** How far (dm) hair may stand out from the geometric head where a turn has brought its other side to light. */
	private static final double HAIR = 0.35;
	private static final float COVERED = 0.3f;
	/** How soon the correction of the border fades inward: weight of "no correction" in a pixel of the frame. */
	private static final float FADE = 0.004f;
	/** Radius of what counts as coarse, and of what smooths the outline of what was generated, shares of the frame's side. */
	private static final double COARSE = 0.025, OUTLINE = 0.008;
	/** Where a smoothed mask has its rounded border. */
	private static final float ROUNDED = 0.35f;

	private final View view;
	private final Picture known;
	private final Picture portrait;
	private final Condition condition;
	private final Similarity toFrame;
	/** The frame, as far as it lies in the picture. */
	private final Area touched;
	/** Null where it does not. */
	private final Finish finish;
	/** Where in the frame a person can stand, 0..1. */
	private final Picture room;
	/** How much of the frame the mask of what may change leaves as it is, 0..1; null for none of it. */
	private final Picture held;
	/** How much of each pixel of the picture may change, 0..1; null where all may. */
	private final Picture allowed;

	/**
	 * @param known what {@link View#known} says
	 * @param portrait the geometric result, linear RGB, the whole picture; not changed
	 * @param condition that is generated from
	 * @param turned degrees from the photograph's view: the farther, the more may stand out from the geometric head
	 * @param generation what may change, and the seed of the grain
	 */
	public Merge(final View view, final Picture known, final Picture portrait, final Condition condition, final double turned,
		final Generation generation, final Progress progress)
	{
		this.view = view;
		this.known = known;
		this.portrait = portrait;
		this.condition = condition;
		toFrame = condition.frame().fromPicture();
		touched = touched(condition.frame());
		finish = touched.size() == 0 ? null : new Finish(view, known, portrait, condition, touched, generation.denoising().seed(), progress);
		final Picture mask = generation.mask();
		room = room(view, condition.frame(), turned, progress);
		allowed = mask == null ? null : Allowed.within(mask, condition.frame().toPicture().scale(), progress);
		held = mask == null ? null : CropSampler.crop(mask, condition.frame().toPicture(), condition.frame().side(), progress);
		if (held != null) for (int i = 0; i < held.planeSize(); i++) held.data()[i] = Math.max(0, 1 - held.data()[i]);
	}

	/**
	 * @param portrait as {@link Merge} leaves it: linear RGB; the whole picture
	 * @param generated 0..1, how much of each pixel was generated; one channel, the whole picture
	 */
	public record Merged(Picture portrait, Picture generated) {}

	/** The portrait with this laid over it; any number of times. */
	public Merged over(final Denoising.Generated made, final Progress progress) {
		final Merged out = new Merged(portrait.copy(), new Picture(portrait.width(), portrait.height(), 1));
		if (finish == null) return out;
		final Denoising.Generated smooth = new Denoising.Generated(made.colours(), twice(made.matte(), radius(OUTLINE), progress));
		final Picture trusted = trusted(smooth.matte(), progress);
		final Denoising.Generated generated = fitted(smooth, trusted, progress);
		final Picture coarse = coarseChange(generated, progress);
		final Finish.Finished finished = finish.of(generated, progress);
		Workers.rows(touched.height(), progress, row -> row(touched.y() + row, generated.matte(), trusted, finished, coarse, out));
		return out;
	}

	private static Picture room(final View view, final Frame frame, final double turned, final Progress progress) {
		final Picture alpha = frame.crop(view.alpha(), view.area(), view.width(), view.height(), progress);
		final boolean[] head = new boolean[alpha.planeSize()];
		for (int i = 0; i < head.length; i++) head[i] = alpha.data()[i] > COVERED;
		final double out = HAIR * Math.sin(Math.toRadians(Math.min(90, turned))) * view.camera().s() / frame.toPicture().scale() * frame.side();
		final boolean[] grown = Dilation.grow(head, frame.side(), (int) Math.round(out), progress);
		final Picture room = twice(shares(grown, frame.side()), Math.max(1, (int) Math.round(out / 2)), progress);
		for (int i = 0; i < room.data().length; i++) room.data()[i] = Smooth.step(ROUNDED, 1 - ROUNDED, room.data()[i]);
		return room;
	}

	private static Picture shares(final boolean[] mask, final int side) {
		final Picture shares = new Picture(side, side, 1);
		for (int i = 0; i < mask.length; i++) shares.data()[i] = mask[i] ? 1 : 0;
		return shares;
	}

	private static Picture twice(final Picture picture, final int radius, final Progress progress) {
		return BoxBlur.blur(BoxBlur.blur(picture, radius, progress), radius, progress);
	}

	private int radius(final double share) {
		return Math.max(1, (int) Math.round(share * condition.frame().side()));
	}

	/** 0 where the photograph's pixels lie next to what is generated, in the frame: half of such a pixel is what was behind the head. */
	private Picture trusted(final Picture matte, final Progress progress) {
		final FloatBuffer maps = condition.maps().buffer();
		final int n = matte.planeSize();
		final boolean[] open = new boolean[n];
		for (int i = 0; i < n; i++) {
			final boolean person = maps.get(n + i) > COVERED || room.data()[i] * matte.data()[i] > UNSURE;
			open[i] = person && own(maps.get(i), maps.get(n + i), maps.get(2 * n + i)) + maps.get(2 * n + i) < 0.5f;
		}
		final Picture trusted = shares(Dilation.grow(open, matte.width(), 1, progress), matte.width());
		for (int i = 0; i < n; i++) trusted.data()[i] = 1 - trusted.data()[i];
		return trusted;
	}

	/** How much a pixel of the condition is the photograph's own, 0..1. */
	static float own(final float trust, final float covered, final float mirrored) {
		return Smooth.step(UNTRUSTED, TRUSTED, trust) * covered * (1 - mirrored);
	}

	/** What was generated, brought to the photograph's colours along the border, and to what the mask leaves as it is. */
	private Denoising.Generated fitted(final Denoising.Generated generated, final Picture trusted, final Progress progress) {
		final Picture made = generated.colours(), apart = new Picture(made.width(), made.height(), 3), out = made.copy();
		final int n = made.planeSize();
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		final float[] weight = new float[n];
		for (int i = 0; i < n; i++) {
			final float seen = Math.min(trusted.data()[i], own(maps.get(i), maps.get(n + i), maps.get(2 * n + i))), own = held == null ? seen : Math.max(seen, held.data()[i]);
			weight[i] = Math.max(FADE, own);
			for (int c = 0; c < 3; c++) {
				apart.data()[c * n + i] = own * (Condition.linear(start.get(c * n + i)) - made.data()[c * n + i]);
			}
		}
		final Picture correction = PushPull.fill(apart, weight, progress);
		for (int i = 0; i < out.data().length; i++) out.data()[i] = Math.max(0, made.data()[i] + correction.data()[i]);
		return new Denoising.Generated(out, generated.matte());
	}

	/** Generated less geometric without detail, in the frame; only what a photograph covers counts. */
	private Picture coarseChange(final Denoising.Generated generated, final Progress progress) {
		final Picture change = new Picture(condition.frame().side(), condition.frame().side(), 4);
		final FloatBuffer start = condition.start().buffer(), maps = condition.maps().buffer();
		final int n = change.planeSize();
		for (int i = 0; i < n; i++) {
			final float covered = maps.get(n + i);
			for (int c = 0; c < 3; c++) change.data()[c * n + i] = covered * (generated.colours().data()[c * n + i] - Condition.linear(start.get(c * n + i)));
			change.data()[3 * n + i] = covered;
		}
		final Picture coarse = BoxBlur.blur(change, radius(COARSE), progress);
		for (int i = 0; i < 3 * n; i++) coarse.data()[i] /= Math.max(1e-3f, coarse.data()[3 * n + i % n]);
		return coarse;
	}

	private Area touched(final Frame frame) {
		final Similarity to = frame.toPicture();
		return Area.around(to.x(0, 0), to.y(0, 0), to.x(1, 1), to.y(1, 1)).intersect(new Area(0, 0, portrait.width(), portrait.height()));
	}

	private void row(final int y, final Picture matte, final Picture trusted, final Finish.Finished finished, final Picture coarse, final Merged out) {
		final Area area = view.area();
		for (int x = touched.x(); x < touched.right(); x++) {
			final float free = this.allowed == null ? 1 : this.allowed.get(x, y, 0);
			if (free <= 0) continue;
			final boolean inside = x >= area.x() && y >= area.y() && x < area.right() && y < area.bottom();
			final int i = inside ? (y - area.y()) * area.width() + x - area.x() : -1;
			final double u = toFrame.x(x + 0.5, y + 0.5), v = toFrame.y(x + 0.5, y + 0.5);
			final float drawn = inside ? Smooth.step(BEYOND, WITHIN, view.alpha().data()[i]) : 0;
			final float person = Math.max(drawn, room.sample(u, v, 0) * Smooth.step(UNSURE, SURE, matte.sample(u, v, 0)));
			final float allowed = free * person * faded(u, v);
			if (allowed <= 0) continue;
			final float covered = inside ? known.data()[known.planeSize() + i] : 0, mirrored = inside ? known.data()[2 * known.planeSize() + i] : 0;
			final float shown = covered <= 0 ? 0 : Math.min(trusted.sample(u, v, 0), Smooth.step(UNTRUSTED, TRUSTED, known.data()[i] / covered) * covered);
			final float whole = allowed * (1 - shown), low = allowed * mirrored - whole * mirrored;
			for (int c = 0; c < 3; c++) {
				final float before = portrait.get(x, y, c), made = finished.at(x, y, c, whole);
				out.portrait.set(x, y, c, Math.max(0, before + whole * (made - before) + low * coarse.sample(u, v, c)));
			}
			out.generated.set(x, y, 0, Math.min(1, whole + low));
		}
	}

	/** Nothing is generated at the frame's own border, where the networks see half of what they know. */
	private float faded(final double u, final double v) {
		final double side = condition.frame().side(), nearest = Math.min(Math.min(u, v), Math.min(side - u, side - v));
		return Smooth.step(0, (float) (0.04 * side), (float) nearest);
	}
}
