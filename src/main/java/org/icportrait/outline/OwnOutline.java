package org.icportrait.outline;

import org.icportrait.geometry.Area;
import org.icportrait.hair.BareEars;
import org.icportrait.hair.SeenHair;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * The hair along the outline that one photograph shows. Immutable; arrays are live, treat them as read-only.
 *
 * @param ends where it ends
 * @param deep how far within that there is hair, dm, by ray
 * @param share how much there is hair that may stand for other hair, 0..1, by ray: not below bare ears, not where the picture ends
 */
record OwnOutline(HeadRays rays, RayEnds ends, float[] deep, float[] share) {

	/** Heights (dm, head axes) from which on there may be, beside hair that covers ears and above bare ears, and over how many dm more it comes to be. */
	private static final float COVERED = -0.8f, BARE = 0.45f, SOON = 0.3f;
	/** How far inward hair is looked for, from where on, and where its height is asked, dm. */
	private static final double DEEPEST = 0.6, RIM = 0.03, INWARD = 0.06;
	/** How deep hair is that is none, and that is some, dm. */
	private static final float NONE = 0.04f, SOME = 0.15f;
	/** How many rays to both sides must have it, and which of them, the least first, tells. */
	private static final int ABOUT = 6;
	private static final double LEAST = 0.1;

	static OwnOutline of(final PreparedHead head, final Progress progress) {
		final HeadRays rays = HeadRays.of(head.camera(), head.rotation());
		final Area area = head.area();
		final RayEnds ends = RayEnds.of(rays, head.width(), head.height(), (x, y) -> at(head.matte(), area.index(x, y)), progress);
		final float[] deep = new float[HeadRays.COUNT], share = new float[HeadRays.COUNT];
		for (int ray = 0; ray < deep.length; ray++) deep[ray] = deep(head.hair().seen(), rays, ray, ends.far()[ray]);
		final float[] sure = HeadRays.mean(HeadRays.ranked(deep, ABOUT, LEAST), ABOUT / 2);
		for (int ray = 0; ray < deep.length; ray++) share[ray] = ends.cut()[ray] ? 0 : high(head, rays, ray, ends.far()[ray]) * Smooth.step(NONE, SOME, sure[ray]);
		return new OwnOutline(rays, ends, sure, HeadRays.mean(HeadRays.ranked(share, ABOUT / 2, 0), ABOUT / 2));
	}

	private static float at(final Picture matte, final int pixel) {
		return pixel < 0 ? 0 : matte.data()[pixel];
	}

	private static float deep(final SeenHair hair, final HeadRays rays, final int ray, final float end) {
		double in = 0;
		while (in < Math.min(DEEPEST, end) && hair.isAt(rays.x(ray, end - RIM - in), rays.y(ray, end - RIM - in))) in += RayEnds.STEP;
		return (float) in;
	}

	/** How surely a ray ends high enough. */
	private static float high(final PreparedHead head, final HeadRays rays, final int ray, final float end) {
		final HeadMaps maps = head.maps();
		final double x = rays.x(ray, end - INWARD), y = rays.y(ray, end - INWARD);
		final float lowest = COVERED + BareEars.sureness(head.hair().bareEars()) * (BARE - COVERED);
		return Smooth.step(lowest, lowest + SOON, maps.coordinates().sample(maps.column(x, y), maps.row(x, y), 1));
	}
}
