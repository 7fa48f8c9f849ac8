package org.icportrait.turn;

import java.util.Arrays;

import org.icportrait.body.Body;
import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.geometry.Rotation;
import org.icportrait.head.Closure;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.maps.HeadMaps;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Rasteriser;
import org.icportrait.raster.Rasteriser.Surface;
import org.icportrait.raster.Sights;
import org.icportrait.raster.Vertices;
import org.icportrait.work.Progress;

/** What closes a body, at the rotation wanted, on the screen. Immutable. */
public final class TurnedBody {

	/** How far (dm) it stands behind where it is, so that what is seen hides it. */
	private static final float SET_BACK = 0.05f;
	/** Canonical height (dm) below which it stands for a head's rear surface. */
	private static final float SHOULDERS = -1.1f;
	/** And the one below which it stands for what closes a head. */
	private static final float NECK = -1.3f;
	/** Confidences of cloth and of bare skin, for all of it is a guess; between vertices of the two they run from one to the other. */
	static final float DRESSED = 1e-4f, UNDRESSED = 2e-4f;
	/** A pixel is of the one or the other that has its confidence but for this share. */
	private static final float NEARLY = 0.1f;

	private final PreparedHead head;
	private final Body body;
	private final BodyRim rim;
	private final Twist twist;
	private final Vertices places;

	/** @param turns of a body that is closed @param camera of the picture wanted */
	TurnedBody(final PreparedHead head, final TurnShare turns, final Twist twist, final HeadCamera camera) {
		this.head = head;
		this.twist = twist;
		body = turns.body();
		rim = turns.rim();
		places = Vertices.behind(body.points(), body.placeX(), body.placeY(), twist::ofBody, SET_BACK, camera);
	}

	/** Its vertices on the screen; live. */
	public Vertices places() {
		return places;
	}

	/** Three vertices each. */
	public int[] triangles() {
		return body.triangles();
	}

	/** Those triangles of a mesh's rear surface that lie above the shoulders. */
	static int[] shellAbove(final Mesh mesh) {
		return above(mesh.shell(), mesh.canonical(), mesh.count(), SHOULDERS);
	}

	/** Those triangles of what closes a head that lie above the neck's base. */
	static int[] closingAbove(final Closure closure) {
		return above(closure.triangles(), closure.canonical(), closure.canonical().length / 3, NECK);
	}

	/** @param canonical places of the first {@code count} vertices, which stand for as many more each */
	private static int[] above(final int[] all, final float[] canonical, final int count, final float least) {
		final int[] out = new int[all.length];
		int length = 0;
		for (int t = 0; t < all.length; t += 3) {
			float lowest = Float.MAX_VALUE;
			for (int k = t; k < t + 3; k++) lowest = Math.min(lowest, canonical[3 * (all[k] % count) + 1]);
			if (lowest < least) continue;
			System.arraycopy(all, t, out, length, 3);
			length += 3;
		}
		return Arrays.copyOf(out, length);
	}

	/** Sorted, to be drawn. */
	public Rasteriser rasteriser(final Area area) {
		final float[] guess = new float[places.x().length];
		for (int v = 0; v < guess.length; v++) guess[v] = body.dressed()[v] ? DRESSED : UNDRESSED;
		final Rasteriser out = new Rasteriser(places, head, guess, area, body.triangles(), body.triangles().length, Surface.REAR);
		out.sort();
		return out;
	}

	/** One band of it, from pixel {@code from} to {@code to} of the area. */
	public static Fragments draw(final Rasteriser rasteriser, final int band, final int from, final int to, final Progress progress) {
		final Fragments out = new Fragments(to - from);
		out.clear(0, to - from);
		rasteriser.draw(band, out, from, null, null, progress);
		for (int i = 0; i < to - from; i++) if (!out.isEmpty(i)) out.kind[i] = kind(-out.confidence[i]);
		return out;
	}

	/** Of {@link Fragments}, as its confidence says. */
	static byte kind(final float confidence) {
		if (Math.abs(confidence - DRESSED) < DRESSED * NEARLY) return Fragments.CLOTH;
		return Math.abs(confidence - UNDRESSED) < UNDRESSED * NEARLY ? Fragments.BARE : Fragments.HEM;
	}

	/** Lays it behind all that is seen already, what lies behind a head excepted. @param drawn from pixel {@code from} on */
	public static void layBehind(final Fragments seen, final Fragments drawn, final int from, final int to) {
		for (int i = from; i < to; i++) {
			if (drawn.isEmpty(i - from) || seen.isSolid(i) && !(seen.isRear(i) && drawn.depth[i - from] > seen.depth[i])) continue;
			seen.take(drawn, i - from, i);
		}
	}

	/** Along the rim of what the first photograph shows that gives way to it. @param drawn from pixel {@code from} on */
	public void giveWay(final Sights sights, final Fragments drawn, final int from, final int to) {
		final HeadMaps maps = head.maps();
		final Fragments seen = sights.seen;
		final float[] canonical = new float[3];
		for (int i = from; i < to; i++) {
			if (drawn.isEmpty(i - from) || sights.isBlended(i) || sights.which[i] != 0 || !seen.isSolid(i) || seen.isRear(i)) continue;
			final float x = seen.x[i], y = seen.y[i];
			maps.coordinates().sample(maps.column(x, y), maps.row(x, y), 0, canonical);
			final float share = rim.share(x, y, seen.depth[i] - drawn.depth[i - from], twist.at(x, y, canonical, 0));
			if (share > 0) sights.mix(i, share, drawn, i - from, (byte) 0);
		}
	}

	/** Its outward normal, of any length, at a place seen; both in camera axes. @param r rotation that the place takes part in */
	public double[] normal(final Rotation r, final double qx, final double qy, final double qz) {
		final Rotation back = r.inverse();
		final double[] n = body.pose().normal(back.x(qx, qy, qz), back.y(qx, qy, qz), back.z(qx, qy, qz));
		return new double[] { r.x(n[0], n[1], n[2]), r.y(n[0], n[1], n[2]), r.z(n[0], n[1], n[2]) };
	}
}
