package org.icportrait.generate;

import java.nio.FloatBuffer;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Similarity;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.CropSampler;
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

	/** Coverage between which a pixel begins to belong to the person: drawn by geometry, and generated, which must be surer of itself. */
	private static final float BEYOND = 0.05f, WITHIN = 0.3f, SURE = 0.7f;
	/** How soon the correction of the border fades inward: weight of "no correction" in a pixel of the frame. */
	private static final float FADE = 0.004f;
	/** Radius of what counts as coarse, share of the frame's side. */
	private static final double COARSE = 0.025;

	private final View view;
	private final Picture known;
	private final Picture portrait;
	private final Condition condition;
	private final Similarity toFrame;
	/** The frame, as far as it lies in the picture. */
	private final Area touched;
	/** Null where it does not. */
	private final Finish finish;
	private final Outline outline;
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
		outline = Outline.of(view, condition, turned, progress);
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
		final Denoising.Generated smooth = new Denoising.Generated(made.colours(), outline.smooth(made.matte(), progress));
		final Picture trusted = outline.trusted(smooth.matte(), progress);
		final Denoising.Generated generated = fitted(smooth, trusted, progress);
		final Picture coarse = coarseChange(generated, progress);
		final Finish.Finished finished = finish.of(generated, progress);
		Workers.rows(touched.height(), progress, row -> row(touched.y() + row, generated.matte(), trusted, finished, coarse, out));
		return out;
	}

	/** What was generated, brought to the photograph's colours along the border, and to what the mask leaves as it is. */
	private Denoising.Generated fitted(final Denoising.Generated generated, final Picture trusted, final Progress progress) {
		final Picture made = generated.colours(), apart = new Picture(made.width(), made.height(), 3), out = made.copy();
		final int n = made.planeSize();
		final FloatBuffer maps = condition.maps().buffer(), start = condition.start().buffer();
		final float[] weight = new float[n];
		for (int i = 0; i < n; i++) {
			final float seen = Math.min(trusted.data()[i], Outline.own(maps.get(i), maps.get(n + i), maps.get(2 * n + i))), own = held == null ? seen : Math.max(seen, held.data()[i]);
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
		final Picture coarse = BoxBlur.blur(change, Outline.radius(COARSE, condition.frame()), progress);
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
			final float person = Math.max(drawn, outline.room().sample(u, v, 0) * Smooth.step(Outline.UNSURE, SURE, matte.sample(u, v, 0)));
			final float allowed = free * person * faded(u, v);
			if (allowed <= 0) continue;
			final float covered = inside ? known.data()[known.planeSize() + i] : 0, mirrored = inside ? known.data()[2 * known.planeSize() + i] : 0;
			final float shown = covered <= 0 ? 0 : Math.min(trusted.sample(u, v, 0), Outline.own(known.data()[i] / covered, covered, 0));
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
