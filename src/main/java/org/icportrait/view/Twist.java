package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.FittedHead;
import org.icportrait.head.Occluder;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;

/** The rotation that each place of a head takes part in when it turns: all of it, and the less the nearer to the shoulders, which stay. Immutable. */
final class Twist {

	/** Canonical heights (dm) between which the neck twists: collar and jaw. */
	private static final float COLLAR = -1.75f, JAW = -0.85f;
	private static final int SHARES = 32;
	/** Width of the band in which a person who goes on beyond the area comes to rest, share of the area's width. */
	private static final float BORDER = 0.06f;

	private final PreparedHead head;
	private final boolean bust;
	private final Rotation[] shares = new Rotation[SHARES + 1];

	/** @param first whether this source says where the shoulders stay; another one turns wholly */
	Twist(final PreparedHead head, final ViewTarget target, final boolean first) {
		this.head = head;
		bust = target.turn() == Turn.BUST;
		final Rotation change = target.rotation().since(head.rotation());
		for (int i = 0; i <= SHARES; i++) shares[i] = first ? change.share(i / (double) SHARES) : change;
	}

	/** Of a place of the photograph (pixels) with a canonical height. */
	Rotation at(final double x, final double y, final float canonicalY) {
		return shares[Math.round(SHARES * share(x, y, canonicalY))];
	}

	/** How much of the turn it takes part in, 0..1. */
	float share(final double x, final double y, final float canonicalY) {
		return (bust ? 1 : Smooth.step(COLLAR, JAW, canonicalY)) * border(x, y);
	}

	/** Where the person goes on beyond the area it must stay in place at its border; at the picture's own border it need not. */
	private float border(final double x, final double y) {
		final Area area = head.area();
		final float band = BORDER * area.width();
		float share = 1;
		if (area.bottom() < head.height()) share = Math.min(share, Smooth.step(0, band, (float) (area.bottom() - y)));
		if (area.x() > 0) share = Math.min(share, Smooth.step(0, band, (float) (x - area.x())));
		if (area.right() < head.width()) share = Math.min(share, Smooth.step(0, band, (float) (area.right() - x)));
		return share;
	}

	/** The fitted head, turned, in the way of light; there must be one. */
	Occluder fitted(final Progress progress) {
		final FittedHead fitted = head.fitted();
		final float[] out = fitted.points().clone();
		for (int v = 0; v < out.length; v += 3) {
			if (v % 3072 == 0) progress.check();
			final float x = out[v], y = out[v + 1], z = out[v + 2];
			final Rotation r = at(head.camera().x(x, z), head.camera().y(y, z), fitted.model().neutral()[v + 1]);
			out[v] = (float) r.x(x, y, z);
			out[v + 1] = (float) r.y(x, y, z);
			out[v + 2] = (float) r.z(x, y, z);
		}
		return new Occluder(out, fitted.model().triangles());
	}
}
