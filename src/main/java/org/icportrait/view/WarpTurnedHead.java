package org.icportrait.view;

import java.util.stream.IntStream;

import org.icportrait.image.Smooth;
import org.icportrait.view.ViewOptions.Turn;

/** The vertices of a prepared head at the pose wanted, on the screen, and the rotation that each canonical height takes part in. */
final class WarpTurnedHead {

	/** Canonical heights (dm) between which the neck twists: collar and jaw. */
	private static final float COLLAR = -1.75f, JAW = -0.85f;
	private static final int SHARES = 32;

	/** Front and rear vertices: picture pixels and depth. */
	final float[] x;
	final float[] y;
	final float[] z;
	/** The same for the front vertices reflected to the other side. */
	final float[] mirrorX;
	final float[] mirrorY;
	final float[] mirrorZ;
	private final double[][] shares = new double[SHARES + 1][];
	private final Turn turn;
	private final PreparedHead head;

	/** @param change rotation from the source's camera axes to the target's */
	WarpTurnedHead(final PreparedHead head, final double[] change, final Turn turn) {
		this.head = head;
		this.turn = turn;
		for (int i = 0; i <= SHARES; i++) shares[i] = Rotations.share(change, i / (double) SHARES);
		final int n = head.count;
		x = new float[2 * n];
		y = new float[2 * n];
		z = new float[2 * n];
		mirrorX = new float[n];
		mirrorY = new float[n];
		mirrorZ = new float[n];
		final float[] p = head.points;
		final Symmetry symmetry = head.symmetry;
		IntStream.range(0, n).parallel().forEach(v -> {
			final double[] r = rotationAt(head.textureX[v], head.textureY[v], head.canonical[3 * v + 1]);
			place(r, p[3 * v], p[3 * v + 1], p[3 * v + 2], x, y, z, v);
			place(r, p[3 * (n + v)], p[3 * (n + v) + 1], p[3 * (n + v) + 2], x, y, z, n + v);
			final double d = 2 * symmetry.distance(p[3 * v], p[3 * v + 1], p[3 * v + 2]);
			place(r, p[3 * v] - d * symmetry.nx(), p[3 * v + 1] - d * symmetry.ny(), p[3 * v + 2] - d * symmetry.nz(), mirrorX, mirrorY, mirrorZ, v);
		});
	}

	/** The rotation of a place of the photograph (picture pixels) with a canonical height. */
	double[] rotationAt(final double px, final double py, final float canonicalY) {
		final float height = turn == Turn.BUST ? 1 : Smooth.step(COLLAR, JAW, canonicalY);
		return shares[Math.round(SHARES * height * border(px, py))];
	}

	/** Where the person goes on beyond the maps it must stay in place at their border; at the picture's own border it need not. */
	private float border(final double px, final double py) {
		final float band = 0.06f * head.maps.width();
		float share = 1;
		if (head.maps.y() + head.maps.height() < head.source.height()) share = Math.min(share, Smooth.step(0, band, (float) (head.maps.y() + head.maps.height() - py)));
		if (head.maps.x() > 0) share = Math.min(share, Smooth.step(0, band, (float) (px - head.maps.x())));
		if (head.maps.x() + head.maps.width() < head.source.width()) share = Math.min(share, Smooth.step(0, band, (float) (head.maps.x() + head.maps.width() - px)));
		return share;
	}

	private void place(final double[] r, final double qx, final double qy, final double qz, final float[] outX, final float[] outY, final float[] outZ,
		final int v)
	{
		final double tx = r[0] * qx + r[1] * qy + r[2] * qz, ty = r[3] * qx + r[4] * qy + r[5] * qz, tz = r[6] * qx + r[7] * qy + r[8] * qz;
		outX[v] = (float) head.camera.x(tx, tz);
		outY[v] = (float) head.camera.y(ty, tz);
		outZ[v] = (float) tz;
	}
}
