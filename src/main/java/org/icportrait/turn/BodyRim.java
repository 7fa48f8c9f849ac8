package org.icportrait.turn;

import org.icportrait.geometry.Rotation;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Progress;

/**
 * Where a shoulder that a photograph shows gives way to what closes the body: along its silhouette, seen askance and torn there, as far as a turn brings that
 * into full view. Hair that hangs before it does not. Immutable.
 */
final class BodyRim {

	/** Radius (dm) that smooths the matte, and smooth mattes between which the rim ends. */
	private static final double RADIUS = 0.09;
	private static final float OUTER = 0.6f, INNER = 0.95f;
	/** By how much (cosines) a place must come into view for its rim to go, and to be gone. */
	private static final float BEGINS = 0.1f, ENDS = 0.4f;
	/** Canonical heights (dm) between which a place becomes the body's. */
	private static final float BODY = -1.3f, NECK = -1;
	/** What closes the body so far (dm) behind is another part of it. */
	private static final float ALIKE = 0.3f, APART = 0.8f;

	private final PreparedHead head;
	private final Picture smooth;

	BodyRim(final PreparedHead head, final Progress progress) {
		this.head = head;
		smooth = BoxBlur.twice(head.matte(), BoxBlur.radius(RADIUS, head.camera().s()), progress);
	}

	/**
	 * What the body takes of a place, 0..1.
	 *
	 * @param x photograph pixels @param y photograph pixels
	 * @param behind how far (dm) what closes the body lies behind it
	 * @param turn that the place takes part in
	 */
	float share(final float x, final float y, final float behind, final Rotation turn) {
		final double column = x - head.area().x(), row = y - head.area().y();
		final float rim = (1 - Smooth.step(OUTER, INNER, smooth.sample(column, row, 0))) * (1 - Smooth.step(ALIKE, APART, behind));
		if (rim <= 0 || head.hair().isLoose((int) Math.max(0, Math.min(smooth.width() - 1, column)), (int) Math.max(0, Math.min(smooth.height() - 1, row)))) return 0;
		final HeadMaps maps = head.maps();
		final double i = maps.column(x, y), j = maps.row(x, y);
		final float body = 1 - Smooth.step(BODY, NECK, maps.coordinates().sample(i, j, 1));
		if (body <= 0) return 0;
		final float nx = maps.normals().sample(i, j, 0), ny = maps.normals().sample(i, j, 1), nz = maps.normals().sample(i, j, 2);
		return rim * body * Smooth.step(BEGINS, ENDS, (float) turn.z(nx, ny, nz) - nz);
	}
}
