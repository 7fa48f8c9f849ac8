package org.icportrait.turn;

import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.Occluder;
import org.icportrait.work.Progress;

/** The rotation that each place of a head takes part in when it turns: all of it, and the less the nearer to the shoulders, which stay. Immutable. */
public final class Twist {

	private final PreparedHead head;
	private final TurnShare turns;
	/** By steps of the share that a place takes in the turn. */
	private final Rotation[] shares = new Rotation[TurnShare.STEPS + 1];

	/** @param turns what of the head takes part in turns @param first whether this source says where the shoulders stay; another one turns wholly */
	Twist(final PreparedHead head, final TurnShare turns, final Rotation wanted, final boolean first) {
		this.head = head;
		this.turns = turns;
		final Rotation change = wanted.since(head.rotation());
		for (int i = 0; i < shares.length; i++) shares[i] = first ? change.share(i / (double) TurnShare.STEPS) : change;
	}

	/** Of a place of the photograph (pixels) that is a vertex of canonical places. */
	Rotation at(final double x, final double y, final float[] canonical, final int vertex) {
		return shares[turns.step(x, y, canonical, vertex)];
	}

	/** Of a vertex of the head's mesh. */
	Rotation ofFront(final int vertex) {
		return shares[turns.ofFront(vertex)];
	}

	/** Of a vertex of the head's closure. */
	Rotation ofClosure(final int vertex) {
		return shares[turns.ofClosure(vertex)];
	}

	/** Of a vertex of its body. */
	Rotation ofBody(final int vertex) {
		return shares[turns.ofBody(vertex)];
	}

	/** How much of the turn a vertex of the head's mesh takes part in, 0..1. */
	float share(final Mesh mesh, final int vertex) {
		return turns.at(mesh.textureX()[vertex], mesh.textureY()[vertex], mesh.canonical(), vertex);
	}

	/** How well such a vertex stands for its mirror image, 0..1. */
	float symmetric(final Mesh mesh, final int vertex) {
		return turns.symmetric(mesh.canonical()[3 * vertex + 1]);
	}

	/** The fitted head, turned, in the way of light; there must be one. */
	public Occluder fitted(final Progress progress) {
		final FittedHead fitted = head.fitted();
		return new Occluder(turned(fitted.points(), progress), fitted.model().triangles());
	}

	/** Its vertices, turned, where they stand so. @param points camera axes, dm; not changed */
	float[] turned(final float[] points, final Progress progress) {
		final FittedHead fitted = head.fitted();
		final float[] out = points.clone();
		for (int v = 0; v < out.length; v += 3) {
			if (v % 3072 == 0) progress.check();
			final float x = out[v], y = out[v + 1], z = out[v + 2];
			final Rotation r = at(head.camera().x(x, z), head.camera().y(y, z), fitted.model().neutral(), v / 3);
			out[v] = (float) r.x(x, y, z);
			out[v + 1] = (float) r.y(x, y, z);
			out[v + 2] = (float) r.z(x, y, z);
		}
		return out;
	}
}
