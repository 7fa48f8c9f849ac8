package org.icportrait.turn;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.Picture;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/**
 * A small turn as a smooth bend of the whole photograph. It brings little into view that the photograph does not show, so nothing need be cut out along
 * an outline: what is known of the person moves as it does in space, what is far off stays, and between them the photograph gives way like a membrane, so that
 * loose hair, ears and jaw stay as they were taken ({@link BentMoves}). The face lies before that as a second sheet ({@link FaceFold}), for its far cheek
 * comes to hide what is behind it. Immutable, thread-safe.
 */
public final class Bend {

	/** How near the picture's border a place may come, share of its distance. */
	private static final double NEAREST = 0.3;
	/** Steps in which the place that moves to a given one is found, and how far each goes: so it is found where lengths grow up to four times, too. */
	private static final int STEPS = 30;
	private static final double DAMPED = 0.4;
	/** A step (cells) so small that no more is taken. */
	private static final double FOUND = 1e-5;

	private final PreparedHead head;
	private final Area area;
	private final Twist twist;
	private final double step;
	/** From each place of the mesh's grid to the one that is seen there, picture pixels, x and y. */
	private final Picture back;
	private final FaceFold fold;

	/** @param turns what of the head takes part in the turn; the head must be the first photograph's */
	public Bend(final PreparedHead head, final Rotation wanted, final TurnShare turns, final Progress progress) {
		this.head = head;
		area = head.area();
		twist = new Twist(head, turns, wanted, true);
		final Mesh mesh = head.mesh(head.rotation().degreesTo(wanted));
		step = mesh.step();
		final BendStart start = turns.bendStart(progress);
		final BentMoves moves = BentMoves.of(head, start, mesh, twist, progress);
		back = back(moves.even(), progress);
		fold = FaceFold.of(mesh, head.camera(), moves, start.face(), back, progress);
	}

	/** The place of the photograph that is mostly seen at a place of the picture, which may lie anywhere. @param place gets x and y, picture pixels */
	public void mostlySeenAt(final double x, final double y, final float[] place) {
		final BentPlace seen = new BentPlace();
		back.sample(column(x - area.x()), column(y - area.y()), 0, place);
		write(x, y, place[0], place[1], new float[2], seen);
		seen.mostly(place);
	}

	/** @param dx how far off lies what is seen behind the face; rows likewise @param move for use in here */
	private void write(final double x, final double y, final float dx, final float dy, final float[] move, final BentPlace to) {
		final double column = FaceFold.FINER * column(x - area.x()), row = FaceFold.FINER * column(y - area.y());
		to.x = inside(x, dx, head.width());
		to.y = inside(y, dy, head.height());
		to.face = fold.share(column, row);
		if (to.face <= 0) return;
		fold.before().sample(column, row, 0, move);
		to.faceX = inside(x, dx + move[0], head.width());
		to.faceY = inside(y, dy + move[1], head.height());
	}

	/** Places along lines of pixels, told faster than one by one; for one thread. */
	public final class Line {

		private final float[] across = new float[back.width()];
		private final float[] down = new float[back.width()];
		private final float[] move = new float[2];
		private double y = Double.NaN;

		/** Goes to a line of the picture, or stays there. @param to pixels */
		public void to(final double to) {
			if (to == y) return;
			y = to;
			final double row = Math.max(0, Math.min(back.height() - 1, column(y - area.y()) - 0.5));
			final int above = Math.min((int) row, Math.max(0, back.height() - 2)), below = Math.min(above + 1, back.height() - 1), w = back.width(), n = back.planeSize();
			final float share = (float) (row - above);
			for (int i = 0; i < w; i++) {
				across[i] = back.data()[above * w + i] + share * (back.data()[below * w + i] - back.data()[above * w + i]);
				down[i] = back.data()[n + above * w + i] + share * (back.data()[n + below * w + i] - back.data()[n + above * w + i]);
			}
		}

		/** What is seen at a place of this line. @param seen is written to */
		public void seenAt(final double x, final BentPlace seen) {
			final double at = Math.max(0, Math.min(across.length - 1, column(x - area.x()) - 0.5));
			final int left = Math.min((int) at, Math.max(0, across.length - 2)), right = Math.min(left + 1, across.length - 1);
			final float share = (float) (at - left);
			write(x, y, across[left] + share * (across[right] - across[left]), down[left] + share * (down[right] - down[left]), move, seen);
		}
	}

	/** At no line of the picture yet. */
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

	private Picture back(final Picture moves, final Progress progress) {
		final Picture out = new Picture(moves.width(), moves.height(), 2);
		Workers.rows(moves.height(), progress, row -> {
			final float[] move = new float[2];
			for (int column = 0; column < moves.width(); column++) {
				double x = column + 0.5, y = row + 0.5;
				for (int k = 0; k < STEPS; k++) {
					moves.sample(x, y, 0, move);
					final double right = DAMPED * (column + 0.5 - move[0] / step - x), down = DAMPED * (row + 0.5 - move[1] / step - y);
					x += right;
					y += down;
					if (Math.abs(right) + Math.abs(down) < FOUND) break;
				}
				out.set(column, row, 0, (float) ((x - column - 0.5) * step));
				out.set(column, row, 1, (float) ((y - row - 0.5) * step));
			}
		});
		return out;
	}
}
