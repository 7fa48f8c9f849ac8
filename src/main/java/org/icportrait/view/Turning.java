package org.icportrait.view;

import java.util.ArrayList;
import java.util.List;

import org.icportrait.geometry.Area;
import org.icportrait.geometry.HeadCamera;
import org.icportrait.head.Mesh;
import org.icportrait.head.PreparedHead;
import org.icportrait.image.BoxBlur;
import org.icportrait.image.Picture;
import org.icportrait.image.Smooth;
import org.icportrait.view.Rasteriser.Surface;
import org.icportrait.work.Progress;
import org.icportrait.work.Workers;

/** Draws all sights of a person over one another: from sources and target to what each pixel shows. One use. */
final class Turning {

	/** Share of the first source's area's width over which a solid edge takes the matte's softness. */
	private static final double EDGE = 0.006;
	private static final String STAGE = "Turning the head";

	private final List<PreparedHead> sources;
	private final List<TurnedHead> turned = new ArrayList<>();
	private final Progress progress;
	private final Area area;
	private Sights sights;
	private float[] alpha;

	Turning(final List<PreparedHead> sources, final ViewTarget target, final Progress progress) {
		this.sources = sources;
		this.progress = progress;
		final HeadCamera camera = sources.get(0).camera();
		for (int s = 0; s < sources.size(); s++) turned.add(new TurnedHead(sources.get(s), s == 0, target, camera, progress));
		area = around();
		progress.report(0.1, STAGE);
		resolve(target.mirror());
		findAlpha();
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

	/** Where something can be drawn, within the picture; at least one pixel. */
	private Area around() {
		final float[] box = { Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE, -Float.MAX_VALUE };
		for (final TurnedHead head : turned) {
			final Mesh mesh = head.head().mesh();
			widen(box, head.direct(), mesh.front());
			if (head == turned.get(0)) widen(box, head.direct(), mesh.shell());
			if (head.mirrored() != null) widen(box, head.mirrored(), mesh.front());
		}
		final PreparedHead first = sources.get(0);
		final Area picture = new Area(0, 0, first.width(), first.height());
		final Area drawn = box[0] > box[2] ? new Area(0, 0, 0, 0) : Area.around(box[0], box[1], box[2], box[3]).intersect(picture);
		return drawn.isEmpty() ? new Area(0, 0, 1, 1) : drawn;
	}

	private static void widen(final float[] box, final Vertices places, final int[] triangles) {
		for (final int v : triangles) {
			box[0] = Math.min(box[0], places.x()[v]);
			box[1] = Math.min(box[1], places.y()[v]);
			box[2] = Math.max(box[2], places.x()[v]);
			box[3] = Math.max(box[3], places.y()[v]);
		}
	}

	private void resolve(final boolean mirror) {
		final SightRules rules = new SightRules(sources);
		sights = new Sights(direct(0, new Fragments(area.size())));
		progress.report(0.3, STAGE);
		Fragments spare = null;
		for (int k = 1; k < (mirror ? 2 : 1) * sources.size(); k++) {
			final boolean mirrored = k >= sources.size();
			final int source = k % sources.size();
			if (spare == null) spare = new Fragments(area.size());
			else spare.clear();
			add(mirrored ? mirrored(source, spare) : direct(source, spare), (byte) (2 * source + (mirrored ? 1 : 0)), rules);
			if (sights.second == spare) spare = null;
			progress.report(0.3 + 0.3 * k / (2 * sources.size()), STAGE);
		}
	}

	private Fragments direct(final int source, final Fragments out) {
		final TurnedHead head = turned.get(source);
		final Mesh mesh = head.head().mesh();
		final Rasteriser rasteriser = rasteriser(head, head.direct(), head.usable(mesh.confidence()));
		rasteriser.draw(mesh.front(), mesh.whole(), Surface.FRONT, null, out, progress);
		if (source == 0) rasteriser.draw(mesh.shell(), 0, Surface.REAR, null, out, progress);
		return out;
	}

	private Fragments mirrored(final int source, final Fragments out) {
		final TurnedHead head = turned.get(source);
		final Mesh mesh = head.head().mesh();
		rasteriser(head, head.mirrored(), head.usable(mesh.mirrorConfidence())).draw(mesh.front(), mesh.whole(), Surface.SOLID_FRONT, wanted(), out, progress);
		return out;
	}

	/** Pixels where a mirrored place may count. */
	private boolean[] wanted() {
		final boolean[] out = new boolean[area.size()];
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) out[i] = SightRules.isOpen(sights.top(i), i);
		});
		return out;
	}

	private Rasteriser rasteriser(final TurnedHead head, final Vertices places, final float[] confidence) {
		final Mesh mesh = head.head().mesh();
		return new Rasteriser(places, mesh.textureX(), mesh.textureY(), confidence, head.head().matte(), head.head().area(), area);
	}

	private void add(final Fragments other, final byte sight, final SightRules rules) {
		sights.adopt(other);
		final PreparedHead source = sources.get(Sights.source(sight));
		final boolean mirrored = Sights.isMirrored(sight);
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				if (other.isEmpty(i)) continue;
				final Fragments before = sights.top(i);
				final float m = mirrored ? rules.ofMirrored(before, other, source.maps(), i) : SightRules.ofDirect(before, other, i);
				if (m > 0) sights.mix(i, m, other, sight);
			}
		});
	}

	/** The soft fringe counts only where nothing solid stands, so that no veil of background crosses the face. */
	private void findAlpha() {
		final Picture cover = new Picture(area.width(), area.height(), 1);
		alpha = cover.data();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) alpha[i] = sights.seen.isSolid(i) || sights.isBlended(i) ? 1 : 0;
		});
		final int radius = Math.max(2, (int) (EDGE * sources.get(0).area().width()));
		final float[] inside = BoxBlur.blur(cover, radius, progress).data();
		Workers.rows(area.height(), progress, row -> {
			for (int i = row * area.width(); i < (row + 1) * area.width(); i++) {
				if (alpha[i] > 0) alpha[i] = ofSolid(i, Smooth.step(0.7f, 1, inside[i]));
				else if (!sights.seen.isEmpty(i)) {
					alpha[i] = matte(sights.seen, sights.which[i], i);
					sights.seen.depth[i] += Fragments.FRINGE;
				}
			}
		});
	}

	private float ofSolid(final int i, final float deep) {
		if (deep >= 1 || sights.top(i).isRear(i)) return 1;
		return deep + (1 - deep) * matte(sights.top(i), sights.topSight(i), i);
	}

	private float matte(final Fragments seen, final byte sight, final int i) {
		final PreparedHead source = sources.get(Sights.source(sight));
		return source.matte().sample(seen.x[i] - source.area().x(), seen.y[i] - source.area().y(), 0);
	}
}
