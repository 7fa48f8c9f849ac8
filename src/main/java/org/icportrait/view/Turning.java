package org.icportrait.view;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.raster.DepthTiles;
import org.icportrait.raster.DrawnArea;
import org.icportrait.raster.Fragments;
import org.icportrait.raster.Rasteriser;
import org.icportrait.raster.Rasteriser.Surface;
import org.icportrait.raster.Sights;
import org.icportrait.raster.Vertices;
import org.icportrait.turn.MirrorShare;
import org.icportrait.turn.Skirt;
import org.icportrait.turn.TurnShare;
import org.icportrait.turn.TurnedBody;
import org.icportrait.turn.TurnedHead;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Draws all sights of a person over one another: from sources and target to what each pixel shows. One use. */
final class Turning {

	private static final String STAGE = "Turning the head";

	private final List<PreparedHead> sources;
	private final List<TurnedHead> turned = new ArrayList<>();
	private final Progress progress;
	private final Area area;
	private Sights sights;
	private float[] alpha;

	Turning(final Sitter sitter, final ViewTarget target, final Progress progress) {
		sources = sitter.heads();
		this.progress = progress;
		final HeadCamera camera = sources.get(0).camera();
		final List<Mesh> meshes = sitter.meshes(target.rotation(), progress), drawn = sitter.drawn(meshes, target.detail(), progress);
		final MirrorShare share = target.mirror() ? new MirrorShare(sources.get(0).observed(), meshes, progress) : null;
		final List<TurnShare> turns = sitter.shares(target.turn(), progress);
		for (int s = 0; s < sources.size(); s++) {
			turned.add(new TurnedHead(sources.get(s), s == 0, target.rotation(), turns.get(s), drawn.get(s), share, camera, progress));
		}
		area = around();
		progress.report(0.1, STAGE);
		resolve(target.mirror());
		new SoftEdges(sources, area, sights, alpha).soften(progress);
		progress.report(0.7, STAGE);
	}

	Area area() {
		return area;
	}

	List<TurnedHead> turned() {
		return turned;
	}

	Sights sights() {
		return sights;
	}

	/** Person against background, over {@link #area()}. */
	float[] alpha() {
		return alpha;
	}

	/** Where something can be drawn. */
	private Area around() {
		final DrawnArea drawn = new DrawnArea();
		for (final TurnedHead head : turned) {
			drawn.add(head.direct(), head.mesh().front());
			if (head == turned.get(0)) drawn.add(head.direct(), head.shell());
			if (head.skirt() != null) drawn.add(head.skirt().places(), head.skirt().triangles());
			if (head.skirt() != null) drawn.add(head.skirt().places(), head.skirt().guessed());
			if (head.closing() != null) drawn.add(head.closing(), head.closingTriangles());
			if (head.body() != null) drawn.add(head.body().places(), head.body().triangles());
			if (head.mirrored() != null) drawn.add(head.mirrored(), head.mesh().front());
		}
		return drawn.within(sources.get(0).width(), sources.get(0).height(), progress);
	}

	/** Band by band, so that what is drawn over one another is still at hand. */
	private void resolve(final boolean mirror) {
		final List<List<Rasteriser>> drawn = new ArrayList<>();
		for (int k = 0; k < (mirror ? 2 : 1) * sources.size(); k++) drawn.add(k < sources.size() ? direct(k) : mirrored(k - sources.size()));
		final List<Rasteriser> all = drawn.stream().flatMap(List::stream).toList();
		final TurnedBody body = turned.get(0).body();
		final Rasteriser closing = body == null ? null : body.rasteriser(area);
		// Making arrays of many megabytes takes as long as sorting: at the same time.
		Workers.parts(1 + all.size(), progress, k -> {
			if (k > 0) all.get(k - 1).sort();
			else sights = new Sights(area.size(), drawn.size() > 1 || body != null);
		});
		alpha = new float[area.size()];
		progress.report(0.2, STAGE);
		Workers.parts((area.height() + Rasteriser.BAND - 1) / Rasteriser.BAND, progress, band -> {
			final int from = band * Rasteriser.BAND * area.width(), to = Math.min(area.size(), from + Rasteriser.BAND * area.width());
			sights.seen.clear(from, to);
			drawFirst(drawn.get(0), band, from, to);
			final Fragments closed = body == null ? null : TurnedBody.draw(closing, band, from, to, progress);
			if (body != null) TurnedBody.layBehind(sights.seen, closed, from, to);
			final Fragments other = drawn.size() > 1 ? new Fragments(to - from) : null;
			for (int k = 1; k < drawn.size(); k++) {
				final boolean mirrored = k >= sources.size();
				final byte sight = (byte) (2 * (k % sources.size()) + (mirrored ? 1 : 0));
				other.clear(0, to - from);
				for (final Rasteriser rasteriser : drawn.get(k)) rasteriser.draw(band, other, from, mirrored ? wanted(from, to) : null, null, progress);
				add(other, from, to, sight);
			}
			if (body != null) body.giveWay(sights, closed, from, to);
			for (int i = from; i < to; i++) alpha[i] = sights.seen.isSolid(i) || sights.isBlended(i) ? 1 : 0;
		});
	}

	/** Its front, then what lies behind that, of which little shows. */
	private void drawFirst(final List<Rasteriser> surfaces, final int band, final int from, final int to) {
		surfaces.get(0).draw(band, sights.seen, 0, null, null, progress);
		final DepthTiles front = new DepthTiles(sights.seen.depth, 0, area.width(), from / area.width(), to / area.width());
		for (final Rasteriser rear : surfaces.subList(1, surfaces.size())) rear.draw(band, sights.seen, 0, null, front, progress);
	}

	private List<Rasteriser> direct(final int source) {
		final TurnedHead head = turned.get(source);
		final Mesh mesh = head.mesh();
		final float[] confidence = head.directConfidence();
		final Rasteriser front = rasteriser(head, head.direct(), confidence, mesh.front(), Surface.FRONT);
		if (source > 0) return List.of(front);
		final List<Rasteriser> out = new ArrayList<>(List.of(front, rasteriser(head, head.direct(), confidence, head.shell(), Surface.REAR)));
		final Skirt skirt = head.skirt();
		out.add(new Rasteriser(skirt.places(), head.head(), skirt.confidence(), area, skirt.triangles(), 0, Surface.FRONT));
		out.add(new Rasteriser(skirt.places(), head.head(), skirt.confidence(), area, skirt.guessed(), skirt.guessed().length, Surface.REAR));
		if (head.closing() != null) {
			final float[] guess = new float[head.closing().x().length];
			out.add(rasteriser(head, head.closing(), guess, head.closingTriangles(), Surface.REAR));
		}
		return out;
	}

	private List<Rasteriser> mirrored(final int source) {
		final TurnedHead head = turned.get(source);
		final Mesh mesh = head.mesh();
		return List.of(rasteriser(head, head.mirrored(), head.mirroredConfidence(), mesh.front(), Surface.SOLID_FRONT));
	}

	private Rasteriser rasteriser(final TurnedHead head, final Vertices places, final float[] confidence, final int[] triangles, final Surface surface) {
		final int whole = surface == Surface.REAR ? triangles.length : head.mesh().whole();
		return new Rasteriser(places, head.head(), confidence, area, triangles, whole, surface);
	}

	/** Pixels where a mirrored place may count. */
	private boolean[] wanted(final int from, final int to) {
		final boolean[] out = new boolean[to - from];
		for (int i = from; i < to; i++) out[i - from] = SightRules.isOpen(sights.top(i), i);
		return out;
	}

	/** @param other from pixel {@code from} on */
	private void add(final Fragments other, final int from, final int to, final byte sight) {
		final boolean mirrored = Sights.isMirrored(sight), bounded = Sights.source(sight) > 0 && turned.get(0).body() != null;
		for (int i = from; i < to; i++) {
			if (other.isEmpty(i - from) || bounded && OthersBody.isBeside(sights.top(i), i, sources.get(Sights.source(sight)), other, i - from)) continue;
			final Fragments before = sights.top(i);
			final float m = mirrored ? SightRules.ofMirrored(before, i, other, i - from) : SightRules.ofDirect(before, i, other, i - from);
			if (m > 0) sights.mix(i, m, other, i - from, sight);
		}
	}
}
