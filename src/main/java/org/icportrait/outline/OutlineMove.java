package org.icportrait.outline;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.layers.Layer;
import org.icportrait.layers.LayerReader;
import org.icportrait.layers.Parted;
import org.icportrait.view.HairBeyond;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * Moves the hair along a photograph's outline to where a generated head ends, on each ray from the middle of the skull: as far as the outline is generated, and as far in
 * as there is hair. Immutable, thread-safe.
 */
public final class OutlineMove {

	/** How far within and beyond the outline it is shown, dm, of which share in full; and how much of the hair's depth is left out, for it may be skin. */
	private static final float WITHIN = 0.5f, BEYOND = 0.5f, FULL = 0.35f, LEFT = 0.05f;
	/** Shares of generation along the outline between which it comes to stand there, and how deep that is asked, from where on, dm. */
	private static final float LITTLE = 0.3f, MUCH = 0.8f;
	private static final double ASKED = 0.2, RIM = 0.03;
	/** How far it is moved at most, dm: it begins to be left out at the first. */
	private static final float NEAR = 0.5f, FAR = 0.8f;
	/** Rays to both sides over whose mean that changes. */
	private static final int ABOUT = 8;

	private final PreparedHead head;
	private final Parted photograph;
	private final OwnOutline own;

	/** @param photograph of the head, live */
	public OutlineMove(final PreparedHead head, final Parted photograph, final Progress progress) {
		this.head = head;
		this.photograph = photograph;
		own = head.hair().isCovered() || !head.hair().seen().isHaired() ? null : OwnOutline.of(head, progress);
	}

	/**
	 * @param rotation of the turned head
	 * @param covered how much of each pixel that person covers, generated or not
	 * @param beyond hair beyond that person, which tells where the outline is better; null where there is none
	 * @param generated how much of each pixel was generated, one channel, the whole picture
	 * @param allowed how much of each pixel may change, likewise; null where all may
	 * @return null where it changes nothing: of bald and covered heads, and where nothing is generated along the outline
	 * @throws java.util.concurrent.CancellationException when the progress says so
	 */
	public MovedOutline to(final Rotation rotation, final HairBeyond.Covered covered, final HairBeyond beyond, final Picture generated, final Picture allowed, final Progress progress) {
		if (own == null) return null;
		final HeadRays rays = HeadRays.of(head.camera(), rotation);
		final HairBeyond.Covered all = beyond == null ? covered : beyond.covered(covered, head.width());
		final RayEnds ends = RayEnds.of(rays, head.width(), head.height(), (x, y) -> all.at(y * head.width() + x), progress);
		final float[] share = share(rays, ends, generated), out = new float[HeadRays.COUNT];
		for (int ray = 0; ray < out.length; ray++) out[ray] = ends.far()[ray] - own.ends().far()[ray];
		final Area area = area(rays, ends, share);
		return area.isEmpty() ? null : moved(new Target(rays, ends.far(), out, share), area, pixel -> free(pixel, covered.at(pixel), generated.data()[pixel], allowed == null ? 1 : allowed.data()[pixel]), progress);
	}

	/** @param far where the head ends, dm @param out how much farther out that is than in the photograph, dm @param share how far the photograph's hair stands there */
	private record Target(HeadRays rays, float[] far, float[] out, float[] share) {}

	private float[] share(final HeadRays rays, final RayEnds ends, final Picture generated) {
		final float[] out = new float[HeadRays.COUNT];
		for (int ray = 0; ray < out.length; ray++) {
			if (own.share()[ray] <= 0 || ends.cut()[ray]) continue;
			double sum = 0;
			int asked = 0;
			for (double in = RIM; in < ASKED; in += RayEnds.STEP, asked++) sum += generated.sample(rays.x(ray, ends.far()[ray] - in), rays.y(ray, ends.far()[ray] - in), 0);
			final float moved = Math.abs(ends.far()[ray] - own.ends().far()[ray]);
			out[ray] = own.share()[ray] * Smooth.step(LITTLE, MUCH, (float) (sum / asked)) * (1 - Smooth.step(NEAR, FAR, moved));
		}
		return HeadRays.mean(out, ABOUT);
	}

	/** How much of a pixel it may stand for: nothing of what a photograph shows there, nor of other people. */
	private float free(final int pixel, final float covered, final float generated, final float allowed) {
		final float most = Math.min(allowed, 1 - head.others(pixel));
		return covered <= 0 ? most : Math.min(most, generated / covered);
	}

	/** Where it may stand. */
	private Area area(final HeadRays rays, final RayEnds ends, final float[] share) {
		double left = Double.MAX_VALUE, top = Double.MAX_VALUE, right = -Double.MAX_VALUE, bottom = -Double.MAX_VALUE;
		for (int ray = 0; ray < share.length; ray++) {
			if (share[ray] <= 0) continue;
			for (final double far : new double[] { Math.max(0, ends.far()[ray] - WITHIN), ends.far()[ray] + BEYOND }) {
				left = Math.min(left, rays.x(ray, far));
				top = Math.min(top, rays.y(ray, far));
				right = Math.max(right, rays.x(ray, far));
				bottom = Math.max(bottom, rays.y(ray, far));
			}
		}
		return right < left ? new Area(0, 0, 0, 0) : Area.around(left - 1, top - 1, right + 1, bottom + 1).intersect(head.area());
	}

	private MovedOutline moved(final Target target, final Area area, final HairBeyond.Covered free, final Progress progress) {
		final MovedOutline out = new MovedOutline(area, new Picture(area.width(), area.height(), 3), new Picture(area.width(), area.height(), 1), new Picture(area.width(), area.height(), 1));
		Workers.bands(area.height(), progress, (from, to) -> {
			final LayerReader colours = new LayerReader(photograph.person(), true), share = new LayerReader(Layer.over(head.area(), head.matte(), head.matte()), true);
			for (int i = from * area.width(); i < to * area.width(); i++) {
				if (i % area.width() == 0) progress.check();
				final int x = area.x() + i % area.width(), y = area.y() + i / area.width();
				final double ray = target.rays.ray(x + 0.5, y + 0.5), far = target.rays.far(x + 0.5, y + 0.5);
				final float told = stands(target, ray, far), stands = told <= 0 ? 0 : told * free.at(y * head.width() + x);
				if (stands <= 0) continue;
				out.weight().data()[i] = stands;
				final double source = far - HeadRays.between(target.out, ray);
				read(own.rays().x(ray, source), own.rays().y(ray, source), colours, share, out, i);
			}
		});
		return out;
	}

	private static void read(final double x, final double y, final LayerReader colours, final LayerReader share, final MovedOutline out, final int i) {
		share.add((float) x, (float) y, false, 1, out.share(), i);
		out.share().data()[i] = Math.max(0, Math.min(1, out.share().data()[i]));
		if (out.share().data()[i] <= 0) return;
		colours.add((float) x, (float) y, false, 1, out.colours(), i);
		for (int c = 0, n = out.share().planeSize(); c < 3; c++) out.colours().data()[c * n + i] = Math.max(0, out.colours().data()[c * n + i]);
	}

	/** How far the photograph's hair stands at a place, 0..1. */
	private float stands(final Target target, final double ray, final double far) {
		final float share = HeadRays.between(target.share, ray);
		if (share <= 0) return 0;
		final float beyond = (float) far - HeadRays.between(target.far, ray), deep = Math.min(WITHIN, HeadRays.between(own.deep(), ray) - LEFT);
		if (beyond >= 0) return share * (1 - Smooth.step(FULL * BEYOND, BEYOND, beyond));
		return deep <= 0 ? 0 : share * (1 - Smooth.step(FULL * deep, deep, -beyond));
	}
}
