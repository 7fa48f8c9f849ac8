package org.icportrait.turn;

import org.icportrait.body.Body;
import org.icportrait.geometry.Area;
import org.icportrait.head.Closure;
import org.icportrait.head.Mesh;
import org.icportrait.head.Neck;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.SampleBounds;
import org.icportrait.image.Smooth;
import org.icportrait.layers.BesideOthers;
import org.icportrait.maps.HeadMaps;
import org.icportrait.work.Once;
import org.icportrait.work.Progress;

/** How much of a turn each place of a photograph takes part in, and what bends of it begin from, whatever the turn is: the neck twists between head and shoulders. Immutable. */
public final class TurnShare {

	/** Steps that shares are rounded to. */
	static final int STEPS = 120;
	/** Radius (cells of the mesh) over which the share is smoothed below the jaw: heights of a neck are read unevenly, and a collar would turn into a saw. */
	private static final int SMOOTH = 3;
	/** Share from which on a place is the jaw's, which keeps its shape. */
	private static final float OF_JAW = 0.8f;
	/** Width of the band in which a person who goes on beyond the area comes to rest, share of the area's width. */
	private static final float BORDER = 0.06f;
	/** The same of what closes the body, which else would end there like a block. */
	private static final float BODY_BORDER = 0.15f;

	private final PreparedHead head;
	private final boolean bust;
	/** {@link org.icportrait.hair.HeadHair#loose()}. */
	private final Picture hanging;
	/** Null where nobody else is near. */
	private final BesideOthers others;
	private final byte[] ofFront;
	private final byte[] ofClosure;
	/** What closes the body; null where it stays or is hardly shown. */
	private final Body body;
	private final byte[] ofBody;
	private final BodyRim rim;
	private final SampleBounds heights;
	private final Once<BendStart> bendStart;

	/** @param first whether this photograph says where the shoulders are */
	public TurnShare(final PreparedHead head, final Turn turn, final boolean first, final Progress progress) {
		this.head = head;
		bust = turn == Turn.BUST;
		hanging = head.hair().loose();
		others = BesideOthers.of(head);
		heights = new SampleBounds(head.maps().coordinates(), 1);
		bendStart = new Once<>(p -> BendStart.of(head, p));
		final Mesh mesh = head.mesh();
		final Closure closure = head.closure();
		ofFront = ofMesh(mesh);
		ofClosure = closure == null ? null : steps(closure.placeX().length, closure.placeX(), closure.placeY(), closure.canonical());
		body = bust && first ? Body.of(head, progress) : null;
		rim = body == null ? null : new BodyRim(head, progress);
		ofBody = body == null ? null : new byte[body.ownX().length];
		for (int v = 0; body != null && v < ofBody.length; v++) ofBody[v] = (byte) Math.round(STEPS * border(body.ownX()[v], body.ownY()[v], BODY_BORDER));
	}

	/** What bends of the head begin from; made at the first call, which may be cancelled, and kept. */
	BendStart bendStart(final Progress progress) {
		return bendStart.get(progress);
	}

	/** What closes the body; null where it stays or the photograph hardly shows one. */
	Body body() {
		return body;
	}

	/** Where what is seen gives way to that; null where it is. */
	BodyRim rim() {
		return rim;
	}

	/** The share of a vertex of the body, in steps. */
	int ofBody(final int vertex) {
		return ofBody[vertex];
	}

	private byte[] ofMesh(final Mesh mesh) {
		final Picture own = new Picture(mesh.columns(), mesh.rows(), 1);
		for (int v = 0; v < mesh.count(); v++) {
			final float x = mesh.textureX()[v], y = mesh.textureY()[v];
			own.data()[v] = twist(x, y, mesh.canonical(), v) * apart(x, y, mesh.canonical()[3 * v + 1]);
		}
		final Picture smooth = BoxBlur.twice(own, SMOOTH, Progress.NONE);
		final byte[] out = new byte[mesh.count()];
		for (int v = 0; v < out.length; v++) {
			final float share = own.data()[v], even = smooth.data()[v];
			final float together = even + (share - even) * Smooth.step(OF_JAW, 1, share);
			out[v] = (byte) Math.round(STEPS * together * border(mesh.textureX()[v], mesh.textureY()[v]));
		}
		return out;
	}

	private byte[] steps(final int count, final float[] x, final float[] y, final float[] canonical) {
		final byte[] out = new byte[count];
		for (int v = 0; v < count; v++) out[v] = (byte) step(x[v], y[v], canonical, v);
		return out;
	}

	/** The share of a place of the photograph (pixels) that is a vertex of canonical places, in steps. */
	int step(final double x, final double y, final float[] canonical, final int vertex) {
		return Math.round(STEPS * at(x, y, canonical, vertex));
	}

	/** The same of a vertex of the head's mesh. */
	int ofFront(final int vertex) {
		return ofFront[vertex];
	}

	/** The same of a vertex of its closure. */
	int ofClosure(final int vertex) {
		return ofClosure[vertex];
	}

	/** 0..1, of a place of the photograph (pixels), on the head or not. */
	public float at(final double x, final double y) {
		final HeadMaps maps = head.maps();
		final double column = maps.column(x, y), row = maps.row(x, y);
		if (others == null && (bust || Neck.isAbove(heights.least(column, row)))) return border(x, y);
		final float height = maps.coordinates().sample(column, row, 1);
		final float[] canonical = { 0, height, 0 };
		if (!bust && Neck.isAt(height)) maps.coordinates().sample(column, row, 0, canonical);
		return at(x, y, canonical, 0);
	}

	/** 0..1, of a place of the photograph (pixels) that is a vertex of canonical places. */
	float at(final double x, final double y, final float[] canonical, final int vertex) {
		final float twist = twist(x, y, canonical, vertex);
		return twist == 0 ? 0 : twist * apart(x, y, canonical[3 * vertex + 1]) * border(x, y);
	}

	/** How well a place with a canonical height is shown by its mirror image, 0..1: shoulders that stay are not symmetric to a head. */
	float symmetric(final float canonicalY) {
		return bust ? 1 : Neck.symmetric(canonicalY);
	}

	private float apart(final double x, final double y, final float canonicalY) {
		return others == null ? 1 : others.apart(x, y, canonicalY);
	}

	/** Whether a place of the photograph keeps its place in any turn, for others are beside it. */
	public boolean isHeld(final double x, final double y) {
		return others != null && others.apart(x, y) <= 0;
	}

	/** Hair that hangs goes with the head as far down as its height says. */
	private float twist(final double x, final double y, final float[] canonical, final int vertex) {
		final float height = canonical[3 * vertex + 1];
		if (bust || !Neck.isAt(height)) return bust ? 1 : Neck.ofHead(height);
		final float body = Neck.ofHead(canonical[3 * vertex], height, canonical[3 * vertex + 2]);
		if (hanging == null) return body;
		final float cell = head.hair().cell(), hair = hanging.sample((x - head.area().x()) / cell, (y - head.area().y()) / cell, 0);
		return body + hair * (Neck.ofHead(height) - body);
	}

	/** Where the person goes on beyond the area it must stay in place at its border; at the picture's own border it need not. */
	private float border(final double x, final double y) {
		return border(x, y, BORDER);
	}

	private float border(final double x, final double y, final float wide) {
		final Area area = head.area();
		final float band = wide * area.width();
		float share = 1;
		if (area.bottom() < head.height()) share = Math.min(share, Smooth.step(0, band, (float) (area.bottom() - y)));
		if (area.x() > 0) share = Math.min(share, Smooth.step(0, band, (float) (x - area.x())));
		if (area.right() < head.width()) share = Math.min(share, Smooth.step(0, band, (float) (area.right() - x)));
		return share;
	}
}
