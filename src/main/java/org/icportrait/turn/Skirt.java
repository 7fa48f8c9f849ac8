package org.icportrait.turn;

import java.util.Arrays;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.raster.Vertices;

/**
 * A band beyond the photograph's own border, where that cuts a person: the surface goes on as it meets the border, in the colours that lie within it,
 * mirrored. A turn brings what the border cut off into the picture by some pixels, where nothing else would stand. It is known ever less farther out.
 */
public final class Skirt {

	/** Width of the band, share of the longer side of the head's area. */
	private static final double WIDTH = 0.12;
	/** What is left at the border of how well the photograph shows it. */
	private static final float LIKELY = 0.3f;
	/** Canonical height (dm) below which a person is as wide as the shoulders. */
	private static final float SHOULDERS = -1;
	/** How far (dm) it stands behind where it is above a head that is closed: hair beyond what closes that shows, and else the closure, which is round. */
	private static final float SET_BACK = 1;

	private final PreparedHead head;
	private final Mesh mesh;
	private final HeadCamera camera;
	private final Twist twist;
	private final double width;
	private final Vertices places;
	private final float[] confidence;
	private int[] triangles = new int[0];
	private int[] guessed = new int[0];
	private int vertices;

	/** @param camera of the picture wanted @param bodied whether something else closes the body aside */
	Skirt(final PreparedHead head, final Mesh mesh, final Twist twist, final HeadCamera camera, final boolean bodied) {
		this.head = head;
		this.mesh = mesh;
		this.twist = twist;
		this.camera = camera;
		final Area area = head.area();
		width = WIDTH * Math.max(area.width(), area.height());
		final int columns = mesh.columns(), rows = mesh.rows();
		places = new Vertices(8 * (columns + rows + 2));
		confidence = new float[places.x().length];
		final boolean left = area.x() == 0 && !bodied, right = area.right() == head.width() && !bodied, top = area.y() == 0, bottom = area.bottom() == head.height();
		final int last = (rows - 1) * columns;
		if (top) side(0, 1, columns, 0, -1);
		if (bottom) side(last, 1, columns, 0, 1);
		if (left) side(0, columns, rows, -1, 0);
		if (right) side(columns - 1, columns, rows, 1, 0);
		if (bottom && left) corner(last, -1);
		if (bottom && right) corner(last + columns - 1, 1);
	}

	/** Its vertices on the screen; live. */
	public Vertices places() {
		return places;
	}

	/** How well each vertex shows its place. */
	public float[] confidence() {
		return confidence;
	}

	/** Those above a head that is closed, of which as of what closes it colour alone is known; three vertices each. */
	public int[] guessed() {
		return guessed;
	}

	/** All others, three vertices each; none where no border cuts the person. */
	public int[] triangles() {
		return triangles;
	}

	/** One side: the vertices from {@code first} on, {@code stride} apart, go on along (dx, dy). */
	private void side(final int first, final int stride, final int count, final int dx, final int dy) {
		for (int i = 0; i + 1 < count; i++) {
			final int v = first + i * stride, w = v + stride;
			if (!goesOn(v, dx) && !goesOn(w, dx)) continue;
			final int[] quad = quad(add(v, 0, 0), add(w, 0, 0), add(v, dx, dy), add(w, dx, dy));
			// What is drawn as a guess is drawn whole.
			if (closed(v) && matte(v) > Mesh.SOLID && matte(w) > Mesh.SOLID) guessed = joined(guessed, quad);
			else triangles = joined(triangles, quad);
		}
	}

	/** Below and aside of a lower corner. */
	private void corner(final int v, final int dx) {
		if (goesOn(v, dx)) triangles = joined(triangles, quad(add(v, 0, 0), add(v, dx, 0), add(v, 0, 1), add(v, dx, 1)));
	}

	/** A head that is cut at its side is round and ends soon, where the fitted head knows better; shoulders go on. */
	private boolean goesOn(final int v, final int aside) {
		if (aside != 0 && mesh.canonical()[3 * v + 1] > SHOULDERS) return false;
		return matte(v) > Mesh.TOUCHED;
	}

	private float matte(final int v) {
		return head.matte().sample(mesh.textureX()[v] - head.area().x(), mesh.textureY()[v] - head.area().y(), 0);
	}

	/** A vertex of the mesh, or what lies beyond it on one side or two. */
	private int add(final int v, final int dx, final int dy) {
		final boolean beyond = dx != 0 || dy != 0;
		final double x = mesh.textureX()[v] + dx * width, y = mesh.textureY()[v] + dy * width, z = mesh.points()[3 * v + 2];
		final Rotation r = twist.ofFront(v);
		final double px = beyond ? head.camera().liftX(x, z) : mesh.points()[3 * v], py = beyond ? head.camera().liftY(y, z) : mesh.points()[3 * v + 1];
		final double depth = r.z(px, py, z);
		places.x()[vertices] = (float) camera.x(r.x(px, py, z), depth);
		places.y()[vertices] = (float) camera.y(r.y(px, py, z), depth);
		places.z()[vertices] = (float) depth - (beyond && closed(v) ? SET_BACK : 0);
		places.u()[vertices] = (float) (mesh.textureX()[v] - dx * width);
		places.v()[vertices] = (float) (mesh.textureY()[v] - dy * width);
		confidence[vertices] = beyond ? 0 : LIKELY * mesh.confidence()[v];
		return vertices++;
	}

	private boolean closed(final int v) {
		return head.closure() != null && mesh.canonical()[3 * v + 1] > SHOULDERS;
	}

	private static int[] quad(final int a, final int b, final int c, final int d) {
		return new int[] { a, b, c, b, d, c };
	}

	private static int[] joined(final int[] some, final int[] more) {
		final int[] out = Arrays.copyOf(some, some.length + more.length);
		System.arraycopy(more, 0, out, some.length, more.length);
		return out;
	}
}
