package org.icportrait.view;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.head.Symmetry;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The vertices of a prepared head at the rotation wanted, on the screen, and the rotation that each place takes part in. */
final class TurnedHead {

	/** Canonical heights (dm) between which the neck twists: collar and jaw. */
	private static final float COLLAR = -1.75f, JAW = -0.85f;
	private static final int SHARES = 32;
	/** Width of the band in which a person who goes on beyond the area comes to rest, share of the area's width. */
	private static final float BORDER = 0.06f;

	private final PreparedHead head;
	private final HeadCamera camera;
	private final boolean first;
	private final boolean bust;
	private final Rotation[] shares = new Rotation[SHARES + 1];
	private final Vertices direct;
	private final Vertices mirrored;

	/**
	 * @param first whether this source says where the shoulders stay; of others only what turns wholly can be used
	 * @param camera of the picture wanted
	 */
	TurnedHead(final PreparedHead head, final boolean first, final ViewTarget target, final HeadCamera camera, final Progress progress) {
		this.head = head;
		this.camera = camera;
		this.first = first;
		bust = target.turn() == Turn.BUST;
		final Rotation change = target.rotation().since(head.rotation());
		for (int i = 0; i <= SHARES; i++) shares[i] = first ? change.share(i / (double) SHARES) : change;
		final Mesh mesh = head.mesh();
		direct = new Vertices(2 * mesh.count());
		mirrored = target.mirror() ? new Vertices(mesh.count()) : null;
		Workers.rows(mesh.rows(), progress, row -> {
			for (int v = row * mesh.columns(); v < (row + 1) * mesh.columns(); v++) place(mesh, v);
		});
	}

	PreparedHead head() {
		return head;
	}

	/** Front, then rear. */
	Vertices direct() {
		return direct;
	}

	/** The front reflected to the other side; null where that is not wanted. */
	Vertices mirrored() {
		return mirrored;
	}

	/** The rotation that a place of the photograph (pixels) with a canonical height takes part in. */
	Rotation rotationAt(final double x, final double y, final float canonicalY) {
		return shares[Math.round(SHARES * share(x, y, canonicalY))];
	}

	/** How well each vertex can be used: where another source does not turn wholly, it knows nothing of where its place has gone. */
	float[] usable(final float[] confidence) {
		if (first) return confidence;
		final Mesh mesh = head.mesh();
		final float[] out = confidence.clone();
		for (int v = 0; v < mesh.count(); v++) out[v] *= share(mesh.textureX()[v], mesh.textureY()[v], mesh.canonical()[3 * v + 1]);
		return out;
	}

	private float share(final double x, final double y, final float canonicalY) {
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

	private void place(final Mesh mesh, final int v) {
		final float[] p = mesh.points();
		final Rotation r = rotationAt(mesh.textureX()[v], mesh.textureY()[v], mesh.canonical()[3 * v + 1]);
		final float x = p[3 * v], y = p[3 * v + 1], z = p[3 * v + 2];
		project(r, x, y, z, direct, v);
		final int rear = mesh.count() + v;
		project(r, p[3 * rear], p[3 * rear + 1], p[3 * rear + 2], direct, rear);
		if (mirrored == null) return;
		final Symmetry s = head.symmetry();
		final double d = 2 * s.distance(x, y, z);
		project(r, x - d * s.nx(), y - d * s.ny(), z - d * s.nz(), mirrored, v);
	}

	private void project(final Rotation r, final double x, final double y, final double z, final Vertices out, final int v) {
		final double depth = r.z(x, y, z);
		out.x()[v] = (float) camera.x(r.x(x, y, z), depth);
		out.y()[v] = (float) camera.y(r.y(x, y, z), depth);
		out.z()[v] = (float) depth;
	}
}
