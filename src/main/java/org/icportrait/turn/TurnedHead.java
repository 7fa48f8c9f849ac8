package org.icportrait.turn;

import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Closure;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.head.Symmetry;
import org.icportrait.image.Smooth;
import org.icportrait.maps.HeadMaps;
import org.icportrait.raster.Vertices;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** The vertices of a prepared head at the rotation wanted, on the screen, and the rotation that each place takes part in. */
public final class TurnedHead {

	/** How far (dm) the closure stands behind where it is, so that what is seen hides it. */
	private static final float SET_BACK = 0.2f;
	/** Cosines to the line of sight between which a place comes into full view. */
	private static final float ASKANCE = 0.2f, FULL = 0.5f;
	/** From this share of the mirror on the halves meet. */
	private static final float MEETING = 0.25f;

	private final PreparedHead head;
	private final Mesh mesh;
	private final HeadCamera camera;
	private final boolean first;
	private final Twist twist;
	private final Vertices direct;
	private final Vertices mirrored;
	/** What closes the head; null where nothing does. */
	private final Vertices closing;
	/** What closes the body; null where it stays or is hardly shown. */
	private final TurnedBody body;
	private final int[] shell;
	/** Null where nothing closes the head. */
	private final int[] closingTriangles;
	/** What goes on beyond the photograph's border; null for another source than the first. */
	private final Skirt skirt;
	/** Of each front vertex the share that the mirror gives of its place, and of the place on the other side; null without mirror. */
	private final float[] shareHere;
	private final float[] shareThere;

	/**
	 * @param first whether this source says where the shoulders stay; of others only what turns wholly can be used
	 * @param rotation wanted
	 * @param turns what takes part in the turn
	 * @param mesh of the head, for this view
	 * @param share null where nothing is mirrored
	 * @param camera of the picture wanted
	 */
	public TurnedHead(final PreparedHead head, final boolean first, final Rotation rotation, final TurnShare turns, final Mesh mesh, final MirrorShare share,
		final HeadCamera camera, final Progress progress)
	{
		this.head = head;
		this.mesh = mesh;
		this.camera = camera;
		this.first = first;
		twist = new Twist(head, turns, rotation, first);
		direct = new Vertices(2 * mesh.count());
		mirrored = share == null ? null : new Vertices(mesh.count());
		closing = first && head.closure() != null ? close(head.closure()) : null;
		body = turns.body() == null ? null : new TurnedBody(head, turns, twist, camera);
		closingTriangles = closing == null ? null : body == null ? head.closure().triangles() : TurnedBody.closingAbove(head.closure());
		shell = body == null ? mesh.shell() : TurnedBody.shellAbove(mesh);
		skirt = first ? new Skirt(head, mesh, twist, camera, body != null) : null;
		shareHere = share == null ? null : share.of(mesh, false, progress);
		shareThere = share == null ? null : share.of(mesh, true, progress);
		Workers.rows(mesh.rows(), progress, row -> {
			for (int v = row * mesh.columns(); v < (row + 1) * mesh.columns(); v++) place(v);
		});
	}

	/** The head that is turned. */
	public PreparedHead head() {
		return head;
	}

	/** Its mesh, fine or coarse as it is drawn. */
	public Mesh mesh() {
		return mesh;
	}

	/** Front, then rear. */
	public Vertices direct() {
		return direct;
	}

	/** The front reflected to the other side; null where that is not wanted. */
	public Vertices mirrored() {
		return mirrored;
	}

	/** The closure's vertices, set back so that they show in gaps only; null where there are none. */
	public Vertices closing() {
		return closing;
	}

	/** Three of those vertices each, as far as nothing else closes the body; there must be some. */
	public int[] closingTriangles() {
		return closingTriangles;
	}

	/** What closes the body; null where it stays or is hardly shown. */
	public TurnedBody body() {
		return body;
	}

	/** Triangles of the rear surface, as far as nothing else closes the body. */
	public int[] shell() {
		return shell;
	}

	/** What goes on beyond the photograph's border; null for another source than the first. */
	public Skirt skirt() {
		return skirt;
	}

	/** The rotation that a place of the photograph (pixels) takes part in. @param canonical x, y, z */
	public Rotation rotationAt(final double x, final double y, final float... canonical) {
		return twist.at(x, y, canonical, 0);
	}

	/** The rotation that each place takes part in. */
	public Twist twist() {
		return twist;
	}

	/** How well each vertex, front and rear, shows its place: less what the mirror gives. */
	public float[] directConfidence() {
		final float[] out = usable(mesh.confidence());
		for (int v = 0; shareHere != null && v < shareHere.length; v++) out[v] *= 1 - shareHere[v];
		return out;
	}

	/** How well each front vertex shows the place on the other side, as far as the mirror gives it. */
	public float[] mirroredConfidence() {
		final float[] out = usable(mesh.mirrorConfidence());
		for (int v = 0; v < out.length; v++) out[v] *= shareThere[v] * twist.symmetric(mesh, v);
		return out;
	}

	/** Where another source than the first does not turn wholly, it knows nothing of where its place has gone. */
	private float[] usable(final float[] confidence) {
		final float[] out = confidence.clone();
		for (int v = 0; !first && v < mesh.count(); v++) out[v] *= twist.share(mesh, v);
		return out;
	}

	private Vertices close(final Closure closure) {
		return Vertices.behind(closure.points(), closure.placeX(), closure.placeY(), twist::ofClosure, SET_BACK, camera);
	}

	private void place(final int v) {
		final float[] p = mesh.points();
		final Rotation r = twist.ofFront(v);
		final float x = p[3 * v], y = p[3 * v + 1], z = p[3 * v + 2];
		direct.put(v, r, x, y, z, camera);
		final int rear = mesh.count() + v;
		direct.put(rear, r, p[3 * rear], p[3 * rear + 1], p[3 * rear + 2], camera);
		direct.u()[rear] = mesh.textureX()[rear];
		direct.v()[rear] = mesh.textureY()[rear];
		direct.u()[v] = mesh.textureX()[v];
		direct.v()[v] = mesh.textureY()[v];
		if (mirrored == null) return;
		final Symmetry s = head.symmetry();
		final double d = 2 * s.distance(x, y, z);
		mirrored.put(v, r, x - d * s.nx(), y - d * s.ny(), z - d * s.nz(), camera);
		mirrored.u()[v] = mesh.textureX()[v];
		mirrored.v()[v] = mesh.textureY()[v];
		if (mesh.innerX()[v] != mesh.textureX()[v] || mesh.innerY()[v] != mesh.textureY()[v]) pull(v, r);
	}

	/** Where the halves meet, what the photograph shows askance and this view does not takes its colour from further inside. */
	private void pull(final int v, final Rotation r) {
		final HeadMaps maps = head.maps();
		final double column = maps.column(mesh.textureX()[v], mesh.textureY()[v]), row = maps.row(mesh.textureX()[v], mesh.textureY()[v]);
		final float nx = maps.normals().sample(column, row, 0), ny = maps.normals().sample(column, row, 1), nz = maps.normals().sample(column, row, 2);
		final Symmetry s = head.symmetry();
		final double n = 2 * (nx * s.nx() + ny * s.ny() + nz * s.nz());
		pull(v, r.z(nx, ny, nz), shareHere[v], direct);
		pull(v, r.z(nx - n * s.nx(), ny - n * s.ny(), nz - n * s.nz()), shareThere[v], mirrored);
	}

	private void pull(final int v, final double facing, final float share, final Vertices out) {
		final float inner = (1 - mesh.confidence()[v]) * Smooth.step(ASKANCE, FULL, (float) facing) * Smooth.step(0, MEETING, share);
		out.u()[v] += inner * (mesh.innerX()[v] - mesh.textureX()[v]);
		out.v()[v] += inner * (mesh.innerY()[v] - mesh.textureY()[v]);
	}
}
