package org.icportrait.head;

import java.util.Arrays;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.hair.CutCrown;
import org.icportrait.hair.SeenHair;
import org.icportrait.image.Smooth;
import org.icportrait.morphable.FittedHead;
import org.icportrait.morphable.HeadModel;
import org.icportrait.work.Progress;

/**
 * What closes a head where its photograph shows nothing: the unseen part of the fitted head, and for each of its vertices a place of
 * the photograph that may lend its colour without detail: its own or the other side's where they are seen, else the nearest one over the
 * surface that is. Lies a little inside the fitted head, so that it shows in gaps only. Arrays are live; treat as read-only.
 *
 * @param points camera axes, dm, [3 v]: the model's vertices, and copies of some
 * @param canonical their places on the mean head, dm, [3 v]
 * @param placeX photograph pixels
 * @param placeY photograph pixels
 * @param triangles three vertices each
 */
public record Closure(float[] points, float[] canonical, float[] placeX, float[] placeY, int[] triangles) {

	/** Vertices that are seen so well lend their own place. */
	private static final float SEEN = 0.3f;
	/** Places further apart (dm) do not mix. */
	private static final double APART = 0.3;
	/** How far (dm) inside the fitted head it lies, and where it ends below: within shoulders that are seen, which hide its ragged end. */
	private static final float INSET = 0.05f, LOWEST = -1.5f;
	/** By how much more (dm) it lies inside at its lower end, and from which height on: shoulders stay where a neck turns, and its end would stand out beside them as a step. */
	private static final float WITHIN = 0.3f, NECK = -0.9f;
	/** Of the mean head (dm): half its width at the ears without them, and where they end in front and above. */
	private static final float SIDE = 0.7f, EAR_FRONT = 0.12f, EAR_TOP = 0.5f;

	/**
	 * @param anywhere sight of the fitted head's vertices, wherever they lie
	 * @param sight the same, 0 beyond the photograph's border
	 * @param hair that the photograph shows
	 */
	static Closure of(final FittedHead head, final float[] anywhere, final float[] sight, final SeenHair hair, final HeadCamera camera, final Progress progress) {
		final HeadModel model = head.model();
		final float[] points = head.points().clone(), normals = head.normals();
		for (int i = 0; i < points.length; i++) points[i] -= inset(model.neutral()[i - i % 3 + 1]) * normals[i];
		layEarsFlat(head, points);
		final float[] ownX = new float[model.size()], ownY = new float[ownX.length], x = new float[ownX.length], y = new float[ownX.length];
		for (int v = 0; v < ownX.length; v++) {
			ownX[v] = (float) camera.x(head.points()[3 * v], head.points()[3 * v + 2]);
			ownY[v] = (float) camera.y(head.points()[3 * v + 1], head.points()[3 * v + 2]);
		}
		final int[] from = lenders(model, sight, dumb(model, sight, hair, ownX, ownY));
		progress.check();
		for (int v = 0; v < x.length; v++) {
			x[v] = ownX[from[v]];
			y[v] = ownY[from[v]];
		}
		CutCrown.lend(model, anywhere, sight, SEEN, hair, ownX, ownY, x, y);
		return new Closure(points, model.neutral(), x, y, unseen(model, sight)).parted((float) (APART * camera.s()));
	}

	/** How far (dm) a place of a canonical height lies inside. */
	private static float inset(final float canonicalY) {
		return INSET + WITHIN * Smooth.step(NECK, LOWEST, canonicalY);
	}

	/**
	 * An ear that stands out where the photograph shows none, under hair mostly, is a second one in the wrong place: the closure ends at the
	 * side of the head, and ears are seen or mirrored.
	 */
	private static void layEarsFlat(final FittedHead head, final float[] points) {
		final float[] n = head.model().neutral();
		final Rotation r = head.rotation();
		for (int v = 0; v < head.model().size(); v++) {
			final float x = n[3 * v], out = Math.abs(x) - SIDE;
			if (out <= 0 || n[3 * v + 2] > EAR_FRONT || n[3 * v + 1] > EAR_TOP) continue;
			final float inward = x > 0 ? -out : out;
			points[3 * v] += (float) r.x(inward, 0, 0);
			points[3 * v + 1] += (float) r.y(inward, 0, 0);
			points[3 * v + 2] += (float) r.z(inward, 0, 0);
		}
	}

	/** Triangles whose corners' places lie far apart get corners of their own with one place, or they would show all that lies between. */
	private Closure parted(final float most) {
		int more = 0;
		final boolean[] apart = new boolean[triangles.length];
		for (int t = 0; t < triangles.length; t += 3) {
			apart[t] = distance(t, t + 1) > most || distance(t + 1, t + 2) > most || distance(t + 2, t) > most;
			if (apart[t]) more += 3;
		}
		final int count = placeX.length;
		final float[] p = Arrays.copyOf(points, points.length + 3 * more), c = Arrays.copyOf(canonical, canonical.length + 3 * more);
		final float[] x = Arrays.copyOf(placeX, count + more), y = Arrays.copyOf(placeY, count + more);
		int next = count;
		for (int t = 0; t < triangles.length; t += 3) {
			final int first = triangles[t];
			for (int k = 0; apart[t] && k < 3; k++, next++) {
				final int v = triangles[t + k];
				System.arraycopy(points, 3 * v, p, 3 * next, 3);
				System.arraycopy(canonical, 3 * v, c, 3 * next, 3);
				x[next] = placeX[first];
				y[next] = placeY[first];
				triangles[t + k] = next;
			}
		}
		return new Closure(p, c, x, y, triangles);
	}

	private double distance(final int a, final int b) {
		return Math.hypot(placeX[triangles[a]] - placeX[triangles[b]], placeY[triangles[a]] - placeY[triangles[b]]);
	}

	/**
	 * For each vertex the one whose place it takes: by breadth over the surface from those that are seen, in the order of their numbers.
	 * Over scalp and skin apart, so that the rear of a head takes no ear for hair and its neck no hair for skin; a bald head's scalp lends skin.
	 */
	private static int[] lenders(final HeadModel model, final float[] sight, final boolean[] dumb) {
		final int count = model.size();
		final int[] from = new int[count];
		for (int v = 0; v < count; v++) {
			final int other = model.partner()[v];
			from[v] = sight[v] > SEEN ? v : sight[other] > SEEN && !model.isScalp(v) ? other : -1;
		}
		final Neighbours neighbours = new Neighbours(count, model.triangles());
		final boolean[] scalp = new boolean[count], skin = new boolean[count];
		for (int v = 0; v < count; v++) {
			scalp[v] = model.isScalp(v);
			skin[v] = !scalp[v];
		}
		spread(from, scalp, dumb, neighbours);
		spread(from, scalp, skin, neighbours);
		spread(from, skin, scalp, neighbours);
		for (int v = 0; v < count; v++) if (from[v] < 0) from[v] = v;
		return from;
	}

	/** Vertices of the scalp that lend nothing to the rest of it: the hairline, where there may be forehead, and, of a haired one, what is bare of it, as at a high hairline. */
	private static boolean[] dumb(final HeadModel model, final float[] sight, final SeenHair hair, final float[] x, final float[] y) {
		final boolean haired = hair.isHaired();
		final boolean[] dumb = new boolean[model.size()];
		for (int v = 0; v < dumb.length; v++) {
			if (!model.isScalp(v)) continue;
			dumb[v] = !model.isScalp(v, HeadModel.FOREHEAD) || haired && sight[v] > SEEN && !hair.isAt(x[v], y[v]);
		}
		return dumb;
	}

	/** Over the vertices where it is allowed, from those that are not dumb. */
	private static void spread(final int[] from, final boolean[] allowed, final boolean[] dumb, final Neighbours neighbours) {
		final int[] queue = new int[from.length];
		int end = 0;
		for (int v = 0; v < from.length; v++) if (from[v] >= 0 && allowed[v] && !dumb[v]) queue[end++] = v;
		for (int at = 0; at < end; at++) {
			final int v = queue[at];
			for (int k = neighbours.first(v); k < neighbours.first(v + 1); k++) {
				final int next = neighbours.at(k);
				if (from[next] >= 0 || !allowed[next]) continue;
				from[next] = from[v];
				queue[end++] = next;
			}
		}
	}

	private static int[] unseen(final HeadModel model, final float[] sight) {
		final int[] all = model.triangles(), out = new int[all.length];
		int length = 0;
		for (int t = 0; t < all.length; t += 3) {
			final int a = all[t], b = all[t + 1], c = all[t + 2];
			final float lowest = Math.min(model.neutral()[3 * a + 1], Math.min(model.neutral()[3 * b + 1], model.neutral()[3 * c + 1]));
			if (model.region(a) == HeadModel.EYE || lowest < LOWEST || Math.min(sight[a], Math.min(sight[b], sight[c])) > SEEN) continue;
			out[length++] = a;
			out[length++] = b;
			out[length++] = c;
		}
		return Arrays.copyOf(out, length);
	}
}
