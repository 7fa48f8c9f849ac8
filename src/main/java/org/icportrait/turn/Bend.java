package org.icportrait.turn;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Dilation;
import org.icportrait.image.Picture;
import org.icportrait.image.PushPull;
import org.icportrait.image.Smooth;
import org.icportrait.raster.Vertices;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A small turn as a smooth bend of the whole photograph. It brings next to nothing into view that the photograph does not show, so nothing need be cut out along
 * an outline: what is known of the person moves as it does in space, what is far off stays, and between them the photograph gives way like a membrane, so that
 * loose hair, ears and jaw stay as they were taken. Immutable, thread-safe.
 */
public final class Bend {

	/** From so far off the person (dm) on the background stays. */
	private static final double REACH = 0.3;
	/** Radius over which moves are smoothed, dm: depths along an outline are read unevenly. */
	private static final double SMOOTH = 0.02;
	/** Width of the rim that moves as the outline does, dm. */
	private static final double RIM = 0.08;
	/** How round what has an outline is: 1 as a ball, 0 as a sheet. */
	private static final double ROUND = 1;
	/** How much a place that is seen askance counts at least: its depth is less sure, and better than none. */
	private static final float ASKANCE = 0.15f;
	/** How near the picture's border a place may come, share of its distance. */
	private static final double NEAREST = 0.3;
	/** Steps in which the place that moves to a given one is found, and how far each goes: so it is found where lengths grow up to four times, too. */
	private static final int STEPS = 30;
	private static final double DAMPED = 0.4;

	private final PreparedHead head;
	private final Area area;
	private final Twist twist;
	private final Mesh mesh;
	private final double step;
	/** From each place of the mesh's grid to the one that is seen there, picture pixels, x and y. */
	private final Picture back;
	/** {@link FaceFold#of}. */
	private final FaceFold folded;

	/** @param turns what of the head takes part in the turn; the head must be the first photograph's */
	public Bend(final PreparedHead head, final Rotation wanted, final TurnShare turns, final Progress progress) {
		this.head = head;
		area = head.area();
		twist = new Twist(head, turns, wanted, true);
		mesh = head.mesh(head.rotation().degreesTo(wanted));
		step = mesh.columns() > 1 ? mesh.textureX()[1] - mesh.textureX()[0] : 1;
		final float[] face = new float[mesh.count()], depth = new float[mesh.count()];
		final Picture own = new Picture(mesh.columns(), mesh.rows(), 2);
		final Picture moves = moves(own, face, depth, progress);
		back = back(moves, progress);
		folded = FaceFold.of(mesh, head.camera(), step, face, own, depth, back, progress);
	}

	/** The place of the photograph that is seen at a place of the picture. @param place gets x and y, picture pixels */
	public void seenAt(final double x, final double y, final float[] place) {
		final Line line = line();
		line.to(y);
		final float[] seen = new float[5];
		line.seenAt(x, seen);
		final int at = seen[4] >= 0.5f ? 2 : 0;
		place[0] = seen[at];
		place[1] = seen[at + 1];
	}

	/** Places along lines of pixels, told faster than one by one; for one thread. */
	public final class Line {

		private final float[] across = new float[back.width()];
		private final float[] down = new float[back.width()];
		private final float[] move = new float[2];
		private double y;

		/** Goes to a line of the picture. @param to pixels */
		public void to(final double to) {
			y = to;
			final double row = Math.max(0, Math.min(back.height() - 1, column(y - area.y()) - 0.5));
			final int above = Math.min((int) row, Math.max(0, back.height() - 2)), below = Math.min(above + 1, back.height() - 1), w = back.width(), n = back.planeSize();
			final float share = (float) (row - above);
			for (int i = 0; i < w; i++) {
				across[i] = back.data()[above * w + i] + share * (back.data()[below * w + i] - back.data()[above * w + i]);
				down[i] = back.data()[n + above * w + i] + share * (back.data()[n + below * w + i] - back.data()[n + above * w + i]);
			}
		}

		/** As {@link Bend#seenAt}, on this line. */
		public void seenAt(final double x, final float[] place) {
			final double at = Math.max(0, Math.min(across.length - 1, column(x - area.x()) - 0.5));
			final int left = Math.min((int) at, Math.max(0, across.length - 2)), right = Math.min(left + 1, across.length - 1);
			final float share = (float) (at - left);
			final double fx = FaceFold.FINER * column(x - area.x()), fy = FaceFold.FINER * column(y - area.y());
			final float ax = across[left] + share * (across[right] - across[left]), ay = down[left] + share * (down[right] - down[left]);
			place[0] = inside(x, ax, head.width());
			place[1] = inside(y, ay, head.height());
			folded.before().sample(fx, fy, 0, move);
			place[2] = inside(x, ax + move[0], head.width());
			place[3] = inside(y, ay + move[1], head.height());
			place[4] = Math.max(0, Math.min(1, 0.5f + folded.level().sample(fx, fy, 0)));
		}
	}

	/** At the first line of the picture. */
	public Line line() {
		return new Line();
	}

	/** A place that is so far from another one, without what lies beyond the picture: what is near its border is drawn out instead. */
	private static float inside(final double from, final float far, final int size) {
		return (float) Math.max(NEAREST * from, Math.min(size - NEAREST * (size - from), from + far));
	}

	/** The rotation that a place of the photograph (pixels) takes part in. @param canonical x, y, z */
	public Rotation rotationAt(final double x, final double y, final float... canonical) {
		return twist.at(x, y, canonical, 0);
	}

	/** The rotation that each place takes part in. */
	public Twist twist() {
		return twist;
	}

	/** Where on the grid a place of the area lies; rows likewise. */
	private double column(final double pixels) {
		return (pixels - 0.5) / step + 0.5;
	}

	/** How far each vertex moves, picture pixels, x and y. */
	private Picture moves(final Picture own, final float[] face, final float[] depth, final Progress progress) {
		final int n = mesh.count();
		final Picture known = new Picture(mesh.columns(), mesh.rows(), 2), solid = new Picture(mesh.columns(), mesh.rows(), 1);
		final float[] weight = new float[n];
		final boolean[] person = new boolean[n];
		for (int v = 0; v < n; v++) {
			final float matte = at(head.matte(), v);
			person[v] = matte > Mesh.TOUCHED;
			solid.data()[v] = matte > Mesh.SOLID ? 1 : 0;
		}
		final float[] inside = BoxBlur.blur(solid, cells(RIM), progress).data();
		final Picture outline = OutlineMoves.of(head, twist, mesh, step, progress), ears = EarDepths.of(head, mesh, step, progress);
		final Vertices moved = new Vertices(1);
		final float[] rims = new float[n];
		java.util.Arrays.fill(rims, 1);
		for (int v = 0; v < n; v++) {
			if (solid.data()[v] == 0) continue;
			final float ear = ears == null ? 0 : ears.data()[n + v], rim = (1 - Smooth.step(0.65f, 1, inside[v])) * (1 - ear);
			final float front = mesh.points()[3 * v + 2], z = ear == 0 ? front : front + ear * (ears.data()[v] - front);
			depth[v] = move(v, z, 0, moved);
			rims[v] = rim;
			own.data()[v] = moved.x()[0] - mesh.textureX()[v];
			own.data()[n + v] = moved.y()[0] - mesh.textureY()[v];
			float dx = moved.x()[0], dy = moved.y()[0];
			if (rim > 0) {
				final float rear = mesh.points()[3 * (n + v) + 2], as = outline == null ? 0 : outline.data()[2 * n + v];
				move(v, (z + rear) / 2, 1, moved);
				float ox = moved.x()[0], oy = moved.y()[0];
				if (as > 0) {
					ox += as * (outline.data()[v] + mesh.textureX()[v] - ox);
					oy += as * (outline.data()[n + v] + mesh.textureY()[v] - oy);
				}
				dx += rim * (ox - dx);
				dy += rim * (oy - dy);
			}
			known.data()[v] = dx - mesh.textureX()[v];
			known.data()[n + v] = dy - mesh.textureY()[v];
			weight[v] = Math.max(Math.max(ASKANCE, rim), mesh.confidence()[v]);
		}
		System.arraycopy(FaceFold.faces(mesh, rims, head.camera().s() / step, progress), 0, face, 0, n);
		for (int v = 0; v < n; v++) weight[v] *= 1 - face[v];
		rest(person, weight, progress);
		final int radius = (int) Math.round(SMOOTH * head.camera().s() / step);
		final Picture even = Unfolded.of(BoxBlur.twice(PushPull.membrane(known, weight, progress), radius, progress), step, Math.max(1, radius), null, progress);
		final Picture sm = BoxBlur.twice(own, radius, progress);
		for (int i = 0; i < 2 * n; i++) own.data()[i] = even.data()[i] + face[i % n] * (sm.data()[i] - even.data()[i]);
		System.arraycopy(Unfolded.of(own, step, Math.max(1, radius), FaceFold.free(mesh, face), progress).data(), 0, own.data(), 0, 2 * n);
		return even;
	}

	/**
	 * Where a vertex is seen after the turn. An outline does not move with what lies on it, which turns out of view or into it, but as the middle of the round
	 * thing that it bounds: that lies as deep as the middle between front and rear, and comes no nearer to the axis of the turn. @param rim how much of an outline it is, 0..1
	 */
	private float move(final int v, final float z, final float rim, final Vertices to) {
		final HeadCamera camera = head.camera();
		final Rotation r = twist.ofFront(v);
		final double x = camera.liftX(mesh.textureX()[v], z), y = camera.liftY(mesh.textureY()[v], z);
		// The part of the turn that stays in the picture's plane, by the nearest rotation of its two axes.
		final double roll = Math.atan2(r.get(1, 0) - r.get(0, 1), r.get(0, 0) + r.get(1, 1)), round = ROUND * rim, depth = r.z(x, y, z);
		final double inX = Math.cos(roll) * x - Math.sin(roll) * y + r.get(0, 2) * z, inY = Math.sin(roll) * x + Math.cos(roll) * y + r.get(1, 2) * z;
		to.x()[0] = (float) camera.x(r.x(x, y, z) + round * (inX - r.x(x, y, z)), depth);
		to.y()[0] = (float) camera.y(r.y(x, y, z) + round * (inY - r.y(x, y, z)), depth);
		return (float) depth;
	}

	/** Where nothing moves: far from the person, and where others are. */
	private void rest(final boolean[] person, final float[] weight, final Progress progress) {
		final boolean[] near = Dilation.grow(person, mesh.columns(), cells(REACH), progress);
		for (int v = 0; v < near.length; v++) if (!near[v] || weight[v] == 0 && head.others() != null && at(head.others(), v) > Mesh.SOLID) weight[v] = 1;
	}

	private int cells(final double dm) {
		return Math.max(1, (int) Math.round(dm * head.camera().s() / step));
	}

	/** A picture over the area at a vertex. */
	private float at(final Picture picture, final int vertex) {
		return picture.get((int) (mesh.textureX()[vertex] - area.x()), (int) (mesh.textureY()[vertex] - area.y()), 0);
	}

	private Picture back(final Picture moves, final Progress progress) {
		final Picture out = new Picture(moves.width(), moves.height(), 2);
		Workers.rows(moves.height(), progress, row -> {
			final float[] move = new float[2];
			for (int column = 0; column < moves.width(); column++) {
				double x = column + 0.5, y = row + 0.5;
				for (int k = 0; k < STEPS; k++) {
					moves.sample(x, y, 0, move);
					x += DAMPED * (column + 0.5 - move[0] / step - x);
					y += DAMPED * (row + 0.5 - move[1] / step - y);
				}
				out.set(column, row, 0, (float) ((x - column - 0.5) * step));
				out.set(column, row, 1, (float) ((y - row - 0.5) * step));
			}
		});
		return out;
	}
}
