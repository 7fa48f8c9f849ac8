package org.icportrait.turn;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * How far the vertices of a head's mesh move in a small turn, picture pixels. Immutable.
 *
 * @param even x and y of all that is not face, and of faces what goes on evenly over them; nothing folds
 * @param own the same with faces as they move in space
 * @param depth of the turned vertices, dm; 0 where no person is
 */
record BentMoves(Picture even, Picture own, float[] depth) {

	/** Radius over which moves are smoothed, dm: depths along an outline are read unevenly. */
	private static final double SMOOTH = 0.02;
	/** Share of a face from which on it moves as it does in space, and hides what goes on evenly over it. */
	private static final float HIDING = 0.5f;
	/** How much a place that is seen askance counts at least: its depth is less sure, and better than none. */
	private static final float ASKANCE = 0.15f;

	/** @param start of that head @param mesh of the head, for this turn */
	static BentMoves of(final PreparedHead head, final BendStart start, final Mesh mesh, final Twist twist, final Progress progress) {
		return new Maker(head, start, mesh, twist).make(progress);
	}

	/** For one thread, once. */
	private static final class Maker {

		private final PreparedHead head;
		private final BendStart start;
		private final Mesh mesh;
		private final double step;
		private final Twist twist;
		private final int count;
		private final Picture known;
		private final Picture own;
		private final float[] weight;
		private final float[] depth;

		Maker(final PreparedHead head, final BendStart start, final Mesh mesh, final Twist twist) {
			this.head = head;
			this.start = start;
			this.mesh = mesh;
			step = mesh.step();
			this.twist = twist;
			count = mesh.count();
			known = new Picture(mesh.columns(), mesh.rows(), 2);
			own = new Picture(mesh.columns(), mesh.rows(), 2);
			weight = new float[count];
			depth = new float[count];
		}

		BentMoves make(final Progress progress) {
			final Picture outline = OutlineMoves.of(head, start.outline(), twist, mesh, progress);
			Workers.rows(mesh.rows(), progress, row -> {
				final float[] to = new float[2];
				for (int v = row * mesh.columns(); v < (row + 1) * mesh.columns(); v++) place(v, outline, to);
			});
			final int radius = (int) Math.round(SMOOTH * head.camera().s() / step), least = Math.max(1, radius);
			final Picture even = Unfolded.of(BoxBlur.twice(PushPull.membrane(known, weight, progress), radius, progress), step, least, null, progress);
			final Picture faces = BoxBlur.twice(own, radius, progress);
			for (int i = 0; i < 2 * count; i++) faces.data()[i] = even.data()[i] + Smooth.step(0, HIDING, start.face()[i % count]) * (faces.data()[i] - even.data()[i]);
			return new BentMoves(even, Unfolded.of(faces, step, least, start.free(), progress), depth);
		}

		/** What is known of a vertex. @param to for use in here */
		private void place(final int v, final Picture outline, final float[] to) {
			if (start.solid()[v]) placePerson(v, outline, to);
			// What goes on over a face is hidden by it.
			weight[v] *= 1 - Smooth.step(0, HIDING, start.face()[v]);
			// Nothing moves far from the person, and where others are.
			if (start.far()[v] || weight[v] == 0 && start.others()[v]) weight[v] = 1;
		}

		private void placePerson(final int v, final Picture outline, final float[] to) {
			final float rim = start.rims()[v], front = mesh.points()[3 * v + 2], ear = start.ears() == null ? 0 : start.ears().data()[count + v];
			final float z = ear == 0 ? front : front + ear * (start.ears().data()[v] - front);
			depth[v] = move(v, z, false, to);
			for (int c = 0; c < 2; c++) own.data()[c * count + v] = to[c];
			if (rim > 0) moveOutline(v, z, outline, to);
			for (int c = 0; c < 2; c++) known.data()[c * count + v] = own.data()[c * count + v] + rim * (to[c] - own.data()[c * count + v]);
			weight[v] = Math.max(Math.max(ASKANCE, rim), mesh.confidence()[v]);
		}

		/** As far as it is the fitted head's it moves as that; locks beyond it as round things do. */
		private void moveOutline(final int v, final float front, final Picture outline, final float[] to) {
			move(v, (front + mesh.points()[3 * (count + v) + 2]) / 2, true, to);
			for (int c = 0; c < 2 && outline != null; c++) to[c] += outline.data()[2 * count + v] * (outline.data()[c * count + v] - to[c]);
		}

		/**
		 * How far a vertex moves, and how deep it comes to lie. An outline does not move with what lies on it, which turns out of view or into it, but as the
		 * middle of the round thing that it bounds: that lies as deep as the middle between front and rear, and comes no nearer to the axis of the turn.
		 */
		private float move(final int v, final float z, final boolean round, final float[] to) {
			final HeadCamera camera = head.camera();
			final Rotation r = twist.ofFront(v);
			final double x = camera.liftX(mesh.textureX()[v], z), y = camera.liftY(mesh.textureY()[v], z), turned = r.z(x, y, z);
			// The part of the turn that stays in the picture's plane, by the nearest rotation of its two axes.
			final double roll = Math.atan2(r.get(1, 0) - r.get(0, 1), r.get(0, 0) + r.get(1, 1));
			final double toX = round ? Math.cos(roll) * x - Math.sin(roll) * y + r.get(0, 2) * z : r.x(x, y, z);
			final double toY = round ? Math.sin(roll) * x + Math.cos(roll) * y + r.get(1, 2) * z : r.y(x, y, z);
			to[0] = (float) camera.x(toX, turned) - mesh.textureX()[v];
			to[1] = (float) camera.y(toY, turned) - mesh.textureY()[v];
			return (float) turned;
		}
	}
}
